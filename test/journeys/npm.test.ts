import { execFile } from 'node:child_process';
import { mkdtempSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, test } from 'vitest';
import { createCollector } from '../../demo/collector.mjs';
import type { Item, TraceBody } from '../../src/items-api';
import { openBrowser } from '../support/browsers';
import type { Browser } from '../support/browsers';
import { schemaErrors, undocumented } from '../support/item-schema.mjs';
import { createPages } from '../support/pages';
import { root } from '../support/sources';

const app = mkdtempSync(join(tmpdir(), 'rollcage-app-'));
mkdirSync(join(app, 'node_modules'));
symlinkSync(root, join(app, 'node_modules/rollcage'), 'dir');
afterAll(() => rmSync(app, { recursive: true, force: true }));

/** Builds the page of an application, unminified, so that its functions keep their names. */
async function buildPage(module: string): Promise<{ html: string; script: string }> {
  writeFileSync(join(app, 'index.html'), '<script type="module" src="/main.js"></script>');
  writeFileSync(join(app, 'main.js'), module);
  await build({
    root: app,
    logLevel: 'error',
    configFile: false,
    build: { minify: false, rolldownOptions: { output: { entryFileNames: 'app.js' } } },
  });
  const built = (file: string): string => readFileSync(join(app, 'dist', file), 'utf8');
  return { html: built('index.html'), script: built('app.js') };
}

/** Where a text stands in the built file, 1-based, as an engine names it. */
function placeOf(text: string, built: string): { lineno: number; colno: number } {
  const lines = built.split('\n');
  const lineno = lines.findIndex((line) => line.includes(text)) + 1;
  return { lineno, colno: (lines[lineno - 1] as string).indexOf(text) + 1 };
}

const failing = `
function inner() {
  throw new TypeError("from the bundle");
}
function outer() {
  inner();
}
setTimeout(outer);`;

describe('a page built by Vite', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser('chromium');
  });
  afterAll(() => browser.close());

  it.each([
    [
      'the class',
      (config: string) => `import Rollbar from 'rollcage';
window.rollbar = new Rollbar(${config});`,
    ],
    [
      'createNotifier',
      (config: string) => `import { browserPorts, createNotifier } from 'rollcage';
window.rollbar = createNotifier(${config}, browserPorts());`,
    ],
    [
      'the shared notifier',
      (config: string) => `import { Rollbar } from 'rollcage';
window.rollbar = Rollbar.init(${config});`,
    ],
  ])('that imports %s reports its errors', async (_, door) => {
    const [collector, pages, tab] = [
      await createCollector(),
      await createPages(),
      await browser.newTab(),
    ];
    onTestFinished(async () => {
      await tab.close();
      await Promise.all([collector.close(), pages.close()]);
    });
    const config = JSON.stringify({ accessToken: 'token', endpoint: collector.endpoint });
    const { html, script } = await buildPage(door(config) + failing);
    pages.set('/app.js', { body: script, type: 'text/javascript' });
    pages.set('/', html);
    await tab.goto(pages.url('/'));

    const [received] = await collector.waitFor(1);
    const { item } = received as { item: Item };
    expect([...schemaErrors(item), ...undocumented(item)]).toEqual([]);
    const { exception, frames } = (item.data.body as TraceBody).trace;
    expect(exception).toMatchObject({ class: 'TypeError', message: 'from the bundle' });
    const filename = pages.url('/app.js');
    expect(frames).toEqual([
      { filename, method: 'outer', ...placeOf('inner();', script) },
      { filename, method: 'inner', ...placeOf('new TypeError("from', script) },
    ]);
    expect(collector.preflights).toBe(0);
  });
});

const run = promisify(execFile);

/** Runs a program in Node beside the application, and gives back what it printed. */
async function node(file: string, program: string): Promise<string> {
  writeFileSync(join(app, file), program);
  const { stdout, stderr } = await run(process.execPath, [join(app, file)], { timeout: 30_000 });
  expect(stderr).toBe('');
  return stdout;
}

describe('in Node', () => {
  test.each([
    ['import', 'import.mjs', (name: string) => `await import('${name}')`],
    ['require', 'require.cjs', (name: string) => `require('${name}')`],
  ])('%s does nothing and throws nothing', async (_, file, load) => {
    const program = `
      const before = Reflect.ownKeys(globalThis).length;
      ${file.endsWith('cjs') ? 'main();' : 'await main();'}
      async function main() {
        const { Rollbar, createNotifier } = ${load('rollcage')};
        const { snippet } = ${load('rollcage/snippet')};
        const { withSourceMaps } = ${load('rollcage/source-maps')};
        const { ErrorBoundary, rootErrorOptions } = ${load('rollcage/react')};
        const { rollbarPlugin } = ${load('rollcage/vue')};
        const { errorHandler } = ${load('rollcage/angular')};
        const { keepForWorkers, withPages } = ${load('rollcage/worker')};
        const frameworks = [ErrorBoundary, rootErrorOptions, rollbarPlugin, errorHandler];
        const workers = [keepForWorkers, withPages];
        const all = [Rollbar, createNotifier, snippet, withSourceMaps, ...frameworks, ...workers];
        console.log(all.map((each) => typeof each).join());
        console.log(Reflect.ownKeys(globalThis).length - before);
      }`;
    expect(await node(file, program)).toBe(
      'function,function,string,function,function,function,function,function,function,function\n0\n',
    );
  });

  test('a notifier is inert: it gives a uuid, tells why nothing was sent, and lets Node end', async () => {
    const program = `
      import Rollbar from 'rollcage';
      const rollbar = new Rollbar({ accessToken: 'token' });
      const { uuid } = rollbar.error(new Error('x'), (error) => console.log(error.code));
      console.log(uuid.length);`;
    expect(await node('inert.mjs', program)).toBe('disabled\n36\n');
  });
});
