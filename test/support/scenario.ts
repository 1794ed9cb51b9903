import { expect } from 'vitest';
import type { TestContext } from 'vitest';
import { createCollector } from '../../demo/collector.mjs';
import type { Collector } from '../../demo/collector.mjs';
import type { Options } from '../../src/options';
import type { Stats } from '../../src/surface';
import type { Browser, Engine, Tab, Undriven } from './browsers';
import { createPages } from './pages';
import type { Pages } from './pages';
import { pageWith, said, valid } from './site';
import { until } from './within';

/** How many distinct errors each scenario has. */
export const errors = 20;

/** After which a repeat that was to come has come. */
const quietMs = 1_500;

export interface SceneOptions {
  /** Laid over the least a page needs to report to the collector. */
  config?: Options;
  /** A script that runs before the snippet. */
  early?: string;
  /** Script of the pages with the notifier, after the snippet. */
  script?: string;
  /** The only access token the collector takes. */
  token?: string;
}

/** What arrived of what was reported. */
export interface Figures {
  captured: number;
  delivered: number;
  /** Further deliveries of what had been taken before. */
  repeated: number;
}

/** How many repeats a scenario explains, and of how many deliveries of one item. */
export type Explained = { exactly: number } | { atMost: number };

/**
 * An origin of its own, so that scenes can play at the same time in one browser: `/` and `/next`
 * have the notifier, `/without` has not; the links `#next` and `#without` lead there. In the pages
 * with the notifier `report(count, from)` reports errors, and `isKept` tells whether the page came
 * back out of the back/forward cache.
 */
export interface Scene {
  engine: Engine;
  browser: Browser;
  collector: Collector;
  pages: Pages;
  /** A new tab at this path, in another browser if there is one. */
  visit(path?: string, by?: Browser): Promise<Tab>;
  /** A browser for this scene alone, which ends with it. */
  keep<T extends Browser | Undriven>(browser: Promise<T>): Promise<T>;
  /** Sets a further page with the notifier. */
  page(path: string, options: SceneOptions): void;
  /** How many have arrived once all have, or after `withinMs`. */
  soFar(withinMs?: number): Promise<number>;
  /** All there is arrives, and comes again only as often as is explained. */
  arrives(expected?: Partial<Expected>): Promise<void>;
  /** What has arrived by now. */
  figures(captured?: number): Figures;
}

export interface Expected {
  captured: number;
  /** Left out, all that was captured. */
  delivered: number;
  repeated: Explained;
  withinMs: number;
}

const script = `
var isKept = false;
addEventListener('pageshow', function (event) { isKept = event.persisted; });
function report(count, from) {
  for (var i = 0; i < count; i++) Rollbar.error(new Error('number ' + ((from || 0) + i)));
}`;

const links = '<a id="next" href="/next">next</a> <a id="without" href="/without">without</a>';

/** Sets the scene; everything ends with the test. */
export async function openScene(
  { onTestFinished }: Pick<TestContext, 'onTestFinished'>,
  browser: Browser,
  options: SceneOptions = {},
): Promise<Scene> {
  const [pages, collector] = await Promise.all([
    createPages(),
    createCollector({ token: options.token }),
  ]);
  const tabs: Tab[] = [];
  onTestFinished(async () => {
    await Promise.all([pages.close(), collector.close()]);
    // Some scenarios have closed or killed theirs.
    await Promise.all(tabs.map((tab) => tab.close().catch(() => undefined)));
  });

  pages.set('/page.js', { body: script + (options.script ?? ''), type: 'text/javascript' });
  pages.set('/without', `<!doctype html><title>without</title>${links}`);
  const page: Scene['page'] = (path, { config, early = '' }) =>
    pages.set(path, pageWith({ config: config ?? {}, early, body: links }, collector));
  for (const path of ['/', '/next']) page(path, options);

  const delivered = () => collector.items.length;
  const repeats = () => collector.requests.filter(({ repeat }) => repeat);

  const figures: Scene['figures'] = (captured = errors) => ({
    captured,
    delivered: delivered(),
    repeated: repeats().length,
  });

  return {
    engine: browser.engine,
    browser,
    collector,
    pages,
    page,
    figures,
    async keep(opening) {
      const own = await opening;
      onTestFinished(() => own.close().catch(() => undefined));
      return own;
    },
    async visit(path = '/', by = browser) {
      const tab = await by.newTab();
      tabs.push(tab);
      await tab.goto(pages.url(path));
      return tab;
    },
    async soFar(withinMs = 5_000) {
      await until(() => delivered() === errors, withinMs, '').catch(() => undefined);
      return delivered();
    },
    async arrives(expected = {}) {
      const { captured = errors, repeated = { exactly: 0 }, withinMs = 30_000 } = expected;
      const { delivered: due = captured } = expected;
      await collector.waitFor(due, { timeoutMs: withinMs });
      await new Promise((resolve) => setTimeout(resolve, quietMs));

      const items = valid(collector.items, collector);
      expect(items).toHaveLength(due);
      expect(new Set(items.map(said)).size).toBe(due);
      const deliveries = new Map<unknown, number>();
      for (const { item } of repeats()) {
        deliveries.set(item?.data.uuid, (deliveries.get(item?.data.uuid) ?? 1) + 1);
      }
      if ('exactly' in repeated) expect(repeats()).toHaveLength(repeated.exactly);
      else {
        expect(repeats().length).toBeLessThanOrEqual(repeated.atMost);
        // Each is explained once.
        expect([...deliveries.values()].filter((count) => count > 2)).toEqual([]);
      }
    },
  };
}

/** The counts of the notifier in this tab. */
export const statsIn = (tab: Tab) => tab.eval<Stats>('Rollbar.stats()');

/** What lies in the storage of this tab's origin for the notifier. */
export const keysIn = (tab: Tab) =>
  tab.eval<string[]>(() => Object.keys(localStorage).filter((key) => /^rollcage:/.test(key)));

/** The network is back, as the browser would tell the page. */
export const goOnline = (tab: Tab) => tab.eval(() => void dispatchEvent(new Event('online')));
