import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortArguments } from '../../src/core/arguments';

/** What they mean, with what is copied of them. */
const sorted = (args: readonly unknown[]): object => {
  const { copy, ...rest } = sortArguments(args);
  return { ...rest, custom: copy?.() };
};

const error = new Error('e');
const callback = (): void => undefined;

test('message, error, data and callback are known by what they are, in any order', () => {
  const args = ['text', error, { a: 1 }, callback];
  fc.assert(
    fc.property(fc.shuffledSubarray(args, { minLength: 4, maxLength: 4 }), (shuffled) => {
      expect(sorted(shuffled)).toEqual({
        message: 'text',
        thrown: { value: error },
        custom: { a: 1 },
        onEnd: callback,
      });
    }),
    { seed: 1 },
  );
});

test('nothing says nothing', () => {
  expect(sorted([])).toEqual({});
  expect(sorted([undefined, undefined])).toEqual({});
});

test('an empty text is a message', () => {
  expect(sorted(['', 'second'])).toEqual({ message: '', custom: { extraArgs: ['second'] } });
});

test('the last function is the callback', () => {
  const last = (): void => undefined;
  expect(sortArguments([callback, last]).onEnd).toBe(last);
});

test('what there is more of is kept in custom.extraArgs', () => {
  const custom = sortArguments([
    'a',
    error,
    { x: 1 },
    'b',
    new Error('second'),
    { y: 2 },
    [3],
    null,
    4,
  ]).copy?.();
  expect(custom).toMatchObject({ x: 1 });
  expect(custom?.extraArgs).toEqual([
    'b',
    expect.objectContaining({ name: 'Error', message: 'second' }),
    { y: 2 },
    [3],
    null,
    4,
  ]);
});

test('data is copied: what happens to it later did not happen', () => {
  const data = { list: [1], deep: { a: 1 } };
  const custom = sortArguments([data]).copy?.();
  data.list.push(2);
  data.deep.a = 2;
  expect(custom).toEqual({ list: [1], deep: { a: 1 } });
});

test('an event is reported like the error it tells of', () => {
  const event = new Event('error');
  expect(sorted(['text', event])).toEqual({ message: 'text', thrown: { value: event } });
});
