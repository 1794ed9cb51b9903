import { validate, version } from 'uuid';
import { expect, test } from 'vitest';
import { birth, bornAs } from '../../src/browser/ids';

const isV4 = (uuid = ''): boolean => validate(uuid) && version(uuid) === 4;

test('a birth has a version 4 UUID of its own and the time', () => {
  const before = Date.now();
  const [one, two] = [birth(), birth()];
  expect(isV4(one.uuid)).toBe(true);
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
  expect(isV4(second?.uuid)).toBe(true);
});
