/** Makes the picture in the README: `node demo/screenshot.mjs [file] [light|dark]`. */
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { requireProgram } from '../test/support/find-browsers.mjs';
import { createCollector } from './collector.mjs';
import { sampleItems } from './sample-items.mjs';

const size = { width: 1280, height: 780 };
const pictured = fileURLToPath(new URL('../docs/inspector.png', import.meta.url));
const [file = pictured, theme = 'light'] = process.argv.slice(2);

/** The items come over an hour, and the picture is made now. @param {string} endpoint */
async function sendSamples(endpoint) {
  const now = Date.now;
  for (const { at, item } of sampleItems(now())) {
    Date.now = () => at;
    await fetch(endpoint, { method: 'POST', body: JSON.stringify(item) });
  }
  Date.now = now;
}

const collector = await createCollector();
await sendSamples(collector.endpoint);
const browser = await chromium.launch({ executablePath: requireProgram('chromium') });
try {
  const page = await browser.newPage({ viewport: size });
  await page.emulateMedia({ colorScheme: theme === 'dark' ? 'dark' : 'light' });
  await page.goto(collector.url);
  await page.locator('#list [role=option]').first().waitFor();
  // The port is another each time; that of the program is the one to show.
  await page.evaluate(() => {
    const shown = document.querySelector('#endpoint-text');
    if (shown) shown.textContent = 'http://127.0.0.1:8001/api/1/item/';
  });
  await page.screenshot({ path: file });
} finally {
  await browser.close();
  await collector.close();
}
