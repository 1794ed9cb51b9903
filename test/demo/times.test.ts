import { expect, test } from 'vitest';
import { ago, before } from '../../demo/inspector/times.js';

test.each([
  [0, '0 s'],
  [240, '−240 ms'],
  [12_400, '−12.4 s'],
  [65_000, '−1 min 5 s'],
  [119_700, '−2 min 0 s'],
  [3_600_000, '−1 h 0 min'],
  [5_430_000, '−1 h 31 min'],
  [200_000_000, '−2 d'],
  [-1e20, '+1,157,407,407,407 d'],
])('%d ms before something are told in a word or two: %s', (ms, text) => {
  expect(before(ms)).toBe(text);
});

test.each([
  [0, 'now'],
  [30_000, '30 s ago'],
  [3_500_000, '58 min ago'],
  [7_300_000, '2 h ago'],
  [200_000_000, '2 d ago'],
])('what was %d ms ago is told in one: %s', (ms, text) => {
  expect(ago(1e12 - ms, 1e12)).toBe(text);
});
