import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createOriginals } from '../../demo/originals.mjs';
import type { Frame, Item } from '../../src/items-api';
import { createPages } from '../support/pages';
import type { Pages } from '../support/pages';

let pages: Pages;
beforeAll(async () => {
  pages = await createPages();
});
afterAll(() => pages.close());
beforeEach(() => {
  pages.requests.length = 0;
  pages.set('/app.js', { body: script, type: 'text/javascript' });
  pages.set('/app.js.map', { body: JSON.stringify(map), type: 'application/json' });
});

const script = 'function a(){throw b}\n//# sourceMappingURL=app.js.map';
/** Column 13, `throw`, is line 2, column 3 of the source; nothing else is said. */
const map = {
  version: 3,
  sources: ['cart.ts'],
  sourcesContent: ['function total() {\n  throw new Error();\n}'],
  names: [],
  mappings: 'aACE',
};

const itemOf = (...frames: Frame[]): Item => {
  const body = { trace: { exception: { class: 'Error' }, frames } };
  return { access_token: 'token', data: { environment: 'test', body } };
};
const frame = (filename: string): Frame => ({ filename, lineno: 1, colno: 14, method: 'a' });

test('a frame is found in the source, with the lines around it', async () => {
  const found = await createOriginals()(itemOf(frame(pages.url('/app.js')), frame('eval')));
  expect(found).toEqual([
    [
      {
        filename: pages.url('/cart.ts'),
        lineno: 2,
        colno: 3,
        method: 'a',
        code: '  throw new Error();',
        context: { pre: ['function total() {'], post: ['}'] },
      },
      null,
    ],
  ]);
});

test('each file is asked for once, also for many frames and items', async () => {
  const originalsOf = createOriginals();
  const item = itemOf(...Array.from({ length: 20 }, () => frame(pages.url('/app.js'))));
  await Promise.all([originalsOf(item), originalsOf(item)]);
  await originalsOf(item);
  expect(pages.requests.map(({ path }) => path)).toEqual(['/app.js', '/app.js.map']);
});

test('what has its source already is left alone', async () => {
  const found = await createOriginals()(itemOf({ ...frame(pages.url('/app.js')), code: 'x' }));
  expect(found).toEqual([[null]]);
  expect(pages.requests).toEqual([]);
});

test.each([
  ['no map', { status: 404 }],
  ['a page in its place', { body: '<h1>Shop</h1>', type: 'text/html' }],
  ['a broken map', { body: '{"version":3', type: 'application/json' }],
  ['a map that never comes', { hang: true }],
])('%s is harmless, and waited for no longer than is allowed', async (_, page) => {
  pages.set('/app.js.map', page);
  const start = performance.now();
  const found = await createOriginals({ limitMs: 300 })(itemOf(frame(pages.url('/app.js'))));
  expect(found).toEqual([[null]]);
  expect(performance.now() - start).toBeLessThan(2_000);
});

test.each([
  'http://user.invalid/app.js',
  'file:///etc/passwd',
  'data:text/javascript,1',
  'webpack://shop/cart.js',
  '',
  '(unknown)',
])('nothing is found in %j, and nothing fails', async (filename) => {
  expect(await createOriginals({ limitMs: 300 })(itemOf(frame(filename)))).toEqual([[null]]);
});

test('a map of another host is not asked for, unless it is this machine', async () => {
  const away = script.replace('app.js.map', 'http://maps.invalid/app.js.map');
  pages.set('/app.js', { body: away, type: 'text/javascript' });
  expect(await createOriginals()(itemOf(frame(pages.url('/app.js'))))).toEqual([[null]]);

  const other = await createPages();
  other.set('/app.js.map', { body: JSON.stringify(map), type: 'application/json' });
  const beside = script.replace('app.js.map', other.url('/app.js.map'));
  pages.set('/app.js', { body: beside, type: 'text/javascript' });
  const [[found]] = (await createOriginals()(itemOf(frame(pages.url('/app.js'))))) as [[Frame]];
  expect(found).toMatchObject({ lineno: 2 });
  await other.close();
});

test('where a redirect leads, nothing is asked for', async () => {
  pages.set('/moved.js', { status: 302, headers: { location: '/app.js' } });
  expect(await createOriginals()(itemOf(frame(pages.url('/moved.js'))))).toEqual([[null]]);
  expect(pages.requests.map(({ path }) => path)).toEqual(['/moved.js']);
});

test('a message has none', async () => {
  const data = { environment: 'test', body: { message: { body: 'x' } } };
  expect(await createOriginals()({ access_token: 'token', data })).toEqual([]);
});
