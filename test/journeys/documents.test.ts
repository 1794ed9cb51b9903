import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createCollector } from '../../demo/collector.mjs';
import type { Item } from '../../src/items-api';
import { engines, openBrowser } from '../support/browsers';
import type { Browser, Engine } from '../support/browsers';
import { requireProgram } from '../support/find-browsers.mjs';
import { createPages } from '../support/pages';
import {
  bundlePath,
  bundleText,
  configLine,
  openSite,
  pageWith,
  said,
  valid,
} from '../support/site';

/** Has the document say something, be clicked, and fail with nobody to catch it. */
const life = (name: string): string => `(function () {
  console.info('${name} begins');
  document.body.click();
  setTimeout(function () { throw new RangeError('of ${name}'); });
})()`;

/** A script of a document that lives so when it stands in a frame. */
const framed = `<script nonce="bm9uY2U">
  if (top !== window) addEventListener('load', function () { ${life('the frame')} });
</script>`;

/** The item of such a life is whole. */
function expectLife(item: Item | undefined, name: string, words = `of ${name}`): void {
  expect(said(item as Item)).toBe(words);
  const { telemetry = [] } = item?.data.body ?? {};
  const messages = telemetry.map(({ body }) => body?.['message']);
  expect(messages).toContain(`${name} begins`);
  expect(telemetry.map(({ body }) => body?.['subtype'])).toContain('click');
}

/** All that WebKit says of an error where the document has no origin of its own. */
const muted = (engine: Engine) => (engine === 'webkit' ? 'Script error.' : undefined);

describe.each(engines())(
  'in %s, errors are reported with what came before them, out of',
  (engine) => {
    let browser: Browser;

    beforeAll(async () => {
      browser = await openBrowser(engine);
    });
    afterAll(() => browser.close());

    it('a sandboxed frame, which has no storage', async () => {
      const site = await openSite(browser, { body: framed });
      // Without an origin of its own, it gets the script as from another.
      site.pages.set(bundlePath, {
        body: bundleText,
        type: 'text/javascript',
        headers: { 'access-control-allow-origin': '*' },
      });
      site.pages.set('/around', '<!doctype html><iframe sandbox="allow-scripts" src="/"></iframe>');
      await site.tab.goto(site.pages.url('/around'));
      expectLife((await site.items(1))[0], 'the frame', muted(engine));
    });

    it('a frame of the same origin, the page around it untouched', async () => {
      const site = await openSite(browser, { body: framed });
      site.pages.set(
        '/around',
        `<!doctype html><script>
        var before = [fetch, console.info, history.pushState, XMLHttpRequest.prototype.send];
        var errors = [];
        addEventListener('error', function (event) { errors.push(event.message); });
      </script><iframe src="/"></iframe>`,
      );
      await site.tab.goto(site.pages.url('/around'));
      expectLife((await site.items(1))[0], 'the frame');
      const seen = await site.tab.eval(`[errors, before.map(function (one, i) {
      return one === [fetch, console.info, history.pushState, XMLHttpRequest.prototype.send][i];
    })]`);
      expect(seen).toEqual([[], [true, true, true, true]]);
    });

    it('a page that has relaxed its domain', async () => {
      const site = await openSite(browser);
      site.pages.set('/relaxed', {
        ...(pageWith({ early: 'document.domain = document.domain;' }, site.collector) as object),
        headers: { 'origin-agent-cluster': '?0' },
      });
      await site.tab.goto(site.pages.url('/relaxed'));
      await site.tab.eval(life('the page'));
      expectLife((await site.items(1))[0], 'the page');
    });

    it('a page that deletes every script of it', async () => {
      const site = await openSite(browser);
      await site.tab.eval(`document.querySelectorAll('script').forEach((one) => one.remove())`);
      await site.tab.eval(life('the page'));
      expectLife((await site.items(1))[0], 'the page');
    });

    it('a page that deletes the script before it has come', async () => {
      const site = await openSite(browser, {
        bundle: 'late',
        script: `
        document.querySelectorAll('script[src]').forEach(function (one) { one.remove(); });
        Rollbar.info('early');
        fetch('/ready');`,
      });
      await site.pages.received('/ready');
      site.releaseBundle();
      expect((await site.items(1)).map(said)).toEqual(['early']);
    });

    it('a page that has written itself anew, as far as it is called', async () => {
      const site = await openSite(browser);
      await site.tab.eval(`document.open(), document.write('<p>new</p>'), document.close()`);
      await site.tab.eval(`void setTimeout(function () { Rollbar.info('anew'); })`);
      expect((await site.items(1)).map(said)).toEqual(['anew']);
    });

    it('a page that is a file', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'rollcage-file-'));
      const [collector, tab] = await Promise.all([createCollector(), browser.newTab()]);
      onTestFinished(async () => {
        await Promise.all([collector.close(), tab.close()]);
        rmSync(folder, { recursive: true });
      });
      writeFileSync(join(folder, 'rollcage.js'), bundleText);
      writeFileSync(
        join(folder, 'page.html'),
        `<!doctype html><title>file</title><script>${configLine(collector)}</script>
      <script src="rollcage.js"></script>
      <script>addEventListener('load', function () { ${life('the file')} });</script>`,
      );
      await tab.goto(pathToFileURL(join(folder, 'page.html')).href);
      expectLife(valid(await collector.waitFor(1), collector)[0], 'the file', muted(engine));
    });
  },
);

// Where engines keep what an extension puts into a page, Chromium alone can be asked for by a test.
describe.skipIf(!engines().includes('chromium'))(
  'in a world of its own, as an extension has',
  () => {
    it('the page sees nothing of the notifier, which reports what is told and thrown there', async () => {
      const [collector, pages, browser] = await Promise.all([
        createCollector(),
        createPages(),
        chromium.launch({ executablePath: requireProgram('chromium'), args: ['--no-sandbox'] }),
      ]);
      onTestFinished(async () => {
        await Promise.all([collector.close(), pages.close(), browser.close()]);
      });
      const page = await browser.newPage();
      pages.set('/', '<!doctype html><title>page</title><p>text</p>');
      await page.goto(pages.url('/'));
      const session = await page.context().newCDPSession(page);
      const { frameTree } = await session.send('Page.getFrameTree');
      const { executionContextId: contextId } = await session.send('Page.createIsolatedWorld', {
        frameId: frameTree.frame.id,
      });
      await session.send('Runtime.evaluate', {
        contextId,
        expression: `${configLine(collector)} ${bundleText}; ${life('the extension')}`,
      });
      expectLife(valid(await collector.waitFor(1), collector)[0], 'the extension');
      expect(await page.evaluate('[typeof Rollbar, typeof _rollbarConfig, fetch.name]')).toEqual([
        'undefined',
        'undefined',
        'fetch',
      ]);
    });
  },
);
