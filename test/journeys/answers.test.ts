import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Mode } from '../../demo/behaviour.mjs';
import type { ApiResponse } from '../../src/items-api';
import { openBrowser } from '../support/browsers';
import type { Browser, Tab } from '../support/browsers';
import { openSite, said } from '../support/site';
import type { Site, SiteOptions } from '../support/site';
import { until } from '../support/within';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser('chromium');
});

afterAll(() => browser.close());

const script = `
var seen = [];
function report(message, custom) {
  return Rollbar.error(message, custom, function (error, answer) {
    seen.push({ message: message, code: error && error.code, why: error && error.message, answer: answer });
  }).uuid;
}`;

const open = (options?: SiteOptions) => openSite(browser, { script, ...options });

/** Reports an error with a callback, and gives back its uuid. */
const report = ({ tab }: Site, message: string, custom = {}) =>
  tab.eval<string>(`report(${JSON.stringify(message)}, ${JSON.stringify(custom)})`);

interface Outcome {
  message: string;
  /** Of the Error, where there was one. */
  code: string | null;
  why: string | null;
  answer?: ApiResponse;
}

/** What so many callbacks were called with. */
const outcomes = async ({ tab }: Site, count: number): Promise<Outcome[]> => {
  await tab.waitFor(`seen.length >= ${count}`, { withinMs: 30_000 });
  return tab.eval<Outcome[]>('seen');
};

/** What has been said in the console. */
const spoken = ({ tab }: Site) => tab.console.filter((line) => line.includes('Rollcage'));

const uuids = ({ collector }: Site) => collector.requests.map(({ item }) => item?.data.uuid);

/** What an accepted item brings. */
const accepted = (message: string, uuid: string) => ({
  message,
  code: null,
  why: null,
  answer: { err: 0, result: { id: null, uuid } },
});

describe('an answer that ends it', () => {
  it('is 200: delivered, with the answer of the API', async () => {
    const site = await open();
    const uuid = await report(site, 'fine');
    expect(await outcomes(site, 1)).toEqual([accepted('fine', uuid)]);
    expect((await site.items(1)).map(said)).toEqual(['fine']);
    expect(uuids(site)).toEqual([uuid]);
    expect(spoken(site)).toEqual([]);
  });

  it('is 200 even without a body that can be read', async () => {
    const site = await open();
    site.collector.behave([{ body: '<html>a proxy</html>' }]);
    const uuid = await report(site, 'fine');
    expect(await outcomes(site, 1)).toEqual([{ message: 'fine', code: null, why: null }]);
    expect(uuids(site)).toEqual([uuid]);
  });

  it.each([400, 422])('is %i: dropped, told, and not repeated', async (status) => {
    const site = await open();
    site.collector.behave([{ status }, { status }]);
    const first = await report(site, 'refused');
    const [outcome] = await outcomes(site, 1);
    expect(outcome).toMatchObject({ code: 'refused', why: expect.stringContaining(`${status}`) });
    const second = await report(site, 'refused as well');
    await outcomes(site, 2);

    // The next one is none the worse for it.
    const third = await report(site, 'fine');
    expect((await outcomes(site, 3))[2]).toEqual(accepted('fine', third));
    expect(uuids(site)).toEqual([first, second, third]);
    expect(spoken(site)).toEqual([
      expect.stringMatching(`^warning: Rollcage: the API refuses an item .*${status}`),
    ]);
  });
});

describe('an item that another tab has sent', () => {
  it('is told in the tab it is of, with the answer of the API', async () => {
    const site = await open({ config: { retryInterval: 60_000 } });
    site.collector.behave([{ reset: true }]);
    const uuid = await report(site, 'resting');
    await site.collector.waitForRequests(1);
    const other = await browser.newTab();
    await other.goto(site.pages.url('/'));
    expect(await outcomes(site, 1)).toEqual([accepted('resting', uuid)]);
    await site.items(1);
    expect(uuids(site)).toEqual([uuid, uuid]);
    const stats = (tab: Tab) => tab.eval(() => window.Rollbar.stats?.());
    expect(await stats(site.tab)).toMatchObject({ captured: 1, delivered: 1, waiting: 0 });
    expect(await stats(other)).toMatchObject({ captured: 1, delivered: 1 });
    await other.close();
  });
});

