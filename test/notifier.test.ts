import { afterEach, describe, expect, test, vi } from 'vitest';
import { createNotifier } from '../src/notifier';
import type { MessageBody, Trace, TraceBody } from '../src/items-api';
import type { Options } from '../src/options';
import type { Answer, LogCallback, ReportError } from '../src/shapes';
import type { Log, Notifier } from '../src/surface';
import {
  createFakes,
  later,
  noon,
  page,
  refusal,
  start,
  taken,
  token,
  turns,
  uuidOf,
} from './support/fakes';
import type { Fakes } from './support/fakes';
import { schemaErrors, undocumented } from './support/item-schema.mjs';

afterEach(() => vi.useRealTimers());

const textsOf = (fakes: Fakes): string[] =>
  fakes.items().map(({ data }) => (data.body as MessageBody).message.body);
const traceOf = (fakes: Fakes, at = 0): Trace => (fakes.items()[at]?.data.body as TraceBody).trace;

/** What a callback has been told, each call as one entry. */
function listener(): { callback: LogCallback; told: (string | null)[] } {
  const told: (string | null)[] = [];
  return { told, callback: (error: ReportError | null) => told.push(error && error.code) };
}

describe('one call', () => {
  test('posts one item with all that is known, and nothing that is not in the document', () => {
    const world = start({
      environment: 'production',
      codeVersion: '1.2.3',
      person: { id: 42 },
      context: 'cart',
      timeout: 5000,
    });
    world.notifier.error('payment failed', new TypeError('no route'), { order: 17 });
    expect(world.posted).toHaveLength(1);
    const [{ item, endpoint, timeoutMs } = { item: undefined, endpoint: '', timeoutMs: 0 }] =
      world.posted;
    expect([endpoint, timeoutMs]).toEqual(['https://api.rollbar.com/api/1/item/', 5000]);
    expect(schemaErrors(item)).toEqual([]);
    expect(undocumented(item as never)).toEqual([]);
    expect(item).toEqual({
      access_token: token,
      data: {
        body: {
          trace: {
            frames: expect.any(Array),
            exception: {
              class: 'TypeError',
              message: 'no route',
              description: 'payment failed',
            },
          },
        },
        environment: 'production',
        level: 'error',
        uuid: uuidOf(1),
        timestamp: Math.floor(noon / 1000),
        code_version: '1.2.3',
        platform: 'browser',
        language: 'javascript',
        framework: 'browser-js',
        context: 'cart',
        request: { url: page.url, query_string: '?step=2', user_ip: '$remote_ip' },
        person: { id: '42' },
        server: {},
        client: {
          javascript: { ...page.javascript, code_version: '1.2.3' },
          timestamp: Math.floor(noon / 1000),
          runtime_ms: 1500,
        },
        custom: { order: 17 },
        notifier: {
          name: 'rollcage',
          version: expect.any(String),
          diagnostic: { original_arg_types: ['string', 'error', 'object'] },
        },
      },
    });
  });

  test('gives the uuid back at once, the one of the item', () => {
    const world = start();
    expect(world.notifier.info('x')).toEqual({ uuid: uuidOf(1) });
    expect(world.notifier.error(new Error('y'))).toEqual({ uuid: uuidOf(2) });
    expect(world.items().map(({ data }) => data.uuid)).toEqual([uuidOf(1), uuidOf(2)]);
  });

  test.each<[keyof Notifier, string]>([
    ['debug', 'debug'],
    ['info', 'info'],
    ['warn', 'warning'],
    ['warning', 'warning'],
    ['error', 'error'],
    ['critical', 'critical'],
    ['log', 'info'],
  ])('by %s has the level %s, also when taken off its object', (method, level) => {
    const world = start({ logLevel: 'info' });
    const alone = world.notifier[method] as Log;
    alone('x');
    expect(world.items()[0]?.data.level).toBe(level);
  });

  test('tells of its own moment and page, whatever comes later', () => {
    const world = start();
    world.now = { at: noon - 5000, url: 'https://shop.example/before?a=1' };
    world.notifier.info('x');
    expect(world.items()[0]?.data).toMatchObject({
      timestamp: Math.floor((noon - 5000) / 1000),
      request: { url: 'https://shop.example/before?a=1', query_string: '?a=1' },
    });
  });

  test('tells of the data as it was then, also when it waits', async () => {
    const world = createFakes();
    const notifier = createNotifier({}, world.ports);
    const custom = { cart: { items: ['a'] }, list: [1] };
    notifier.info('x', custom, [custom]);
    custom.cart.items.push('b');
    custom.list = [];
    notifier.configure({ accessToken: token });
    expect(world.items()[0]?.data.custom).toEqual({
      cart: { items: ['a'] },
      list: [1],
      extraArgs: [[{ cart: { items: ['a'] }, list: [1] }]],
    });
  });
});

