import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Item, TraceBody } from '../../src/items-api';
import type { Options } from '../../src/options';
import { engines, openBrowser } from '../support/browsers';
import type { Browser } from '../support/browsers';
import { createPages } from '../support/pages';
import { bundlePath, bundleText, openSite, said, snippetText } from '../support/site';
import type { Site, SiteOptions } from '../support/site';
import { until } from '../support/within';

declare global {
  interface Window {
    kept: Window['Rollbar'];
  }
}

const exceptionOf = ({ data }: Item) => (data.body as TraceBody).trace.exception;

/** What a page's early script has sent to `/ready`. */
async function readyOf<T>({ pages }: Site): Promise<T> {
  return JSON.parse((await pages.received('/ready')).body) as T;
}

/** Three things in a row, each in a task of its own, then word to the test. */
const early = `
addEventListener('error', function () {
  Promise.reject(new RangeError('second'));
});
addEventListener('unhandledrejection', function () {
  var uuid = Rollbar.warning('third', { shelf: 7 }).uuid;
  window.seen = [];
  _rollbarConfig.transform = function (data) { seen.push(data.uuid); };
  var held = Rollbar._h.map(function (call) { return call[2]; });
  history.replaceState(null, '', '/elsewhere');
  navigator.sendBeacon('/ready', JSON.stringify({ at: Date.now(), uuid: uuid, held: held }));
});
throw new Error('first');`;

/** Errors of three kinds and calls of three levels. */
const sixThings = `
Rollbar.critical('by hand', { order: 17 });
Rollbar.warn('a warning');
Rollbar.log('a note');
Promise.reject(new RangeError('refused'));
Promise.reject('a mere text');
throw new TypeError('broken');`;

describe.each(engines())('the snippet in %s', (engine) => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser(engine);
  });

  afterAll(() => browser.close());

  it('keeps uuid, time, place and order of what happens before the bundle comes', async () => {
    const site = await openSite(browser, { bundle: 'late', script: early, search: '?q=1#top' });
    const { at, uuid, held } = await readyOf<{ at: number; uuid: string; held: string[] }>(site);
    const second = Math.floor(at / 1000);
    await until(() => Date.now() >= (second + 2) * 1000, 5_000, 'The clock stands still');
    expect(site.collector.requests).toEqual([]);
    site.releaseBundle();

    const items = await site.items(3);
    await site.loaded;
    expect(await site.tab.eval(() => window.seen)).toEqual(held);
    expect(held[2]).toBe(uuid);
    const inOrder = held.map((uuid) => items.find(({ data }) => data.uuid === uuid));
    expect(inOrder.map((item) => item && [said(item), item.data.level])).toEqual([
      ['first', 'error'],
      ['second', 'error'],
      ['third', 'warning'],
    ]);
    for (const { data } of items) {
      expect([second - 1, second]).toContain(data.timestamp);
      expect(data.request).toMatchObject({
        url: site.pages.url('/?q=1#top'),
        query_string: '?q=1',
      });
    }
    expect(inOrder[2]?.data.custom).toEqual({ shelf: 7 });
  });

  it('sends small but valid items by itself when the bundle answers 404', async () => {
    const { tab, items, pages, collector } = await openSite(browser, {
      bundle: '404',
      script: sixThings,
      search: '?secret=1#top',
    });
    const all = await items(6);
    expect(new Map(all.map((item) => [said(item), item.data.level]))).toEqual(
      new Map([
        ['by hand', 'critical'],
        ['a warning', 'warning'],
        ['a note', 'debug'],
        ['refused', 'error'],
        ['a mere text', 'error'],
        ['broken', 'error'],
      ]),
    );
    expect(all.map(({ data }) => data.environment)).toEqual(Array(6).fill('test'));
    // Nothing scrubs here, so what may hold a secret stays at home.
    expect(all.map(({ data }) => data.request?.url)).toEqual(Array(6).fill(pages.url('/')));

    const classOf = (message: string) =>
      exceptionOf(all.find((item) => said(item) === message) as Item).class;
    expect(['broken', 'refused', 'a mere text'].map(classOf)).toEqual([
      'TypeError',
      'RangeError',
      '(unknown)',
    ]);
    const broken = all.find((item) => said(item) === 'broken') as Item;
    expect((broken.data.body as TraceBody).trace.frames).toMatchObject([
      { filename: pages.url('/page.js'), lineno: 7 },
    ]);

    expect(exceptionOf(broken).description).toContain('/page.js:7');
    // A text was thrown: there is nothing to describe.
    expect(exceptionOf(all.find((item) => said(item) === 'a mere text') as Item).description).toBe(
      '',
    );

    await tab.eval(() => {
      setTimeout(() => {
        throw new Error('after the failure');
      });
    });
    expect((await items(7)).map(said)[6]).toBe('after the failure');
    expect(new Set(collector.requests.map(({ item }) => item?.data.uuid)).size).toBe(7);
    expect(collector.requests).toHaveLength(7);
  });

  // With a bundle that hangs the page has not loaded, and a page that has not loaded goes without
  // this event in most engines.
  it('sends what it holds when the page goes', async () => {
    const { tab, items, collector } = await openSite(browser, { bundle: '404' });
    const uuid = await tab.eval(() => window.Rollbar.error?.('last words').uuid);
    expect(collector.requests).toEqual([]);
    await tab.close();
    expect((await items(1)).map(({ data }) => data.uuid)).toEqual([uuid]);
  });

  it('works under a policy that knows its nonce and the collector', async () => {
    const { tab, items } = await openSite(browser, { csp: true, script: "throw Error('early')" });
    await tab.eval(() => void setTimeout(() => window.Rollbar.error?.('by the bundle')));
    const all = await items(2);
    expect(all.map(said).sort()).toEqual(['by the bundle', 'early']);
    expect(all.map(({ data }) => data.notifier?.name)).toEqual(['rollcage', 'rollcage']);
    expect(await tab.eval(() => window.violations)).toEqual([]);
  });
});

