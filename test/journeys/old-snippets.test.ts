import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Item } from '../../src/items-api';
import type { Options } from '../../src/options';
import type { Stats } from '../../src/surface';
import { engines, openBrowser } from '../support/browsers';
import type { Browser } from '../support/browsers';
import { openSite, said, tracesOf } from '../support/site';
import type { Site, SiteOptions } from '../support/site';
import { root } from '../support/sources';
import { until } from '../support/within';

/** The snippets as rollbar.js has published them. */
const published = ['rollbar', 'rollbar-2'].map((name) => {
  const file = (path: string): string =>
    readFileSync(join(root, 'node_modules', name, path), 'utf8');
  const { version } = JSON.parse(file('package.json')) as { version: string };
  return [version, file('dist/rollbar.snippet.js')] as const;
});

/** What a page with such a snippet says, as it captures nothing unless it is told to. */
const capturing = { captureUncaught: true, captureUnhandledRejections: true };

const classOf = (item: Item | undefined): string | undefined =>
  item && tracesOf(item)[0]?.exception.class;

/** What a page's script has sent to `/ready`. */
async function readyOf<T>({ pages }: Site): Promise<T> {
  return JSON.parse((await pages.received('/ready')).body) as T;
}

/** The script has taken over. */
const takenOver = ({ tab }: Site): Promise<unknown> => tab.waitFor('window._rollbarDidLoad');

/**
 * Everything the page has reported, in the order in which it was: nothing else was captured, and
 * nothing captured was dropped.
 */
async function reported(site: Site, alias = 'Rollbar'): Promise<Item[]> {
  const stats = await site.tab.waitFor<Stats | false>(
    `(({ waiting, ...stats }) => !waiting && stats)(${alias}.impl.stats())`,
  );
  const { captured, delivered, dropped } = stats as Stats;
  expect({ delivered, dropped }).toEqual({ delivered: captured, dropped: {} });
  const items = await site.items(captured);
  expect(site.collector.requests).toHaveLength(captured);
  return items;
}

