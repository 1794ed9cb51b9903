// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const posted: { access_token: string; data: { uuid: string } }[] = [];

beforeEach(() => {
  posted.length = 0;
  // The shared notifier belongs to the module.
  vi.resetModules();
  vi.stubGlobal('fetch', (_: string, { body }: { body: string }) => {
    posted.push(JSON.parse(body));
    return Promise.resolve(new Response('{"err":0,"result":{"uuid":"x"}}'));
  });
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterEach(() => vi.unstubAllGlobals());

const load = async () => (await import('../src/index')).Rollbar;

test('new Rollbar makes a notifier of its own', async () => {
  const Rollbar = await load();
  const rollbar = new Rollbar({ accessToken: 'token' });
  expect(rollbar).toBeInstanceOf(Rollbar);
  const { uuid } = rollbar.error('text');
  expect(rollbar.configure({})).toBe(rollbar);
  expect(posted.map(({ data }) => data.uuid)).toEqual([uuid]);
});

test('Rollbar.init makes the shared one, and then configures the same', async () => {
  const Rollbar = await load();
  const first = Rollbar.init({ accessToken: 'one' });
  expect(Rollbar.init({ accessToken: 'two' })).toBe(first);
  Rollbar.error('text');
  expect(posted.map(({ access_token }) => access_token)).toEqual(['two']);
});

test('what is reported before init waits for its token', async () => {
  const Rollbar = await load();
  const { uuid } = Rollbar.critical('early');
  expect(posted).toEqual([]);
  Rollbar.init({ accessToken: 'token' });
  expect(posted.map(({ data }) => data.uuid)).toEqual([uuid]);
});

test('wrong options are told, each once', async () => {
  const Rollbar = await load();
  new Rollbar({ acessToken: 'x', enabled: 1 } as object).configure({ enabled: 1 } as object);
  expect(vi.mocked(console.warn).mock.calls.flat()).toEqual([
    'Rollcage: unknown option "acessToken"; did you mean "accessToken"?',
    'Rollcage: option "enabled" is 1; it must be of type boolean',
    'Rollcage: there is no accessToken; items wait until configure({ accessToken }) brings one',
  ]);
});

test('options that are none throw nothing', async () => {
  const Rollbar = await load();
  for (const options of ['token', null, 1]) {
    expect(() => new Rollbar(options as unknown as object)).not.toThrow();
  }
});
