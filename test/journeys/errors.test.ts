import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Item } from '../../src/items-api';
import type { Options } from '../../src/options';
import { notifier } from '../../src/version';
import { engines, openBrowser } from '../support/browsers';
import type { Browser } from '../support/browsers';
import { frameIn } from '../support/calls';
import type { Columns } from '../support/calls';
import { openSite, run, said, tracesOf } from '../support/site';
import type { Site, SiteOptions } from '../support/site';

/** `/page.js`. Lines and columns count: the tests below name them. */
const script = `function order() {
  pay();
}
function pay() {
  charge('card');
}
function charge(how) {
  throw new RangeError('No ' + how);
}
function promise() {
  Promise.reject(new TypeError('Broken'));
}
function rejectText() {
  Promise.reject('out of stock');
}
function rejectObject() {
  Promise.reject({ code: 17, why: 'declined' });
}
function rejectNothing() {
  Promise.reject();
}
function throwText() {
  throw 'out of stock';
}
function throwNothing() {
  throw undefined;
}
function throwObject() {
  throw { code: 17, why: 'declined' };
}
function call() {
  seen = [Rollbar.critical('By hand', new Error('Empty'), { shelf: { id: 7 } }, note)];
}
function note(error, answer) {
  seen.push(error, answer);
}
function causes() {
  const first = new TypeError('first');
  const second = new RangeError('second', { cause: first });
  first.cause = second;
  Rollbar.error(new Error('third', { cause: second }));
}
`;

