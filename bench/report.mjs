/** What was measured, as rows of a table. */
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** @import { Contestant } from './contestants.mjs' */

/**
 * @typedef {object} Row
 * @property {string} what
 * @property {number[]} values one for each contestant, in their order
 * @property {number} digits
 * @property {boolean} [isShort] for the README, too
 * @property {number} [noise] below which a value says nothing
 */

const ours = 'Rollcage';

/** The value below which this part of them lies. @param {number[]} values @param {number} part */
const quantile = (values, part) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * part)] ?? NaN;

/** @param {number[]} values */
export const median = (values) => quantile(values, 0.5);

/** What half of them differ from each other by. @param {number[]} values */
const spread = (values) => quantile(values, 0.75) - quantile(values, 0.25);

/**
 * @param {Contestant[]} all
 * @param {Map<string, Record<string, number[]>>} measured
 * @returns {Row[]}
 */
export function rowsOf(all, measured) {
  const of = (name, key) => median(measured.get(name)?.[key] ?? []);
  const plain = (what, key, digits, more) => ({
    what,
    values: all.map(({ name }) => of(name, key)),
    digits,
    ...more,
  });
  const over = (what, key) => ({
    what: `${what}, more than the bare page, µs`,
    values: all.map(({ name }) => Math.max(0, of(name, key) - of('bare', key))),
    digits: 1,
    noise: Math.max(0.5, spread(measured.get('bare')?.[key] ?? [])),
  });
  const bytes = (what, size, more) => ({
    what: `bytes, ${what}`,
    values: all.map(({ code }) => size(code)),
    digits: 0,
    ...more,
  });
  return [
    bytes('raw', (code) => Buffer.byteLength(code)),
    bytes('gzip', (code) => gzipSync(code).length),
    bytes('brotli', (code) => brotliCompressSync(code).length, { isShort: true }),
    plain('evaluate and start, ms', 'init', 2, { isShort: true }),
    plain('error, the call, nothing recorded, ms', 'empty', 3),
    plain('error, main thread till idle, nothing recorded, ms', 'empty total', 2),
    plain('error, the call, full telemetry, ms', 'plain', 3, { isShort: true }),
    plain('error, main thread till idle, full telemetry, ms', 'plain total', 2, { isShort: true }),
    plain('error with 5 causes, the call, ms', 'causes', 3),
    plain('error with 5 causes, main thread till idle, ms', 'causes total', 2),
    plain('error with 200 keys of data, the call, ms', 'keys', 3),
    plain('error with 200 keys of data, main thread till idle, ms', 'keys total', 2),
    over('console.log', 'log'),
    over('click', 'click'),
    over('fetch', 'fetch'),
    over('setTimeout', 'timer'),
    over('addEventListener', 'listener'),
    over('pushState', 'pushState'),
    plain('10,000 different errors, main thread, ms', 'storm', 0),
    plain('heap after that, MiB', 'heap', 1),
  ];
}

/** @param {Contestant[]} all @param {Row} row */
export function ratiosOf(all, { values, noise = 0 }) {
  const at = (name) => all.findIndex((one) => one.name.startsWith(name));
  const mine = values[at(ours)] ?? NaN;
  const rollbar = values[at('rollbar.js')] ?? NaN;
  const best = Math.min(...values.filter((_, i) => i !== at(ours) && i !== at('rollbar.js')));
  const ratio = (other) => {
    if (other === Infinity) return '0';
    // Of what costs nothing, there is no multiple.
    if (Math.max(mine, other) < noise) return 'noise';
    return other > 0 ? (mine / other).toFixed(2) : '–';
  };
  return { rollbar: ratio(rollbar), best: ratio(best) };
}

const shown = (value, digits) =>
  value === Infinity
    ? 'no end'
    : value.toLocaleString('en', {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
        useGrouping: false,
      });

const written = (lines) => lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** @param {Contestant[]} all @param {Row[]} rows */
export const tableOf = (all, rows) =>
  written([
    ['in Chromium, medians', ...all.map(({ name }) => name), '× rollbar.js', '× best other'],
    ['---', ...all.map(() => '---:'), '---:', '---:'],
    ...rows.map((row) => {
      const { rollbar, best } = ratiosOf(all, row);
      return [row.what, ...row.values.map((value) => shown(value, row.digits)), rollbar, best];
    }),
  ]);

/** @param {Contestant[]} all @param {Row[]} rows */
export const shortTableOf = (all, rows) => {
  const two = ['rollbar.js', ours].map((name) => all.findIndex((one) => one.name.startsWith(name)));
  return written([
    ['in Chromium, medians', ...two.map((i) => all[i]?.name), 'ratio'],
    ['---', '---:', '---:', '---:'],
    ...rows
      .filter(({ isShort }) => isShort)
      .map((row) => [
        row.what,
        ...two.map((i) => shown(row.values[i], row.digits)),
        ratiosOf(all, row).rollbar,
      ]),
  ]);
};