describe('errors of the page', () => {
  test('that nobody caught are reported with their frames and arguments of the event', () => {
    const world = start({ uncaughtErrorLevel: 'critical' });
    world.events.uncaught(
      'Uncaught TypeError: x',
      'https://a.example/b.js',
      3,
      9,
      new TypeError('x'),
    );
    expect(world.items()[0]?.data.level).toBe('critical');
    expect(traceOf(world).exception).toEqual({
      class: 'TypeError',
      message: 'x',
      description: 'Uncaught TypeError: x',
    });
    expect(traceOf(world).frames.at(-1)?.filename).toContain('notifier.test.ts');
  });

  test('without an error object have the place of the event', () => {
    const world = start();
    world.events.uncaught('Script went wrong', 'https://a.example/b.js', 3, 9, undefined);
    expect(traceOf(world)).toMatchObject({
      frames: [{ filename: 'https://a.example/b.js', lineno: 3, colno: 9, method: '[anonymous]' }],
      exception: { message: 'Script went wrong' },
    });
  });

  test.each<[string, unknown, string]>([
    ['an error', new RangeError('r'), 'r'],
    ['a text', 'why', 'why'],
    ['nothing', undefined, 'Promise rejected with undefined'],
    ['null', null, 'Promise rejected with null'],
    ['data', { code: 7 }, 'Object with keys: code'],
  ])('rejected with %s are reported', (_, reason, message) => {
    const world = start();
    world.events.rejected(reason);
    expect(traceOf(world).exception.message).toBe(message);
    expect(world.items()[0]?.data.level).toBe('error');
  });

  test('are left alone as the options say, from then on', () => {
    const world = start({ captureUncaught: false, captureUnhandledRejections: false });
    world.events.uncaught('x', '', 0, 0, new Error('x'));
    world.events.rejected(new Error('x'));
    expect(world.posted).toEqual([]);
    world.notifier.configure({ captureUncaught: true, captureUnhandledRejections: true });
    world.events.uncaught('x', '', 0, 0, new Error('x'));
    world.events.rejected(new Error('x'));
    expect(world.posted).toHaveLength(2);
    expect(world.listeners).toBe(1);
  });

  test('may be handed over by the page, with arguments of any type', async () => {
    const world = start();
    world.notifier.handleUncaughtException('x', 'https://a.example/b.js', 3, 9);
    const odd = world.notifier.handleUncaughtException as (...args: unknown[]) => unknown;
    odd(Symbol('s'), Object.create(null), Symbol('line'), 2n, undefined);
    world.notifier.handleUnhandledRejection(new Error('y'));
    await turns();
    expect(world.items().map((item) => schemaErrors(item))).toEqual([[], [], []]);
  });

  test.each<[string, unknown, object | undefined]>([
    ['data', { order: 17 }, { order: 17 }],
    ['nothing', undefined, undefined],
    ['a text', 'checkout', { value: 'checkout' }],
    [
      'what cannot be read',
      new Proxy({}, { ownKeys: () => void 0 as never }),
      { value: '[unreadable]' },
    ],
  ])('may be handed over by the page with %s beside them', async (_, context, custom) => {
    const world = start();
    world.notifier.handleUncaughtException('x', '', 0, 0, new Error('x'), context);
    await turns();
    expect(world.items().map(({ data }) => data.custom)).toEqual([custom]);
  });
});

