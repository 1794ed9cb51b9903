import { describe, expect, test } from 'vitest';
import { bodyOf } from '../../src/core/trace';
import type { Trace, TraceBody, TraceChainBody } from '../../src/items-api';
import type { Capture } from '../../src/shapes';

const capture = (of: Partial<Capture>): Capture => ({
  uuid: '',
  at: 0,
  url: '',
  level: 'error',
  isUncaught: false,
  args: [],
  ...of,
});
const traceOf = (value: unknown, of: Partial<Capture> = {}): Trace =>
  (bodyOf(capture({ thrown: { value }, ...of })) as TraceBody).trace;
const chainOf = (value: unknown): Trace[] =>
  (bodyOf(capture({ thrown: { value } })) as TraceChainBody).trace_chain;
const messagesOf = (value: unknown): unknown[] =>
  chainOf(value).map(({ exception }) => exception.message);

test('without an error it is a message', () => {
  expect(bodyOf(capture({ message: 'text' }))).toEqual({ message: { body: 'text' } });
});

test('without anything, the message says so', () => {
  expect(bodyOf(capture({}))).toEqual({
    message: { body: 'Item sent with null or missing arguments.' },
  });
});

describe('a message with a stack that was made for it', () => {
  const stack = 'Error\n    at log (own.js:1:1)\n    at pay (https://a.example/b.js:3:9)';

  test('is a trace of the calls that led to it, without our own', () => {
    expect(bodyOf(capture({ message: 'text', stack }))).toEqual({
      trace: {
        frames: [{ filename: 'https://a.example/b.js', lineno: 3, colno: 9, method: 'pay' }],
        exception: { class: 'Message', message: 'text' },
      },
    });
  });

  test.each(['', 'Error\n    at log (own.js:1:1)'])(
    'stays a message when it tells no call',
    (none) =>
      expect(bodyOf(capture({ message: 'text', stack: none }))).toEqual({
        message: { body: 'text' },
      }),
  );

  test('has the stack of the error where there is one', () => {
    const body = bodyOf(capture({ message: 'text', stack, thrown: { value: new Error('e') } }));
    expect((body as TraceBody).trace.exception.class).toBe('Error');
  });
});

describe('file names', () => {
  const error = { message: '', stack: '@https://a.example/b.js?v=1#c:3:9\n@https://a/#d:1:1' };
  const files = (of: { stripFrameQuery?: boolean }): (string | undefined)[] => {
    const body = bodyOf(capture({ thrown: { value: { ...error, cause: error } } }), of);
    return (body as TraceChainBody).trace_chain[1]?.frames.map(({ filename }) => filename) ?? [];
  };

  test('are what the engine gave', () =>
    expect(files({})).toEqual(['https://a/#d', 'https://a.example/b.js?v=1#c']));

  test('lose query and fragment where the option says so, in every trace', () =>
    expect(files({ stripFrameQuery: true })).toEqual(['https://a/', 'https://a.example/b.js']));
});

test('"Script error." comes with a hint how to see more', () => {
  const place = { filename: '', lineno: 0, colno: 0 };
  const trace = traceOf('Script error.', { message: 'Script error.', place });
  expect(trace.frames).toEqual([]);
  expect(trace.exception).toEqual({
    class: '(unknown)',
    message: 'Script error.',
    description: expect.stringContaining('crossorigin'),
  });
});

describe('an error', () => {
  test('has its class, its message untouched, and the newest call last', () => {
    const { exception, frames } = traceOf(new TypeError('Failed: to fetch: x'));
    expect(exception).toEqual({ class: 'TypeError', message: 'Failed: to fetch: x' });
    expect(frames.at(-1)?.filename).toContain('trace.test.ts');
  });

  test('takes a message beside it as its description', () => {
    expect(traceOf(new Error('m'), { message: 'while saving' }).exception).toEqual({
      class: 'Error',
      message: 'm',
      description: 'while saving',
    });
  });

  test('is named by its name first, then by its constructor', () => {
    class t extends Error {
      override name = 'ValidationError';
    }
    expect(traceOf(new t()).exception.class).toBe('ValidationError');
    class Nameless extends Error {
      override name = '';
    }
    expect(traceOf(new Nameless()).exception.class).toBe('Nameless');
  });

  test('without a stack has the place the browser named', () => {
    const error = Object.assign(new Error('m'), { stack: undefined });
    const place = { filename: 'https://a.example/b.js', lineno: 3, colno: 9 };
    expect(traceOf(error, { place }).frames).toEqual([{ ...place, method: '[anonymous]' }]);
    expect(traceOf(error).frames).toEqual([]);
  });

  test.each([
    ['Gecko', { fileName: 'https://a.example/b.js', lineNumber: 3, columnNumber: 9 }],
    ['JSC', { sourceURL: 'https://a.example/b.js', line: 3, column: 9 }],
  ])('without calls has the place %s gives in itself', (_, own) => {
    const error = Object.assign(new SyntaxError('m'), { stack: '', ...own });
    // A browser that names no place tells less than that.
    for (const told of [{}, { place: { filename: '', lineno: 0, colno: 0 } }]) {
      expect(traceOf(error, told).frames).toEqual([
        { filename: 'https://a.example/b.js', lineno: 3, colno: 9, method: '[anonymous]' },
      ]);
    }
  });

  test('with getters that throw is still reported', () => {
    const get = (): never => {
      throw new Error('no');
    };
    // The stack first: V8 asks for the message when it is defined anew.
    const hostile = Object.defineProperties(new Error(), {
      stack: { get },
      message: { get },
      name: { get },
    });
    expect(traceOf(hostile)).toEqual({ frames: [], exception: { class: 'Error', message: '' } });
  });
});

