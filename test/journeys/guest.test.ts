import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { damages } from '../support/broken-pages';
import { enginesIfLong, openBrowser } from '../support/browsers';
import type { Browser } from '../support/browsers';
import { scriptOf } from '../support/fixture';
import { fixture, openScripts, others } from '../support/guests';

/** How telemetry may come before the page's own script, and whether it hears it then. */
const visitors: [name: string, start: string, isHeard: boolean][] = [
  ['with telemetry', 'startTelemetry()', true],
  ['with telemetry twice', 'startTelemetry(), startTelemetry()', true],
  [
    'with telemetry where there is no Navigation API, and history is patched',
    `(Reflect.deleteProperty(window, 'navigation'), startTelemetry())`,
    true,
  ],
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

describe.each(enginesIfLong())('in %s', (engine) => {
  let browser: Browser;
  let script: string;
  let bare: string[];
  /** How many entries there were in the end. */
  let kept: number;

  /** What an expression gives in a page with these scripts. */
  const visit = async <T>(expression: string, ...scripts: string[]): Promise<T> =>
    (await openScripts(browser, scripts)).tab.eval<T>(expression);

  /** What the page's own script writes down, where these scripts have come before it. */
  const written = async (...scripts: string[]): Promise<string[]> => {
    const count = 'globalThis.telemetry?.[0].entries().length';
    const both = `transcript().then((lines) => [lines, ${count}])`;
    const [lines, entries] = await visit<[string[], number]>(both, ...scripts, fixture('guest.js'));
    kept = entries;
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

  it.each(Object.entries(others))('a page with %s says the same', async (_, other) => {
    // Patched, a function that is not the browser's looks like one.
    const but = (lines: string[]): string[] => lines.filter((line) => !line.startsWith(' text'));
    const start = 'telemetry = [startTelemetry()]';
    const alone = but(await written(other));
    expect(but(await written(other, script, start))).toEqual(alone);
    expect(kept).toBeGreaterThan(20);
    expect(but(await written(script, start, other))).toEqual(alone);
    expect(kept).toBeGreaterThan(20);
  });

  describe.each(Object.entries(damages))('with %s broken', (_, damage) => {
    const all = `startTelemetry({
      scrubTelemetryInputs: false,
      autoInstrument: {
        networkRequestHeaders: true, networkResponseHeaders: true,
        networkRequestBody: true, networkResponseBody: true, networkErrorOnHttp5xx: true,
      },
    });`;
    /** Told by the page itself: what drives a browser needs what is broken here. */
    const broken = async (...scripts: string[]): Promise<string> => {
      const { pages } = await openScripts(browser, [
        'var post = fetch.bind(window)',
        ...scripts,
        `var damage = () => { ${damage} }`,
        fixture('broken.js'),
        `(async () => post('/told', { method: 'POST', body: await broken() }))()`,
      ]);
      return (await pages.received('/told')).body;
    };

    it('a page sees no more of it', async () => {
      const bare = await broken();
      expect(bare).toContain('1 heard');
      expect(await broken(script, all)).toBe(bare);
      // Broken before telemetry comes, and once more after it.
      expect(await broken(script, `(() => { ${damage} })();`, all)).toBe(
        await broken(`(() => { ${damage} })();`),
      );
    });
  });

  it('stopped, every function is the very one it was', async () => {
    const natives = `var natives = () => [
      ...['debug', 'log', 'info', 'warn', 'error'].map((name) => console[name]),
      fetch, history.pushState, history.replaceState,
      ...['open', 'send', 'setRequestHeader'].map((name) => XMLHttpRequest.prototype[name]),
    ];
    var before = natives();`;
    const stopped = '[startTelemetry(), startTelemetry()].forEach((telemetry) => telemetry.stop())';
    const same = 'natives().map((native, i) => native === before[i])';
    expect(new Set(await visit<boolean[]>(same, natives, script, stopped))).toEqual(
      new Set([true]),
    );
  });
});
