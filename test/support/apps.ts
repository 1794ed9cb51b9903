import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { expect, onTestFinished } from 'vitest';
import { createCollector } from '../../demo/collector.mjs';
import type { Frame, Item } from '../../src/items-api';
import type { Browser, Tab } from './browsers';
import { createPages } from './pages';
import { tracesOf, valid } from './site';
import { root } from './sources';

/** A built application of `demo/`: its page and its only script. */
export interface App {
  html: string;
  script: string;
}

/**
 * Builds `demo/<name>`, unminified, so that its functions keep their names. `alias` says what
 * stands for some of what it imports, `home` where it lies if not there.
 */
export async function buildApp(
  name: string,
  alias: Record<string, string> = {},
  mode: 'production' | 'development' = 'production',
  home = join(root, 'demo'),
): Promise<App> {
  const outDir = mkdtempSync(join(tmpdir(), `rollcage-${name}-`));
  const before = process.env.NODE_ENV;
  // Whatever the mode, Vite builds for development where this says "test".
  process.env.NODE_ENV = mode;
  try {
    await build({
      root: join(home, name),
      mode,
      logLevel: 'error',
      resolve: { alias },
      build: {
        outDir,
        minify: false,
        rolldownOptions: { output: { entryFileNames: 'app.js' } },
      },
    });
    const read = (file: string): string => readFileSync(join(outDir, file), 'utf8');
    return { html: read('index.html'), script: read('app.js') };
  } finally {
    process.env.NODE_ENV = before;
    rmSync(outDir, { recursive: true });
  }
}

/** Notes what the page sees of errors, in `seen`. Before anything else in the page. */
const witness = `<script>
  var seen = [];
  ['error', 'warn'].forEach((name) => {
    const was = console[name];
    console[name] = (...args) => {
      seen.push([name, ...args.map(String)].join(' '));
      was.apply(console, args);
    };
  });
  addEventListener('error', ({ message }) => seen.push('uncaught ' + message));
  addEventListener('unhandledrejection', ({ reason }) => seen.push('rejected ' + reason));
</script>`;

/** An application in a tab. */
export interface Visit {
  tab: Tab;
  /** Where it has its script. */
  url: string;
  /** What the page has seen of errors: at least so much. */
  seen(count: number): Promise<string[]>;
  /** All items there are, once there are so many. */
  items(count: number): Promise<[Item, ...Item[]]>;
}

/** Opens it; everything ends with the test. */
export async function openApp(browser: Browser, { html, script }: App): Promise<Visit> {
  const [collector, pages, tab] = await Promise.all([
    createCollector(),
    createPages(),
    browser.newTab(),
  ]);
  onTestFinished(async () => {
    await tab.close();
    await Promise.all([collector.close(), pages.close()]);
  });
  pages.set('/app.js', { body: script, type: 'text/javascript' });
  pages.set('/', html.replace('<head>', `<head>${witness}`));
  await tab.goto(`${pages.url('/')}?endpoint=${encodeURIComponent(collector.endpoint)}`);
  await tab.waitFor('!!document.querySelector("button")');
  return {
    tab,
    url: pages.url('/app.js'),
    async seen(count) {
      await tab.waitFor(`seen.length >= ${count}`);
      return tab.eval<string[]>('seen');
    },
    async items(count) {
      await collector.waitFor(count);
      // For one that should not come.
      await new Promise((resolve) => setTimeout(resolve, 200));
      expect(collector.requests).toHaveLength(count);
      return valid(collector.items, collector) as [Item, ...Item[]];
    },
  };
}

/** The calls of the innermost error, the newest last: each with its line of the application. */
export function callsIn({ url }: Visit, { script }: App, item: Item): string[] {
  const lines = script.split('\n');
  const frames: Frame[] = tracesOf(item).at(-1)?.frames ?? [];
  return (
    frames
      .filter(({ filename }) => filename === url)
      // Chromium says of what it is a method.
      .map(
        ({ method, lineno }) =>
          `${method?.replace(/^.*\./, '')}: ${lines[(lineno ?? 0) - 1]?.trim()}`,
      )
  );
}
