import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createCollector } from '../../demo/collector.mjs';
import type { TraceBody } from '../../src/items-api';
import { engines, openBrowser } from '../support/browsers';
import type { Browser } from '../support/browsers';
import { schemaErrors } from '../support/item-schema.mjs';
import { createPages } from '../support/pages';

describe.each(engines())('a dedicated worker in %s', (engine) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser(engine);
  });
  afterAll(() => browser.close());

  it('reports its own errors, without a screen', async () => {
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
    pages.set('/worker.js', {
      type: 'text/javascript',
      body: `var _rollbarConfig = ${config};
importScripts('/dist/rollcage.min.js');
function work() {
  throw new RangeError('at work');
}
setTimeout(work);`,
    });
    pages.set('/', '<!doctype html><title>page</title><script>new Worker("/worker.js")</script>');
    await tab.goto(pages.url('/'));

    const [received] = await collector.waitFor(1);
    const item = received?.item;
    expect(schemaErrors(item)).toEqual([]);
    expect(item?.data.request?.url).toBe(pages.url('/worker.js'));
    expect(item?.data.client?.javascript).not.toHaveProperty('screen');
    const { exception, frames } = (item?.data.body as TraceBody).trace;
    expect(exception).toMatchObject({ class: 'RangeError', message: 'at work' });
    expect(frames.at(-1)).toMatchObject({
      filename: pages.url('/worker.js'),
      lineno: 4,
      method: 'work',
    });
  });
});
