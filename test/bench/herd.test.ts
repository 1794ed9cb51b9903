import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { describe, expect, test } from 'vitest';
import { plot } from '../../bench/herd/plot.mjs';
import { figuresOf, section } from '../../bench/herd/report.mjs';
import result from '../../bench/herd/result.json';
import { rules } from '../../bench/herd/rules.mjs';
import { simulate } from '../../bench/herd/simulate.mjs';
import { root } from '../support/sources';

const herd = {
  clients: 2000,
  itemsPerClient: 2,
  outageMs: 600_000,
  capacity: 10,
  roundTripMs: 100,
  longestMs: 24 * 3_600_000,
  seed: 1,
};
const waitOf = (name: string) => rules.find((rule) => rule.name === name)!.wait;
const figuresFor = (name: string, together: boolean) =>
  figuresOf(simulate(waitOf(name), { ...herd, together }), herd);

describe.each(rules)('clients that wait by the rule "$name"', ({ wait }) => {
  const happened = simulate(wait, { ...herd, together: true });

  test('do the same again from the same seed, and something else from another', () => {
    expect(simulate(wait, { ...herd, together: true })).toEqual(happened);
    expect(simulate(wait, { ...herd, together: true, seed: 2 })).not.toEqual(happened);
  });

  test('have about the items that were asked for, and each is delivered once', () => {
    expect(Math.abs(happened.items / herd.clients - herd.itemsPerClient)).toBeLessThan(0.1);
    const order = happened.deliveries.map(({ item }) => item).sort((one, other) => one - other);
    expect(order).toEqual(Array.from({ length: happened.items }, (_, item) => item));
  });

  test('meet a server that takes nothing in the outage, then no more than it can', () => {
    const end = herd.outageMs / 1000;
    expect(Math.max(...happened.taken.slice(0, end))).toBe(0);
    expect(happened.taken.reduce((most, taken) => Math.max(most, taken))).toBe(herd.capacity);
    expect(happened.taken.reduce((sum, taken) => sum + taken)).toBe(happened.items);
  });
});

describe('our rule', () => {
  test('meets the server with less than the others when all were cut off together', () => {
    const [fixed, exponential, ours] = rules.map(({ name }) => figuresFor(name, true));
    expect(ours!.peakAfter).toBeLessThan(fixed!.peakAfter / 10);
    expect(ours!.peakAfter).toBeLessThan(exponential!.peakAfter / 10);
    expect(ours!.seconds[2]).toBeLessThan(fixed!.seconds[2]!);
    expect(ours!.seconds[2]).toBeLessThan(exponential!.seconds[2]!);
  });

  test('meets it with less than a fixed interval when they were cut off one by one', () => {
    const peak = (name: string): number => figuresFor(name, false).peakAfter;
    expect(peak('ours')).toBeLessThan(peak('fixed interval') / 4);
  });
});

describe('what is committed', () => {
  const hint = 'run node bench/herd.mjs';

  test('the numbers are those of our rule as it is shipped', { timeout: 30_000 }, () => {
    for (const { together, figures } of result.variants) {
      const happened = simulate(waitOf('ours'), { ...result.herd, together });
      const { name, ...committed } = figures.find(({ name }) => name === 'ours')!;
      expect(figuresOf(happened, result.herd), hint).toEqual(committed);
    }
  });

  test('the plot and the table are drawn from them', async () => {
    const docs = (file: string): string => readFileSync(join(root, 'docs', file), 'utf8');
    expect(docs('herd.svg') === plot(result), hint).toBe(true);
    const [, between] = /<!-- herd -->\n([^]*)<!-- \/herd -->/.exec(docs('delivery.md')) ?? [];
    expect(between?.trim(), hint).toBe(
      (await format(section(result), { parser: 'markdown' })).trim(),
    );
  });
});