describe('an error object that comes again', () => {
  const error = new Error('once');

  test('logged, thrown or rejected, is dropped and counted', async () => {
    const world = start();
    const { callback, told } = listener();
    world.notifier.error('while paying', error);
    world.events.uncaught('m', 'u', 1, 2, error);
    world.events.rejected(error);
    world.notifier.error(error, callback);
    await turns();
    expect(world.posted).toHaveLength(1);
    expect(told).toEqual(['repeated']);
    expect(world.notifier.stats()).toMatchObject({ captured: 4, dropped: { repeated: 3 } });
  });

  test('may be frozen, or no error at all', async () => {
    const world = start();
    const thrown = Object.freeze({ code: 7 });
    for (let i = 0; i < 2; i++) world.events.rejected(thrown);
    expect(world.posted).toHaveLength(1);
    for (const text of ['one', 'another', 'one']) world.events.rejected(text);
    await turns();
    expect(world.posted).toHaveLength(4);
  });

  test('is reported when the first was dropped', () => {
    const world = start({ reportLevel: 'error' });
    world.notifier.debug(error);
    world.events.rejected(error);
    expect(world.posted).toHaveLength(1);
  });

  test('from a hook, while it is reported, is one item', () => {
    const world = start({ transform: () => void world.notifier.info('by the hook', error) });
    world.notifier.error(error);
    expect(world.items().map(({ data }) => data.level)).toEqual(['info']);
    expect(world.notifier.stats()).toMatchObject({ captured: 2, dropped: { repeated: 1 } });
  });

  test('may be reported by the hook that has it ignored', () => {
    const world = start({
      checkIgnore: () => {
        world.notifier.info(error);
        return true;
      },
    });
    world.notifier.error(error);
    expect(world.items().map(({ data }) => data.level)).toEqual(['info']);
  });

  test('is another for another notifier, and with ignoreDuplicateErrors off', () => {
    const worlds = [start(), start({ ignoreDuplicateErrors: false })];
    for (const { events } of worlds) {
      events.rejected(error);
      events.rejected(error);
    }
    expect(worlds.map(({ posted }) => posted.length)).toEqual([1, 2]);
  });
});

