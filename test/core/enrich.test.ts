import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Trace, TraceBody, TraceChainBody } from '../../src/items-api';
import { noon, start, token } from '../support/fakes';
import type { Fakes } from '../support/fakes';

const customOf = ({ items }: Fakes): unknown => items()[0]?.data.custom;
const classOf = ({ items }: Fakes): string | undefined =>
  ((items()[0]?.data.body as TraceBody).trace as Trace).exception.class;

/** An error that says more of itself. */
const told = (message: string, rollbarContext: object, cause?: unknown): Error =>
  Object.assign(new Error(message, { cause }), { rollbarContext });

describe('addErrorContext', () => {
  test('puts what an error and its causes know into custom; what lies deeper wins', () => {
    const world = start({ addErrorContext: true });
    const inner = told('inner', { order: 17, at: 'inner' });
    world.notifier.error(told('outer', { at: 'outer', shelf: 3 }, inner));
    expect(customOf(world)).toEqual({ at: 'inner', order: 17, shelf: 3 });
  });

  test('lets what was logged win, and ends where causes form a circle', () => {
    const world = start({ addErrorContext: true });
    const error = told('x', { order: 17, shelf: 3 });
    error.cause = error;
    world.notifier.error(error, { order: 18 });
    expect(customOf(world)).toEqual({ order: 18, shelf: 3 });
  });

  test('reads `nested`, too, and survives one that throws', () => {
    const world = start({ addErrorContext: true });
    const error = Object.assign(new Error('x'), { nested: told('y', { deep: true }) });
    Object.defineProperty(error, 'rollbarContext', {
      get() {
        throw new Error('mine');
      },
    });
    world.notifier.error(error);
    expect(customOf(world)).toEqual({ deep: true });
  });

  test('is off', () => {
    const world = start();
    world.notifier.error(told('x', { order: 17 }));
    expect(customOf(world)).toBeUndefined();
  });
});

describe('guessErrorClass', () => {
  const nameless = (): Error =>
    Object.defineProperties(new Error('Timeout: no answer'), {
      name: { value: '' },
      constructor: { value: undefined },
    });

  test.each<[boolean, string]>([
    [true, 'Timeout'],
    [false, '(unknown)'],
  ])('%s names an error without a name %s', (guessErrorClass, name) => {
    const world = start({ guessErrorClass });
    world.notifier.error(nameless());
    expect(classOf(world)).toBe(name);
  });

  test('leaves an error its name', () => {
    const world = start({ guessErrorClass: true });
    world.notifier.error(new TypeError('Timeout: no answer'));
    expect(classOf(world)).toBe('TypeError');
  });
});

describe('stripClassPrefix', () => {
  test.each([
    ['boom: x', 'x'],
    ['Failed to fetch: /x: 500', '/x: 500'],
    ['code: E_X, msg: foo', 'E_X, msg: foo'],
    ['TypeError: Failed: a', 'TypeError:  a'],
    ['Uncaught TypeError: a', 'a'],
    ['https://a.example/: no', 'https://a.example/: no'],
    ['a/b: c', 'a/b: c'],
    ['no colon', 'no colon'],
  ])('leaves of "%s", as rollbar.js does, "%s"', (message, left) => {
    const [cut, whole] = [start({ stripClassPrefix: true }), start()];
    for (const { notifier } of [cut, whole]) notifier.error(new Error(message));
    const told = [cut, whole].map(({ items }) => (items()[0]?.data.body as TraceBody).trace);
    expect(told.map(({ exception }) => exception.message)).toEqual([left, message]);
  });

  test('goes for each error of a chain', () => {
    const world = start({ stripClassPrefix: true });
    world.notifier.error(new Error('a: outer', { cause: new Error('b: inner') }));
    const { trace_chain } = world.items()[0]?.data.body as { trace_chain: Trace[] };
    expect(trace_chain.map(({ exception }) => exception.message)).toEqual(['outer', 'inner']);
  });
});

describe('sendConfig', () => {
  test('sends the options as they are, without the token', () => {
    const world = start({ sendConfig: true, environment: 'production', scrubFields: ['zip'] });
    world.notifier.info('x', { order: 17 });
    expect(customOf(world)).toMatchObject({
      order: 17,
      _rollbarConfig: { environment: 'production', sendConfig: true, scrubFields: ['zip'] },
    });
    expect(JSON.stringify(world.items()[0]?.data)).not.toContain(token);
  });

  test('is off', () => {
    const world = start();
    world.notifier.info('x');
    expect(customOf(world)).toBeUndefined();
  });
});

