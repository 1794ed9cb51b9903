import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { bytesOf } from '../../src/core/bytes';

test('counts the bytes of UTF-8', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      expect(bytesOf(text)).toBe(Buffer.byteLength(text));
    }),
    { seed: 2, numRuns: 2000 },
  );
});

test('counts no fewer where the page has broken the way to know', () => {
  vi.stubGlobal('TextEncoder', undefined);
  expect(bytesOf('a€')).toBeGreaterThanOrEqual(4);
  vi.unstubAllGlobals();
});