describe('token trouble', () => {
  it.each([401, 403])('is %i: said once, and nothing is sent until configured', async (status) => {
    const site = await open();
    const { tab, collector } = site;
    collector.behave({ status });
    const sent = [await report(site, 'number 0')];
    await until(() => spoken(site).length, 10_000, 'Nothing was said');
    expect(spoken(site)).toEqual([
      expect.stringMatching(`^warning: Rollcage: the API refuses the access token .*${status}`),
    ]);

    for (let i = 1; i < 5; i++) sent.push(await report(site, `number ${i}`));
    collector.behave();
    // Not a reason to try again: the token is the same.
    await tab.eval(() => window.Rollbar.configure?.({ context: 'checkout' }));
    await tab.eval(() => window.Rollbar.configure?.({ accessToken: 'a-token' }));
    await tab.eval(() => window.Rollbar.configure?.({ accessToken: 'another-token' }));

    const items = await site.items(5);
    expect(new Set(items.map(({ data }) => data.uuid))).toEqual(new Set(sent));
    expect(collector.requests.map(({ item }) => item?.access_token)).toEqual([
      'a-token',
      ...Array(5).fill('another-token'),
    ]);
    expect((await outcomes(site, 5)).map(({ code }) => code)).toEqual(Array(5).fill(null));
    expect(spoken(site)).toHaveLength(1);
  });

  it('is said again of another token that is refused', async () => {
    const site = await open();
    site.collector.behave({ status: 403 });
    await report(site, 'waits');
    await until(() => spoken(site).length, 10_000, 'Nothing was said');
    await site.tab.eval(() => window.Rollbar.configure?.({ accessToken: 'another-token' }));
    await site.collector.waitForRequests(2);
    site.collector.behave();
    await site.tab.eval(() => window.Rollbar.configure?.({ accessToken: 'a-third-token' }));
    expect((await site.items(1)).map((item) => item.access_token)).toEqual(['a-third-token']);
    expect(site.collector.requests).toHaveLength(3);
  });
});

describe('413, too large', () => {
  const large = { text: 'ü'.repeat(20_000), list: Array.from({ length: 500 }, (_, i) => i) };

  it('once: sent again, smaller', async () => {
    const site = await open();
    site.collector.behave([{ status: 413 }]);
    const uuid = await report(site, 'large', large);
    expect(await outcomes(site, 1)).toEqual([accepted('large', uuid)]);
    await site.items(1);
    expect(uuids(site)).toEqual([uuid, uuid]);
    const [first = 0, second = 0] = site.collector.requests.map(({ text }) => text.length);
    expect(second).toBeLessThan(first / 3);
  });

  it('twice: dropped', async () => {
    const site = await open();
    site.collector.behave([{ status: 413 }, { status: 413 }]);
    const uuid = await report(site, 'large', large);
    const [outcome] = await outcomes(site, 1);
    expect(outcome).toMatchObject({ code: 'too-big', why: expect.stringContaining('413') });
    const next = await report(site, 'small');
    expect((await outcomes(site, 2))[1]).toEqual(accepted('small', next));
    expect(uuids(site)).toEqual([uuid, uuid, next]);
  });
});

