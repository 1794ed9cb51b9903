import { describe, expect, test } from 'vitest';
import { runInNewContext } from 'node:vm';
import { isErrorLike, isRecord, read, readText, tagOf, textOf } from '../../src/core/foreign';

const revoked = (): unknown => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
};
const hostile = {
  get bad(): never {
    throw new Error('no');
  },
  toString(): never {
    throw new Error('no');
  },
};

test('reading never throws', () => {
  for (const value of [undefined, null, 1, hostile, revoked()]) {
    expect(read(value, 'bad')).toBeUndefined();
    expect(readText(value, 'bad')).toBeUndefined();
  }
  expect(read({ a: 1 }, 'a')).toBe(1);
  expect(read('text', '0')).toBeUndefined();
});

test('a text is one that says something', () => {
  expect(readText({ a: 'x', b: '', c: 1 }, 'a')).toBe('x');
  expect(readText({ b: '' }, 'b')).toBeUndefined();
  expect(readText({ c: 1 }, 'c')).toBeUndefined();
});

test('everything has a tag and a text', () => {
  expect(tagOf(null)).toBe('Null');
  expect(tagOf(revoked())).toBe('unreadable');
  expect(textOf(Symbol('s'))).toBe('Symbol(s)');
  expect(textOf(10n)).toBe('10');
  expect(textOf(hostile)).toBe('[Object]');
  expect(textOf(Object.create(null))).toBe('[Object]');
  expect(textOf(revoked())).toBe('[unreadable]');
});

test('a record is an object whose properties count', () => {
  class Person {}
  for (const record of [{}, Object.create(null), new Person()]) expect(isRecord(record)).toBe(true);
  for (const other of [null, [], new Date(), new Error(), () => 1, 'x']) {
    expect(isRecord(other)).toBe(false);
  }
});

describe('an error is', () => {
  test.each<[string, unknown]>([
    ['of this realm', new TypeError()],
    ['of another realm', runInNewContext('new RangeError()')],
    ['a DOMException', new DOMException('m', 'AbortError')],
    ['what has the message and the stack of one', { message: 'm', stack: 's' }],
    ['frozen', Object.freeze(new Error())],
    ['an event that tells of one', new Event('error')],
  ])('%s', (_, value) => expect(isErrorLike(value)).toBe(true));

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['a text', 'Error'],
    ['an object with a message only', { message: 'm' }],
    ['a proxy that has been revoked', revoked()],
  ])('not %s', (_, value) => expect(isErrorLike(value)).toBe(false));
});
