/** How the occurrences of a group lie in time, as a little drawing. */
import { svg } from './dom.js';
import { clock } from './times.js';

const bars = 32;
const height = 22;

/** @param {number[]} times unix times, oldest first */
export function sparkOf(times) {
  const [first = 0] = times;
  const last = times.at(-1) ?? first;
  const counts = new Array(bars).fill(0);
  for (const time of times) {
    const place = last === first ? bars - 1 : ((time - first) / (last - first)) * (bars - 1);
    counts[Math.round(place)]++;
  }
  const most = Math.max(...counts);
  const name = `${times.length} occurrences from ${clock(first)} to ${clock(last)}`;
  const title = svg('title', {});
  title.textContent = name;
  return svg(
    'svg',
    {
      class: 'spark',
      role: 'img',
      'aria-label': name,
      viewBox: `0 0 ${bars * 4 - 1} ${height}`,
      preserveAspectRatio: 'xMaxYMax',
    },
    title,
    ...counts.map((count, index) => {
      // A single one must still be seen beside a thousand.
      const size = count ? Math.max(3, (count / most) * height) : 1;
      const box = { x: index * 4, y: height - size, width: 3, height: size };
      const attributes = Object.entries(box).map(([key, value]) => [key, String(value)]);
      return svg('rect', {
        ...Object.fromEntries(attributes),
        rx: '0.5',
        class: count ? 'bar-some' : 'bar-none',
      });
    }),
  );
}
