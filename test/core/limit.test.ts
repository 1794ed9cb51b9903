import { expect, test } from 'vitest';
import { createLimiter } from '../../src/core/limit';
import type { Limits } from '../../src/core/limit';

const minute = 'item per minute limit reached, ignoring errors until timeout';
const most = 'maxItems has been hit, ignoring errors until reset.';

/** What is said of each of these times; what may leave is counted. */
function run(limits: Partial<Limits>, times: number[]): (string | undefined)[] {
  const limiter = createLimiter();
  return times.map((at) => {
    const text = limiter.reached({ itemsPerMinute: 0, maxItems: 0, ...limits }, at);
    if (text === undefined) limiter.count();
    return text;
  });
}
const go = undefined;

test('so many leave in a minute; then it is said, once', () =>
  expect(run({ itemsPerMinute: 2 }, [0, 1, 2, 3, 59_999])).toEqual([go, go, minute, '', '']));

test('a new minute begins with the first item after the one before', () =>
  expect(run({ itemsPerMinute: 1 }, [0, 5, 60_000, 60_001, 119_999, 120_000])).toEqual([
    ...[go, minute, go, minute, '', go],
  ]));

test('so many leave in all; then it is said, once, whatever the time', () =>
  expect(run({ maxItems: 2 }, [0, 1, 2, 3, 60_002, 120_003])).toEqual([go, go, most, '', '', '']));

test('the limit for good goes before that of the minute', () =>
  expect(run({ maxItems: 2, itemsPerMinute: 2 }, [0, 1, 2, 3])).toEqual([go, go, most, '']));

test('zero is no limit', () => expect(new Set(run({}, Array(500).fill(0)))).toEqual(new Set([go])));

test('a clock that jumps begins a new minute', () =>
  expect(run({ itemsPerMinute: 1 }, [1e12, 1e12 - 60_000, 1e12 - 59_999])).toEqual([
    ...[go, go, minute],
  ]));

test('without a clock no minute ends, as what reports itself again and again shall have an end', () =>
  expect(run({ itemsPerMinute: 1 }, [NaN, NaN, NaN, 1e12, 1e12])).toEqual([
    ...[go, minute, '', go, minute],
  ]));

test('what is only looked at is not counted', () => {
  const limiter = createLimiter();
  const limits = { itemsPerMinute: 1, maxItems: 1 };
  expect([0, 1, 2].map((at) => limiter.reached(limits, at))).toEqual([go, go, go]);
});
