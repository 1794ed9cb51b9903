import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newest } from '../../src/core/ring';
import type { Slot } from '../../src/core/ring';

const slots = (...texts: string[]): Slot[] => texts.map((text) => ({ text }));
const texts = (all: Slot[]): string => all.map(({ text }) => text).join();

test('keeps the newest, the oldest of them first', () => {
  expect(texts(newest(slots('a', 'b', 'c', 'd'), 3, 100))).toBe('b,c,d');
});

test('keeps no more characters than it may', () => {
  expect(texts(newest(slots('aaaa', 'bbb', 'cc', 'd'), 9, 6))).toBe('bbb,cc,d');
  expect(texts(newest(slots('aaaa', 'bbb', 'cc', 'd'), 9, 5))).toBe('cc,d');
});

test('leaves no gap: what is older than one that has no room has none either', () => {
  expect(texts(newest(slots('a', 'bbbbbbbb', 'c'), 9, 5))).toBe('c');
});

test('keeps nothing where nothing is wanted', () => {
  expect(newest(slots('a'), 0, 100)).toEqual([]);
});

test('gives the very slots, for their texts may still change, and leaves the list', () => {
  const all = slots('a', 'b');
  expect(newest(all, 1, 9)[0]).toBe(all[1]);
  expect(texts(all)).toBe('a,b');
});

test('whatever there is, it is the end of it, and within both bounds', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), fc.nat(20), fc.nat(100), (all, most, maxChars) => {
      const kept = newest(slots(...all), most, maxChars).map(({ text }) => text);
      expect(kept).toEqual(all.slice(all.length - kept.length));
      expect(kept.length).toBeLessThanOrEqual(most);
      expect(kept.join('').length).toBeLessThanOrEqual(maxChars);
    }),
  );
});
