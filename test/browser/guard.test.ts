import { expect, test, vi } from 'vitest';
import { createGuard } from '../../src/browser/guard';

test('gives back what the act gives', () => {
  expect(createGuard(vi.fn())('Act', () => 7)).toBe(7);
});

test('tells what was thrown, and throws nothing', () => {
  const say = vi.fn();
  const result = createGuard(say)('The act', () => {
    throw new TypeError('no');
  });
  expect(result).toBeUndefined();
  expect(say).toHaveBeenCalledExactlyOnceWith('The act has thrown: TypeError: no');
});

test('survives an error without a text, and a telling that throws', () => {
  const guard = createGuard(() => {
    throw new Error('the console');
  });
  for (const thrown of [Object.create(null), Symbol('s'), new Error('x')]) {
    expect(
      guard('Act', () => {
        throw thrown;
      }),
    ).toBeUndefined();
  }
});
