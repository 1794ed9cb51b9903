import { expect, test } from 'vitest';
import { textIn } from '../../src/core/outcome';

test('an outcome is read as it was written', () => {
  const response = { err: 0, result: { uuid: 'x' } };
  const read = (...outcome: unknown[]) => textIn(JSON.stringify(outcome)).outcome;
  expect(read('delivered', '200', response)).toEqual(['delivered', '200', response]);
  expect(read('delivered', '204', undefined)).toEqual(['delivered', '204', undefined]);
  expect(read('refused', '422: no body')).toEqual(['refused', '422: no body', undefined]);
  expect(read('stale')).toEqual(['stale', 'stale', undefined]);
});

test.each([
  ['no JSON', '{'],
  ['nothing', ''],
  ['an item of no level', '{"level":"terrible"}'],
  ['null', 'null'],
  ['a text that was removed', null],
  ['no list', '"delivered"'],
  ['a word that says no end', '["captured"]'],
  ['a word that is a list', '[["delivered"]]'],
  ['a word every object knows', '["constructor"]'],
  ['a reason that is no text and cannot be one', '["stale",{"toString":1,"valueOf":1}]'],
])('%s is neither an item nor an outcome', (_, text) => {
  expect(textIn(text)).toEqual({});
});

test('an item is known by its level', () => {
  expect(textIn('{"level":"error","0":1}')).toEqual({ level: 'error' });
});
