// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Item } from '../src/items-api';
import type { Options } from '../src/options';
import type { Notifier } from '../src/surface';

interface OldPage {
  _rollbarConfig?: Options;
  _rollbarDidLoad?: boolean;
  rollbar?: unknown;
  Rollbar?: Notifier & { wrap(act: () => void, context: object): () => void; impl: Notifier };
}

const page = globalThis as unknown as OldPage;
const fetched = vi.fn<(url: string, init: { body: string }) => Promise<Response>>();

/** What else the snippet leaves in a page. */
const left = ['_rollbarInitialized', '_rollbarShims', '_rollbarStartTime', '_rollbarWrappedError'];

beforeEach(() => {
  vi.resetModules();
  fetched
    .mockReset()
    .mockImplementation(async () => new Response('{"err":0,"result":{"uuid":"u"}}'));
  vi.stubGlobal('fetch', fetched);
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.unstubAllGlobals();
  localStorage.clear();
  document.head.innerHTML = '';
  for (const name of ['_rollbarConfig', '_rollbarDidLoad', 'rollbar', 'Rollbar', ...left]) {
    Reflect.deleteProperty(page, name);
  }
});

/** What a page with a snippet of rollbar.js does. */
function snippet(): void {
  document.head.append(document.createElement('script'));
  page._rollbarConfig = { accessToken: 'token', captureUncaught: false };
  // Code of a script, which sees the page and nothing of this file.
  (0, eval)(readFileSync('node_modules/rollbar/dist/rollbar.snippet.js', 'utf8'));
}

const items = (): Item[] => fetched.mock.calls.map(([, { body }]) => JSON.parse(body) as Item);

test.each(['../src/script-full', '../src/script-dev'])(
  'without a configuration the class has the name it has in rollbar.js, too: %s',
  async (door) => {
    await import(door);
    expect(page.rollbar).toBe(page.Rollbar);
    expect(page._rollbarDidLoad).toBe(true);
  },
);

test('a page that has no snippet keeps what it calls so itself', async () => {
  page._rollbarConfig = { accessToken: 'token', captureUncaught: false };
  page.rollbar = 'mine';
  await import('../src/script-full');
  expect(page.rollbar).toBe('mine');
  expect(page._rollbarDidLoad).toBeUndefined();
});

test('a call that has waited is reported where the page has broken its dice', async () => {
  snippet();
  page.Rollbar?.info('called');
  vi.spyOn(crypto, 'getRandomValues').mockImplementation(() => {
    throw new Error('no dice');
  });
  await import('../src/script-full');
  await vi.waitFor(() =>
    expect(items().map(({ data }) => data.body)).toMatchObject([{ message: { body: 'called' } }]),
  );
});

test('what the page has put into a context cannot hinder a report', async () => {
  snippet();
  const context = Object.defineProperty({ order: 17 }, 'cart', {
    enumerable: true,
    get: () => {
      throw new Error('no cart');
    },
  });
  const error = new Error('thrown');
  const fail = page.Rollbar?.wrap(() => {
    throw error;
  }, context);
  expect(fail).toThrow(error);
  page.Rollbar?.configure({ captureUncaught: true });
  await import('../src/script-full');
  const { message } = error;
  dispatchEvent(new ErrorEvent('error', { message, error }));
  await vi.waitFor(() => expect(items()).toHaveLength(1));
  expect(items()[0]?.data).toMatchObject({
    body: { trace: { exception: { message } } },
    custom: { order: 17 },
  });
});
