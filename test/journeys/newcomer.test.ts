import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { existsSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createCollector } from '../../demo/collector.mjs';
import { buildApp, openApp } from '../support/apps';
import type { App } from '../support/apps';
import { enginesIfLong, openBrowser } from '../support/browsers';
import type { Browser } from '../support/browsers';
import { createPages } from '../support/pages';
import type { Page } from '../support/pages';
import { said, valid } from '../support/site';
import { root } from '../support/sources';

const run = promisify(execFile);
const shop = mkdtempSync(join(tmpdir(), 'rollcage-newcomer-'));
afterAll(() => rmSync(shop, { recursive: true, force: true }));

/** A program in the folder of the newcomer. */
const program = async (command: string, ...args: string[]): Promise<string> =>
  (await run(command, args, { cwd: shop })).stdout;

const write = (file: string, text: string): void => writeFileSync(join(shop, file), text);

/** Packs what is published, and installs that, from this machine alone. */
async function install(): Promise<void> {
  const quiet = ['--offline', '--ignore-scripts', '--silent'];
  const packed = await program('npm', 'pack', root, ...quiet);
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  // They are here, but not always in the cache of npm.
  const overrides = Object.fromEntries(
    Object.keys(dependencies).map((name) => [name, `file:${join(root, 'node_modules', name)}`]),
  );
  write('package.json', JSON.stringify({ private: true, type: 'module', overrides }));
  await program('npm', 'install', `./${packed.trim()}`, '--install-links', ...quiet);
  // Frameworks and tools are what they are, wherever they lie.
  for (const name of readdirSync(join(root, 'node_modules'))) {
    const place = join(shop, 'node_modules', name);
    if (!existsSync(place)) symlinkSync(join(root, 'node_modules', name), place);
  }
}

const message = 'the first error';
const fail = `function fail() { throw new Error('${message}'); }`;
const fromAddress = `new URLSearchParams(location.search).get('endpoint')`;
const token = 'POST_CLIENT_ITEM_TOKEN';

/** As in the README, in an application that has nothing else. */
function writeViteApp(): void {
  mkdirSync(join(shop, 'vite'));
  write(
    'vite/index.html',
    '<head></head><button id="fail">fail</button><script type="module" src="/main.js"></script>',
  );
  write(
    'vite/main.js',
    `import Rollbar from 'rollcage';
new Rollbar({ accessToken: '${token}', environment: 'test', endpoint: ${fromAddress} });
${fail}
document.querySelector('#fail').onclick = fail;`,
  );
}

/** Renders what React has on a server, with the snippet in the head, and prints it. */
function writeServer(): void {
  write(
    'server.mjs',
    `import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import Rollbar from 'rollcage';
import { ErrorBoundary, Provider } from 'rollcage/react';
import { snippet } from 'rollcage/snippet';

const config = { accessToken: '${token}', environment: 'test', endpoint: process.argv[2] };
const instance = new Rollbar(config);
const boundary = createElement(ErrorBoundary, null, createElement('main', null, 'well'));
const main = renderToString(createElement(Provider, { instance }, boundary));
const page = { ...config, rollbarJsUrl: '/rollcage.full.min.js' };
console.log(\`<!doctype html><head>
<script>var _rollbarConfig = \${JSON.stringify(page)};
\${snippet}</script></head><body>\${main}</body>\`);`,
  );
}

/** The page and its script bundle, in a tab; what it throws must arrive. */
async function expectErrorOf(
  browser: Browser,
  endpointToPage: (endpoint: string) => Promise<Page>,
): Promise<void> {
  const [collector, pages, tab] = await Promise.all([
    createCollector(),
    createPages(),
    browser.newTab(),
  ]);
  onTestFinished(async () => {
    await tab.close();
    await Promise.all([collector.close(), pages.close()]);
  });
  const bundle = join(shop, 'node_modules/rollcage/dist/rollcage.full.min.js');
  pages.set('/rollcage.full.min.js', { type: 'text/javascript', body: readFileSync(bundle) });
  pages.set('/page.js', { type: 'text/javascript', body: `${fail}\nsetTimeout(fail);` });
  pages.set('/', await endpointToPage(collector.endpoint));
  await tab.goto(pages.url('/'));
  await pages.received('/rollcage.full.min.js');
  expect(valid(await collector.waitFor(1), collector).map(said)).toEqual([message]);
}

const frameworks = ['react', 'vue', 'angular'];
const apps = new Map<string, App>();

beforeAll(async () => {
  await install();
  writeViteApp();
  writeServer();
  for (const name of frameworks)
    cpSync(join(root, 'demo', name), join(shop, name), { recursive: true });
  write('angular/tsconfig.json', '{ "compilerOptions": { "experimentalDecorators": true } }');
  cpSync(join(root, 'demo/notifier.js'), join(shop, 'notifier.js'));
  for (const name of ['vite', ...frameworks]) {
    apps.set(name, await buildApp(name, {}, 'production', shop));
  }
});

describe.each(enginesIfLong())('in %s, with what npm pack makes', (engine) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser(engine);
  });
  afterAll(() => browser.close());

  it.each([
    ['vite', 'fail', message],
    ['react', 'render', 'broken in render'],
    ['vue', 'render', 'broken in render'],
    ['angular', 'render', 'broken in render'],
  ])('an application with %s reports its error', async (name, button, text) => {
    const { tab, items } = await openApp(browser, apps.get(name) as App);
    await tab.click(`#${button}`);
    expect((await items(1)).map(said)).toEqual([text]);
  });

  it('a plain page with what `npx rollcage snippet` prints reports its error', () =>
    expectErrorOf(browser, async (endpoint) => {
      const options = ['--token', token, '--environment', 'test', '--endpoint', endpoint];
      const html = await program('npx', '--offline', 'rollcage', 'snippet', ...options);
      return {
        headers: {
          'content-security-policy': `script-src 'nonce-bm9uY2U'; connect-src ${new URL(endpoint).origin}`,
        },
        body: `${html.replace('{{nonce}}', 'bm9uY2U')}<script nonce="bm9uY2U" src="/page.js"></script>`,
      };
    }));

  it('a page that Node has rendered reports its error, and Node none', () =>
    expectErrorOf(browser, async (endpoint) => {
      const html = await program('node', 'server.mjs', endpoint);
      expect(html).toContain('<main>well</main>');
      return html.replace('</body>', '<script src="/page.js"></script></body>');
    }));
});
