import { expect, test } from 'vitest';
import { curlOf, jsonOf, linesOf } from '../../demo/inspector/copies.js';
import type { Received } from '../../demo/inspector/report.js';
import { createStock } from '../../demo/inspector/stock.js';
import type { Item, Level } from '../../src/items-api';
import { itemOf } from './requests';

const received = (uuid: string, text: string, level: Level = 'error'): Received => {
  const { access_token, data } = itemOf(uuid, text);
  return { receivedAt: 0, bytes: 0, uuid, item: { access_token, data: { ...data, level } } };
};

/** A stock of these, and its groups as lists of uuids. */
function stockOf(...all: Received[]) {
  const stock = createStock();
  stock.replace(all);
  return { stock, groups: () => stock.groups().map(uuids) };
}
const uuids = ({ entries }: { entries: { received: Received }[] }) =>
  entries.map(({ received: { uuid } }) => uuid);

test('the group seen last comes first, and its newest item last', () => {
  const { stock, groups } = stockOf(
    received('u1', 'a 1'),
    received('u2', 'b'),
    received('u3', 'a 2'),
  );
  expect(groups()).toEqual([['u1', 'u3'], ['u2']]);
  stock.add(received('u4', 'b'));
  expect(groups()).toEqual([
    ['u2', 'u4'],
    ['u1', 'u3'],
  ]);
  expect(stock.groups()[0]?.latest.received.uuid).toBe('u4');
});

test('an item is there once', () => {
  const { stock, groups } = stockOf(received('u1', 'a'));
  stock.add(received('u1', 'b'));
  expect(groups()).toEqual([['u1']]);
});

test('the oldest go when there are too many, or too much of them', () => {
  const stock = createStock({ items: 2, length: Infinity });
  stock.replace([received('u1', 'a'), received('u2', 'b'), received('u3', 'c')]);
  expect(stock.groups().map(uuids)).toEqual([['u3'], ['u2']]);
  stock.limit({ items: 10, length: 1_000 });
  stock.add(received('u4', 'd'.repeat(400)));
  expect(stock.groups().map(uuids)).toEqual([['u4']]);
});

test('a filter leaves the items that pass, whenever they come', () => {
  const { stock, groups } = stockOf(received('u1', 'cart 1'), received('u2', 'cart 2', 'info'));
  stock.filterBy({ level: 'all', search: ' CART  2 ' });
  expect(groups()).toEqual([['u2']]);
  stock.filterBy({ level: 'info', search: 'cart' });
  stock.add(received('u3', 'cart 3', 'info'));
  stock.add(received('u4', 'cart 4', 'error'));
  stock.add(received('u5', 'shelf', 'info'));
  expect(groups()).toEqual([['u2', 'u3']]);
  expect(stock.counts()).toEqual({ all: 5, found: { all: 4, error: 2, info: 2 } });
});

/** Nested more deeply than can be written, as JSON.parse would read it. */
function deep(): Item {
  let nested: Item['data']['custom'] = {};
  for (let n = 0; n < 50_000; n++) nested = { nested };
  return { ...itemOf('deep'), data: { ...itemOf('deep').data, custom: nested } };
}

test('an item that cannot be written is kept, and left out of what is taken away', () => {
  const { groups } = stockOf({ ...received('deep', ''), item: deep() });
  expect(groups()).toEqual([['deep']]);
  expect(jsonOf(deep())).toBeUndefined();
  expect(curlOf(deep(), 'http://127.0.0.1/')).toBeUndefined();
  expect(linesOf([itemOf('u1'), deep()])).toBe(`${JSON.stringify(itemOf('u1'))}\n`);
});