describe('a thrown value that is no error', () => {
  test.each<[unknown, string]>([
    ['a text', 'a text'],
    [' with its\tblanks \n', ' with its\tblanks \n'],
    ['', ''],
    [42, '42'],
    [null, 'null'],
    [undefined, 'undefined'],
    [Symbol('s'), 'Symbol(s)'],
    [{ code: 7, reason: 'x' }, 'Object with keys: code, reason'],
    [{ message: 'from an object' }, 'from an object'],
    [Object.create(null), 'Object with keys: '],
    [Promise.resolve(), '[object Promise]'],
    [new Event('error'), '[object Event] error'],
    [Object.assign(new Event('error'), { message: 'of a worker' }), 'of a worker'],
  ])('%s is called by what it says', (value, message) => {
    expect(traceOf(value)).toEqual({ frames: [], exception: { class: '(unknown)', message } });
  });

  test('in code of eval has the line of that call, which Gecko names', () => {
    const place = { filename: 'https://a.example/b.js line 2 > eval', lineno: 3, colno: 9 };
    expect(traceOf('x', { place }).frames).toEqual([
      { filename: 'https://a.example/b.js', lineno: 2, method: '[anonymous]' },
    ]);
  });

  test('has the place the browser named', () => {
    const place = { filename: 'https://a.example/b.js', lineno: 3, colno: 9 };
    expect(traceOf('x', { place }).frames).toEqual([{ ...place, method: '[anonymous]' }]);
  });
});

describe('causes', () => {
  const withCause = (message: string, cause: unknown): Error =>
    Object.assign(new Error(message), { cause });

  test('follow outermost first, errors or not', () => {
    const chain = chainOf(withCause('outer', withCause('middle', 'a text')));
    expect(chain.map(({ exception }) => exception.message)).toEqual(['outer', 'middle', 'a text']);
    expect(chain[1]?.frames.length).toBeGreaterThan(0);
  });

  test('are found under `nested`, too', () => {
    const chain = chainOf(Object.assign(new Error('outer'), { nested: new Error('inner') }));
    expect(chain.map(({ exception }) => exception.message)).toEqual(['outer', 'inner']);
  });

  test('are joined by what an AggregateError gathers, each followed by what lies behind it', () => {
    const errors = [withCause('a', new Error('of a')), 'a text', withCause('b', 7)];
    const all = new AggregateError(errors, 'all');
    expect(messagesOf(all)).toEqual(['all', 'a', 'a text', 'b', 'of a', '7']);
    expect(messagesOf(Object.assign(all, { cause: 'why' }))).toEqual([
      ...['all', 'why', 'a', 'a text', 'b', 'of a', '7'],
    ]);
  });

  test('that are many are kept up to ten', () => {
    const errors = Array.from({ length: 500 }, (_, i) => new Error(String(i)));
    expect(messagesOf(new AggregateError(errors, 'all'))).toEqual([
      ...['all', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
    ]);
  });

  test('that cannot be read are none', () => {
    const { proxy, revoke } = Proxy.revocable([], {});
    revoke();
    expect(traceOf(Object.assign(new Error('all'), { errors: proxy })).exception.message).toBe(
      'all',
    );
  });

  test('without frames do not get the place where the error was thrown', () => {
    const place = { filename: 'https://a.example/b.js', lineno: 3, colno: 9 };
    const thrown = { value: withCause('outer', 'a text') };
    const [, inner] = (bodyOf(capture({ thrown, place })) as TraceChainBody).trace_chain;
    expect(inner?.frames).toEqual([]);
  });

  test('of what is no error are none', () => {
    expect(traceOf({ message: 'm', cause: new Error('inner') }).exception.message).toBe('m');
  });

  test('in a cycle end where it closes', () => {
    const a = withCause('a', undefined);
    const b = withCause('b', a);
    Object.assign(a, { cause: b });
    expect(chainOf(a).map(({ exception }) => exception.message)).toEqual(['a', 'b']);
    const own = withCause('own', undefined);
    Object.assign(own, { cause: own });
    expect(traceOf(own).exception.message).toBe('own');
  });

  test('are kept ten deep', () => {
    let error = new Error('0');
    for (let i = 1; i < 50; i++) error = withCause(String(i), error);
    expect(chainOf(error)).toHaveLength(11);
  });
});
