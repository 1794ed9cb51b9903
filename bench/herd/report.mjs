/** What is worth knowing of a simulation, and how it reads in the documentation. */
import { rules } from './rules.mjs';
import { simulate } from './simulate.mjs';

/** @import { Happened, Herd } from './simulate.mjs' */

/**
 * @typedef {object} Figures
 * @property {string} name of the rule
 * @property {number} peakInOutage requests in a second
 * @property {number} peakAfter
 * @property {number} requestsPerItem
 * @property {(number | null)[]} seconds after the outage until each of {@link shares} of the items
 *   was delivered
 * @property {number[]} peaks requests in the busiest second of every ten, as far as it is plotted
 */

/** @typedef {{ together: boolean, figures: Figures[] }} Variant */
/** @typedef {{ herd: Omit<Herd, 'together'>, items: number, variants: Variant[] }} Result */

export const peakSeconds = 10;
export const plottedSeconds = 3600;
const shares = [0.5, 0.99, 1];

/**
 * Every rule, the herd cut off together and spread.
 * @param {Result['herd']} herd
 * @returns {Result}
 */
export function compare(herd) {
  let items = 0;
  const variants = [true, false].map((together) => ({
    together,
    figures: rules.map(({ name, wait }) => {
      const happened = simulate(wait, { ...herd, together });
      items = happened.items;
      return { name, ...figuresOf(happened, herd) };
    }),
  }));
  return { herd, items, variants };
}

/**
 * @param {Happened} happened
 * @param {Pick<Herd, 'outageMs'>} herd
 * @returns {Omit<Figures, 'name'>}
 */
export function figuresOf({ offered, deliveries, items }, { outageMs }) {
  const end = outageMs / 1000;
  const plotted = Math.min(plottedSeconds, offered.length);
  return {
    peakInOutage: largest(offered.slice(0, end)),
    peakAfter: largest(offered.slice(end)),
    requestsPerItem: offered.reduce((sum, count) => sum + count, 0) / items,
    seconds: shares.map((share) => {
      const last = deliveries[Math.ceil(share * items) - 1];
      return last ? (last.atMs - outageMs) / 1000 : null;
    }),
    peaks: Array.from({ length: Math.ceil(plotted / peakSeconds) }, (_, i) =>
      largest(offered.slice(i * peakSeconds, (i + 1) * peakSeconds)),
    ),
  };
}

/** @param {number[]} counts */
const largest = (counts) => counts.reduce((most, count) => Math.max(most, count), 0);

/** @param {Result} result */
export function section({ herd, items, variants }) {
  const { clients, outageMs, capacity, roundTripMs } = herd;
  return [
    `${whole(clients)} clients with ${whole(items)} items, an outage of ${outageMs / 60_000} minutes, ` +
      `then ${whole(capacity)} requests a second, 503 without \`Retry-After\` to all above; a round ` +
      `trip of ${roundTripMs} ms. No rule can be done before ${whole(items / capacity)} s.`,
    '',
    '![Requests per second in and after the outage, by rule](herd.svg)',
    '',
    '| first errors | after a failure | peak in the outage, req/s | peak after it, req/s ' +
      '| requests per item | 50 % delivered | 99 % | 100 % |',
    '| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...variants.flatMap(({ together, figures }) =>
      figures.map((figure) => row(together ? 'together' : 'spread', figure, herd.longestMs)),
    ),
  ].join('\n');
}

/**
 * @param {string} variant
 * @param {Figures} figures
 * @param {number} longestMs
 */
function row(variant, { name, peakInOutage, peakAfter, requestsPerItem, seconds }, longestMs) {
  const cells = [
    variant,
    name,
    whole(peakInOutage),
    whole(peakAfter),
    requestsPerItem.toFixed(1),
    ...seconds.map((each) =>
      each === null ? `over ${whole(longestMs / 1000)} s` : `${whole(each)} s`,
    ),
  ];
  return `| ${cells.join(' | ')} |`;
}

/** @param {number} value */
const whole = (value) => Math.round(value).toLocaleString('en-US');
