// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Item, MessageBody } from '../src/items-api';
import { browserPorts } from '../src/ports';
import { rollbarClass } from '../src/rollbar-class';
import { turns } from './support/fakes';

const fetched = vi.fn<(url: string, init: { body: string }) => Promise<Response>>();
const warned: string[] = [];
let module: typeof import('../src/rollbar');

/** A page of its own for each test: the shared notifier is one for the life of a page. */
beforeEach(async () => {
  vi.resetModules();
  module = await import('../src/rollbar');
  fetched
    .mockReset()
    .mockImplementation(async () => new Response('{"err":0,"result":{"uuid":"u"}}'));
  vi.stubGlobal('fetch', fetched);
  warned.length = 0;
  vi.spyOn(console, 'warn').mockImplementation((text: string) => void warned.push(text));
});
afterEach(() => {
  vi.unstubAllGlobals();
  localStorage.clear();
});

const items = (): Item[] => fetched.mock.calls.map(([, { body }]) => JSON.parse(body) as Item);
const texts = (): string[] => items().map(({ data }) => (data.body as MessageBody).message.body);

describe('new Rollbar', () => {
  test('makes a notifier of one’s own, with every method on the instance', () => {
    const { Rollbar } = module;
    const rollbar = new Rollbar({ accessToken: 'one' });
    expect(rollbar).toBeInstanceOf(Rollbar);
    const { error, warn } = rollbar;
    expect(error('x').uuid).toMatch(/^[\da-f-]{36}$/);
    warn('y');
    expect(rollbar.configure({ environment: 'production' })).toBe(rollbar);
    expect(items().map(({ access_token }) => access_token)).toEqual(['one', 'one']);
  });

  test('two of them know nothing of each other', () => {
    const { Rollbar } = module;
    const [one, two] = [new Rollbar({ accessToken: 'one' }), new Rollbar({ accessToken: 'two' })];
    one.configure({ context: 'a' });
    two.info('x');
    expect(items().map(({ access_token, data }) => [access_token, data.context])).toEqual([
      ['two', undefined],
    ]);
  });

  test('names wrong options, each once, and works', () => {
    const { Rollbar } = module;
    const rollbar = new Rollbar({ accesToken: 'x', accessToken: 'one', enabled: 'yes' } as never);
    rollbar.configure({ accesToken: 'x' } as never);
    rollbar.info('x');
    expect(warned).toEqual([
      'Rollcage: unknown option "accesToken"; did you mean "accessToken"?',
      expect.stringMatching(/^Rollcage: option "enabled" is yes; /),
    ]);
    expect(fetched).toHaveBeenCalledTimes(1);
  });

  test.each([
    [
      'a proxy that throws',
      new Proxy(
        {},
        {
          ownKeys: () => {
            throw new Error('no');
          },
        },
      ),
    ],
    [
      'a revoked proxy',
      (() => {
        const { proxy, revoke } = Proxy.revocable({}, {});
        revoke();
        return proxy;
      })(),
    ],
    [
      'values that throw as text',
      { endpoint: Object.create(null), timeout: { valueOf: null, toString: null } },
    ],
    ['symbols', { timeout: Symbol('s'), endpoint: Symbol('s'), reportLevel: Symbol('s') }],
    ['nothing', null],
    ['a text', 'token'],
  ])('throws at no options at all: %s', (_, options) => {
    const { Rollbar } = module;
    const rollbar = new Rollbar(options as never);
    rollbar.configure({ accessToken: 'one', endpoint: '/items' });
    rollbar.info('x');
    expect(texts()).toEqual(['x']);
  });
});

describe('the shared notifier', () => {
  test('is made by init once; again, init configures the same', () => {
    const { Rollbar } = module;
    const rollbar = Rollbar.init({ accessToken: 'one' });
    expect(Rollbar.init({ environment: 'production' })).toBe(rollbar);
    rollbar.info('x');
    expect(items()).toMatchObject([{ access_token: 'one', data: { environment: 'production' } }]);
  });

  test('is what the static methods act on', () => {
    const { Rollbar } = module;
    Rollbar.init({ accessToken: 'one' });
    for (const level of ['debug', 'info', 'warn', 'warning', 'error', 'critical', 'log'] as const) {
      const log = Rollbar[level];
      expect(log('x').uuid).toMatch(/^[\da-f-]{36}$/);
    }
    Rollbar.configure({ context: 'later' });
    Rollbar.info('y');
    return vi.waitFor(() => {
      expect(items().map(({ data }) => [data.level, data.context])).toEqual([
        ...['debug', 'info', 'warning', 'warning', 'error', 'critical', 'debug'].map((level) => [
          level,
          undefined,
        ]),
        ['info', 'later'],
      ]);
    });
  });

  test('hears nothing before init, however its methods are looked at', async () => {
    const { Rollbar } = module;
    // Notifiers of other tests hear this page, too.
    const tokens = () =>
      items().flatMap(({ access_token: token }) => (token.length > 3 ? token : []));
    expect(typeof Rollbar.error).toBe('function');
    new Rollbar({ accessToken: 'own one' });
    window.dispatchEvent(new ErrorEvent('error', { message: 'once', error: new Error('once') }));
    await turns();
    expect(tokens()).toEqual(['own one']);
    Rollbar.init({ accessToken: 'shared' });
    window.dispatchEvent(new ErrorEvent('error', { message: 'twice', error: new Error('twice') }));
    await turns();
    expect(tokens()).toEqual(['own one', 'own one', 'shared']);
  });

  test('may have its methods replaced by the mocks of a test', () => {
    const { Rollbar } = module;
    const mock = vi.spyOn(Rollbar, 'error').mockReturnValue({ uuid: 'mocked' });
    expect(Rollbar.error('x')).toEqual({ uuid: 'mocked' });
    mock.mockRestore();
    expect(Rollbar.error('x').uuid).toMatch(/^[\da-f-]{36}$/);
  });

  test('has its methods where a page has put what it likes on Object.prototype', () => {
    const words = ['get', 'set', 'value', 'writable', 'enumerable', 'configurable'];
    let methods: unknown[] = [];
    try {
      words.forEach((word) => Object.assign(Object.prototype, { [word]: 'of the page' }));
      const Rollbar = rollbarClass(() => ({ ports: browserPorts() }));
      methods = [Rollbar.init({ accessToken: 'one' }).error, Rollbar.error];
    } finally {
      words.forEach((word) => Reflect.deleteProperty(Object.prototype, word));
    }
    expect(methods[0]).toBeTypeOf('function');
    expect(methods[1]).toBe(methods[0]);
  });

  test('takes errors before init, which wait for the token', async () => {
    const { Rollbar } = module;
    const { uuid } = Rollbar.error('early');
    expect(fetched).not.toHaveBeenCalled();
    expect(warned).toEqual([expect.stringMatching(/^Rollcage: no accessToken/)]);
    Rollbar.init({ accessToken: 'one' });
    await vi.waitFor(() => expect(items().map(({ data }) => data.uuid)).toEqual([uuid]));
  });

  test('tells what has become of everything', async () => {
    const { Rollbar } = module;
    Rollbar.init({ accessToken: 'one' });
    Rollbar.error('x');
    const told = vi.fn();
    Rollbar.wait(told);
    expect(await Rollbar.flush(1000)).toBe(true);
    expect(told).toHaveBeenCalledTimes(1);
    expect(Rollbar.stats()).toEqual({ captured: 1, delivered: 1, waiting: 0, dropped: {} });
  });
});
