import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { levels } from '../../src/items-api';
import type { Item } from '../../src/items-api';
import type { Dropped } from '../../src/shapes';
import { engines, openBrowser, openUndriven } from '../support/browsers';
import type { Browser, Engine, Tab } from '../support/browsers';
import { createJourneyTable } from '../support/journey-table';
import { errors, goOnline, keysIn, openScene, statsIn } from '../support/scenario';
import type { Scene, SceneOptions } from '../support/scenario';
import { said } from '../support/site';

interface Scenario extends SceneOptions {
  name: string;
  /** Engines that cannot, and why. */
  not?: Partial<Record<Engine, string>>;
  /** Engines that live through something else in its place, and what. */
  but?: Partial<Record<Engine, string>>;
  /** In Chromium alone: the engine is not what it is about. */
  isOnce?: boolean;
  /** Not beside others: browsers keep few pages in the back/forward cache, over all tabs. */
  isAlone?: boolean;
  /** `note` counts what has arrived so far. Gives back how many it captured, if it was another number. */
  play(scene: Scene, note: (when: string) => void): Promise<number | void>;
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const reportAll = (tab: Tab) => tab.eval(`report(${errors})`);

/** Everything this tab has reported has come to its end. */
const nothingWaits = (tab: Tab) => tab.waitFor('Rollbar.stats().waiting === 0');

/** No item lies in the storage of this origin any more. */
const nothingLeft = (tab: Tab) =>
  tab.waitFor(`!Object.keys(localStorage).some((key) => /^rollcage:/.test(key))`, {
    withinMs: 100_000,
  });

/** Reports everything while the collector is away. */
async function reportInTheDark(scene: Scene, tab: Tab): Promise<void> {
  await scene.collector.stop();
  await reportAll(tab);
  expect(await statsIn(tab)).toMatchObject({ delivered: 0, waiting: errors });
}

/** To the other page by its link, and there. */
async function go(tab: Tab, name: 'next' | 'without'): Promise<void> {
  await tab.click(`#${name}`);
  await tab.waitFor(`location.pathname === '/${name}' && document.readyState === 'complete'`);
}

const withoutLocks = 'delete Navigator.prototype.locks;';
const withoutKeepalive = `
  var realFetch = fetch;
  fetch = function (url, options) {
    return realFetch(url, Object.assign({}, options, { keepalive: false }));
  };`;
const withoutStorage = `
  Object.defineProperty(window, 'localStorage', {
    get: function () { throw new DOMException('The operation is insecure.', 'SecurityError'); },
  });`;
const withFullStorage = `
  for (var size = 1 << 20, i = 0; size; ) {
    try { localStorage.setItem('page' + i++, 'x'.repeat(size)); } catch (e) { size >>= 1; }
  }
  while (i--) try { localStorage.setItem('y'.repeat(i + 1), ''); } catch (e) {}`;
/** A clock that can be set: `shift`, in milliseconds. */
const withClock = `
  var shift = 0;
  var RealDate = Date;
  Date = class extends RealDate {
    constructor(...parts) {
      super(...(parts.length ? parts : [RealDate.now() + shift]));
    }
    static now() { return RealDate.now() + shift; }
  };`;

const normal: Scenario['play'] = async (scene) => {
  const tab = await scene.visit();
  await reportAll(tab);
  await scene.arrives();
  expect(await statsIn(tab)).toMatchObject({ captured: errors, delivered: errors, waiting: 0 });
};

/** The page is gone, and another comes: of what it could not be told, that one sends it again. */
async function nextVisit(scene: Scene, path: string, note: (when: string) => void): Promise<void> {
  await scene.soFar();
  note('before the next visit');
  await nothingLeft(await scene.visit(path));
  await scene.arrives({ repeated: { atMost: errors } });
}

const reportsOnClick = `
if (location.pathname === '/') addEventListener('click', function () { report(${errors}); });`;
const clicked: Scenario['play'] = async (scene) => {
  const tab = await scene.visit();
  await go(tab, 'next');
  await nothingLeft(tab);
  await scene.arrives({ repeated: { atMost: errors } });
};

const twoTabs: Scenario['play'] = async (scene) => {
  const [one, two] = [await scene.visit(), await scene.visit()];
  await scene.collector.stop();
  await one.eval(`report(${errors / 2})`);
  await two.eval(`report(${errors / 2}, ${errors / 2})`);
  await scene.collector.start();
  await Promise.all([goOnline(one), goOnline(two)]);
  await scene.arrives();
  await nothingWaits(one);
  await nothingWaits(two);
};

const twoHeirs: Scenario['play'] = async (scene) => {
  const dead = await scene.visit();
  await reportInTheDark(scene, dead);
  await dead.close();
  const heirs = [await scene.visit('/without'), await scene.visit('/without')];
  expect(await keysIn(heirs[0] as Tab)).toHaveLength(errors);
  await scene.collector.start();
  await Promise.all(
    heirs.map((tab) => tab.eval('void setTimeout(function () { location.href = "/"; }, 200)')),
  );
  await scene.arrives();
};

/** For pages that nobody drives, what they do when they have loaded: by their fragment. */
const bySelf = `
addEventListener('load', function () {
  if (location.hash === '#report') {
    report(${errors});
    fetch('/reported?' + JSON.stringify(Rollbar.stats()));
  }
  if (location.hash === '#deliver') (function look() {
    if (Object.keys(localStorage).some((key) => /^rollcage:/.test(key))) setTimeout(look, 100);
    else fetch('/nothing-left');
  })();
});`;

const killed: Scenario['play'] = async (scene, note) => {
  const { collector, pages } = scene;
  const own = await scene.keep(openUndriven(scene.browser));
  collector.behave({ delayMs: 500 });
  own.visit(pages.url('/#report'));
  await collector.waitForRequests(4, { timeoutMs: 30_000 });
  await own.killPages();
  note('when it died');
  expect(collector.items.length).toBeLessThan(errors);
  collector.behave();
  own.visit(pages.url('/#deliver'));
  await pages.received('/nothing-left', 100_000);
  // Two are under way at a time, and those two nobody could be told of.
  await scene.arrives({ repeated: { atMost: 2 } });
};

const reopened = async (scene: Scene, profile: string): Promise<void> => {
  const first = await scene.keep(openBrowser(scene.engine, { profile }));
  const tab = await scene.visit('/', first);
  await tab.setOffline?.(true);
  await reportAll(tab);
  expect(await statsIn(tab)).toMatchObject({ delivered: 0, waiting: errors });
  await first.close();
  const second = await scene.keep(openBrowser(scene.engine, { profile }));
  await scene.visit('/', second);
  await scene.arrives();
  await second.close();
};

const reopenedUndriven = async (scene: Scene, profile: string): Promise<void> => {
  const { collector, pages } = scene;
  await collector.stop();
  const first = await scene.keep(openUndriven(scene.browser, { profile }));
  first.visit(pages.url('/#report'));
  const { query } = await pages.received('/reported', 30_000);
  expect(JSON.parse(decodeURIComponent(query.slice(1)))).toMatchObject({
    delivered: 0,
    waiting: errors,
  });
  await first.close();
  await collector.start();
  const second = await scene.keep(openUndriven(scene.browser, { profile }));
  second.visit(pages.url('/#deliver'));
  await pages.received('/nothing-left', 30_000);
  await scene.arrives();
  await second.close();
};

/** The longest first: the others play meanwhile. */
const scenarios: Scenario[] = [
  {
    name: '503 for 20 s',
    async play(scene) {
      const tab = await scene.visit();
      scene.collector.behave({ status: 503 });
      await reportAll(tab);
      await sleep(20_000);
      scene.collector.behave();
      await scene.arrives({ withinMs: 110_000 });
    },
  },
  {
    name: 'without Web Locks: tab killed in the middle of sending',
    isOnce: true,
    early: withoutLocks,
    script: bySelf,
    config: { timeout: 1_000 },
    play: killed,
  },
  {
    // What the page that was left has begun, the next one holds for under way for a minute.
    name: 'without Web Locks: click that leads to the next page',
    isOnce: true,
    early: withoutLocks,
    script: reportsOnClick,
    config: { timeout: 1_000 },
    play: clicked,
  },
  { name: 'normal', play: normal },
  {
    name: 'offline, then online in the same page',
    not: { webkit: 'its driver cannot cut the network' },
    async play(scene) {
      const tab = await scene.visit('/', await scene.keep(scene.browser.isolated()));
      await tab.setOffline?.(true);
      await reportAll(tab);
      expect(await statsIn(tab)).toMatchObject({ delivered: 0, waiting: errors });
      await tab.setOffline?.(false);
      await scene.arrives();
      await nothingWaits(tab);
    },
  },
  {
    name: 'server gone, then back in the same page',
    async play(scene) {
      const tab = await scene.visit();
      await reportInTheDark(scene, tab);
      await scene.collector.start();
      await scene.arrives();
      await nothingWaits(tab);
    },
  },
  {
    name: 'offline, browser closed, profile reopened online',
    but: { webkit: 'the server was gone instead of the network' },
    script: bySelf,
    async play(scene) {
      const profile = mkdtempSync(join(tmpdir(), 'rollcage-reopened-'));
      try {
        // Driven, WebKit keeps no profile.
        await (scene.engine === 'webkit' ? reopenedUndriven : reopened)(scene, profile);
      } finally {
        rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
      }
    },
  },
  {
    name: 'tab closed right after the errors',
    async play(scene, note) {
      const tab = await scene.visit();
      await reportAll(tab);
      await tab.close();
      expect(await scene.soFar()).toBe(errors);
      await nextVisit(scene, '/', note);
    },
  },
  {
    name: 'click that leads to the next page',
    script: reportsOnClick,
    play: clicked,
  },
  {
    name: 'errors inside pagehide',
    script: `
if (location.pathname === '/') addEventListener('pagehide', function () { report(${errors}); });`,
    async play(scene, note) {
      const tab = await scene.visit();
      await tab.close();
      expect(await scene.soFar()).toBe(errors);
      await nextVisit(scene, '/next', note);
    },
  },
  {
    name: '500 three times',
    async play(scene) {
      scene.collector.behave([{ status: 500, times: 3 }]);
      await reportAll(await scene.visit());
      await scene.arrives();
    },
  },
  {
    name: '500 three times for each item, `retryInterval` 50 ms',
    config: { retryInterval: 50 },
    async play(scene) {
      scene.collector.behave({ status: 500, times: 3, each: true });
      await reportAll(await scene.visit());
      await scene.arrives();
      expect(scene.collector.requests).toHaveLength(4 * errors);
    },
  },
  {
    name: '429 with Retry-After 2 s, three times',
    async play(scene) {
      scene.collector.behave([{ status: 429, retryAfter: 2, times: 3 }]);
      await reportAll(await scene.visit());
      await scene.arrives();
    },
  },
  {
    name: 'connection reset four times',
    async play(scene) {
      scene.collector.behave([{ reset: true, times: 4 }]);
      await reportAll(await scene.visit());
      await scene.arrives({ withinMs: 40_000 });
    },
  },
  {
    name: 'connection reset for each item, `retryInterval` 50 ms',
    config: { retryInterval: 50 },
    async play(scene) {
      scene.collector.behave({ reset: true, times: 1, each: true });
      await reportAll(await scene.visit());
      await scene.arrives();
    },
  },
  {
    name: 'server that never answers, three times, `timeout` 3 s',
    // Longer than a busy machine takes for an answer: what is taken for lost is sent again.
    config: { timeout: 3_000 },
    async play(scene) {
      scene.collector.behave([{ hang: true, times: 3 }]);
      await reportAll(await scene.visit());
      await scene.arrives();
    },
  },
  {
    name: 'CORS refused three times, then allowed',
    async play(scene) {
      scene.collector.behave([{ cors: false, times: 3 }]);
      await reportAll(await scene.visit());
      // The server has taken what the page could not be told of.
      await scene.arrives({ repeated: { exactly: 3 } });
    },
  },
  { name: 'two tabs with queued items, coming online together', play: twoTabs },
  { name: 'two tabs opened together that find the items of a dead one', play: twoHeirs },
  {
    name: 'tab killed in the middle of sending',
    script: bySelf,
    play: killed,
  },
  {
    name: '`localStorage` that throws on access',
    early: withoutStorage,
    async play(scene) {
      const tab = await scene.visit();
      await reportInTheDark(scene, tab);
      await scene.collector.start();
      await scene.arrives();
    },
  },
  {
    name: 'sandboxed frame',
    script: `if (parent !== self) addEventListener('load', function () { report(${errors}); });`,
    async play(scene) {
      scene.pages.set('/frame', '<!doctype html><iframe sandbox="allow-scripts" src="/"></iframe>');
      await scene.visit('/frame');
      await scene.arrives();
    },
  },
  {
    name: 'quota full',
    early: withFullStorage,
    async play(scene) {
      const tab = await scene.visit();
      await reportInTheDark(scene, tab);
      expect(await keysIn(tab)).toEqual([]);
      await scene.collector.start();
      await scene.arrives();
    },
  },
  {
    name: '`localStorage` cleared while they wait',
    async play(scene) {
      const tab = await scene.visit();
      await reportInTheDark(scene, tab);
      expect(await keysIn(tab)).toHaveLength(errors);
      await tab.eval(() => localStorage.clear());
      await scene.collector.start();
      await scene.arrives();
      expect(await keysIn(tab)).toEqual([]);
    },
  },
  {
    name: 'clock back by a day while they wait',
    early: withClock,
    async play(scene) {
      const tab = await scene.visit();
      scene.collector.behave({ status: 503 });
      await reportAll(tab);
      await scene.collector.waitForRequests(2);
      await tab.eval('void (shift = -86400000)');
      scene.collector.behave();
      await scene.arrives();
    },
  },
  {
    name: '413 once for each item',
    async play(scene) {
      scene.collector.behave({ status: 413, times: 1, each: true });
      await reportAll(await scene.visit());
      await scene.arrives();
      expect(scene.collector.requests).toHaveLength(2 * errors);
    },
  },
  {
    name: 'token refused, then corrected by `configure`',
    token: 'the-right-one',
    async play(scene) {
      const tab = await scene.visit();
      await reportAll(tab);
      await waitForAnyToken(tab);
      await tab.eval(() => void window.Rollbar.configure?.({ accessToken: 'the-right-one' }));
      await scene.arrives();
    },
  },
  {
    name: 'token refused, tab closed, next page has the right one',
    token: 'the-right-one',
    async play(scene) {
      const tab = await scene.visit();
      await reportAll(tab);
      await waitForAnyToken(tab);
      await tab.close();
      scene.page('/right', { config: { accessToken: 'the-right-one' } });
      await scene.visit('/right');
      await scene.arrives();
    },
  },
  { name: 'without Web Locks: normal', isOnce: true, early: withoutLocks, play: normal },
  {
    name: 'without Web Locks: two tabs with queued items, coming online together',
    isOnce: true,
    early: withoutLocks,
    play: twoTabs,
  },
  {
    name: 'without Web Locks: two tabs opened together that find the items of a dead one',
    isOnce: true,
    early: withoutLocks,
    play: twoHeirs,
  },
  { name: 'without keepalive: normal', isOnce: true, early: withoutKeepalive, play: normal },
  {
    name: 'without keepalive: tab closed right after the errors',
    isOnce: true,
    early: withoutKeepalive,
    // How much leaves with the tab is luck.
    async play(scene, note) {
      const tab = await scene.visit();
      await reportAll(tab);
      await tab.close();
      await nextVisit(scene, '/', note);
    },
  },
  {
    name: 'room for 5 (`maxWaitingItems`)',
    config: { maxWaitingItems: 5 },
    async play(scene) {
      const tab = await scene.visit();
      await scene.collector.stop();
      // The first two are under way when the others come, and nothing ends an item under way.
      await tab.eval(
        (names: string[]) => {
          for (let i = 0; i < 20; i++) {
            const level = i < 2 ? 'critical' : (names[i % 4] as string);
            window.Rollbar[level]?.(new Error(`number ${i}`));
          }
        },
        levels.slice(0, 4),
      );
      await goOnline(tab);
      await tab.waitFor('Rollbar.stats().waiting === 5');
      expect(await statsIn(tab)).toMatchObject({ captured: errors, dropped: { evicted: 15 } });
      await scene.collector.start();
      await scene.arrives({ delivered: 5 });
      // Two critical ones, and the newest three of the next level.
      expect(scene.collector.items.map(({ item }) => said(item)).sort()).toEqual(
        [0, 1, 11, 15, 19].map((i) => `number ${i}`).sort(),
      );
      await tab.eval('void Rollbar.error(new Error("one more"))');
      const items = await scene.collector.waitFor(6);
      expect(evictedIn(items[5]?.item as Item)).toBe(15);
      return errors + 1;
    },
  },
  {
    name: 'left while the server is gone, restored from bfcache',
    isAlone: true,
    // Longer than the visit to the other page: it is the return that wakes it.
    config: { retryInterval: 5_000 },
    async play(scene) {
      const tab = await scene.visit();
      await reportInTheDark(scene, tab);
      await tab.waitFor('navigator.locks.query().then(({ held }) => !held.length)');
      await go(tab, 'without');
      await scene.collector.start();
      await tab.back();
      expect(await tab.eval('isKept')).toBe(true);
      await scene.arrives();
    },
  },
  {
    name: 'left while items are in flight, restored from bfcache',
    isAlone: true,
    async play(scene) {
      const tab = await scene.visit();
      scene.collector.behave({ delayMs: 500 });
      await reportAll(tab);
      await go(tab, 'without');
      await tab.back();
      // Firefox keeps no page that holds a Web Lock when it is left.
      expect(await tab.eval('isKept')).toBe(scene.engine !== 'firefox');
      await nothingLeft(tab);
      await scene.arrives({ repeated: { atMost: errors } });
    },
  },
  {
    name: 'new errors after a return from bfcache',
    isAlone: true,
    async play(scene) {
      const tab = await scene.visit();
      scene.collector.behave({ delayMs: 500 });
      await tab.eval('report(2)');
      await go(tab, 'without');
      await tab.back();
      scene.collector.behave();
      await tab.eval(`report(${errors - 2}, 2)`);
      // They do not wait for what was under way before.
      await scene.arrives({ repeated: { atMost: 2 }, withinMs: 10_000 });
    },
  },
];

/** The API has refused the token, and the items wait for any other. */
const waitForAnyToken = (tab: Tab) =>
  tab.waitFor(
    (count: number) =>
      Object.keys(localStorage).filter((key) => key.startsWith('rollcage:1::')).length === count,
    { args: [errors] },
  );

/** How many evicted ones an item tells of. */
function evictedIn({ data }: Item): number {
  const diagnostic = data.notifier?.diagnostic as { dropped?: Dropped } | undefined;
  return diagnostic?.dropped?.evicted ?? 0;
}

const table = createJourneyTable(scenarios.map(({ name }) => name));
afterAll(() => table.tell());

describe.each(engines())(`${errors} errors in %s`, (engine) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser(engine);
  });
  afterAll(() => browser.close());

  for (const { name, not, but, isOnce, isAlone, play, ...options } of scenarios) {
    if (isOnce && engine !== 'chromium') continue;
    const why = not?.[engine];
    if (why) table.skip(name, engine, why);
    const other = but?.[engine];
    if (other) table.remark(name, engine, other);
    it.skipIf(why)(
      why ? `${name}: ${why}` : name,
      { timeout: 150_000, concurrent: !isAlone },
      async (test) => {
        const scene = await openScene(test, browser, options);
        let captured: number | void = errors;
        try {
          captured = await play(scene, (when) =>
            table.note(`${name}, ${when}`, engine, scene.figures()),
          );
        } finally {
          table.note(name, engine, scene.figures(captured ?? errors));
        }
      },
    );
  }
});
