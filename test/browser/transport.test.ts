import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createCollector } from '../../demo/collector.mjs';
import type { Collector } from '../../demo/collector.mjs';
import { send } from '../../src/browser/transport';

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

const sendIt = (timeoutMs = 5000) => send(item, collector.endpoint, timeoutMs);

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
    expect((await sendIt()).retryAfterMs).toBeUndefined();
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
  expect(await send(item, 'http://', 1000)).toEqual({ status: 0 });
});