describe.each(engines())('in %s', (engine) => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser(engine);
  });

  afterAll(() => browser.close());

  describe.each(published)('the full script behind the snippet of rollbar.js %s', (_, snippet) => {
    const open = ({ config, ...options }: SiteOptions): Promise<Site> =>
      openSite(browser, { oldSnippet: snippet, config: { ...capturing, ...config }, ...options });

    it('replays what happened before it came, in its order and with its time', async () => {
      const site = await open({
        bundle: 'late',
        script: `
          window.seen = [];
          _rollbarConfig.transform = function (data) { seen.push(data.uuid); };
          addEventListener('unhandledrejection', function () {
            navigator.sendBeacon('/ready', JSON.stringify(Date.now()));
          });
          Rollbar.info('told', { shelf: 7 });
          Rollbar.configure({ context: 'checkout' });
          Rollbar.error('with an error', new SyntaxError('logged'), function (error, answer) {
            window.answer = answer;
          });
          Promise.reject(new RangeError('rejected'));
          throw new TypeError('thrown');`,
      });
      const second = Math.floor((await readyOf<number>(site)) / 1000);
      await until(() => Date.now() >= (second + 2) * 1000, 5_000, 'The clock stands still');
      expect(site.collector.requests).toEqual([]);
      site.releaseBundle();
      await takenOver(site);

      const items = await reported(site);
      const seen = (await site.tab.eval(() => window.seen)) as string[];
      const inOrder = seen.map((uuid) => items.find(({ data }) => data.uuid === uuid));
      expect(inOrder.map((item) => item && [said(item), classOf(item), item.data.level])).toEqual([
        ['told', undefined, 'info'],
        ['logged', 'SyntaxError', 'error'],
        ['thrown', 'TypeError', 'error'],
        ['rejected', 'RangeError', 'error'],
      ]);
      expect(inOrder.map((item) => item?.data.context)).toEqual([
        undefined,
        'checkout',
        'checkout',
        'checkout',
      ]);
      expect(inOrder[0]?.data.custom).toEqual({ shelf: 7 });
      for (const { data } of items) expect([second - 1, second]).toContain(data.timestamp);
      expect(await site.tab.eval('answer')).toEqual({
        err: 0,
        result: { id: null, uuid: inOrder[1]?.data.uuid },
      });
    });

    it('reports once what happens after it has come, whoever is called', async () => {
      const site = await open({
        script: 'var kept = Rollbar, critical = Rollbar.critical.bind(Rollbar);',
      });
      await takenOver(site);
      // A text has no identity by which a second report of it would be known.
      await site.tab.eval(`void setTimeout(() => { throw 'a thrown text'; })`);
      await site.tab.eval(`void setTimeout(() => { throw new TypeError('thrown'); })`);
      await site.tab.eval(`void Promise.reject('a mere reason')`);
      await site.tab.eval(`void setTimeout(() => Promise.reject(new RangeError('rejected')))`);
      await site.tab.waitFor(`Rollbar.impl.stats().captured === 4`);
      const uuids = await site.tab.eval<string[]>(
        `[Rollbar.info('called'), kept.warn('kept'), critical('bound')].map(({ uuid }) => uuid)`,
      );
      const items = await reported(site);
      expect(new Map(items.map((item) => [said(item), item.data.level]))).toEqual(
        new Map([
          ['a thrown text', 'error'],
          ['thrown', 'error'],
          ['a mere reason', 'error'],
          ['rejected', 'error'],
          ['called', 'info'],
          ['kept', 'warning'],
          ['bound', 'critical'],
        ]),
      );
      expect(items.map(({ data }) => data.uuid)).toEqual(expect.arrayContaining(uuids));
      expect(
        await site.tab.eval(`Promise.all([
          kept === Rollbar,
          kept.impl instanceof rollbar,
          _rollbarDidLoad,
          _rollbarInitialized,
          _rollbarStartTime <= Date.now(),
          kept.flush(2000),
          kept.stats().captured === 7,
        ])`),
      ).toEqual(Array(7).fill(true));
    });

    it('leaves the page the handler it had before the snippet', async () => {
      const site = await open({
        early: `
          var handled = [];
          onerror = function (message) { handled.push(message); return true; };
          var before = onerror;`,
      });
      await takenOver(site);
      expect(await site.tab.eval('onerror === before')).toBe(true);
      await site.tab.eval(`void setTimeout(() => { throw 'a thrown text'; })`);
      await site.tab.waitFor('handled.length');
      expect((await reported(site)).map(said)).toEqual(['a thrown text']);
      expect(await site.tab.eval('handled.length')).toBe(1);
    });

    it('reports once where the page has put its handler over the snippet’s', async () => {
      const site = await open({
        script: `
          var handled = [], below = onerror;
          onerror = function (message) { handled.push(message); below.apply(this, arguments); };
          throw 'before';`,
      });
      await takenOver(site);
      await site.tab.eval(`void setTimeout(() => { throw 'after'; })`);
      await site.tab.waitFor('handled.length === 2');
      expect((await reported(site)).map(said).sort()).toEqual(['after', 'before']);
    });

    it('tells with an error the context of the function that the snippet has wrapped', async () => {
      const site = await open({
        bundle: 'late',
        script: `
          var fail = Rollbar.wrap(function (text) { throw new Error(text); }, { order: 17 });
          addEventListener('error', function () { navigator.sendBeacon('/ready', '0'); });
          fail('before');`,
      });
      await readyOf(site);
      site.releaseBundle();
      await takenOver(site);
      await site.tab.eval(`void setTimeout(() => fail('after'))`);
      await site.tab.waitFor(`Rollbar.impl.stats().captured === 2`);
      // One that is caught says nothing of the next.
      await site.tab.eval(`(() => { try { fail('caught'); } catch {} })()`);
      await site.tab.eval(`void setTimeout(() => { throw new Error('another'); })`);
      await site.tab.waitFor(`Rollbar.impl.stats().captured === 3`);
      expect(new Map((await reported(site)).map((item) => [said(item), item.data.custom]))).toEqual(
        new Map<string, unknown>([
          ['before', { order: 17 }],
          ['after', { order: 17 }],
          ['another', undefined],
        ]),
      );
    });

    it('wraps functions after it has come, too', async () => {
      const site = await open({ script: 'var kept = Rollbar;' });
      await takenOver(site);
      await site.tab.eval(`void setTimeout(kept.wrap(() => {
        throw new Error('wrapped');
      }, { order: 17 }))`);
      await site.tab.waitFor(`Rollbar.impl.stats().captured`, { withinMs: 3_000 });
      const [item] = await reported(site);
      expect(item && [said(item), item.data.custom]).toEqual(['wrapped', { order: 17 }]);
    });

    it('lets the page remove listeners the snippet has it wrap', async () => {
      const site = await open({
        config: { wrapGlobalEventHandlers: true } as Options,
        script: `
          var heard = [];
          var [early, late] = ['early', 'late'].map((name) => () => heard.push(name));
          addEventListener('ping', early);`,
      });
      await takenOver(site);
      await site.tab.eval(`void addEventListener('ping', late)`);
      await site.tab.eval(`void dispatchEvent(new Event('ping'))`);
      await site.tab.eval(`[early, late].forEach((each) => removeEventListener('ping', each))`);
      await site.tab.eval(`void dispatchEvent(new Event('ping'))`);
      expect(await site.tab.eval('heard')).toEqual(['early', 'late']);
    });

    it('captures nothing that the page has told the snippet not to', async () => {
      const site = await open({
        config: { captureUncaught: false, captureUnhandledRejections: false },
        script: `Promise.reject(new Error('rejected')); throw new Error('thrown');`,
      });
      await takenOver(site);
      await site.tab.eval(`void setTimeout(() => {
        Promise.reject('rejected');
        setTimeout(() => Rollbar.info('called'));
        throw 'thrown';
      })`);
      await site.tab.waitFor(`Rollbar.impl.stats().captured`);
      expect((await reported(site)).map(said)).toEqual(['called']);
    });

    it('goes by the name the page has given the snippet', async () => {
      const site = await open({
        config: { globalAlias: 'Boom' },
        script: `
          var Rollbar = 'mine';
          Boom.info('early');
          throw 'thrown';`,
      });
      await takenOver(site);
      await site.tab.eval(`void Boom.info('later')`);
      const items = await reported(site, 'Boom');
      expect(items.map(said).sort()).toEqual(['early', 'later', 'thrown']);
      expect(await site.tab.eval('Rollbar')).toBe('mine');
    });
  });
});

