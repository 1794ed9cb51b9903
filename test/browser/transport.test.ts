import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createCollector } from '../../demo/collector.mjs';
import type { Collector } from '../../demo/collector.mjs';
import { send } from '../../src/browser/transport';
import type { Answer } from '../../src/shapes';

const item = JSON.stringify({
  access_token: 'token',
  data: { environment: 'test', body: { message: { body: 'x' } }, uuid: 'the-uuid' },
});

let collector: Collector;
beforeAll(async () => {
  collector = await createCollector();
});
afterAll(() => collector.close());
beforeEach(() => {
  collector.behave();
  collector.clear();
});

const sendIt = async (timeoutMs = 5000) =>
  (await send(item, collector.endpoint, timeoutMs, false)) as Answer;

test('posts the item as text, which needs no preflight, and gives back the answer', async () => {
  expect(await sendIt()).toEqual({
    status: 200,
    response: { err: 0, result: { id: null, uuid: 'the-uuid' } },
  });
  const [request] = collector.requests;
  expect(request?.text).toBe(item);
  expect(request?.headers['content-type']).toBe('text/plain;charset=UTF-8');
  expect(Object.keys(request?.headers ?? {})).not.toContain('x-rollbar-access-token');
});

test('an answer without JSON is its status', async () => {
  collector.behave({ status: 502, body: '<html>' });
  expect(await sendIt()).toEqual({ status: 502 });
});

test.each([
  ['seconds', 7, 7000, 7000],
  ['a date', new Date(Date.now() + 60_000).toUTCString(), 50_000, 60_000],
])('reads Retry-After in %s', async (_, retryAfter, least, most) => {
  collector.behave({ status: 429, retryAfter });
  const { retryAfterMs } = await sendIt();
  expect(retryAfterMs).toBeGreaterThanOrEqual(least);
  expect(retryAfterMs).toBeLessThanOrEqual(most);
});

test.each(['soon', '-5', 'Thu, 01 Jan 1970 00:00:00 GMT'])(
  'a Retry-After of "%s" is none',
  async (retryAfter) => {
    collector.behave({ status: 503, retryAfter });
    expect((await sendIt()).retryAfterMs ?? 0).not.toBeGreaterThan(0);
  },
);

test.each<[string, object]>([
  ['a cut connection', { reset: true }],
  ['no answer within the time', { hang: true }],
])('%s is status 0, and never a rejection', async (_, mode) => {
  collector.behave(mode);
  expect(await sendIt(200)).toEqual({ status: 0 });
});

test('an endpoint that is none is status 0, too', async () => {
  expect(await send(item, 'http://', 1000, false)).toEqual({ status: 0 });
});

test('a fetch that never ends and hears no signal is status 0, too', async () => {
  vi.stubGlobal('fetch', () => new Promise(() => undefined));
  expect(await sendIt(50)).toEqual({ status: 0 });
  // Once the head of the answer is there, it counts.
  vi.stubGlobal('fetch', async () =>
    Object.assign(new Response('', { status: 202 }), { json: () => new Promise(() => 0) }),
  );
  expect(await sendIt(50)).toEqual({ status: 202 });
  vi.unstubAllGlobals();
});

describe('what a browser lets a page send along when it leaves', () => {
  const modes: (boolean | undefined)[] = [];
  const posts: (() => void)[] = [];
  beforeEach(() => {
    modes.length = posts.length = 0;
    vi.stubGlobal('fetch', (_: string, { keepalive }: RequestInit) => {
      modes.push(keepalive);
      return new Promise((resolve) => posts.push(() => resolve(new Response('{}'))));
    });
  });
  afterEach(() => vi.unstubAllGlobals());

  const sendSome = (bytes: number, isLeaving: boolean) =>
    send('ü'.repeat(bytes / 2), 'https://a.example', 1000, isLeaving);

  test('is used as far as it goes, counted in bytes, and free again after the answer', async () => {
    const all = [40_000, 17_000, 1000].map((bytes) => sendSome(bytes, false));
    expect(modes).toEqual([true, true, false]);
    expect(await sendSome(1000, true)).toBeUndefined();
    posts.forEach((post) => post());
    await Promise.all(all);
    const last = sendSome(57_344, true);
    expect(modes).toEqual([true, true, false, true]);
    posts.at(-1)?.();
    expect((await last)?.status).toBe(200);
  });
});
