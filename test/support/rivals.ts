import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createCollector } from '../../demo/collector.mjs';
import type { Collector } from '../../demo/collector.mjs';
import type { Browser, Tab } from './browsers';
import { createPages } from './pages';
import type { Pages } from './pages';
import { bundleText } from './site';
import { root } from './sources';

/** Both scripts, as their makers have published them. */
const scripts = {
  'rollbar.js': readFileSync(join(root, 'node_modules/rollbar/dist/rollbar.min.js'), 'utf8'),
  Rollcage: bundleText,
};

export type Rival = keyof typeof scripts;

export interface Input {
  /** Options, as the text of an object; laid over the least that lets both capture the same. */
  config?: string;
  /** A script of the page that runs before the notifier is there. */
  early?: string;
  /** The page's own script. */
  script: string;
  /** HTML that stands before the page's own script. */
  body?: string;
  /** Query and fragment of the page's address. */
  search?: string;
  headers?: Record<string, string>;
}

/** A page with one of the two, and the collector it alone reports to. */
export interface Stage {
  tab: Tab;
  collector: Collector;
  pages: Pages;
  /** The JSON of everything that was posted, once there is so much; nothing is refused. */
  posted(count: number): Promise<Record<string, unknown>[]>;
}

/** Opens the page; everything ends with the test. */
export async function openRival(
  browser: Pick<Browser, 'newTab'>,
  rival: Rival,
  { config = '{}', early = '', script, body = '', search = '', headers = {} }: Input,
): Promise<Stage> {
  const [pages, collector, tab] = await Promise.all([
    createPages(),
    createCollector(),
    browser.newTab(),
  ]);
  onTestFinished(async () => {
    // Some tests have closed it themselves.
    await tab.close().catch(() => undefined);
    await Promise.all([pages.close(), collector.close()]);
  });
  // Without this, items that have no token in them would be refused.
  collector.behave({ status: 200 });
  for (const [path, text] of [
    ['/notifier.js', scripts[rival]],
    ['/page.js', script],
  ] as const) {
    pages.set(path, { body: text, type: 'text/javascript' });
  }
  pages.set('/data', { body: '{"tea":2}', type: 'application/json' });
  pages.set('/missing', { status: 404 });
  pages.set('/', {
    headers,
    body: `<!doctype html>
<meta charset="utf-8" />
<title>page</title>
<script>
  ${early}
  var _rollbarConfig = Object.assign({
    accessToken: 'a-token',
    endpoint: '${collector.endpoint}',
    captureUncaught: true,
    captureUnhandledRejections: true,
    autoInstrument: false,
  }, ${config});
</script>
<script src="/notifier.js"></script>
${body}
<script src="/page.js"></script>`,
  });
  await tab.goto(pages.url(`/${search}`));
  return {
    tab,
    collector,
    pages,
    async posted(count) {
      const requests = await collector.waitForRequests(count);
      return requests.map(({ text }) => JSON.parse(text) as Record<string, unknown>);
    },
  };
}