describe.each(published)('the full script behind the snippet of rollbar.js %s', (_, snippet) => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser('chromium');
  });

  afterAll(() => browser.close());

  const open = (options: SiteOptions): Promise<Site> =>
    openSite(browser, { oldSnippet: snippet, ...options });

  it('serves each notifier the page has made before the class came', async () => {
    const site = await open({
      bundle: 'late',
      script: `
        var { accessToken, ...own } = _rollbarConfig;
        var another = new rollbar({ ...own, captureUncaught: false, accessToken: 'another' });
        another.info('to the other');
        Rollbar.info('to the first');
        navigator.sendBeacon('/ready', '0');`,
    });
    await readyOf(site);
    site.releaseBundle();
    const items = await site.items(2);
    expect(new Map(items.map((item) => [said(item), item.access_token]))).toEqual(
      new Map([
        ['to the other', 'another'],
        ['to the first', 'a-token'],
      ]),
    );
  });

  it('serves what was behind the wrapper, for who kept that', async () => {
    const site = await open({ script: 'var behind = Rollbar.impl;' });
    await takenOver(site);
    await site.tab.eval(`void behind.info('called behind the wrapper')`);
    expect((await reported(site)).map(said)).toEqual(['called behind the wrapper']);
  });

  it('stands in a page twice without harm', async () => {
    const site = await open({
      config: capturing,
      script: `${snippet}; throw 'once';`,
      body: '<script src="/dist/rollcage.full.min.js"></script>',
    });
    await takenOver(site);
    await site.loaded;
    await site.tab.eval(`void Rollbar.info('end')`);
    expect((await reported(site)).map(said).sort()).toEqual(['end', 'once']);
  });
});
