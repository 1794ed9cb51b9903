/** The table as a picture: for each row a bar for each notifier, rollbar.js being 1. */

/** @import { Contestant } from './contestants.mjs' */
/** @import { Row } from './report.mjs' */

const title = 'What a notifier costs a page, as a multiple of rollbar.js';
const colours = ['#767676', '#00875f', '#6a4c93', '#0072b2', '#d55e00', '#b8860b'];
const left = 360;
const width = 400;
/** What is more than that goes out of the picture. */
const most = 2;
const bar = 9;

/** @param {Contestant[]} all @param {Row[]} rows */
export function plot(all, rows) {
  // What has no end, or costs nothing, has no multiple.
  const drawn = rows.filter(({ values: [rollbar = 0] }) => rollbar > 0 && rollbar < Infinity);
  const height = all.length * bar + 14;
  const top = 84;
  const bottom = top + drawn.length * height;
  const x = (ratio) => left + (Math.min(ratio, most) / most) * width;
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${left + width + 60} ${bottom + 30}" role="img" aria-labelledby="title desc" font-family="system-ui, sans-serif" font-size="12" fill="#222">`,
    `<title id="title">${title}</title>`,
    `<desc id="desc">${describe(all, drawn)}</desc>`,
    '<rect width="100%" height="100%" fill="#fff"/>',
    text(20, 30, title, 'font-size="18"'),
    ...all.flatMap(({ name }, i) => [
      `<rect x="${20 + i * 132}" y="46" width="12" height="12" fill="${colours[i]}"/>`,
      text(36 + i * 132, 57, name),
    ]),
    ...[0.5, 1, 1.5, 2].flatMap((ratio) => [
      `<path d="M${x(ratio)} ${top - 8}V${bottom}" stroke="#ccc"/>`,
      text(x(ratio), bottom + 18, String(ratio), 'text-anchor="middle"'),
    ]),
    ...drawn.flatMap(({ what, values }, row) => {
      const y = top + row * height;
      return [
        text(left - 10, y + height / 2, what, 'text-anchor="end"'),
        ...values.map((value, i) => {
          const ratio = value / (values[0] ?? NaN);
          return `<rect x="${left}" y="${y + i * bar}" width="${(x(ratio) - left).toFixed(1)}" height="${bar - 2}" fill="${colours[i]}"/>`;
        }),
      ];
    }),
    '</svg>',
  ].join('\n')}\n`;
}

/** @param {Contestant[]} all @param {Row[]} rows */
function describe(all, rows) {
  const ours = all.findIndex(({ name }) => name === 'Rollcage');
  return rows
    .map(
      ({ what, values }) =>
        `${what}: Rollcage ${((values[ours] ?? NaN) / (values[0] ?? NaN)).toFixed(2)}.`,
    )
    .join(' ');
}

/** @param {number} x @param {number} y @param {string} what */
const text = (x, y, what, more = '') =>
  `<text x="${x}" y="${y}"${more && ` ${more}`}>${what}</text>`;
