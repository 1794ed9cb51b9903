import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enginesIfLong, openBrowser } from '../support/browsers';
import type { Browser, Engine } from '../support/browsers';
import { openCells } from '../support/cells';
import { breakages } from '../support/ways-to-break';

/** What a page does, and what it is thrown. */
const act = `
  var button = document.createElement('button');
  document.body.append(button);
  var click = new MouseEvent('click', { bubbles: true });
  var xhr = new (t.native.XMLHttpRequest)();
  parent.attempt(t, 'log', () => console.log('a', { b: [1] }, new TypeError('e')));
  parent.attempt(t, 'pushState', () => history.pushState({}, '', '#a'));
  parent.attempt(t, 'click', () => button.dispatchEvent(click));
  parent.attempt(t, 'open', () => xhr.open('GET', '/data'));
  parent.attempt(t, 'header', () => xhr.setRequestHeader('a', 'b'));
  parent.attempt(t, 'send', () => xhr.send());
  parent.attempt(t, 'fetch', () => fetch('/data', { headers: { a: 'b' } }));
  parent.attempt(t, 'error', () => Rollbar.error('by hand', { a: [1] }));
  parent.attempt(t, 'configure', () => Rollbar.configure({ person: { id: '1' } }));
  t.later(() => { throw new RangeError('uncaught'); });
  (async () => { throw new RangeError('rejected'); })();
`;

/** Where reports need what is broken; the developer is told, each thing once. */
const isTold = new RegExp(
  [
    '^(getters on|methods of|iterators|no JSON|Object without)',
    '^(JSON|Math): (?!frozen)',
    '^(Promise|clearTimeout): (missing|a )',
    '^(WeakMap|WeakSet|navigator|screen): without',
    '^(navigator|screen|performance): a getter',
    '^(WeakMap|WeakSet|Set|addEventListener|setTimeout): (missing|a ).* before',
    '^Date: (missing|a getter|without).* before',
  ].join('|'),
);

/**
 * Where nothing can be sent and nothing said: without what a request takes, items wait in storage for
 * a page that has it; without a navigator there is no page; and without sets nobody could say a thing
 * only once.
 */
const isSilent =
  /^((fetch|AbortController): (missing|a )|navigator: missing|sets and maps|(Set|AbortController): without)/;

/** WebKit ends where a page freezes a storage in which something lies, whoever has put it there. */
const isFatal = (engine: Engine, name: string): boolean =>
  engine === 'webkit' && name === 'localStorage: frozen';

const batch = 25;

describe.each(enginesIfLong())('in %s', (engine) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser(engine);
  });
  afterAll(() => browser.close());

  const all = Object.entries(breakages)
    .filter(([name]) => !isFatal(engine, name))
    .flatMap(([name, text]) => [
      { name: `${name}, before the notifier`, before: text },
      { name: `${name}, after it`, after: text },
    ]);
  const batches = Array.from({ length: Math.ceil(all.length / batch) }, (_, i) =>
    all.slice(i * batch, (i + 1) * batch),
  );

  it.each(batches.map((cells) => [cells[0]?.name, cells] as const))(
    'nothing is thrown into broken pages, and reports arrive or the developer is told: %s …',
    async (_, plans) => {
      const cells = await openCells(browser);
      const seen = await cells.visit(
        plans.map((plan) => ({
          ...plan,
          act,
          reports: isTold.test(plan.name) || isSilent.test(plan.name) ? 0 : 3,
        })),
      );
      const outcome = seen.map(([bare, whole], i) => {
        const name = plans[i]?.name ?? '';
        expect(bare.lines.length).toBe(9);
        return {
          name,
          lines: whole.lines.filter((line, at) => line !== bare.lines[at]),
          thrown: whole.uncaught.length - bare.uncaught.length,
          twice: whole.told.length - new Set(whole.told).size,
          isKnown: isSilent.test(name)
            ? !whole.told.length
            : isTold.test(name)
              ? whole.told.length > 0
              : whole.reported.length >= 3,
        };
      });
      expect(outcome).toEqual(
        plans.map(({ name }) => ({ name, lines: [], thrown: 0, twice: 0, isKnown: true })),
      );
    },
  );
});