describe('captureMessageStack', () => {
  test('gives a message the calls that led to it, and an error only its own', () => {
    const world = start({ captureMessageStack: true });
    const report = (): unknown => world.notifier.warning('slow');
    report();
    world.notifier.warning('slow', { ...new Error('e'), message: 'e', stack: '@a:1:1' });
    expect(traceOf(world).exception).toEqual({ class: 'Message', message: 'slow' });
    expect(traceOf(world).frames.at(-1)).toMatchObject({
      method: 'report',
      filename: expect.stringContaining('notifier.test.ts'),
    });
    expect(traceOf(world, 1).frames).toHaveLength(1);
  });

  /** The calls of each message with the text, as file and name. */
  const callsOf = (world: Fakes): string[][] =>
    world
      .items()
      .flatMap(({ data: { body } }) =>
        'trace' in body && body.trace.exception.message === 'slow'
          ? [
              body.trace.frames.map(
                ({ filename, method }) => filename.replace(/.*\//, '') + ` ${method}`,
              ),
            ]
          : [],
      );

  test.each(['onSendCallback', 'checkIgnore', 'transform'])(
    'ends where we have called the page: %s',
    (name) => {
      const tell = (): unknown => world.notifier.info('slow');
      const hook = (): void => void tell();
      const world = start({ captureMessageStack: true, [name]: hook });
      world.notifier.error(new Error('x'));
      expect(callsOf(world)).toEqual([['notifier.test.ts hook', 'notifier.test.ts tell']]);
    },
  );

  test('ends where we have called the page: a callback, at once or later, and that of wait', async () => {
    const world = start({ captureMessageStack: true, reportLevel: 'info' });
    const tell = (): unknown => world.notifier.info('slow');
    const callback = (): void => void tell();
    world.notifier.debug(new Error('x'), callback);
    world.notifier.error(new Error('y'), callback);
    world.notifier.wait(callback);
    await turns();
    const calls = ['notifier.test.ts callback', 'notifier.test.ts tell'];
    expect(callsOf(world)).toEqual([calls, calls, calls]);
  });

  test('gives none to a message that is replayed, whose calls are long over', () => {
    const world = start({ captureMessageStack: true });
    world.now = { at: noon, url: page.url };
    world.notifier.warning('slow');
    expect(textsOf(world)).toEqual(['slow']);
  });

  test('gives none where the page has an Error of its own that throws', () => {
    const world = start({ captureMessageStack: true });
    vi.stubGlobal('Error', () => {
      throw undefined;
    });
    try {
      world.notifier.warning('slow');
    } finally {
      vi.unstubAllGlobals();
    }
    expect(textsOf(world)).toEqual(['slow']);
  });

  test('is off', () => {
    const world = start();
    world.notifier.warning('slow');
    expect(textsOf(world)).toEqual(['slow']);
  });
});

describe('a limit', () => {
  test('may be infinite, which is none', async () => {
    const world = start({ itemsPerMinute: Infinity, maxItems: Infinity });
    for (let i = 0; i < 70; i++) world.notifier.error(`no. ${i}`);
    await new Promise<void>((resolve) => world.notifier.wait(resolve));
    expect(world.notifier.stats()).toMatchObject({ captured: 70, delivered: 70 });
  });

  const minute = 'item per minute limit reached, ignoring errors until timeout';
  const texts = (world: Fakes): unknown[] =>
    world.items().map(({ data }) => [data.level, (data.body as MessageBody).message.body]);

  test('is 60 a minute: then a notice goes in the place of the next, and nothing after it', async () => {
    const world = start();
    const { callback, told } = listener();
    for (let i = 0; i < 63; i++) world.notifier.info(`${i}`, callback);
    await new Promise<void>((resolve) => world.notifier.wait(resolve));
    expect(texts(world).slice(58)).toEqual([
      ['info', '58'],
      ['info', '59'],
      ['warning', minute],
    ]);
    expect(told.filter((word) => word === 'limited')).toHaveLength(3);
    expect(world.notifier.stats()).toEqual({
      captured: 64,
      delivered: 61,
      waiting: 0,
      dropped: { limited: 3 },
    });
    world.now.at += 60_000;
    world.notifier.info('a minute later');
    await turns();
    expect(texts(world).slice(61)).toEqual([['info', 'a minute later']]);
    expect(world.items()[61]?.data.notifier?.diagnostic).toMatchObject({ dropped: { limited: 3 } });
  });

  test('is what maxItems says, of one page', async () => {
    const world = start({ maxItems: 1 });
    ['a', 'b', 'c'].forEach((text) => world.notifier.error(text));
    await turns();
    expect(texts(world)).toEqual([
      ['error', 'a'],
      ['warning', 'maxItems has been hit, ignoring errors until reset.'],
    ]);
  });

  test('is said whatever options say of the page’s own items, and to no hook', async () => {
    const heard: unknown[] = [];
    const hook = (_: unknown, [text]: unknown[]): boolean => !!heard.push(text) && text !== 'a';
    const world = start({
      maxItems: 1,
      reportLevel: 'error',
      sampleRate: { warning: 0 },
      ignoredMessages: ['maxItems'],
      onSendCallback: hook,
      checkIgnore: hook,
      transform: (_, { uuid }) => heard.push(uuid),
    });
    ['a', 'b', 'c'].forEach((text) => world.notifier.error(text));
    await turns();
    expect(texts(world).map((item) => (item as string[])[0])).toEqual(['error', 'warning']);
    expect(heard).toEqual(['a', 'a', uuidOf(1)]);
  });

  test('does not count what was dropped for another reason', async () => {
    const world = start({ maxItems: 2, checkIgnore: (_, [text]) => text === 'noise' });
    ['noise', 'a', 'noise', 'b'].forEach((text) => world.notifier.error(text));
    await turns();
    expect(texts(world)).toEqual([
      ['error', 'a'],
      ['error', 'b'],
    ]);
  });

  test('is asked before anything is parsed', () => {
    const world = start({ maxItems: 1 });
    world.notifier.error('a');
    world.notifier.error('b');
    let reads = 0;
    const error = new Error('c');
    Object.defineProperty(error, 'stack', { get: () => void reads++ });
    world.notifier.error(error);
    expect(reads).toBe(0);
    expect(world.notifier.stats().dropped).toEqual({ limited: 2 });
  });

  test('costs no more than counting: nothing is looked up, copied or made for nobody', () => {
    const world = start({ maxItems: 1 });
    world.notifier.error('a');
    world.notifier.error('b');
    const data = {
      get order() {
        return 17;
      },
    };
    const spies = [
      vi.spyOn(world.ports, 'facts'),
      vi.spyOn(data, 'order', 'get'),
      vi.spyOn(globalThis, 'Error'),
    ];
    for (let i = 0; i < 5; i++) world.notifier.error('c', data);
    const calls = spies.map((spy) => spy.mock.calls.length);
    vi.restoreAllMocks();
    expect(calls).toEqual([0, 0, 0]);
    expect(world.notifier.stats().dropped).toEqual({ limited: 6 });
  });

  test('is of one notifier: another has its own', async () => {
    const [one, two] = [start({ maxItems: 1 }), start({ maxItems: 1 })];
    one.notifier.error('a');
    two.notifier.error('b');
    await turns();
    expect([texts(one), texts(two)]).toEqual([[['error', 'a']], [['error', 'b']]]);
  });
});

test('nothing is thrown where a page has broken what a report takes, and what would put it off', () => {
  const world = start();
  const replace = vi.spyOn(String.prototype, 'replace').mockImplementation(() => {
    throw new Error('replace');
  });
  vi.stubGlobal('queueMicrotask', 5);
  try {
    world.notifier.error('a');
  } finally {
    vi.unstubAllGlobals();
    replace.mockRestore();
  }
  expect(world.said).toEqual(['the notifier has thrown: Error: replace']);
});

describe('where the page has used up its stack', () => {
  test('by a callback that reports with itself, it ends', async () => {
    const world = start({ reportLevel: 'critical' });
    let calls = 0;
    const again = (): void => {
      // So that it ends here in any case.
      if (++calls < 1e5) world.notifier.error('again', again);
    };
    again();
    for (let i = 0; i < 100; i++) await turns();
    expect(calls).toBeLessThan(1e5);
    world.notifier.critical('x');
    await turns();
    expect(world.items().map(({ data }) => data.level)).toEqual(['critical']);
  });

  test('what is reported is not lost, and counted once', { timeout: 60_000 }, async () => {
    const world = start({ itemsPerMinute: 0, maxWaitingItems: 1e4, maxWaitingBytes: 1e8 });
    const told: string[] = [];
    let levels = 0;
    let hasThrownLater = false;
    /** Reports on its last 500 levels, from the lowest up. */
    const deep = (): void => {
      try {
        deep();
      } catch {
        // No lower.
      }
      if (levels > 500) return;
      try {
        world.notifier.error(new RangeError(`on level ${levels}`), { told: 'data' });
        told.push(`on level ${levels++}`);
      } catch {
        // The lowest have not even room for the call.
        hasThrownLater ||= levels > 0;
      }
    };
    deep();
    await turns();
    await new Promise<void>((resolve) => world.notifier.wait(resolve));
    const seen = world.items().map(({ data }) => {
      const { exception } = (data.body as TraceBody).trace;
      return [exception.class, exception.message, data.custom];
    });
    expect(seen.sort()).toEqual(told.map((text) => ['RangeError', text, { told: 'data' }]).sort());
    expect(new Set(world.items().map(({ data }) => data.uuid)).size).toBe(told.length);
    expect(hasThrownLater).toBe(false);
    const captured = told.length;
    expect(world.notifier.stats()).toEqual({
      captured,
      delivered: captured,
      waiting: 0,
      dropped: {},
    });
  });
});

describe('what is not delivered is told to the callback by a word:', () => {
  test.each<[string, Options]>([
    ['disabled', { enabled: false }],
    ['not-transmitted', { transmit: false }],
    ['level', { reportLevel: 'critical' }],
    ['ignored', { checkIgnore: () => true }],
  ])('%s', (code, options) => {
    const world = start(options);
    const callback = vi.fn<LogCallback>();
    expect(world.notifier.error('x', callback)).toEqual({ uuid: uuidOf(1) });
    expect(world.posted).toEqual([]);
    expect(callback).toHaveBeenCalledTimes(1);
    const [[error, response] = []] = callback.mock.calls;
    expect(error).toBeInstanceOf(Error);
    expect([error?.code, response]).toEqual([code, undefined]);
  });

  test('disabled, where there is no page', () => {
    const world = createFakes();
    world.facts = undefined;
    const { callback, told } = listener();
    createNotifier({ accessToken: token }, world.ports).error('x', callback);
    expect([told, world.listeners, world.said, world.posted]).toEqual([['disabled'], 0, [], []]);
  });

  test('refused and too-big, with what the API said', async () => {
    const world = start();
    world.answers = [refusal(422, 'bad body'), refusal(413), refusal(413, 'large')];
    const callback = vi.fn<LogCallback>();
    world.notifier.error('x', callback);
    world.notifier.error('y', callback);
    await turns();
    expect(callback.mock.calls.map(([error]) => [error?.code, error?.message])).toEqual([
      ['refused', '422: bad body'],
      ['too-big', '413: large'],
    ]);
  });

  test('evicted, over a hundred that wait', () => {
    const world = createFakes();
    const { callback, told } = listener();
    const notifier = createNotifier({ itemsPerMinute: 0 }, world.ports);
    for (let i = 0; i < 103; i++) notifier.info(`${i}`, callback);
    expect(told).toEqual(['evicted', 'evicted', 'evicted']);
  });
});

describe('a callback', () => {
  test('gets the answer of the API, once', async () => {
    vi.useFakeTimers();
    const world = start();
    world.answers = [refusal(500), taken];
    const callback = vi.fn<LogCallback>();
    world.notifier.error('x', callback);
    await vi.runAllTimersAsync();
    expect(callback.mock.calls).toEqual([[null, taken.response]]);
  });

  test('that throws is told, and harms nobody', async () => {
    const world = start();
    const { callback, told } = listener();
    world.notifier.error('x', () => {
      throw new Error('mine');
    });
    world.notifier.error('y', callback);
    await turns();
    expect(world.said).toEqual(['a callback has thrown: Error: mine']);
    expect(told).toEqual([null]);
  });

  test('may report by itself', async () => {
    const world = start();
    world.notifier.error('x', () => world.notifier.info('from the callback'));
    await turns();
    expect(textsOf(world)).toEqual(['x', 'from the callback']);
  });
});

describe('the level filter', () => {
  test('keeps what has the level or more', async () => {
    const world = start({ reportLevel: 'warning' });
    const { debug, info, warning, error, critical } = world.notifier;
    for (const log of [debug, info, warning, error, critical]) log('x');
    await turns();
    expect(world.items().map(({ data }) => data.level)).toEqual(['warning', 'error', 'critical']);
  });

  test.each<Options>([
    { uncaughtErrorLevel: 'fatal' as never },
    { reportLevel: 'all' as never },
    { uncaughtErrorLevel: 5 as never, reportLevel: {} as never },
  ])('loses nothing to a level that is none: %j', (options) => {
    const world = start(options);
    world.events.uncaught('x', '', 0, 0, new Error('x'));
    expect(world.items()[0]?.data.level).toBe('error');
  });
});

describe('configure', () => {
  test('merges deep, gives the notifier back, and counts from then on', () => {
    const world = start({ person: { id: '1', username: 'a' }, payload: { custom: { a: 1 } } });
    expect(
      world.notifier.configure({ person: { username: 'b' }, payload: { custom: { b: 2 } } }),
    ).toBe(world.notifier);
    world.notifier.info('x');
    expect(world.items()[0]?.data).toMatchObject({
      person: { id: '1', username: 'b' },
      custom: { a: 1, b: 2 },
    });
  });

  test('with null sets an option back, with undefined leaves it', () => {
    const world = start({ environment: 'production', person: { id: '1' }, context: 'cart' });
    world.notifier.configure({
      environment: null,
      person: null,
      context: undefined,
    } as unknown as Options);
    world.notifier.info('x');
    const data = world.items()[0]?.data;
    expect([data?.environment, data?.person, data?.context]).toEqual([
      'unknown',
      undefined,
      'cart',
    ]);
  });

  test.each([null, undefined, false, 0, ''])('a payload beside them that is %j is none', (none) => {
    const world = start({ payload: { custom: { kept: 1 } } });
    world.notifier.configure({}, none as never);
    world.notifier.error('x');
    expect(world.items()[0]?.data.custom).toEqual({ kept: 1 });
  });

  test('takes a payload beside the options, which wins', () => {
    const world = start({ payload: { custom: { kept: 1, a: 1 } } });
    world.notifier.configure({ payload: { custom: { a: 2 } } }, { custom: { a: 3 } });
    world.notifier.info('x');
    expect(world.items()[0]?.data.custom).toEqual({ kept: 1, a: 3 });
  });

  test('keeps no part of what it was given', () => {
    const options = { accessToken: token, person: { id: '1' }, payload: { custom: { list: [1] } } };
    const world = createFakes();
    const notifier = createNotifier(options, world.ports);
    options.person.id = '2';
    options.payload.custom.list.push(2);
    notifier.info('x');
    expect(world.items()[0]?.data).toMatchObject({ person: { id: '1' }, custom: { list: [1] } });
  });

  test('turns off, and on again without listening twice', () => {
    const world = start();
    world.notifier.configure({ enabled: false });
    world.notifier.info('lost');
    world.events.uncaught('x', '', 0, 0, new Error('lost'));
    world.notifier.configure({ enabled: true });
    world.notifier.info('x');
    expect(textsOf(world)).toEqual(['x']);
    expect(world.listeners).toBe(1);
  });
});

describe('items wait', () => {
  test('for a token; that there is none is said', async () => {
    const world = createFakes();
    const notifier = createNotifier({}, world.ports);
    notifier.info('a');
    world.events.uncaught('x', '', 0, 0, new Error('b'));
    await turns();
    expect(world.posted).toEqual([]);
    expect(world.said).toEqual(['no accessToken: items wait for one']);
    notifier.configure({ accessToken: token });
    await turns();
    expect(world.items().map(({ access_token }) => access_token)).toEqual([token, token]);
    expect(world.said).toHaveLength(1);
  });

  test.each<unknown>(['ftp://a.example', 'a b', 5, {}, { toString: 1 }])(
    'for an endpoint that can be posted to, which %j is not',
    (endpoint) => {
      const world = start({ endpoint: endpoint as never });
      world.notifier.info('a');
      expect(world.posted).toEqual([]);
      world.notifier.configure({ endpoint: 'items.example/post' });
      expect(world.posted.map((posted) => posted.endpoint)).toEqual(['https://items.example/post']);
    },
  );

  test('for another token when the API refuses theirs', async () => {
    const world = start();
    world.answers = [refusal(403, 'wrong scope')];
    world.notifier.info('a');
    await turns();
    world.notifier.info('b');
    world.notifier.configure({ environment: 'production' });
    await turns();
    expect(world.posted).toHaveLength(1);
    expect(world.said).toHaveLength(1);
    world.notifier.configure({ accessToken: 'another' });
    await turns();
    expect(textsOf(world)).toEqual(['a', 'a', 'b']);
    expect(world.items()[2]?.access_token).toBe('another');
  });
});

describe('options of a wrong type', () => {
  test.each<[string, unknown]>([
    ['accessToken', 5n],
    ['accessToken', { toString: 1 }],
    ['accessToken', Symbol('s')],
    ['endpoint', Object.create(null)],
    ['endpoint', Symbol('s')],
    ['timeout', Symbol('s')],
    ['timeout', 5n],
    ['timeout', { valueOf: 1, toString: 1 }],
    ['person', () => 1],
    ['payload', 'text'],
    ['transform', 'text'],
    ['onSendCallback', {}],
    ['checkIgnore', 7],
  ])('throw nothing and stop nothing: %s', (name, value) => {
    const world = createFakes();
    const notifier = createNotifier({ [name]: value }, world.ports);
    expect(notifier.info('x')).toEqual({ uuid: uuidOf(1) });
    notifier.configure({ accessToken: token, endpoint: '/items' });
    expect(textsOf(world)).toEqual(['x']);
    expect(world.items().flatMap((item) => schemaErrors(item))).toEqual([]);
  });

  test.each([-1, 0, NaN, 'soon', null, {}])('a timeout of %j is the usual one', (timeout) => {
    const world = start({ timeout: timeout as number });
    world.notifier.info('x');
    expect(world.posted[0]?.timeoutMs).toBe(30_000);
  });

  test('a timeout longer than a timer can run is cut, as timers would fire at once', () => {
    const world = start({ timeout: 1e12 });
    world.notifier.info('x');
    expect(world.posted[0]?.timeoutMs).toBeLessThan(2 ** 31);
  });

  test('a token of a megabyte leaves the item within its limit', () => {
    const world = start({ accessToken: '\0'.repeat(1e6) });
    world.notifier.info('x', { text: '\0'.repeat(1e6) });
    expect(Buffer.byteLength(world.posted[0]?.text ?? '')).toBeLessThanOrEqual(131_072);
  });

  test('options that throw when read are none, and the others count', () => {
    const world = createFakes();
    const options = {
      accessToken: token,
      get person(): never {
        throw new Error('no');
      },
    };
    createNotifier(options, world.ports).info('x');
    expect(world.posted).toHaveLength(1);
    const refuse = (): never => {
      throw new Error('no');
    };
    const thorny = new Proxy(
      {},
      { get: refuse, ownKeys: refuse, getOwnPropertyDescriptor: refuse },
    );
    for (const odd of [thorny, null, 5, 'text', [], () => 1]) {
      expect(createNotifier(odd as Options, createFakes().ports).info('x')).toEqual({
        uuid: uuidOf(1),
      });
    }
  });
});

describe('what has become of everything', () => {
  const droppedOf = (world: Fakes, at: number): unknown =>
    (world.items()[at]?.data.notifier?.diagnostic as { dropped?: unknown } | undefined)?.dropped;

  test('is in the stats, whose captured is the sum of all others', async () => {
    const world = start({
      reportLevel: 'info',
      checkIgnore: (_, args) => args[0] === 'ignored',
    });
    world.answers = [taken, refusal(422), refusal(401)];
    const { notifier } = world;
    notifier.debug('low');
    notifier.info('ignored');
    for (const text of ['taken', 'refused']) notifier.info(text);
    await turns();
    notifier.info('held');
    await turns();
    expect(notifier.stats()).toEqual({
      captured: 5,
      delivered: 1,
      waiting: 1,
      dropped: { level: 1, ignored: 1, refused: 1 },
    });
  });

  test('is a snapshot: what is done to it changes nothing', () => {
    const { notifier } = start({ reportLevel: 'critical' });
    notifier.info('x');
    notifier.stats().dropped.level = 7;
    expect(notifier.stats().dropped).toEqual({ level: 1 });
  });

  test('counts what a page that is gone has left', async () => {
    const world = createFakes();
    const left = JSON.stringify({ ...start().items()[0]?.data, level: 'error', uuid: 'left' });
    world.storage.put(`rollcage:1::${noon}:left`, left);
    vi.useFakeTimers();
    const notifier = createNotifier({ accessToken: token }, world.ports);
    expect(world.posted).toEqual([]);
    await vi.advanceTimersByTimeAsync(0);
    expect(world.items().map(({ data }) => data.uuid)).toEqual(['left']);
    expect(notifier.stats()).toEqual({ captured: 1, delivered: 1, waiting: 0, dropped: {} });
  });

  test('goes with the items that come after it', async () => {
    const world = start({ reportLevel: 'info' });
    world.answers = [taken, refusal(422)];
    world.notifier.info('nothing yet');
    for (const text of ['a', 'b']) world.notifier.debug(text);
    world.notifier.info('refused');
    await turns();
    world.notifier.info('next');
    expect([0, 1, 2].map((at) => droppedOf(world, at))).toEqual([
      undefined,
      { level: 2 },
      { level: 2, refused: 1 },
    ]);
    expect(world.items().flatMap((item) => [...schemaErrors(item), ...undocumented(item)])).toEqual(
      [],
    );
  });
});

describe('the end of all that waits', () => {
  test('is told to who waits for it, and a callback that throws harms nobody', async () => {
    const world = start();
    const { promise, resolve } = later<Answer>();
    world.answers = [promise];
    const told = vi.fn(() => {
      throw new Error('mine');
    });
    world.notifier.info('x');
    world.notifier.wait(told);
    await turns();
    expect(told).not.toHaveBeenCalled();
    resolve(taken);
    await turns();
    expect(told).toHaveBeenCalledTimes(1);
    expect(world.said).toEqual(['a callback has thrown: Error: mine']);
  });

  test('is what flush promises, and says whether it came in time', async () => {
    vi.useFakeTimers();
    const world = start();
    world.answers = [{ status: 0 }];
    expect(await world.notifier.flush(1000)).toBe(true);
    world.notifier.info('x');
    await vi.advanceTimersByTimeAsync(300);
    // It does not wait for the time of the next try.
    const inTime = world.notifier.flush(1000);
    await vi.advanceTimersByTimeAsync(0);
    expect(await inTime).toBe(true);

    const { promise } = later<Answer>();
    world.answers = [promise];
    world.notifier.info('y');
    const late = world.notifier.flush(1000);
    await vi.advanceTimersByTimeAsync(1000);
    expect(await late).toBe(false);
  });
});
