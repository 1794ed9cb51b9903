import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enginesIfLong, openBrowser } from '../support/browsers';
import type { Browser } from '../support/browsers';
import { fixture, openScripts, others } from '../support/guests';
import { bundleText } from '../support/site';

const endpoint = '/api/1/item/';

/** Everything that can be asked for, of every notifier. */
const notifier = `(globalThis.notifiers ??= []).push(new Rollbar({
  accessToken: 'a-token',
  endpoint: location.origin + '${endpoint}',
  captureUncaught: true,
  captureUnhandledRejections: true,
  captureMessageStack: true,
  scrubTelemetryInputs: false,
  autoInstrument: {
    longTasks: true, errorOnContentSecurityPolicy: true,
    networkRequestHeaders: true, networkResponseHeaders: true,
    networkRequestBody: true, networkResponseBody: true,
    networkErrorOnHttp4xx: true, networkErrorOnHttp5xx: true, networkErrorOnHttp0: true,
  },
  itemsPerMinute: 1000,
}));`;
const uninstall = 'notifiers.forEach((notifier) => notifier.uninstall());';

/** How it may come into a page before the page's own script, and whether it reports then. */
const arrivals: [name: string, scripts: string[], isHeard: boolean][] = [
  ['with the notifier', [bundleText, notifier], true],
  ['with two notifiers', [bundleText, notifier, notifier], true],
  ['with the script loaded twice', [bundleText, notifier, bundleText, notifier], true],
  ['after uninstall', [bundleText, notifier, notifier, uninstall], false],
];

/**
 * What a page can notice all the same, each for a reason that no notifier can lift. What is not on
 * this list makes a test fail.
 */
const differences: [what: string, why: string, look: string][] = [
  [
    'a promise of fetch settles one microtask later',
    'to hear how it ends without handling its rejection takes standing before the page',
    `(async () => {
      const order = [];
      fetch('http://[').catch(() => order.push('fetch'));
      await Promise.resolve();
      order.push('a');
      await Promise.resolve();
      order.push('b');
      await Promise.resolve();
      return order.join();
    })()`,
  ],
  [
    'getters of what goes to the console are read',
    'what it says now can only be told by reading it now',
    `(() => {
      let times = 0;
      console.log({ get a() { return times++; } });
      // Whoever drives a browser may read them, too.
      return times;
    })()`,
  ],
  [
    'a reference from before is another function',
    'whoever is to hear calls of a function must stand in its place',
    'before === fetch',
  ],
];

describe.each(enginesIfLong())('in %s', (engine) => {
  let browser: Browser;
  let bare: string[];
  let reports: number;

  beforeAll(async () => {
    browser = await openBrowser(engine);
  });

  afterAll(() => browser.close());

  /** What the page's own script writes down, where these scripts have come before it. */
  const written = async (...scripts: string[]): Promise<string[]> => {
    const { pages, tab } = await openScripts(browser, [...scripts, fixture('guest.js')]);
    pages.set(endpoint, { body: '{"err":0,"result":{}}', type: 'application/json' });
    const lines = await tab.eval<string[]>('transcript()');
    await tab.eval(`Promise.all((globalThis.notifiers ?? []).map((one) => one.flush(5000)))`);
    reports = pages.requests.filter(({ path }) => path === endpoint).length;
    return lines;
  };

  it('a page says the same of itself each time', async () => {
    bare = await written();
    expect(bare.length).toBeGreaterThan(120);
    expect(reports).toBe(0);
    expect(await written()).toEqual(bare);
  });

  it.each(arrivals)('a page says the same %s', async (_, scripts, isHeard) => {
    expect(await written(...scripts)).toEqual(bare);
    expect(reports > 10).toBe(isHeard);
  });

  it.each(Object.entries(others))('a page with %s says the same', async (_, other) => {
    // Patched, a function that is not the browser's looks like one.
    const but = (lines: string[]): string[] => lines.filter((line) => !line.startsWith(' text'));
    const alone = but(await written(other));
    expect(but(await written(other, bundleText, notifier))).toEqual(alone);
    expect(reports).toBeGreaterThan(10);
    expect(but(await written(bundleText, notifier, other))).toEqual(alone);
    expect(reports).toBeGreaterThan(10);
  });

  it.each(differences)('only this differs: %s, as %s', async (_, __, look) => {
    const before = 'var before = fetch;';
    const looked = async (...scripts: string[]): Promise<unknown> =>
      (await openScripts(browser, [before, ...scripts])).tab.eval<unknown>(look);
    const bare = await looked();
    expect(await looked(bundleText, notifier)).not.toBe(bare);
    expect(await looked(bundleText, notifier, uninstall)).toBe(bare);
  });
});
