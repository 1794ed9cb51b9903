import { afterAll, beforeAll, it } from 'vitest';
import { openBrowser } from '../support/browsers';
import type { Browser } from '../support/browsers';
import { openSite } from '../support/site';
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser('chromium');
});
afterAll(() => browser.close());
it.each(['none', 'down', 'flight', 'paused'])('%s', async (kind) => {
  const site = await openSite(browser, {
    script: `var kept=false; addEventListener('pageshow',e=>{kept=e.persisted});`,
  });
  const { tab, pages, collector } = site;
  pages.set('/without', '<!doctype html><title>w</title>');
  if (kind === 'down') await collector.stop();
  if (kind === 'flight') collector.behave({ delayMs: 800 });
  if (kind === 'paused') collector.behave({ status: 503 });
  if (kind !== 'none')
    await tab.eval(() => {
      for (let i = 0; i < 5; i++) window.Rollbar.error?.(new Error('n' + i));
    });
  if (kind !== 'flight') await new Promise((r) => setTimeout(r, 600));
  await tab.eval((u: string) => {
    setTimeout(() => {
      location.href = u;
    });
  }, pages.url('/without'));
  await tab.waitFor(() => document.title === 'w');
  await new Promise((r) => setTimeout(r, 300));
  await tab.back();
  console.log(
    kind,
    await tab.eval(() =>
      JSON.stringify([
        (window as any).kept,
        (performance.getEntriesByType('navigation')[0] as any).notRestoredReasons,
      ]),
    ),
  );
  if (kind === 'down') await collector.start();
  collector.behave();
});
