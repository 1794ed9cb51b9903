import { describe, expect, test } from 'vitest';
import { fingerprintOf } from '../../demo/inspector/fingerprint.js';
import { fileOf, patternOf } from '../../demo/inspector/pattern.js';
import type { Frame, Item, Occurrence } from '../../src/items-api';
import { itemOf } from './requests';

const filename = 'https://shop.example/app.js';
const frame = (method: string, lineno = 1, more: Partial<Frame> = {}): Frame => ({
  filename,
  method,
  lineno,
  colno: 2,
  ...more,
});

function thrown(
  message: string,
  frames: Frame[] = [frame('start'), frame('pay')],
  more: Partial<Occurrence> = {},
): Item {
  const body = { trace: { exception: { class: 'TypeError', message }, frames } };
  return { access_token: 'token', data: { environment: 'test', body, ...more } };
}

const same = (one: Item, other: Item) => expect(fingerprintOf(one)).toBe(fingerprintOf(other));
const different = (one: Item, other: Item) =>
  expect(fingerprintOf(one)).not.toBe(fingerprintOf(other));

describe('A message is told by its pattern:', () => {
  test.each([
    ['Order 17 took 2.5 s', 'Order <n> took <n> s'],
    ['1,204 rows', '<n> rows'],
    ['User 8c7f5b1e-93fd-4c3e-9d3a-0f5a0f4f1c11 is gone', 'User <uuid> is gone'],
    ['since 2026-11-28T13:04:22.123Z, or 2026-11-28', 'since <date>, or <date>'],
    ['no mail to anna.b+c@shop.example', 'no mail to <email>'],
    ['commit 3da541559918a808', 'commit <id>'],
    ['at 0x7fff5694', 'at <id>'],
    ['customer cus_9s6XKzkNRiz8i3', 'customer <id>'],
    [
      "Cannot read properties of null (reading 'rows')",
      "Cannot read properties of null (reading 'rows')",
    ],
    ['the facade was defaced', 'the facade was defaced'],
  ])('%s', (text, pattern) => {
    expect(patternOf(text)).toBe(pattern);
  });

  test('a megabyte of anything takes no time', () => {
    for (const part of ['a', '1', 'a1', '-', '@', 'a@', 'a.']) {
      const start = performance.now();
      patternOf(part.repeat(1_000_000 / part.length));
      expect(performance.now() - start, part).toBeLessThan(50);
    }
  });
});

test.each([
  ['https://a.example/assets/index-DkJh8s2K.js?v=1', 'https://a.example/assets/index.<id>.js'],
  ['https://a.example/main.3f9a2b1c.js', 'https://a.example/main.<id>.js'],
  ['https://a.example/check-elements.js', 'https://a.example/check-elements.js'],
  ['http://127.0.0.1:5173/src/app.ts#x', 'http://<n>:<n>/src/app.ts'],
])('A script is told by its name without the hash of a build: %s', (url, file) => {
  expect(fileOf(url)).toBe(file);
});

describe('Of one kind are', () => {
  test('exceptions whose messages differ in numbers, and whose calls stand in other lines', () => {
    same(thrown('row 1'), thrown('row 22', [frame('start', 9), frame('pay', 10)]));
  });

  test('exceptions that differ only below the top three calls', () => {
    const top = ['a', 'b', 'c'].map((method) => frame(method));
    same(thrown('x', [frame('one'), ...top]), thrown('x', [frame('two'), frame('three'), ...top]));
  });

  test('messages of the same pattern', () =>
    same(itemOf('u1', 'Order 1'), itemOf('u2', 'Order 2')));

  test('whatever has the same fingerprint, if one was given', () => {
    const given = { fingerprint: 'payment' };
    same(thrown('x', [], given), { ...itemOf(), data: { ...itemOf().data, ...given } });
  });
});

describe('Of different kinds are', () => {
  test('exceptions of another class, message or call', () => {
    different(thrown('one'), thrown('two'));
    different(thrown('x'), thrown('x', [frame('start'), frame('save')]));
    different(thrown('x'), itemOf('u1', 'x'));
  });

  test('calls without a name in different places', () => {
    for (const method of ['[anonymous]', '']) {
      different(thrown('x', [frame(method, 1)]), thrown('x', [frame(method, 2)]));
    }
  });

  test('those with different causes', () => {
    const chain = (cause: string): Item => {
      const traces = ['x', cause].map((message) => ({
        exception: { class: 'Error', message },
        frames: [],
      }));
      return { access_token: 'a', data: { environment: 'test', body: { trace_chain: traces } } };
    };
    different(chain('no network'), chain('no memory'));
    same(chain('no network'), chain('no network'));
  });
});