describe('the snippet', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser('chromium');
  });

  afterAll(() => browser.close());

  const open = (options?: SiteOptions) => openSite(browser, options);

  /** Those that answer at once, and those that few call, and nobody before the page is there. */
  const late = [
    ...['flush', 'stats', 'lastError', 'buildJsonPayload', 'sendJsonPayload', 'global'],
    ...['uninstall', 'handleAnonymousErrors', 'captureDomContentLoaded', 'captureLoad'],
    ...['loadFull', 'triggerReplay', 'triggerDirectReplay', 'setSessionUser'],
    'setSessionAttributes',
  ];

  const methods = `(object) => Object.keys(object).filter(
    (key) => typeof object[key] === 'function' && key[0] !== '_').sort()`;

  it('stands in for every public method but those that come with the script', async () => {
    const { tab } = await open({ script: `var stub = (${methods})(Rollbar);` });
    const [stub, real] = (await tab.eval(`[stub, (${methods})(Rollbar)]`)) as string[][];
    expect([...(stub ?? []), ...late].sort()).toEqual(real);
  });

  it('is the notifier to who has kept it, once the script has come', async () => {
    const { tab } = await open({ script: 'var kept = Rollbar;' });
    expect(await tab.eval(`(${methods})(kept)`)).toEqual(await tab.eval(`(${methods})(Rollbar)`));
    expect(await tab.eval('kept.stats().captured')).toBe(0);
  });

  it('gives functions back that are wrapped before the script has come', async () => {
    const { tab } = await open({
      script: 'function pay() {} var same = Rollbar.wrap(pay) === pay;',
    });
    expect(await tab.eval('same')).toBe(true);
  });

  it('holds events of the page for telemetry', async () => {
    const site = await open({ bundle: 'late', script: `Rollbar.captureEvent({ order: 17 });` });
    site.releaseBundle();
    await site.tab.waitFor('Rollbar.stats && !Rollbar.info("x").no');
    const [item] = await site.items(1);
    expect(item?.data.body.telemetry).toContainEqual(
      expect.objectContaining({ type: 'manual', body: { order: 17 } }),
    );
  });

  it('returns at once the uuid of the item to come', async () => {
    const site = await open({
      bundle: 'late',
      script: `
        var uuids = ['log', 'debug', 'info', 'warn', 'warning', 'error', 'critical'].map(
          function (method) { return Rollbar[method](method).uuid; });
        navigator.sendBeacon('/ready', JSON.stringify(uuids));`,
    });
    const uuids = await readyOf<string[]>(site);
    site.releaseBundle();
    const items = await site.items(7);
    expect(new Map(items.map((item) => [item.data.uuid, said(item)]))).toEqual(
      new Map(
        ['log', 'debug', 'info', 'warn', 'warning', 'error', 'critical'].map((method, index) => [
          uuids[index],
          method,
        ]),
      ),
    );
  });

  it('replays configure in its place among the other calls', async () => {
    const site = await open({
      bundle: 'late',
      script: `
        Rollbar.info('before');
        Rollbar.configure({ context: 'checkout' });
        Rollbar.info('after');
        navigator.sendBeacon('/ready', '0');`,
    });
    await readyOf(site);
    site.releaseBundle();
    const items = await site.items(2);
    expect(new Map(items.map((item) => [said(item), item.data.context]))).toEqual(
      new Map([
        ['before', undefined],
        ['after', 'checkout'],
      ]),
    );
  });

  it('keeps configure for a bundle that comes after what happened was sent', async () => {
    const site = await open({
      bundle: 'late',
      script: `
        Rollbar.configure({ context: 'checkout' });
        Rollbar.info('sent by the snippet');`,
    });
    // The clock of the snippet.
    await site.items(1);
    site.releaseBundle();
    await site.loaded;
    await site.tab.eval(() => window.Rollbar.info?.('sent by the bundle'));
    const [, item] = await site.items(2);
    expect(item?.data.context).toBe('checkout');
  });

  it('hands on what is called on it by code that kept it', async () => {
    const { tab, items } = await open({ script: 'window.kept = window.Rollbar' });
    const [uuid, isReal] = await tab.eval(() => {
      const real: object | undefined = window.kept.configure?.({ context: 'kept' });
      return [
        window.kept.error?.(new Error('over the old reference')).uuid,
        real === window.Rollbar && window.kept !== window.Rollbar,
      ] as const;
    });
    expect(isReal).toBe(true);
    const [item] = await items(1);
    expect(item?.data).toMatchObject({ uuid, context: 'kept', notifier: { name: 'rollcage' } });
  });

  it('calls back those who called before the bundle came', async () => {
    const site = await open({
      bundle: 'late',
      script: `
        window.seen = [];
        var uuid = Rollbar.error('call me back', function (error, answer) {
          seen.push(error, answer);
        }).uuid;
        navigator.sendBeacon('/ready', JSON.stringify(uuid));`,
    });
    const uuid = await readyOf<string>(site);
    site.releaseBundle();
    expect(await site.tab.waitFor(() => window.seen.length && window.seen)).toEqual([
      null,
      { err: 0, result: { id: null, uuid } },
    ]);
  });

  it('sends by the clock while the bundle hangs, and nothing twice when it comes', async () => {
    const site = await open({
      bundle: 'late',
      script: `
        window.kept = window.Rollbar;
        var uuid = Rollbar.error(new Error('long ago')).uuid;
        navigator.sendBeacon('/ready', JSON.stringify({ uuid: uuid, at: Date.now() }));`,
    });
    const { uuid, at } = await readyOf<{ uuid: string; at: number }>(site);
    const [item] = await site.items(1);
    expect(item?.data.uuid).toBe(uuid);
    // Not before the bundle had its time.
    expect((site.collector.items[0]?.receivedAt ?? 0) - at).toBeGreaterThan(4_000);
    // The small one, without what only the bundle knows.
    expect(item?.data.client).toBeUndefined();

    site.releaseBundle();
    await site.tab.waitFor(() => window.Rollbar !== window.kept);
    await site.tab.eval(() => window.Rollbar.info?.('now'));
    expect((await site.items(2)).map(said)).toEqual(['long ago', 'now']);
    // The next beat of the clock, too.
    await site.tab.eval(() => new Promise((resolve) => setTimeout(resolve, 5_500)));
    expect(site.collector.requests.map(({ repeat }) => repeat)).toEqual([false, false]);
  });

  it('hands over what is still under way when the bundle comes, should it fail', async () => {
    const site = await open({
      bundle: 'late',
      script: `
        window.kept = window.Rollbar;
        navigator.sendBeacon('/ready', JSON.stringify(Rollbar.error('persistent').uuid));`,
    });
    site.collector.behave([{ delayMs: 1_500, reset: true }]);
    const uuid = await readyOf<string>(site);
    await site.collector.waitForRequests(1);
    site.releaseBundle();
    await site.tab.waitFor(() => window.Rollbar !== window.kept);
    expect(site.collector.items).toEqual([]);
    const [item] = await site.items(1);
    expect(item?.data).toMatchObject({ uuid, notifier: { name: 'rollcage' } });
  });

  it('holds the first hundred', async () => {
    const site = await open({
      bundle: 'late',
      config: { itemsPerMinute: 0 },
      script: `
        for (var i = 0; i < 150; i++) Rollbar.info('number ' + i);
        navigator.sendBeacon('/ready', JSON.stringify([Rollbar._h.length, Rollbar._l]));`,
    });
    expect(await readyOf(site)).toEqual([100, 50]);
    site.releaseBundle();
    const messages = (await site.items(100)).map(said);
    expect(new Set(messages)).toEqual(
      new Set(Array.from({ length: 100 }, (_, i) => `number ${i}`)),
    );
  });

  it('sends a hundred large ones by itself, more than a browser lets leave at once', async () => {
    const site = await open({
      bundle: '404',
      // Twice the 64 KiB that may be under way with keepalive.
      script: `
        var long = Array(1000).join('ü');
        for (var i = 0; i < 100; i++) Rollbar.error(new Error(i + ' ' + long));`,
    });
    const received = await site.collector.waitFor(100, { timeoutMs: 40_000 });
    const items = await site.items(100);
    expect(new Set(items.map((item) => parseInt(said(item) ?? '', 10))).size).toBe(100);
    expect(received).toHaveLength(100);
    expect(site.collector.requests.filter(({ repeat }) => repeat)).toEqual([]);
  });

  const cases: [option: Options, expected: string[]][] = [
    [{}, ['end', 'rejected', 'thrown', 'told']],
    [{ captureUncaught: false }, ['end', 'rejected', 'told']],
    [{ captureUnhandledRejections: false }, ['end', 'thrown', 'told']],
    [{ enabled: false }, []],
    [{ transmit: false }, []],
  ];
  describe.each(['served', '404'] as const)('with a bundle that is %s', (bundle) => {
    it.each(cases)('respects %j', async (config, expected) => {
      const { tab, collector } = await open({
        bundle,
        config,
        script: `
          Promise.reject(new Error('rejected'));
          Rollbar.info('told');
          throw new Error('thrown');`,
      });
      await tab.eval((endpoint) => {
        window.Rollbar.info?.('end');
        // The page's own last request to the collector: what comes at all came before.
        addEventListener('pagehide', () => navigator.sendBeacon(endpoint, 'the end'));
      }, collector.endpoint);
      if (expected.length) await collector.waitFor(expected.length);
      await tab.close();
      await collector.waitForRequests((all) => all.some(({ text }) => text === 'the end'));
      expect(collector.items.map(({ item }) => said(item)).sort()).toEqual(expected);
    });
  });

  it('goes by another name where the page asks for it', async () => {
    const { tab, items } = await open({
      config: { globalAlias: 'Boom' },
      script: `
        window.kept = [typeof Rollbar, typeof Boom];
        window.Rollbar = 'mine';
        Boom.info('early');`,
    });
    await tab.eval("Boom.info('later')");
    expect((await items(2)).map(said).sort()).toEqual(['early', 'later']);
    expect(await tab.eval('[kept, Rollbar]')).toEqual([['undefined', 'object'], 'mine']);
  });

  it('stands in a page twice without harm', async () => {
    const { tab, collector, pages } = await open({
      script: `${snippetText}; setTimeout(function () { throw new Error('once'); });`,
    });
    await tab.eval(() => window.Rollbar.info?.('end'));
    await collector.waitFor(2);
    await tab.close();
    expect(collector.requests.map(({ item }) => item && said(item)).sort()).toEqual([
      'end',
      'once',
    ]);
    expect(pages.requests.filter(({ path }) => path === bundlePath)).toHaveLength(1);
  });

  it('works where Trusted Types are required and its policy is allowed', async () => {
    const { tab, items } = await open({
      csp: true,
      trustedTypes: 'rollcage',
      script: "throw new Error('early')",
    });
    const [item] = await items(1);
    expect(item?.data).toMatchObject({ notifier: { name: 'rollcage' } });
    expect(await tab.eval(() => window.violations)).toEqual([]);
  });

  it('reports by itself where Trusted Types forbid its policy', async () => {
    const { items, pages } = await open({
      csp: true,
      trustedTypes: "'none'",
      script: "throw new Error('early')",
    });
    const [item] = await items(1);
    expect(item && said(item)).toBe('early');
    expect(item?.data.client).toBeUndefined();
    expect(pages.requests.map(({ path }) => path)).not.toContain(bundlePath);
  });

  it('reports by itself where nobody answers for the bundle', async () => {
    const { items } = await open({
      // The port of "discard", which browsers refuse to ask.
      config: { rollbarJsUrl: 'http://127.0.0.1:9/rollcage.js' },
      script: "throw new Error('early')",
    });
    expect((await items(1)).map(said)).toEqual(['early']);
  });

  const digest = (text: string) => `sha384-${createHash('sha384').update(text).digest('base64')}`;
  it.each([
    { integrity: digest(bundleText), isLoaded: true },
    { integrity: digest('another text'), isLoaded: false },
  ])('holds the bundle to its integrity: $isLoaded', async ({ integrity, isLoaded }) => {
    const { items } = await open({ config: { integrity }, script: "throw new Error('early')" });
    const [item] = await items(1);
    expect(item && said(item)).toBe('early');
    expect(item?.data.client !== undefined).toBe(isLoaded);
  });

  it('takes the bundle from another origin, and sends it no cookies', async () => {
    const cdn = await createPages();
    onTestFinished(() => cdn.close());
    cdn.set('/rollcage.js', {
      body: bundleText,
      type: 'text/javascript',
      headers: { 'access-control-allow-origin': '*' },
    });
    const { tab, items } = await open({
      config: { rollbarJsUrl: cdn.url('/rollcage.js'), integrity: digest(bundleText) },
      script: "throw new Error('early')",
    });
    expect((await items(1))[0]?.data.client).toBeDefined();
    const { headers } = await cdn.received('/rollcage.js');
    expect(headers.cookie).toBeUndefined();
    expect(headers.origin).toBe(await tab.eval('location.origin'));
  });
});
