/** The simulation as a picture: a panel for each variant, both with the same axes. */
import { peakSeconds, plottedSeconds } from './report.mjs';

/** @import { Figures, Result, Variant } from './report.mjs' */

const title = 'Requests per second when the API comes back';
const size = { width: 880, height: 714 };
const panel = { left: 104, right: 856, middle: 480, height: 240, tops: [106, 412] };
const most = 1_000_000;
const lines = [
  'stroke="#d55e00" stroke-width="1.5"',
  'stroke="#0072b2" stroke-width="1.5"',
  'stroke="#00875f" stroke-width="2.5"',
];
const dashed = 'stroke="#222" stroke-dasharray="6 4"';

/** @param {Result} result */
export function plot({ herd, variants }) {
  const names = variants[0]?.figures.map(({ name }) => name) ?? [];
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" role="img" aria-labelledby="title desc" font-family="system-ui, sans-serif" font-size="13" fill="#222">`,
    `<title id="title">${title}</title>`,
    `<desc id="desc">${describe(herd, variants)}</desc>`,
    `<rect width="${size.width}" height="${size.height}" fill="#fff"/>`,
    text(panel.left, 30, title, 'font-size="18"'),
    ...legend(names),
    ...variants.flatMap((variant, i) => drawPanel(variant, herd, panel.tops[i] ?? 0)),
    text(panel.middle, size.height - 16, 'minutes since the outage began', 'text-anchor="middle"'),
    '</svg>',
  ].join('\n')}\n`;
}

/** @param {Result['herd']} herd @param {Variant[]} variants */
function describe({ capacity }, variants) {
  const peaks = variants.map(({ together, figures }) => {
    const list = figures.map(({ name, peakAfter }) => `${name} ${decimal(peakAfter)}`);
    return `${titleOf(together)}: ${list.join(', ')}.`;
  });
  return `Peaks after the outage, where the server takes ${decimal(capacity)} requests a second. ${peaks.join(' ')}`;
}

/** @param {boolean} together */
const titleOf = (together) =>
  together ? 'All clients cut off within one second' : 'First errors spread over the outage';

/** @param {string[]} names */
function legend(names) {
  const entries = [
    ...names.map((name, i) => ({ name, style: lines[i] ?? '' })),
    { name: 'capacity of the server', style: dashed },
  ];
  return entries.flatMap(({ name, style }, i) => {
    const left = panel.left + i * 150;
    return [line(left, 54, left + 24, 54, style), text(left + 32, 58, name)];
  });
}

/**
 * @param {Variant} variant
 * @param {Result['herd']} herd
 * @param {number} top
 */
function drawPanel({ together, figures }, { outageMs, capacity }, top) {
  const end = x(outageMs / 1000);
  return [
    `<g transform="translate(0 ${top})">`,
    text(panel.left, -12, titleOf(together), 'font-size="15"'),
    `<rect x="${panel.left}" width="${round(end - panel.left)}" height="${panel.height}" fill="#e8e8e8"/>`,
    text((panel.left + end) / 2, 18, 'outage', 'text-anchor="middle" fill="#555"'),
    ...requestTicks(),
    ...minuteTicks(),
    line(panel.left, y(capacity), panel.right, y(capacity), dashed),
    ...figures.map((figure, i) => curve(figure, lines[i] ?? '')),
    ...requestsLabel(),
    '</g>',
  ];
}

function requestsLabel() {
  return [
    `<g transform="translate(18 ${panel.height / 2}) rotate(-90)" text-anchor="middle">`,
    text(0, 0, 'requests in a second,'),
    text(0, 16, 'the busiest of every ten'),
    '</g>',
  ];
}

function requestTicks() {
  return [1, 10, 100, 1000, 10_000, 100_000].flatMap((requests) => [
    line(panel.left, y(requests), panel.right, y(requests), 'stroke="#ccc"'),
    text(
      panel.left - 6,
      y(requests) + 4,
      requests === 1 ? '≤ 1' : decimal(requests),
      'text-anchor="end"',
    ),
  ]);
}

function minuteTicks() {
  return Array.from({ length: plottedSeconds / 600 + 1 }, (_, i) =>
    text(x(i * 600), panel.height + 18, String(i * 10), 'text-anchor="middle"'),
  );
}

/** @param {Figures} figures @param {string} style */
function curve({ peaks }, style) {
  const points = peaks.map((peak, i) => `${x((i + 0.5) * peakSeconds)},${y(peak)}`);
  const end = peaks.length * peakSeconds;
  if (end < plottedSeconds) points.push(`${x(end)},${y(0)}`);
  return `<polyline points="${points.join(' ')}" fill="none" ${style} stroke-linejoin="round"/>`;
}

/** @param {number} seconds */
const x = (seconds) => round(panel.left + (seconds / plottedSeconds) * (panel.right - panel.left));

/** Logarithmic, so that none is where one is. @param {number} requests */
const y = (requests) =>
  round(panel.height * (1 - Math.log(Math.max(1, requests)) / Math.log(most)));

/** @param {number} x1 @param {number} y1 @param {number} x2 @param {number} y2 @param {string} style */
const line = (x1, y1, x2, y2, style) =>
  `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" ${style}/>`;

/** @param {number} x @param {number} y @param {string} words @param {string} [style] */
const text = (x, y, words, style = '') =>
  `<text x="${round(x)}" y="${round(y)}"${style && ` ${style}`}>${words}</text>`;

/** @param {number} value */
const round = (value) => Math.round(value * 10) / 10;

/** @param {number} value */
const decimal = (value) => value.toLocaleString('en-US');
