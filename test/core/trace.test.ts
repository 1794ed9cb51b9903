import { describe, expect, test } from 'vitest';
import { bodyOf, calledBody } from '../../src/core/trace';
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
  const own = ['make (own.js:1:1)', 'guard (own.js:2:1)', 'log (own.js:3:1)'];
  const page = ['pay (https://a.example/b.js:3:9)'];
  const stackOf = (...calls: string[]): string => `Error\n    at ${calls.join('\n    at ')}`;
  const stack = stackOf(...own, ...page);

  test('is a trace of the calls that led to it, without our own', () => {
    expect(calledBody(capture({ message: 'text', stack }))).toEqual({
      trace: {
        frames: [{ filename: 'https://a.example/b.js', lineno: 3, colno: 9, method: 'pay' }],
        exception: { class: 'Message', message: 'text' },
      },
    });
  });

  test.each([
    ['the page has called us', ['store (own.js:2:1)', 'guard (own.js:2:9)']],
    ['we have called it', ['guard (own.js:2:1)', 'store (own.js:9:1)', ...page]],
  ])('has the calls up to where %s', (_, older) => {
    const body = calledBody(
      capture({ message: 'text', stack: stackOf(...own, ...page, ...older) }),
    );
    const methods = (body as TraceBody).trace.frames.map(({ method }) => method);
    expect(methods).toEqual(older.length < 3 ? ['guard', 'store', 'pay'] : ['pay']);
  });

  test.each(['', stackOf(...own)])('is none when it tells no call', (none) =>
    expect(calledBody(capture({ message: 'text', stack: none }))).toBeUndefined(),
  );
});

test('file names are what the engine gave', () => {
  const error = { message: '', stack: '@https://a.example/b.js?v=1#c:3:9\n@https://a/#d:1:1' };
  const { frames } = traceOf(error);
  expect(frames.map(({ filename }) => filename)).toEqual([
    'https://a/#d',
    'https://a.example/b.js?v=1#c',
  ]);
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
  function named(): void {}
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
    [{ name: 'email' }, 'Object with keys: name'],
    [named, String(named)],
    [{ message: 'm', filename: 'https://a.example/b.js', lineno: 3 }, 'm'],
  ])('%s is called by what it says', (value, message) => {
    expect(traceOf(value)).toEqual({ frames: [], exception: { class: '(unknown)', message } });
  });

  test('says nothing of what a page has put on every object', () => {
    const page = { message: 'polluted', type: 'polluted', name: 'polluted', stack: '@a:1:1' };
    Object.assign(Object.prototype, page);
    try {
      expect(traceOf({ a: 1 }).exception.message).toBe('Object with keys: a');
      expect(traceOf('text', { message: undefined as never }).exception).toEqual({
        class: '(unknown)',
        message: 'text',
      });
      expect(traceOf(7).frames).toEqual([]);
    } finally {
      for (const key of Object.keys(page))
        delete (Object.prototype as Record<string, unknown>)[key];
    }
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

describe('an event', () => {
  // Of a browser, as Node has none of these.
  class ErrorEvent extends Event {
    get [Symbol.toStringTag](): string {
      return 'ErrorEvent';
    }
  }
  class PromiseRejectionEvent extends Event {
    get [Symbol.toStringTag](): string {
      return 'PromiseRejectionEvent';
    }
  }

  test('has its kind as class, and its type where it has no message', () => {
    expect(traceOf(new Event('error')).exception).toEqual({
      class: 'Event',
      message: 'error',
    });
    const telling = Object.assign(new Event('error'), { message: 'of a worker' });
    expect(traceOf(telling).exception.message).toBe('of a worker');
  });

  test('has the place it tells', () => {
    const place = { filename: 'https://a.example/b.js', lineno: 3, colno: 9 };
    expect(traceOf(Object.assign(new ErrorEvent('error'), place)).frames).toEqual([
      { ...place, method: '[anonymous]' },
    ]);
  });

  test.each([
    ['error', ErrorEvent],
    ['reason', PromiseRejectionEvent],
  ])('is followed by its %s, and what lies behind that', (name, Kind) => {
    const error = Object.assign(new RangeError('told'), { cause: 'why' });
    const event = Object.assign(new Kind('error'), { [name]: error });
    expect(chainOf(event).map(({ exception }) => [exception.class, exception.message])).toEqual([
      [Kind.name, 'error'],
      ['RangeError', 'told'],
      ['(unknown)', 'why'],
    ]);
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

  test('are joined by the parts of a SuppressedError', () => {
    const all = Object.assign(new Error('all'), { error: new Error('a'), suppressed: 'b' });
    expect(messagesOf(all)).toEqual(['all', 'a', 'b']);
  });

  test('that are many are kept up to ten', () => {
    const errors = Array.from({ length: 500 }, (_, i) => new Error(String(i)));
    expect(messagesOf(new AggregateError(errors, 'all'))).toEqual([
      ...['all', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
    ]);
  });

  test('are none where the list is none', () => {
    const errors = 'invalid';
    expect(traceOf(Object.assign(new Error('all'), { errors })).exception.message).toBe('all');
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
