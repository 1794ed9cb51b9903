// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Item, MessageBody } from '../src/items-api';
import type { Options } from '../src/options';
import type { RollbarClass } from '../src/rollbar-class';
import type { HeldCall, LoaderWindow, Stub } from '../src/snippet/contract';
import type { Notifier } from '../src/surface';

const page = globalThis as unknown as LoaderWindow & { Rollbar?: Stub & Notifier };
const fetched = vi.fn<(url: string, init: { body: string }) => Promise<Response>>();

beforeEach(() => {
  vi.resetModules();
  fetched.mockReset().mockImplementation(async () => new Response('{}'));
  vi.stubGlobal('fetch', fetched);
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.unstubAllGlobals();
  localStorage.clear();
  for (const name of ['_rollbarConfig', 'Rollbar', 'other']) delete page[name];
});

/** A minute ago, in whole seconds. */
const then = Math.floor(Date.now() / 1000 - 60) * 1000;

/** What a script tag does. */
const load = (): Promise<unknown> => import('../src/script');
const loadDev = (): Promise<unknown> => import('../src/script-dev');

const items = (): Item[] => fetched.mock.calls.map(([, { body }]) => JSON.parse(body) as Item);
const all = (): unknown[] =>
  items().map(({ data: { uuid, timestamp, body, request } }) => [
    (body as MessageBody).message.body,
    uuid,
    timestamp,
    request?.url,
  ]);

const held = (...calls: HeldCall[]): Stub => ({ _h: calls, _l: 0 }) as unknown as Stub;

test.each([load, loadDev])('without a configuration the global is the class', async (door) => {
  await door();
  expect(fetched).not.toHaveBeenCalled();
  const Rollbar = page.Rollbar as unknown as RollbarClass;
  expect(new Rollbar({ accessToken: 'token' })).toBeInstanceOf(Rollbar);
  Rollbar.init({ accessToken: 'shared' });
  Rollbar.info('x');
  expect(items().map(({ access_token }) => access_token)).toEqual(['shared']);
});

test('wrong options are told by the door for who sets a page up, and cost visitors nothing', async () => {
  page._rollbarConfig = { accesToken: 'x', accessToken: 'token' } as Options;
  await load();
  expect(console.warn).not.toHaveBeenCalled();
  delete page.Rollbar;
  await loadDev();
  expect(console.warn).toHaveBeenCalledExactlyOnceWith(
    'Rollcage: unknown option "accesToken"; did you mean "accessToken"?',
  );
});

test('with one it is a notifier that works, under the name that was asked for', async () => {
  page._rollbarConfig = { accessToken: 'token', globalAlias: 'other' };
  await load();
  (page.other as Notifier).info('x');
  expect(items()[0]?.access_token).toBe('token');
  expect(page.Rollbar).toBeUndefined();
});

test('what the snippet has held is told in its order, with its names, times and places', async () => {
  page._rollbarConfig = { accessToken: 'token' };
  page.Rollbar = held(
    ['info', ['a'], 'uuid-a', then, 'https://a.example/1'],
    ['configure', [{ context: 'from then on' }], 'unused', then + 1000, 'https://a.example/2'],
    ['error', ['b'], 'uuid-b', then + 2000, 'https://a.example/3'],
  ) as never;
  await load();
  await vi.waitFor(() => expect(fetched).toHaveBeenCalledTimes(2));
  expect(all()).toEqual([
    ['a', 'uuid-a', then / 1000, 'https://a.example/1'],
    ['b', 'uuid-b', then / 1000 + 2, 'https://a.example/3'],
  ]);
  expect(items().map(({ data }) => data.context)).toEqual([undefined, 'from then on']);
});

test('a reference to the stub goes on working', async () => {
  page._rollbarConfig = { accessToken: 'token' };
  const stub = held();
  page.Rollbar = stub as never;
  await load();
  expect(stub._t?.(['warn', ['x'], 'uuid', then, 'https://a.example/'])).toEqual({ uuid: 'uuid' });
  expect(all()).toEqual([['x', 'uuid', then / 1000, 'https://a.example/']]);
});

test('what a hook reports during the replay is another occurrence, of now', async () => {
  const stub = held(['error', ['held'], 'uuid', then, 'https://a.example/']);
  // A method that the page has taken off the stub.
  const info = (text: string): unknown =>
    (stub._t as (call: HeldCall) => unknown)(['info', [text], 'hook', then + 9000, 'u']);
  page._rollbarConfig = { accessToken: 'token', transform: () => void info('from the hook') };
  page.Rollbar = stub as never;
  await load();
  await vi.waitFor(() => expect(fetched).toHaveBeenCalledTimes(2));
  expect(
    items()
      .map(({ data }) => data.uuid)
      .sort(),
  ).toEqual(['hook', 'uuid']);
});

test('loaded twice, it leaves the notifier that is there alone', async () => {
  page._rollbarConfig = { accessToken: 'token' };
  await load();
  const first = page.Rollbar;
  vi.resetModules();
  await load();
  expect(page.Rollbar).toBe(first);
});

test('what the snippet had no room for is counted', async () => {
  page._rollbarConfig = { accessToken: 'token' };
  page.Rollbar = Object.assign(held(['info', ['a'], 'uuid-a', then, 'u']), { _l: 3 }) as never;
  await load();
  await vi.waitFor(() => expect(fetched).toHaveBeenCalled());
  const rollbar = page.Rollbar as unknown as Notifier;
  expect(rollbar.stats()).toMatchObject({ captured: 4, dropped: { evicted: 3 } });
  expect(items()[0]?.data.notifier).toMatchObject({ diagnostic: { dropped: { evicted: 3 } } });
});
