import commonjs from '@rollup/plugin-commonjs';
import nodeResolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rollup } from 'rollup';
import type { Plugin } from 'rollup';
import ts from 'typescript';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createCollector } from '../../demo/collector.mjs';
import type { Frame } from '../../src/items-api';
import { engines, openBrowser } from '../support/browsers';
import type { Browser, Tab } from '../support/browsers';
import { createPages } from '../support/pages';
import type { Page, Pages } from '../support/pages';
import { keysIn } from '../support/scenario';
import { tracesOf, valid } from '../support/site';
import { root } from '../support/sources';
import { until } from '../support/within';

/** A built application: its first script, and all its files by address. */
interface Shop {
  main: string;
  files: Map<string, string>;
}

const app = mkdtempSync(join(tmpdir(), 'rollcage-shop-'));
const from = join(root, 'test/fixtures/shop');
afterAll(() => rmSync(app, { recursive: true, force: true }));

const shopIn = (folder: string): Shop => {
  const names = readdirSync(join(app, folder, 'assets'));
  const text = (name: string) => readFileSync(join(app, folder, 'assets', name), 'utf8');
  return {
    main: `/assets/${names.find((name) => /^(index|main).*\.js$/.test(name))}`,
    files: new Map(names.map((name) => [`/assets/${name}`, text(name)])),
  };
};

async function builtByVite(): Promise<Shop> {
  writeFileSync(join(app, 'index.html'), '<script type="module" src="/src/main.ts"></script>');
  await build({ root: app, logLevel: 'error', configFile: false, build: { sourcemap: true } });
  return shopIn('dist');
}

const withoutTypes: Plugin = {
  name: 'without-types',
  transform(code, fileName) {
    if (!fileName.endsWith('.ts')) return null;
    const { ES2020 } = ts.ScriptTarget;
    const compilerOptions = { target: ES2020, module: ts.ModuleKind.ESNext, sourceMap: true };
    const { outputText, sourceMapText } = ts.transpileModule(code, { fileName, compilerOptions });
    return { code: outputText, map: sourceMapText ?? null };
  },
};

async function builtByRollup(): Promise<Shop> {
  const bundle = await rollup({
    input: join(app, 'src/main.ts'),
    plugins: [
      nodeResolve({ browser: true, extensions: ['.ts', '.js'] }),
      commonjs(),
      withoutTypes,
      terser({ module: true, compress: { passes: 3 } }),
    ],
  });
  await bundle.write({ dir: join(app, 'rolled/assets'), format: 'es', sourcemap: true });
  return shopIn('rolled');
}

let vite: Shop;
let rolled: Shop;
beforeAll(async () => {
  cpSync(from, join(app, 'src'), { recursive: true });
  mkdirSync(join(app, 'node_modules'));
  symlinkSync(root, join(app, 'node_modules/rollcage'), 'dir');
  [vite, rolled] = [await builtByVite(), await builtByRollup()];
});

/** The frame of the call that begins so, in a line of the source. */
function frameAt(file: string, method: string, call: string, origin: string): Frame {
  const lines = readFileSync(join(from, file), 'utf8').split('\n');
  const index = lines.findIndex((line) => line.includes(call));
  const cut = (line: string) => (line.length > 200 ? line.slice(0, 199) + '…' : line);
  const code = lines[index] as string;
  return {
    filename: `${origin}/src/${file}`,
    lineno: index + 1,
    colno: code.indexOf(call) + 1,
    method,
    code: cut(code),
    context: {
      pre: lines.slice(index - 3, index).map(cut),
      post: lines.slice(index + 1, index + 4).map(cut),
    },
  };
}

