import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCollector } from '../../demo/collector.mjs';
import { createDemoServer } from '../../demo/server.mjs';
import { openBrowser } from '../support/browsers';
import type { Browser } from '../support/browsers';
import { schemaErrors, undocumented } from '../support/item-schema.mjs';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser('chromium');
});
afterAll(() => browser.close());

test('every button of the demo page is an item in the inspector, with a readable report', async () => {
  const collector = await createCollector();
  const demo = await createDemoServer({ collector });
  try {
    const page = await browser.newTab();
    await page.goto(demo.url);
    const buttons = await page.eval<number>(
      () =>
        [...document.querySelectorAll('button')].map((button) => {
          // What it throws is the point, and would end this loop.
          setTimeout(() => button.click());
        }).length,
    );
    expect(buttons).toBeGreaterThan(5);

    const received = await collector.waitFor(buttons);
    for (const { item } of received) {
      expect([...schemaErrors(item), ...undocumented(item)]).toEqual([]);
    }

    const inspector = await browser.newTab();
    await inspector.goto(collector.url);
    await inspector.waitFor(
      `document.querySelectorAll('#list [role=option]').length === ${buttons}`,
    );
    await inspector.eval(() =>
      [...document.querySelectorAll<HTMLElement>('#list [role=option]')]
        .find((row) => row.innerText.includes('Could not save the cart'))
        ?.click(),
    );
    await inspector.waitFor(`document.querySelector('#report').innerText.includes('saveCart')`);
    const report = await inspector.eval<string>(
      () => document.querySelector<HTMLElement>('#report')?.innerText ?? '',
    );
    // Outermost first, as it was thrown.
    const chain = ['Could not save the cart', 'The stored cart cannot be read', 'SyntaxError'];
    expect(chain.map((text) => report.indexOf(text))).toEqual(
      chain.map((text) => report.indexOf(text)).sort((a, b) => a - b),
    );
    for (const text of [...chain, demo.url, 'rollcage', 'javascript']) {
      expect(report).toContain(text);
    }

    await inspector.eval(() =>
      [...document.querySelectorAll<HTMLElement>('#list [role=option]')]
        .find((row) => row.innerText.includes("reading 'rows'"))
        ?.click(),
    );
    await inspector.waitFor(`document.querySelector('#report').innerText.includes('rowsOf')`);
    const trace = await inspector.eval<string>(
      () => document.querySelector<HTMLElement>('#report')?.innerText ?? '',
    );
    // People read the newest call first, though the wire has it last.
    expect(trace.indexOf('rowsOf')).toBeLessThan(trace.indexOf('pricesOf'));
    expect(trace.indexOf('pricesOf')).toBeLessThan(trace.indexOf('totalOf'));
  } finally {
    await Promise.all([demo.close(), collector.close()]);
  }
});
