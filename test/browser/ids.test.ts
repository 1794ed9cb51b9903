import { expect, test } from 'vitest';
import { birth, bornAs } from '../../src/browser/ids';

const v4 = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;

test('a birth has a version 4 UUID of its own and the time', () => {
  const before = Date.now();
  const [one, two] = [birth(), birth()];
  expect(one.uuid).toMatch(v4);
  expect(two.uuid).not.toBe(one.uuid);
  expect(one.at).toBeGreaterThanOrEqual(before);
  expect(one.at).toBeLessThanOrEqual(Date.now());
});

test('what is captured in a replay is born as it was, and only that', () => {
  const then = { uuid: 'then', at: 1, url: 'https://a.example/' };
  expect(bornAs(then, birth)).toBe(then);
  expect(() =>
    bornAs(then, () => {
      throw new Error('no');
    }),
  ).toThrow();
  expect(birth().uuid).not.toBe('then');
});

test('a replay has one birth; what a hook captures meanwhile is born by itself', () => {
  const then = { uuid: 'then', at: 1 };
  const [first, second] = bornAs(then, () => [birth(), birth()]);
  expect(first).toBe(then);
  expect(second?.uuid).toMatch(v4);
});
