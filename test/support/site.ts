import { readFileSync } from 'node:fs';
import { expect, onTestFinished } from 'vitest';
import { createCollector } from '../../demo/collector.mjs';
import type { Collector } from '../../demo/collector.mjs';
import type { Item, Trace } from '../../src/items-api';
import type { Options } from '../../src/options';
import type { Browser, Tab } from './browsers';
import { schemaErrors, undocumented } from './item-schema.mjs';
import { createPages } from './pages';
import type { Page, Pages } from './pages';

declare global {
  interface Window {
    /** The notifier, or what stands in for it. */
    Rollbar: Record<string, (...args: unknown[]) => { uuid: string }>;
    _rollbarConfig: Options;
    /** What the policy of the page has refused. */
    violations: string[];
    /** What the page's script has noted. */
    seen: unknown[];
  }
}

export interface SiteOptions {
  /** Laid over the least a page needs to report to the collector. */
  config?: Options;
  /** How the script bundle comes. Late: with `releaseBundle`. */
  bundle?: 'served' | '404' | 'late' | 'hang';
  /** The text of another snippet than ours, which gets the full script. */
  oldSnippet?: string;
  /** The page's own script, `/page.js`, right after the snippet. */
  script?: string;
  /** A script that runs before the snippet. */
  early?: string;
  /** HTML that follows the scripts. */
  body?: string;
  /** Only scripts with the nonce of the page, connections only to the collector. */
  csp?: boolean;
  /** Trusted Types are required, and this is what `trusted-types` allows. */
  trustedTypes?: string;
  /** What follows the path in the address: query, fragment. */
  search?: string;
}

/** A page with the snippet, open in a tab, and the collector it reports to. */
export interface Site {
  tab: Tab;
  collector: Collector;
  pages: Pages;
  /** The load event, with which the bundle has come, too; later than the site where it is late. */
  loaded: Promise<void>;
  releaseBundle(): void;
  /** The accepted items, once there are so many: all valid, and sent without a preflight. */
  items(count: number): Promise<Item[]>;
}

export const dist = new URL('../../dist/', import.meta.url);
const nonce = 'bm9uY2U';

export const bundlePath = '/dist/rollcage.full.min.js';
export const snippetText = readFileSync(new URL('rollcage.snippet.js', dist), 'utf8');
export const bundleText = readFileSync(new URL('rollcage.full.min.js', dist), 'utf8');

/** The text an item is known by. */
export function said({ data: { body } }: Item): string | undefined {
  if ('message' in body) return body.message.body;
  return 'trace' in body ? body.trace.exception.message : undefined;
}

/** What an item says was thrown, the outermost first; nothing of a message. */
export function tracesOf({ data: { body } }: Item): Trace[] {
  if ('trace_chain' in body) return body.trace_chain;
  return 'trace' in body ? [body.trace] : [];
}

/** Runs a function of the page from a timer, as nothing else is on the stack then. */
export const run = ({ tab }: Site, name: string): Promise<void> =>
  tab.eval<void>(`void setTimeout(${name})`);

/** Opens the page; everything ends with the test. Its early script tells the test by `/ready`. */
export async function openSite(browser: Browser, options: SiteOptions = {}): Promise<Site> {
  const { bundle = 'served' } = options;
  const [pages, collector, tab] = await Promise.all([
    createPages(),
    createCollector(),
    browser.newTab(),
  ]);
  let releaseBundle = (): void => undefined;
  const released = new Promise<void>((resolve) => (releaseBundle = resolve));

  pages.set('/page.js', { body: options.script ?? '', type: 'text/javascript' });
  pages.set('/', pageWith(options, collector));
  if (bundle === '404') pages.set(bundlePath, { status: 404 });
  if (bundle === 'hang') pages.set(bundlePath, { hang: true });
  if (bundle === 'late') {
    const body = readFileSync(new URL(`..${bundlePath}`, dist), 'utf8');
    pages.set(bundlePath, { body, type: 'text/javascript', after: released });
  }

  const loaded = tab.goto(pages.url(`/${options.search ?? ''}`));
  // A page that is closed while its bundle hangs has never loaded.
  loaded.catch(() => undefined);
  onTestFinished(async () => {
    await Promise.all([pages.close(), collector.close()]);
    // Some tests have closed it themselves.
    await tab.close().catch(() => undefined);
  });
  if (bundle === 'served' || bundle === '404') await loaded;

  return {
    tab,
    collector,
    pages,
    loaded,
    releaseBundle,
    items: async (count) => valid(await collector.waitFor(count), collector),
  };
}

/** These items, which must be valid, and sent without a preflight. */
export function valid(received: { item: Item }[], { preflights }: Collector): Item[] {
  for (const { item } of received) {
    expect([...schemaErrors(item), ...undocumented(item)]).toEqual([]);
  }
  expect(preflights).toBe(0);
  return received.map(({ item }) => item);
}

/** The line that has a notifier report to the collector, whatever it runs in. */
export function configLine({ endpoint }: Collector, config?: Options): string {
  const whole = { accessToken: 'a-token', environment: 'test', endpoint, ...config };
  return `var _rollbarConfig = ${JSON.stringify(whole)};`;
}

/** The HTML of a page with the snippet that reports to the collector. */
export function pageWith(
  { config, csp, trustedTypes, early = '', body = '', oldSnippet }: SiteOptions,
  collector: Collector,
): Page {
  const policy = [
    csp && `script-src 'nonce-${nonce}'; connect-src ${collector.url}`,
    trustedTypes && `require-trusted-types-for 'script'; trusted-types ${trustedTypes}`,
  ]
    .filter(Boolean)
    .join('; ');
  return {
    headers: policy ? { 'content-security-policy': policy } : {},
    body: `<!doctype html>
<meta charset="utf-8" />
<title>site</title>
<script nonce="${nonce}">
  var violations = [];
  addEventListener('securitypolicyviolation', function (event) {
    violations.push(event.violatedDirective + ' ' + event.blockedURI);
  });
  ${early}
</script>
<script nonce="${nonce}">
  ${configLine(collector, { rollbarJsUrl: bundlePath, ...config })}
  ${oldSnippet ?? snippetText}
</script>
<script nonce="${nonce}" src="/page.js"></script>
${body}`,
  };
}