describe.each(engines())('in %s', (engine) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser(engine);
  });
  afterAll(() => browser.close());

  interface Visit {
    tab: Tab;
    pages: Pages;
    /** Fails in the page, from a timer, as nothing else is on the stack then. */
    fail(): Promise<void>;
    /** The frames of each item, once there are so many, and after that no more. */
    frames(count: number): Promise<Frame[][]>;
    /** Which files have been asked for so far. */
    asked(): string[];
    original: Frame[];
  }

  /** Opens the shop; `change` lies over its files. */
  async function visit(
    { main, files }: Shop = vite,
    change: Record<string, Page> = {},
    origins: string[] = [],
  ): Promise<Visit> {
    const [collector, pages, tab] = await Promise.all([
      createCollector(),
      createPages(),
      browser.newTab(),
    ]);
    onTestFinished(async () => {
      await tab.close();
      await Promise.all([collector.close(), pages.close()]);
    });
    for (const [path, body] of files) {
      const type = path.endsWith('.map') ? 'application/json' : 'text/javascript';
      pages.set(path, { body, type });
    }
    for (const [path, page] of Object.entries(change)) pages.set(path, page);
    const config = {
      accessToken: 'token',
      endpoint: collector.endpoint,
      // The same error again and again.
      ignoreDuplicateErrors: false,
      origins,
    };
    pages.set('/away', '<!doctype html><title>away</title>');
    pages.set(
      '/',
      `<!doctype html><title>shop</title><link rel="icon" href="data:," />
<script>var config = ${JSON.stringify(config)};</script>
<script type="module" src="${main}"></script>`,
    );
    await tab.goto(pages.url('/'));
    await tab.waitFor('!!window.notifier');

    const at = (file: string, method: string, call: string): Frame =>
      frameAt(file, method, call, pages.origin);
    return {
      tab,
      pages,
      fail: () => tab.eval<void>('void setTimeout(fail)'),
      async frames(count) {
        await collector.waitFor(count);
        // For a fault of ours that would be reported.
        await new Promise((resolve) => setTimeout(resolve, 300));
        expect(collector.requests).toHaveLength(count);
        return valid(collector.items, collector).map((item) =>
          tracesOf(item).flatMap(({ frames }) => frames),
        );
      },
      asked: () => pages.requests.map(({ path }) => path).filter((path) => path !== '/'),
      original: [
        at('main.ts', 'fail', 'checkOut({'),
        at('cart.ts', 'checkOut', 'ring('),
        at('till.ts', engine === 'chromium' ? 'Till.ring' : 'ring', 'validate('),
        // Vite leaves out the `new`, and WebKit has the place behind it.
        at(
          'till.ts',
          'validate',
          main === vite.main || engine === 'webkit' ? 'RangeError(' : 'new RangeError(',
        ),
      ],
    };
  }

  const library = expect.stringMatching(/stacktrace/);
  /** What an item that could not be resolved has: the built file, and nothing of its source. */
  const asBuilt = ({ pages }: Visit): unknown[] =>
    Array.from({ length: 4 }, () => ({
      filename: pages.url(vite.main),
      lineno: expect.any(Number),
      colno: expect.any(Number),
      method: expect.any(String),
    }));

  it.each([
    ['Vite', () => vite],
    ['rollup and terser', () => rolled],
  ])('every frame of a page built by %s arrives as it was written', async (_, shop) => {
    const page = await visit(shop());
    await page.fail();
    expect(await page.frames(1)).toEqual([page.original]);
  });

  it('before the first error nothing is loaded, and after it each file once', async () => {
    const page = await visit();
    const elsewhere = { filename: 'https://cdn.example/a.js', lineno: 1, colno: 2, method: 'a' };
    await page.tab.eval<void>(`void notifier.error({ message: 'not ours', stack:
      'Error: not ours\\n    at a (https://cdn.example/a.js:1:2)' })`);
    await page.tab.eval<void>(`void notifier.info('all is well')`);
    await page.frames(2);
    expect(page.asked()).toEqual([vite.main]);
    await page.fail();
    await page.fail();
    const before = [[elsewhere], []];
    expect(await page.frames(4)).toEqual([...before, page.original, page.original]);
    // The page itself has asked for it first.
    const once = [vite.main, library, vite.main, `${vite.main}.map`];
    expect(page.asked()).toEqual(once);
    await page.fail();
    expect((await page.frames(5))[4]).toEqual(page.original);
    expect(page.asked()).toEqual(once);
  });

  it.each<[string, Page]>([
    ['missing', { status: 404 }],
    ['broken', { body: '{"version":3,"sources":', type: 'application/json' }],
    ['hanging', { hang: true }],
  ])('with a map that is %s, it arrives as it is', async (_, map) => {
    const page = await visit(vite, { [`${vite.main}.map`]: map });
    const start = Date.now();
    await page.fail();
    expect(await page.frames(1)).toEqual([asBuilt(page)]);
    expect(Date.now() - start).toBeLessThan(5_000);
    expect(page.asked()).toContain(`${vite.main}.map`);
  });

  it('when the library does not come, it arrives as it is', async () => {
    const path = [...vite.files.keys()].find((name) => /stacktrace.*js$/.test(name)) as string;
    const page = await visit(vite, { [path]: { status: 404 } });
    await page.fail();
    expect(await page.frames(1)).toEqual([asBuilt(page)]);
  });

  it('a map of another origin is not fetched, unless it may be', async () => {
    const other = await createPages();
    onTestFinished(() => other.close());
    const body = vite.files.get(vite.main) as string;
    const change = {
      [vite.main]: {
        body: body.replace(/(sourceMappingURL=).*/, `$1${other.url('/shop.map')}`),
        type: 'text/javascript',
      },
    };
    other.set('/shop.map', {
      body: vite.files.get(`${vite.main}.map`) as string,
      type: 'application/json',
      headers: { 'access-control-allow-origin': '*' },
    });
    const strict = await visit(vite, change);
    await strict.fail();
    expect(await strict.frames(1)).toEqual([asBuilt(strict)]);
    expect(other.requests).toEqual([]);

    const open = await visit(vite, change, [other.origin]);
    await open.fail();
    expect(await open.frames(1)).toEqual([open.original]);
    expect(other.requests).toHaveLength(1);
  });

  it('a page that goes while the map is loading sends what it has', async () => {
    const page = await visit(vite, { [`${vite.main}.map`]: { hang: true } });
    await page.fail();
    await page.pages.received(`${vite.main}.map`);
    expect(await keysIn(page.tab)).toHaveLength(1);
    const start = Date.now();
    await page.tab.goto(page.pages.url('/away'));
    // Nobody there could send it, and no timer of the page that has gone.
    expect(await page.frames(1)).toEqual([asBuilt(page)]);
    expect(Date.now() - start).toBeLessThan(1_900);
    await until(() => page.asked().includes('/away'), 1_000, 'It has not gone');
  });
});
