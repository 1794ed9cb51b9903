import { setFlagsFromString } from 'node:v8';
import { runInNewContext, runInThisContext } from 'node:vm';
import { afterEach, describe, expect, test } from 'vitest';
import { clip, maxDepth, plain, plainObject, write, writeFast } from '../../src/core/plain';
import type { Bounds } from '../../src/core/plain';

const of = (value: unknown, bounds?: Bounds): unknown => plain(value, bounds);

const refuse = (): never => {
  throw new Error('no');
};

test('what JSON can say is copied as it is', () => {
  const value = { text: 'é😀', number: 1.5, yes: true, nothing: null, list: [1, ['a'], {}] };
  const copied = of(value);
  expect(copied).toEqual(value);
  expect(copied).not.toBe(value);
});

describe('what JSON cannot say becomes a short text:', () => {
  class Account {
    balance = 3;
  }
  const revocable = Proxy.revocable({}, {});
  revocable.revoke();
  test.each<[string, unknown, unknown]>([
    ['not a number', NaN, 'NaN'],
    ['infinity', -Infinity, '-Infinity'],
    ['a bigint', 12n, '12'],
    ['a symbol', Symbol('s'), 'Symbol(s)'],
    ['a function', function go() {}, '[function go]'],
    ['a function without a name', () => 0, '[function ]'],
    ['a class', Account, '[function Account]'],
    ['an instance', new Account(), { balance: 3 }],
    ['an object without prototype', Object.assign(Object.create(null), { a: 1 }), { a: 1 }],
    ['a date', new Date(0), '1970-01-01T00:00:00.000Z'],
    ['an invalid date', new Date(NaN), null],
    ['a regular expression', /a+/g, '/a+/g'],
    ['a map', new Map<unknown, unknown>([['a', 1]]), [['a', 1]]],
    ['a set', new Set(['a', 1]), ['a', 1]],
    ['a promise', Promise.resolve(), '[object Promise]'],
    ['a typed array', new Uint8Array(3), '[Uint8Array]'],
    ['the global object', globalThis, '[global]'],
    ['a revoked proxy', revocable.proxy, '[unreadable]'],
    ['an element', { nodeType: 1, nodeName: 'INPUT', value: 'secret' }, '<input>'],
    ['a hole in a list', [1, , 3], [1, null, 3]],
    ['a key __proto__', JSON.parse('{"__proto__":{"a":1}}'), { '[__proto__]': { a: 1 } }],
    ['a toJSON that throws', { toJSON: refuse }, '[unreadable]'],
    ['half a pair', 'a\ud83d', 'a\ufffd'],
    ['half a pair in a key', { '\ud83d': 1 }, { '\ufffd': 1 }],
  ])('%s', (_, value, copied) => {
    expect(of({ value })).toEqual({ value: copied });
  });
});

test('what equals null and is not, as `document.all`, is null', () => {
  setFlagsFromString('--allow-natives-syntax');
  const all = runInThisContext('%GetUndetectable()') as unknown;
  setFlagsFromString('--no-allow-natives-syntax');
  expect([all == null, all === undefined]).toEqual([true, false]);
  expect(write(plain({ all, list: [all] }))).toBe('{"all":null,"list":[null]}');
});

test('an error is its name, message and stack, though they are not enumerable', () => {
  const error = new TypeError('text');
  expect(of(error)).toEqual({ name: 'TypeError', message: 'text', stack: error.stack });
  const foreign: unknown = runInNewContext('new RangeError("other realm")');
  expect(of(foreign)).toMatchObject({ name: 'RangeError', message: 'other realm' });
});

test('a getter that throws takes only itself away', () => {
  const value = Object.defineProperty({ a: 1 }, 'b', { get: refuse, enumerable: true });
  expect(write(plainObject(value))).toBe('{"a":1}');
});

test('a cycle is marked where it closes, and what stands twice is copied twice', () => {
  const shared = { a: 1 };
  const value: Record<string, unknown> = { one: shared, two: shared };
  value.self = value;
  expect(of(value)).toEqual({ one: { a: 1 }, two: { a: 1 }, self: '[circular]' });
});

