import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines, openBrowser } from '../support/browsers';
import type { Browser } from '../support/browsers';
import { openSite, run } from '../support/site';

const secret = 'hunter2-0815';

const script = `function pay() {
  Rollbar.configure({
    transform: function (data) {
      data.server = { session: '${secret}' };
    },
  });
  var card = { card: { number: '4111', password: '${secret}' } };
  Rollbar.error('login failed: /login?a=1&token=${secret}', card, new Map([['jwt', '${secret}']]));
  var error = new Error('no answer from https://bob:${secret}@api.example/', {
    cause: new Error(JSON.stringify({ user: 'bob', 'user[pw]': '${secret}' })),
  });
  Rollbar.warning(error, { headers: { Authorization: 'Basic ${secret}' }, zip: '${secret}' });
  Promise.reject(new Error('refused: Authorization: Bearer ${secret}'));
  throw { access_token: '${secret}', order: 17 };
}`;

describe.each(engines())('a secret in %s', (engine) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser(engine);
  });
  afterAll(() => browser.close());

  it.each([
    ['rollcage.full.min.js', false],
    // Nobody who can do without a scrubber has to load one.
    ['rollcage.min.js', true],
  ])('goes into the items and the storage of a page with %s: %s', async (bundle, isThere) => {
    const site = await openSite(browser, {
      search: `?reset_token=${secret}`,
      config: { rollbarJsUrl: `/dist/${bundle}`, scrubFields: ['zip'] },
      script,
    });
    site.collector.behave({ status: 503 });
    await run(site, 'pay');
    await site.tab.waitFor('Rollbar.stats().waiting === 4');
    const stored = await site.tab.eval<string>('JSON.stringify(localStorage)');
    site.collector.behave();
    const items = await site.items(4);
    for (const text of [stored, ...items.map((item) => JSON.stringify(item))]) {
      expect(text.includes(secret)).toBe(isThere);
    }
    expect(items.map(({ data }) => data.custom?.order)).toContain(17);
  });
});
