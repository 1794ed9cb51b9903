/** Pages in which scripts come one after another, and say what the page itself sees of it. */
import { readFileSync } from 'node:fs';
import { onTestFinished } from 'vitest';
import type { Browser, Tab } from './browsers';
import { createPages } from './pages';
import type { Pages } from './pages';

export const fixture = (name: string): string =>
  readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8');

const packaged = (path: string): string =>
  readFileSync(new URL(`../../node_modules/${path}`, import.meta.url), 'utf8');

/** What else replaces functions of a page. */
export const others: Record<string, string> = {
  'zone.js': packaged('zone.js/bundles/zone.umd.js'),
  'rollbar.js': `${packaged('rollbar/dist/rollbar.umd.min.js')}
    rollbar.init({ accessToken: 't', endpoint: location.origin + '/api/', captureUncaught: true });`,
};

/** Opens a page with these scripts; it ends with the test. */
export async function openScripts(
  browser: Browser,
  scripts: string[],
): Promise<{ pages: Pages; tab: Tab }> {
  const [pages, tab] = await Promise.all([createPages(), browser.newTab()]);
  onTestFinished(async () => {
    await Promise.all([pages.close(), tab.close()]);
  });
  pages.set('/data', { body: '{"tea":2}', type: 'application/json' });
  const tags = scripts.map((text, i) => {
    pages.set(`/${i}.js`, { body: text, type: 'text/javascript' });
    return `<script src="/${i}.js"></script>`;
  });
  pages.set('/', `<!doctype html><title>guest</title><body>${tags.join('')}`);
  await tab.goto(pages.url('/'));
  return { pages, tab };
}