describe('bounds:', () => {
  test('beyond the depth stands what it is', () => {
    const nested = (levels: number, core: unknown): unknown =>
      Array.from({ length: levels }).reduce((inner) => ({ inner }), core);
    expect(of(nested(maxDepth, [1]))).toEqual(nested(maxDepth, '[Array]'));
    expect(of(nested(maxDepth - 1, [1]))).toEqual(nested(maxDepth - 1, [1]));
  });

  test('of a list half is kept from either end', () => {
    expect(of([1, 2, 3, 4, 5, 6], { items: 4 })).toEqual([1, 2, 5, 6]);
    expect(of([1, 2, 3, 4], { items: 4 })).toEqual([1, 2, 3, 4]);
  });

  test('a text is cut and says so', () => {
    expect(of({ a: 'abcdef' }, { chars: 4 })).toEqual({ a: 'abc…' });
    expect(clip('abcd', 4)).toBe('abcd');
    expect(clip('ab😀', 4)).toBe('ab😀');
    expect(clip('ab😀c', 4)).toBe('ab\ufffd…');
  });

  test('the whole has a size, and what is missing is marked', () => {
    expect(of({ a: 1, b: 2, c: 3 }, { size: 18 })).toEqual({ a: 1, b: 2, '…': '…' });
    expect(of([1, 2, 3], { size: 16 })).toEqual([1, 2, '…']);
    expect(of({ a: 'x'.repeat(99) }, { size: 20 })).toEqual({ a: 'x'.repeat(10) + '…' });
  });

  test('names of functions, elements and tags count like any text', () => {
    const named = Object.defineProperty(() => 0, 'name', { value: 'n'.repeat(1e6) });
    const tagged = { [Symbol.toStringTag]: 'Window' + 't'.repeat(1e6) };
    const element = { nodeType: 1, nodeName: 'e'.repeat(1e6) };
    const many = Array.from({ length: 999 }, () => [named, tagged, element]).flat();
    expect(write(plain(many, { size: 1000 })).length).toBeLessThan(1500);
  });

  test.each([
    [
      'a list',
      Object.assign([], {
        *[Symbol.iterator]() {
          for (;;) yield 1;
        },
      }),
    ],
    [
      'a set',
      Object.assign(new Set(), {
        *[Symbol.iterator]() {
          for (;;) yield 1;
        },
      }),
    ],
    [
      'getters',
      (function more(): object {
        return Object.defineProperty({}, 'more', { get: more, enumerable: true });
      })(),
    ],
  ])('%s without end has one', (_, endless) => {
    expect(write(plain(endless)).length).toBeLessThan(131072);
  });
});

test('what should be an object is one', () => {
  expect(plainObject('text')).toEqual({ value: 'text' });
  expect(plainObject([1])).toEqual({ value: [1] });
});

describe('text of plain data', () => {
  afterEach(() => {
    for (const { prototype } of [Object, Array, String]) {
      delete (prototype as { toJSON?: unknown }).toJSON;
    }
  });

  const value = { a: [1, 'é"\n\0', null, { b: true }], c: {} };

  test('is that of JSON.stringify', () => {
    expect(write(value)).toBe(JSON.stringify(value));
    expect(write({ a: undefined, b: 1 })).toBe('{"b":1}');
    expect(write(undefined)).toBe('null');
  });

  test.each([Object, Array, String])('asks no toJSON that the page has put on every %o', (type) => {
    const text = JSON.stringify(value);
    const hooked = { b: new Map([['k', [1]]]), date: new Date(0) };
    const before = write(plain(hooked));
    Object.assign(type.prototype, { toJSON: () => 'mischief' });
    expect(write(value)).toBe(text);
    expect(write(plain(value))).toBe(text);
    expect(write(plain(hooked))).toBe(before);
    expect(writeFast(value)).toBe(text);
  });

  test('is the same where the engine writes it', () => {
    const odd = { ...value, gone: undefined, '[__proto__]': [undefined, 'a\ufffd'] } as never;
    expect(writeFast(odd)).toBe(write(odd));
  });
});
