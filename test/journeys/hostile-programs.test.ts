import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isLong, openBrowser } from '../support/browsers';
import type { Browser } from '../support/browsers';
import { openCells } from '../support/cells';
import type { Seen } from '../support/cells';
import { breakages } from '../support/ways-to-break';

/** Programs that are run beside each other. */
const batch = 50;
const runs = 10_000 / batch;

/** What a page may do, as expressions. */
const actions = [
  `console.log('a', { b: [1, new Date(0)] }, new TypeError('e'))`,
  `console.warn(button)`,
  `console.error(new Proxy({}, { get() { throw new Error('get'); } }))`,
  `fetch('/data', { headers: { a: 'b' } })`,
  `fetch('/data').then((response) => response.text())`,
  `fetch('http://[')`,
  `(xhr = new XMLHttpRequest(), xhr.open('GET', '/data'))`,
  `xhr.setRequestHeader('a', 'b')`,
  `xhr.send()`,
  `button.click()`,
  `button.dispatchEvent(new MouseEvent('click', { bubbles: true }))`,
  `(input.value = 'typed', input.dispatchEvent(new InputEvent('input', { bubbles: true })))`,
  `history.pushState({ a: 1 }, '', '#a')`,
  `history.replaceState(null, '', '#b')`,
  `(location.hash = 'c')`,
  `t.later(() => { throw new RangeError('uncaught'); })`,
  `t.later(() => { throw { get message() { throw new Error('message'); } }; })`,
  `t.later(() => { throw null; })`,
  `t.native.reject()`,
  `(async () => { throw { code: 7 }; })()`,
  `Rollbar.error(new Error('reported'), { order: 17 })`,
  `Rollbar.error('text', () => { throw new Error('callback'); })`,
  `Rollbar.configure({ person: { id: '1' }, maxTelemetryEvents: 5 })`,
  `Rollbar.configure({ checkIgnore() { throw new Error('hook'); } })`,
  `Rollbar.configure({ autoInstrument: false })`,
  `Rollbar.uninstall()`,
  `void Rollbar.captureEvent({ order: 17 }, 'info')`,
  `void Rollbar.wait(() => { throw new Error('waited'); })`,
  `void Rollbar.wrap(() => 17)`,
  `void Rollbar.stats()`,
];

const broken = fc.constantFrom(...Object.keys(breakages));
const step = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...actions).map((text) => ({ text })) },
  { weight: 1, arbitrary: broken.map((breakage) => ({ breakage })) },
);
const program = fc.record({
  before: fc.option(broken, { freq: 8 }),
  steps: fc.array(step, { minLength: 3, maxLength: 16 }),
});

/**
 * In order. Without what Chromium tells a page that has a getter on Object.prototype which throws, of
 * each request that is under way, whoever has made it: it looks whether the response is a promise.
 */
const thrownIn = ({ uncaught }: Seen, program: unknown): string[] =>
  uncaught
    .filter(
      (text) =>
        text !== 'Uncaught Error: then' ||
        !JSON.stringify(program).includes('getters on Object.prototype'),
    )
    .sort();

const scriptOf = (steps: ({ text: string } | { breakage: string })[]): string =>
  steps
    .map((step, i) =>
      'text' in step
        ? `parent.attempt(t, ${i}, () => ${step.text});`
        : `parent.attempt(t, ${i}, () => { ${breakages[step.breakage]} });`,
    )
    .join('\n');

describe.runIf(isLong)('in chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser('chromium');
  });
  afterAll(() => browser.close());

  it(
    'whatever a page does, and whatever it has broken: nothing is thrown that it does not throw bare',
    { timeout: 3_600_000 },
    async () => {
      const cells = await openCells(browser);
      await fc.assert(
        fc.asyncProperty(
          fc.array(program, { minLength: batch, maxLength: batch }),
          async (programs) => {
            const seen = await cells.visit(
              programs.map(({ before, steps }) => ({
                before: before === null ? '' : (breakages[before] as string),
                act: `
                  var xhr = new XMLHttpRequest();
                  var button = document.createElement('button');
                  var input = document.createElement('input');
                  document.body.append(button, input);
                  ${scriptOf(steps)}`,
                reports: 0,
              })),
            );
            seen.forEach(([bare, whole], i) => {
              const told = {
                program: programs[i],
                lines: bare.lines,
                thrown: thrownIn(bare, programs[i]),
              };
              expect({ ...told, lines: whole.lines, thrown: thrownIn(whole, programs[i]) }).toEqual(
                told,
              );
            });
          },
        ),
        { numRuns: runs, endOnFailure: true },
      );
    },
  );
});
