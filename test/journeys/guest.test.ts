import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { engines, openBrowser } from '../support/browsers';
import type { Browser } from '../support/browsers';
import { scriptOf } from '../support/fixture';
import { createPages } from '../support/pages';

const guest = readFileSync(new URL('../fixtures/guest.js', import.meta.url), 'utf8');

/** How telemetry may come before the page's own script, and whether it hears it then. */
const visitors: [name: string, start: string, isHeard: boolean][] = [
  ['with telemetry', 'startTelemetry()', true],
  ['with telemetry twice', 'startTelemetry(), startTelemetry()', true],
  [
    'with all that can be asked for, and hooks that throw',
    `startTelemetry({
      scrubTelemetryInputs: false,
      telemetryScrubber() { throw 1 },
      filterTelemetry() { throw 1 },
      autoInstrument: {
        longTasks: true,
        networkRequestHeaders: true, networkResponseHeaders: true,
        networkRequestBody: true, networkResponseBody: true,
      },
    })`,
    true,
  ],
  [
    'with telemetry that has been stopped',
    '...[startTelemetry(), startTelemetry()].map((one) => (one.stop(), one))',
    false,
  ],
];

describe.each(engines())('in %s', (engine) => {
  let browser: Browser;
  let script: string;
  let bare: string[];
  /** How many entries there were in the end. */
  let kept: number;

  /** What the page's own script writes down, where these scripts have come before it. */
  const written = async (...scripts: string[]): Promise<string[]> => {
    const [pages, tab] = await Promise.all([createPages(), browser.newTab()]);
    onTestFinished(async () => {
      await Promise.all([pages.close(), tab.close()]);
    });
    pages.set('/data', { body: '{"tea":2}', type: 'application/json' });
    const tags = [...scripts, guest].map((text, i) => {
      pages.set(`/${i}.js`, { body: text, type: 'text/javascript' });
      return `<script src="/${i}.js"></script>`;
    });
    pages.set('/', `<!doctype html><title>guest</title><body>${tags.join('')}`);
    await tab.goto(pages.url('/'));
    const lines = await tab.eval<string[]>('transcript()');
    kept = await tab.eval('globalThis.telemetry?.[0].entries().length');
    return lines;
  };

  beforeAll(async () => {
    [browser, script] = await Promise.all([openBrowser(engine), scriptOf('telemetry.ts')]);
  });

  afterAll(() => browser.close());

  it('a page says the same of itself each time', async () => {
    bare = await written();
    expect(bare.length).toBeGreaterThan(100);
    expect(await written()).toEqual(bare);
  });

  it.each(visitors)('a page says the same %s', async (_, start, isHeard) => {
    expect(await written(script, `telemetry = [${start}]`)).toEqual(bare);
    expect(kept > 20).toBe(isHeard);
  });

  it('a page says the same with telemetry of two copies', async () => {
    const start = 'startTelemetry()';
    expect(await written(script, start, script, start)).toEqual(bare);
  });

  it('stopped, every function is the very one it was', async () => {
    const natives = `var natives = () => [
      ...['debug', 'log', 'info', 'warn', 'error'].map((name) => console[name]),
      fetch, history.pushState, history.replaceState,
      ...['open', 'send', 'setRequestHeader'].map((name) => XMLHttpRequest.prototype[name]),
    ];
    var before = natives();`;
    const check = `telemetry = [startTelemetry(), startTelemetry()];
      telemetry.forEach((one) => one.stop());
      transcript = () => natives().map((native, i) => String(native === before[i]));`;
    const [pages, tab] = await Promise.all([createPages(), browser.newTab()]);
    onTestFinished(async () => {
      await Promise.all([pages.close(), tab.close()]);
    });
    pages.set(
      '/',
      `<script>${natives}</script><script>${script}</script><script>${check}</script>`,
    );
    await tab.goto(pages.url('/'));
    expect(new Set(await tab.eval<string[]>('transcript()'))).toEqual(new Set(['true']));
  });
});
