import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Item } from '../../src/items-api';
import { differences } from '../contract/differences';
import type { Wanted } from '../contract/differences';
import { inputs } from '../contract/inputs';
import { isLong, openBrowser } from '../support/browsers';
import type { Browser } from '../support/browsers';
import { differencesOf, normalise } from '../support/item-difference';
import type { Difference } from '../support/item-difference';
import { openRival } from '../support/rivals';
import type { Rival } from '../support/rivals';
import { said } from '../support/site';

const patternOf = ({ path }: Wanted): RegExp => {
  const keys = path.split('.').map((key) => (key === '**' ? '.*' : key.replace('*', '[^.]*')));
  return new RegExp(`^${keys.join('\\.')}$`);
};

const wanted = differences.map((entry) => ({ ...entry, pattern: patternOf(entry) }));

/** Whether this difference, of this input, stands in the list there. */
const isWanted = (
  { pattern, only, inputs: shown }: (typeof wanted)[number],
  input: string,
  { path, theirs, ours }: Difference,
): boolean =>
  pattern.test(path) &&
  (shown?.includes(input) ?? true) &&
  (only === 'either' ||
    only === (ours === undefined ? 'rollbar.js' : theirs === undefined ? 'Rollcage' : undefined));

/** What an item is known by, whatever is cut off it. */
const known = (item: unknown): string => (said(item as Item) ?? '').replace(/.*: /, '');

// Two minutes, and of interest when something of what is compared has changed.
describe.runIf(isLong)('beside rollbar.js', () => {
  let browser: Browser;
  /** How often each difference was seen. */
  const seen = wanted.map(() => 0);
  const isWhole = { of: 0 };

  beforeAll(async () => {
    browser = await openBrowser('chromium');
  });

  afterAll(() => browser.close());

  /** The items of both, in the same order. */
  const itemsOf = async (name: string): Promise<[theirs: unknown[], ours: unknown[]]> => {
    const input = inputs[name] as (typeof inputs)[string];
    const { items = 1 } = input;
    const counts = typeof items === 'number' ? [items, items] : items;
    const both = await Promise.all(
      (['rollbar.js', 'Rollcage'] satisfies Rival[]).map(async (rival, i) => {
        const { posted, pages, collector, tab } = await openRival(browser, rival, input);
        const whole = await posted(counts[i] as number);
        if (rival === 'Rollcage') await tab.eval('Rollbar.flush(10000)');
        expect(collector.requests).toHaveLength(counts[i] as number);
        const origins = { [pages.origin]: 'http://page', [collector.url]: 'http://collector' };
        return whole
          .map((item) => normalise(item, origins))
          .sort((a, b) => known(a).localeCompare(known(b)));
      }),
    );
    return both as [unknown[], unknown[]];
  };

  it.each(Object.keys(inputs))('says the same, but for what is wanted, of %s', async (name) => {
    const [theirs, ours] = await itemsOf(name);
    const found = ours.flatMap((item, i) => (theirs[i] ? differencesOf(theirs[i], item) : []));
    if (theirs.length === ours.length) expect(found).not.toEqual([]);
    const unwanted = found.filter((difference) => {
      const fits = wanted.map((entry) => isWanted(entry, name, difference));
      fits.forEach((fit, i) => (seen[i] = (seen[i] ?? 0) + Number(fit)));
      return !fits.includes(true);
    });
    expect(unwanted).toEqual([]);
    isWhole.of++;
  });

  it('wants no difference that no input shows', ({ skip }) => {
    if (isWhole.of < Object.keys(inputs).length) skip('not all inputs were compared');
    expect(differences.filter((_, i) => !seen[i])).toEqual([]);
  });
});