describe.each(engines())('in %s', (engine) => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser(engine);
  });

  afterAll(() => browser.close());

  const open = (options?: SiteOptions) => openSite(browser, { script, ...options });

  const frame = (site: Site, method: string, lineno: number, columns: Columns) =>
    frameIn(engine, site.pages.url('/page.js'))([method, lineno, columns]);

  it('gives an uncaught error three calls deep, each exact, the newest last', async () => {
    const site = await open();
    await run(site, 'order');
    const [item] = await site.items(1);
    expect(item?.data).toMatchObject({ level: 'error', platform: 'browser' });
    expect(tracesOf(item as Item)[0]).toEqual({
      frames: [
        frame(site, 'order', 2, { chromium: 3, firefox: 3, webkit: 6 }),
        frame(site, 'pay', 5, { chromium: 3, firefox: 9, webkit: 9 }),
        frame(site, 'charge', 8, { chromium: 9, firefox: 9, webkit: 23 }),
      ],
      exception: {
        class: 'RangeError',
        message: 'No card',
        description: engine === 'chromium' ? 'Uncaught RangeError: No card' : 'RangeError: No card',
      },
    });
  });

  it('gives a rejection with an Error', async () => {
    const site = await open();
    await run(site, 'promise');
    const [item] = await site.items(1);
    expect(item?.data.level).toBe('error');
    expect(tracesOf(item as Item)[0]).toEqual({
      frames: [frame(site, 'promise', 11, { chromium: 18, firefox: 18, webkit: 31 })],
      exception: { class: 'TypeError', message: 'Broken' },
    });
  });

  interface Odd {
    does: string;
    message: string | RegExp;
    custom?: object;
    /** Where the browser says it was; of a rejection it says nothing. */
    at?: [lineno: number, columns: Columns];
  }
  const odd: Odd[] = [
    { does: 'rejectText', message: 'out of stock' },
    {
      does: 'rejectObject',
      message: 'Object with keys: code, why',
      custom: { code: 17, why: 'declined' },
    },
    { does: 'rejectNothing', message: 'Promise rejected with undefined' },
    {
      does: 'throwText',
      message: 'out of stock',
      at: [23, { chromium: 3, firefox: 3, webkit: 23 }],
    },
    {
      does: 'throwNothing',
      // The engine's own words.
      message: /undefined$/,
      at: [26, { chromium: 3, firefox: 3, webkit: 18 }],
    },
    {
      does: 'throwObject',
      message: 'Object with keys: code, why',
      custom: { code: 17, why: 'declined' },
      at: [29, { chromium: 3, firefox: 21, webkit: 38 }],
    },
  ];
  it.each(odd)('gives what is no Error: $does', async ({ does, message, custom, at }) => {
    const site = await open();
    await run(site, does);
    const [item] = await site.items(1);
    const [trace] = tracesOf(item as Item);
    expect(trace?.exception).toMatchObject({
      class: '(unknown)',
      message: message instanceof RegExp ? expect.stringMatching(message) : message,
    });
    expect(trace?.frames).toEqual(at ? [frame(site, '[anonymous]', ...at)] : []);
    expect(item?.data.custom).toEqual(custom);
  });

  it('gives a call with message, error, custom data and callback', async () => {
    const site = await open();
    await run(site, 'call');
    const [item] = await site.items(1);
    expect(item?.data).toMatchObject({ level: 'critical', custom: { shelf: { id: 7 } } });
    expect(tracesOf(item as Item)[0]).toEqual({
      frames: [frame(site, 'call', 32, { chromium: 39, firefox: 39, webkit: 48 })],
      exception: { class: 'Error', message: 'Empty', description: 'By hand' },
    });
    const uuid = item?.data.uuid;
    await site.tab.waitFor('seen.length > 1');
    // Once: another call and its answer would have pushed more.
    await site.tab.eval(() => new Promise((done) => window.Rollbar.info?.('later', done)));
    expect(await site.tab.eval('seen')).toEqual([
      { uuid },
      null,
      { err: 0, result: { id: null, uuid } },
    ]);
  });

  it('gives an error with its causes, the outermost first, and ends where they turn', async () => {
    const site = await open();
    await run(site, 'causes');
    const [item] = await site.items(1);
    const traces = tracesOf(item as Item);
    expect(traces.map(({ exception }) => exception)).toEqual([
      { class: 'Error', message: 'third' },
      { class: 'RangeError', message: 'second' },
      { class: 'TypeError', message: 'first' },
    ]);
    expect(traces.map(({ frames }) => frames)).toEqual([
      [frame(site, 'causes', 41, { chromium: 17, firefox: 17, webkit: 26 })],
      [frame(site, 'causes', 39, { chromium: 18, firefox: 18, webkit: 32 })],
      [frame(site, 'causes', 38, { chromium: 17, firefox: 17, webkit: 30 })],
    ]);
  });

  it('gives a message', async () => {
    const site = await open();
    await site.tab.eval(() => window.Rollbar.info?.('Checkout opened'));
    const [item] = await site.items(1);
    expect(item?.data.level).toBe('info');
    expect(item?.data.body).toMatchObject({ message: { body: 'Checkout opened' } });
  });

  it('tells where, when, who and in what it happened', async () => {
    const site = await open({
      search: '?step=2#pay',
      config: {
        environment: 'staging',
        codeVersion: '1.2.3',
        framework: 'none',
        context: 'checkout#pay',
        person: { id: '42', username: 'ann', email: 'ann@example.com' },
        payload: {
          fingerprint: 'the-one',
          title: 'A title',
          client: { javascript: { source_map_enabled: true } },
          custom: { build: 7 },
        },
      },
    });
    const [before, page, after] = await site.tab.eval(() => {
      const before = Date.now();
      window.Rollbar.error?.(new Error('whole'), { order: 17 });
      return [
        before,
        {
          browser: navigator.userAgent,
          language: navigator.language,
          cookie_enabled: navigator.cookieEnabled,
          screen: { width: screen.width, height: screen.height },
          viewport: { width: innerWidth, height: innerHeight },
        },
        Date.now(),
      ] as const;
    });
    const [item] = await site.items(1);
    const { body, timestamp, uuid, ...data } = (item as Item).data;
    expect(item?.access_token).toBe('a-token');
    expect(data).toEqual({
      environment: 'staging',
      level: 'error',
      code_version: '1.2.3',
      platform: 'browser',
      language: 'javascript',
      framework: 'none',
      context: 'checkout#pay',
      request: {
        url: site.pages.url('/?step=2#pay'),
        query_string: '?step=2',
        user_ip: '$remote_ip',
      },
      person: { id: '42', username: 'ann', email: 'ann@example.com' },
      client: {
        javascript: { ...page, code_version: '1.2.3', source_map_enabled: true },
        runtime_ms: expect.any(Number),
        timestamp,
      },
      server: {},
      custom: { order: 17, build: 7 },
      fingerprint: 'the-one',
      title: 'A title',
      notifier: { ...notifier, diagnostic: { original_arg_types: ['error', 'object'] } },
    });
    expect(timestamp).toBeGreaterThanOrEqual(Math.floor(before / 1000));
    expect(timestamp).toBeLessThanOrEqual(Math.floor(after / 1000));
    expect(uuid).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect(body).toHaveProperty('trace');
  });

  const addresses: [Options['captureIp'], string | undefined][] = [
    [true, '$remote_ip'],
    ['anonymize', '$remote_ip_anonymize'],
    [false, undefined],
  ];
  it.each(addresses)('leaves the address with captureIp %s as %s', async (captureIp, expected) => {
    const site = await open({ config: { captureIp: captureIp as boolean } });
    await site.tab.eval(() => window.Rollbar.info?.('who'));
    const [item] = await site.items(1);
    expect(item?.data.request?.user_ip).toBe(expected);
  });

  it('leaves the page what it has of its errors', async () => {
    // The same with and without a notifier: what handlers get, what events are, what is logged.
    const watch = `
      var seen = [];
      ['debug', 'log', 'info', 'warn', 'error'].forEach(function (method) {
        console[method] = function () { seen.push([method].concat([].slice.call(arguments))); };
      });
      var natives = [fetch, setTimeout, addEventListener, Promise.prototype.then, history.pushState];
      window.onerror = function (message, url, line, column, error) {
        seen.push(['onerror', message, url, line, column, String(error), arguments.length]);
        return isHandled;
      };
      addEventListener('error', function (event) { seen.push(['error', event.defaultPrevented]); });
      addEventListener('unhandledrejection', function (event) {
        seen.push(['rejection', event.reason, event.defaultPrevented]);
        if (isHandled) event.preventDefault();
      });
      var isHandled = false;
      function handled() { isHandled = true; }
      function end() {
        seen.push(natives.map(function (native) { return /\\[native code\\]/.test(native); }));
        seen.push([onerror, onunhandledrejection].map(function (on) { return typeof on; }));
      }`;
    const site = await open({ script: script + watch });
    site.pages.set('/plain', '<!doctype html><script src="/page.js"></script>');
    const story = async () => {
      for (const name of ['order', 'rejectText', 'handled', 'order', 'rejectText', 'end']) {
        await run(site, name);
        // One after the other: a rejection is told later than an error.
        await site.tab.eval(() => new Promise((done) => setTimeout(done, 20)));
      }
      return site.tab.waitFor(() => window.seen.length >= 8 && window.seen);
    };
    const withNotifier = await story();
    // Also the errors that the page calls handled.
    expect((await site.items(4)).map(said).sort()).toEqual([
      'No card',
      'No card',
      'out of stock',
      'out of stock',
    ]);
    expect(site.tab.console.filter((line) => line.includes('ollcage'))).toEqual([]);
    await site.tab.goto(site.pages.url('/plain'));
    expect(withNotifier).toEqual(await story());
    expect(withNotifier).toHaveLength(8);
  });
});