describe('trouble that passes', () => {
  interface Trouble {
    what: string;
    mode: Mode;
    config?: SiteOptions['config'];
    /** Whether the item arrived all the same, and only the answer was lost. */
    hasArrived?: boolean;
  }
  const troubles: Trouble[] = [
    { what: '429', mode: { status: 429 } },
    { what: '500', mode: { status: 500 } },
    { what: '502 with the page of a proxy', mode: { status: 502, body: '<h1>Bad gateway</h1>' } },
    { what: '503', mode: { status: 503 } },
    { what: 'a code the API does not have', mode: { status: 404 } },
    { what: 'a connection that is cut', mode: { reset: true } },
    {
      what: 'a connection that is cut after the item has arrived',
      mode: { reset: true, acceptFirst: true },
      hasArrived: true,
    },
    { what: 'an answer without CORS headers', mode: { cors: false }, hasArrived: true },
    { what: 'no answer in time', mode: { hang: true }, config: { timeout: 500 } },
    {
      what: 'an answer that comes too late',
      mode: { delayMs: 3_000 },
      config: { timeout: 500 },
      hasArrived: true,
    },
  ];
  it.each(troubles)('is $what: delivered later', async ({ mode, config = {}, hasArrived }) => {
    const site = await open({ config });
    site.collector.behave([mode]);
    const uuid = await report(site, 'later');
    expect(await outcomes(site, 1)).toEqual([accepted('later', uuid)]);
    await site.items(1);
    expect(site.collector.items).toHaveLength(1);
    expect(uuids(site)).toEqual([uuid, uuid]);
    expect(site.collector.requests[1]?.repeat).toBe(hasArrived ?? false);
    // It is the network's affair, not the developer's.
    expect(spoken(site)).toEqual([]);
  });

  it('is no slow answer: nothing is sent twice', async () => {
    const site = await open();
    site.collector.behave([{ delayMs: 2_000 }]);
    const uuid = await report(site, 'slowly');
    expect(await outcomes(site, 1)).toEqual([accepted('slowly', uuid)]);
    expect(uuids(site)).toEqual([uuid]);
  });

  it.each([429, 503])('is %i with Retry-After: nothing is sent before', async (status) => {
    // Two may be under way at once, so the others wait until the first answer has been read.
    const watch = `
      var isRead = false, json = Response.prototype.json;
      Response.prototype.json = function () {
        return json.call(this).finally(function () {
          setTimeout(function () { isRead = true; });
        });
      };`;
    const site = await open({ script: script + watch });
    site.collector.behave([{ status, retryAfter: 2 }]);
    const sent = [await report(site, 'number 0')];
    await site.tab.waitFor('isRead');
    for (let i = 1; i < 4; i++) sent.push(await report(site, `number ${i}`));

    const items = await site.items(4);
    expect(new Set(items.map(({ data }) => data.uuid))).toEqual(new Set(sent));
    const [first, ...others] = site.collector.requests;
    expect(others).toHaveLength(4);
    for (const { at } of others) expect(at - (first?.at ?? 0)).toBeGreaterThanOrEqual(2_000);
  });

  it('is an outage: everything of that time arrives once', async () => {
    const site = await open();
    site.collector.behave({ status: 503 });
    const sent: string[] = [];
    for (let i = 0; i < 10; i++) sent.push(await report(site, `number ${i}`));
    await site.collector.waitForRequests(5, { timeoutMs: 30_000 });
    site.collector.behave();
    const ends = await outcomes(site, 10);
    expect(ends.map(({ code }) => code)).toEqual(Array(10).fill(null));
    expect((await site.items(10)).map(({ data }) => data.uuid).sort()).toEqual(sent.sort());
    expect(site.collector.requests.filter(({ repeat }) => repeat)).toEqual([]);
  });

  it('is a server that is not there: delivered when it comes back', async () => {
    const site = await open();
    await site.collector.stop();
    const uuid = await report(site, 'into the dark');
    await until(
      () => site.tab.console.some((line) => line.includes('ERR_CONNECTION')),
      10_000,
      'The server was never asked',
    );
    await site.collector.start();
    expect(await outcomes(site, 1)).toEqual([accepted('into the dark', uuid)]);
    expect(uuids(site)).toEqual([uuid]);
  });
});
