import { chromium } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { requireProgram } from '../support/find-browsers.mjs';
import { createPages } from '../support/pages';
import { bundlePath } from '../support/site';

/** Each of ten parts of the life of a page, which all are the same. */
const part = { lines: 10_000, requests: 2_000, moves: 500, errors: 100 };
const parts = 10;

const script = `
  const button = document.createElement('button');
  document.body.append(button);
  const life = {
    async live({ lines, requests, moves, errors }) {
      for (let i = 0; i < lines; i++) {
        console.log('line', i, { order: i, items: ['tea', 'cup'] });
        if (i % 10 === 0) button.click();
      }
      for (let i = 0; i < requests; i += 10) {
        const some = Array.from({ length: 10 }, async () => (await fetch('/data')).text());
        await Promise.all(some);
      }
      for (let i = 0; i < moves; i++) {
        history.replaceState({ i }, '', '#' + i);
        if (i % 20 === 0) await new Promise((resolve) => setTimeout(resolve));
      }
      for (let i = 0; i < errors; i++) {
        setTimeout(() => { throw new RangeError('failure ' + i); });
        await new Promise((resolve) => setTimeout(resolve));
      }
      await Rollbar.flush(60_000);
    },
    async storm(errors) {
      for (let i = 0; i < errors; i++) {
        Rollbar.error(new TypeError('different ' + i), { order: i });
        if (i % 100 === 0) await new Promise((resolve) => setTimeout(resolve));
      }
      await Rollbar.flush(60_000);
      return Rollbar.stats().dropped.limited;
    },
  };`;

const open = async (options: object) => {
  const pages = await createPages();
  const browser = await chromium.launch({
    executablePath: requireProgram('chromium'),
    // Else Chromium ignores moves of a page that makes 200 of them in ten seconds.
    args: ['--no-sandbox', '--disable-gpu', '--disable-ipc-flooding-protection'],
  });
  onTestFinished(async () => {
    await Promise.all([browser.close(), pages.close()]);
  });
  pages.set('/data', { body: '{"tea":2}', type: 'application/json' });
  pages.set('/api/1/item/', { body: '{"err":0,"result":{}}', type: 'application/json' });
  pages.set(
    '/',
    `<!doctype html><title>soak</title><body><script>
      var _rollbarConfig = {
        accessToken: 'a-token', endpoint: location.origin + '/api/1/item/',
        captureUncaught: true, captureUnhandledRejections: true, ...${JSON.stringify(options)},
      };
    </script><script src="${bundlePath}"></script><script>${script}</script>`,
  );
  const page = await browser.newPage();
  await page.goto(pages.url('/'));
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const heap = async (): Promise<number> => {
    // What the browser keeps of lines for its tools would be taken for what the page does.
    await session.send('Runtime.discardConsoleEntries');
    await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? NaN;
  };
  const sent = (): number => pages.requests.filter(({ path }) => path === '/api/1/item/').length;
  return { heap, page, sent };
};

it('a long life of a page leaves the heap and the storage as they were', async () => {
  const { heap, page, sent } = await open({ itemsPerMinute: 1e6, maxItems: 0 });
  const sizes: number[] = [];
  for (let i = 0; i < parts; i++) {
    await page.evaluate(`life.live(${JSON.stringify(part)})`);
    sizes.push(await heap());
  }
  const [middle = NaN, end = NaN] = [sizes[parts / 2 - 1], sizes[parts - 1]];
  expect(end / middle).toBeLessThanOrEqual(1.1);
  expect(sent()).toBe(parts * part.errors);
  const stored = await page.evaluate(() => Object.entries(localStorage).join().length);
  expect(stored).toBeLessThan(1000);
});

it('a storm of different errors ends, and is only counted after the limit', async () => {
  const { page, sent } = await open({});
  const limited = await page.evaluate<number>('life.storm(10_000)');
  expect(sent()).toBeLessThan(200);
  expect(limited).toBeGreaterThan(9_800);
  // One item says that there is a limit.
  expect(limited + sent()).toBe(10_001);
});
