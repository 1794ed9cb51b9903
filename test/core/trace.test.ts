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

test('without an error it is a message', () => {
  expect(bodyOf(capture({ message: 'text' }))).toEqual({ message: { body: 'text' } });
});

test('without anything, the message says so', () => {
  expect(bodyOf(capture({}))).toEqual({
    message: { body: 'Item sent with null or missing arguments.' },
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
    [42, '42'],
    [null, 'null'],
    [undefined, 'undefined'],
    [Symbol('s'), 'Symbol(s)'],
    [{ code: 7, reason: 'x' }, 'Object with keys: code, reason'],
    [{ message: 'from an object' }, 'from an object'],
    [Object.create(null), 'Object with keys: '],
  ])('%s is called by what it says', (value, message) => {
    expect(traceOf(value)).toEqual({ frames: [], exception: { class: '(unknown)', message } });
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
