import { describe, expect, test } from 'vitest';
import { decide, delayMs } from '../../src/core/delivery';

describe('an answer means', () => {
  test.each([
    [200, 'delivered'],
    [201, 'delivered'],
    [400, 'refused'],
    [401, 'hold'],
    [403, 'hold'],
    [404, 'later'],
    [408, 'later'],
    [413, 'too-big'],
    [422, 'refused'],
    [429, 'later'],
    [500, 'later'],
    [502, 'later'],
    [503, 'later'],
    [0, 'later'],
    [304, 'later'],
  ])('%i: %s', (status, decision) => expect(decide(status)).toBe(decision));
});

describe('the wait before the next try', () => {
  const ceilingAfter = (failures: number): number => delayMs(failures, 1);

  test('is up to a second at first, doubles, and ends at five minutes', () => {
    expect([1, 2, 3, 4].map(ceilingAfter)).toEqual([1000, 2000, 4000, 8000]);
    expect([9, 10, 20, 2000].map(ceilingAfter)).toEqual([256_000, 300_000, 300_000, 300_000]);
  });

  test('is anything between nothing and that', () => {
    expect(delayMs(5, 0)).toBe(0);
    expect(delayMs(5, 0.25)).toBe(4000);
  });

  test('comes on top of what the server asked for, of which an hour is believed', () => {
    expect(delayMs(1, 0, 5000)).toBe(5000);
    expect(delayMs(1, 0.5, 5000)).toBe(5500);
    expect(delayMs(1, 0, 1e9)).toBe(3_600_000);
    expect([-5000, NaN, undefined].map((asked) => delayMs(1, 0.5, asked))).toEqual([500, 500, 500]);
  });

  test('is the interval that was asked for, however many have failed', () => {
    expect([1, 5, 50].map((failures) => delayMs(failures, 0.1, 0, 3000))).toEqual([
      3000, 3000, 3000,
    ]);
    expect(delayMs(1, 0.1, 5000, 3000)).toBe(8000);
    expect(delayMs(1, 0.1, 0, 1e12)).toBe(3_600_000);
  });
});
