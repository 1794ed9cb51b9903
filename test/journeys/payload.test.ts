import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openBrowser } from '../support/browsers';
import { expectBlock } from '../support/figures';
import { openSite, run } from '../support/site';
import { root } from '../support/sources';

/** In the place of what differs from run to run. */
const fixed: Record<string, unknown> = {
  access_token: 'POST_CLIENT_ITEM_TOKEN',
  browser: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 …',
  height: 720,
  language: 'en-US',
  runtime_ms: 1234,
  timestamp: 1_767_225_600,
  timestamp_ms: 1_767_225_600_000,
  uuid: 'd4c7acef-55bf-4c9e-a95e-4fe9428a8287',
  width: 1280,
};

test('docs/payload.md shows an item as it is, and tells where each field comes from', async () => {
  const browser = await openBrowser('chromium');
  onTestFinished(() => browser.close());
  const site = await openSite(browser, {
    config: {
      autoInstrument: { page: false, timing: false, visibility: false },
      codeVersion: '1.4.2',
      context: 'checkout',
      environment: 'production',
      person: { id: '42' },
    },
    search: '?basket=3',
    script: `function pay() {
  console.info('paying for 17');
  Rollbar.error('payment failed', new RangeError('no receipt'), { order: 17 });
}`,
  });
  await run(site, 'pay');
  const [item] = await site.items(1);
  // `language` is also a word of the API, which is the same in every run.
  const text = JSON.stringify(
    item,
    (key, value) => (key in fixed && value !== 'javascript' ? fixed[key] : value),
    2,
  ).replaceAll(site.pages.origin, 'https://shop.example');
  await expectBlock('docs/payload.md', 'item', `\`\`\`json\n${text}\n\`\`\``);

  const page = readFileSync(join(root, 'docs/payload.md'), 'utf8');
  const told = [...page.matchAll(/^\| (`[^|]+?) +\|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([\w.]+)`/g)].map(([, field]) => field),
  );
  const below = (value: object, path: string): string[] =>
    Object.keys(value).map((key) => path + key);
  const { data } = item ?? {};
  const fields = [
    ...below(data ?? {}, 'data.'),
    ...below(data?.request ?? {}, 'data.request.'),
    ...below(data?.client ?? {}, 'data.client.'),
    ...below(data?.body ?? {}, 'data.body.'),
  ].filter((field) => !['data.request', 'data.client', 'data.body'].includes(field));
  expect(fields.filter((field) => !told.includes(field))).toEqual([]);
});