describe('version', () => {
  test('is that of the notifier, unless payload says another', () => {
    const [one, two] = [
      start({ version: '9.9.9' }),
      start({ version: '9.9.9', payload: { notifier: { version: '1.0.0' } } }),
    ];
    for (const { notifier } of [one, two]) notifier.info('x');
    expect(one.items()[0]?.data.notifier).toMatchObject({ name: 'rollcage', version: '9.9.9' });
    expect(two.items()[0]?.data.notifier?.version).toBe('1.0.0');
  });
});

describe('diagnostic', () => {
  test('tells the kinds of the arguments, and whether nobody caught it', () => {
    const world = start();
    world.notifier.error('x', new Error('y'), null, undefined, [1], () => undefined);
    world.events.rejected(new Error('z'));
    expect(world.items().map(({ data }) => data.notifier?.diagnostic)).toEqual([
      { original_arg_types: ['string', 'error', 'null', 'undefined', 'array', 'function'] },
      { original_arg_types: ['error'], is_uncaught: true },
    ]);
  });
});

test('a page that does not say when it began has no runtime', () => {
  const world = start();
  world.now = { at: NaN };
  world.notifier.info('x');
  expect(world.items()[0]?.data.client).not.toHaveProperty('runtime_ms');
  const other = start();
  other.now = { at: noon };
  other.notifier.info('x');
  expect(other.items()[0]?.data.client).toMatchObject({ runtime_ms: 1500 });
});

describe('verbose', () => {
  afterEach(() => vi.restoreAllMocks());

  test.each([
    ['warning', 'warn'],
    ['critical', 'error'],
    ['info', 'info'],
  ] as const)('shows a report of the level %s by console.%s', (level, method) => {
    const shown = vi.spyOn(console, method).mockImplementation(() => undefined);
    const world = start({ verbose: true, logLevel: 'critical' });
    const error = new Error('y');
    world.notifier[level]('x', error);
    expect(shown.mock.calls).toEqual([[`Rollcage: ${level}`, 'x', error]]);
  });

  test('is off, and a console that throws is none', () => {
    const shown = vi.spyOn(console, 'error').mockImplementation(() => {
      throw new Error('mine');
    });
    start().notifier.error('x');
    expect(shown).not.toHaveBeenCalled();
    const world = start({ verbose: true });
    world.notifier.error('x');
    expect([shown.mock.calls.length, world.posted.length]).toEqual([1, 1]);
  });
});

test('verbose does not show what a page reports of its console', () => {
  const world = start({ verbose: true, itemsPerMinute: 0 });
  const shown = vi.spyOn(console, 'error').mockImplementation((...what) => {
    world.notifier.error(...what);
  });
  world.notifier.error('x');
  world.notifier.error('y');
  expect(shown.mock.calls).toEqual([
    ['Rollcage: error', 'x'],
    ['Rollcage: error', 'y'],
  ]);
  expect(world.notifier.stats().captured).toBe(4);
  shown.mockRestore();
});

describe('stackTraceLimit', () => {
  const before = Error.stackTraceLimit;
  afterEach(() => void (Error.stackTraceLimit = before));

  test.each(['50', NaN, -1, 0])('is left alone where %j is asked for', (stackTraceLimit) => {
    start({ stackTraceLimit: stackTraceLimit as number });
    expect(Error.stackTraceLimit).toBe(before);
  });

  test('that cannot be set keeps the notifier from nothing', () => {
    const { value } = Object.getOwnPropertyDescriptor(Error, 'stackTraceLimit') ?? {};
    Object.defineProperty(Error, 'stackTraceLimit', { value: value as number, writable: false });
    try {
      expect(start({ stackTraceLimit: 77 }).listeners).toBe(1);
    } finally {
      Object.defineProperty(Error, 'stackTraceLimit', { writable: true });
    }
  });

  test('is set for the page, and left alone where nothing is asked for', () => {
    start();
    expect(Error.stackTraceLimit).toBe(before);
    start({ stackTraceLimit: 77 });
    expect(Error.stackTraceLimit).toBe(77);
  });
});

describe('stripFrameQuery', () => {
  const error = { message: '', stack: '@https://a.example/b.js?v=1#c:3:9\n@https://a/#d:1:1' };

  test('takes query and fragment from the file names of every trace', () => {
    const world = start({ stripFrameQuery: true });
    world.notifier.error({ ...error, cause: error });
    const { trace_chain } = world.items()[0]?.data.body as TraceChainBody;
    expect(trace_chain.map(({ frames }) => frames.map(({ filename }) => filename))).toEqual(
      Array(2).fill(['https://a/', 'https://a.example/b.js']),
    );
  });
});
