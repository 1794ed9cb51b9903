import { expect, test } from 'vitest';
import { createLedger } from '../../demo/ledger.mjs';
import { itemOf } from './requests';

/** A ledger that has taken so many items, each of so many characters. */
function ledgerOf(count: number, length: number) {
  const ledger = createLedger(() => undefined, 10);
  const payload = ' '.repeat(length);
  for (let n = 0; n < count; n++) {
    const item = itemOf(`u${n}`);
    const response = { err: 0, result: { id: null, uuid: `u${n}` } } as const;
    const known = { status: 200, response, bytes: length, errors: [], text: payload };
    ledger.take({ ...known, item, payload, uuid: `u${n}` });
  }
  return ledger.items;
}

test('the last 2,000 items are kept', () => {
  const items = ledgerOf(2_010, 1_000);
  expect(items).toHaveLength(2_000);
  expect(items[0]?.uuid).toBe('u10');
  expect(items.at(-1)?.uuid).toBe('u2009');
});

test('of large ones fewer, so that they cannot fill the memory', () => {
  const items = ledgerOf(600, 131_072);
  expect(items).toHaveLength(512);
  expect(items.at(-1)?.uuid).toBe('u599');
});
