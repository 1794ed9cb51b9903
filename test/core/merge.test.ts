import { describe, expect, test } from 'vitest';
import { copyOf, merge } from '../../src/core/merge';

test('lays one object over another, deep in plain objects', () => {
  const base = { a: 1, deep: { kept: 1, replaced: 1 } };
  expect(merge(base, { b: 2, deep: { replaced: 2 } })).toEqual({
    a: 1,
    b: 2,
    deep: { kept: 1, replaced: 2 },
  });
});

test('changes neither of them', () => {
  const base = { deep: { a: 1 } };
  const over = { deep: { b: 2 } };
  const merged = merge(base, over) as { deep: Record<string, number> };
  merged.deep.c = 3;
  expect([base, over]).toEqual([{ deep: { a: 1 } }, { deep: { b: 2 } }]);
});

test('undefined never wins, null does', () => {
  expect(merge({ a: 1, b: 1 }, { a: undefined, b: null })).toEqual({ a: 1, b: null });
});

test('takes lists, functions and instances as they are', () => {
  const over = { list: [1], call: () => 1, date: new Date(0) };
  const merged = merge({ list: [2, 3] }, over) as unknown as typeof over;
  expect(merged.list).toBe(over.list);
  expect(merged.call).toBe(over.call);
  expect(merged.date).toBe(over.date);
});

test('what cannot be read in it is left out, and loses nothing else', () => {
  const base = {
    a: 1,
    deep: {
      get bad() {
        throw new Error('no');
      },
      kept: 1,
    },
  };
  expect(merge(base, { deep: { b: 2 } })).toEqual({ a: 1, deep: { kept: 1, b: 2 } });
});

test('nothing to lay on top changes nothing', () => {
  expect(merge({ a: 1 }, undefined)).toEqual({ a: 1 });
});

test('a key __proto__ changes no prototype', () => {
  const merged = merge({}, JSON.parse('{ "__proto__": { "polluted": true } }'));
  expect((merged as { polluted?: boolean }).polluted).toBeUndefined();
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

describe('a copy of options', () => {
  test('is data that cannot change any more, and functions', () => {
    const options = { deep: { a: 1 }, call: () => 1 };
    const copied = copyOf(options);
    options.deep.a = 2;
    expect(copied).toEqual({ deep: { a: 1 }, call: options.call });
  });

  test('has numbers as they are', () => {
    expect(copyOf({ most: Infinity, least: 0 })).toEqual({ most: Infinity, least: 0 });
  });

  test('leads in no circle, and leaves out what cannot be read', () => {
    const options: Record<string, unknown> = {
      get bad() {
        throw new Error('no');
      },
      good: 1,
    };
    options.self = options;
    expect(copyOf(options)).toMatchObject({ good: 1, self: { good: 1, self: '[circular]' } });
  });

  test('of what is no object is empty', () => {
    for (const options of [undefined, null, 1]) expect(copyOf(options)).toEqual({});
  });
});
