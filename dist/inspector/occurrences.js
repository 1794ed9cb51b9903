/** The bar that leads from one occurrence of a group to the next. */
import { button, h } from './dom.js';
import { sparkOf } from './spark.js';
import { clock } from './times.js';

/** @import { Entry, Group } from './stock.js' */

/** @param {(step: number) => void} onStep */
export function createOccurrences(onStep) {
  const older = button('Older', () => onStep(-1), 'p');
  const newer = button('Newer', () => onStep(1), 'n');
  const place = h('p', { class: 'place-of', role: 'status' });
  const spark = h('div', { class: 'spark-box' });
  const element = h('div', { class: 'occurrences' }, older, place, newer, spark);

  return {
    element,
    /** @param {Group} group @param {Entry} entry */
    fill({ entries }, entry) {
      const at = entries.indexOf(entry);
      // A button that is disabled loses the focus of whoever has just pressed it.
      older.setAttribute('aria-disabled', String(at === 0));
      newer.setAttribute('aria-disabled', String(at === entries.length - 1));
      place.replaceChildren(
        h('b', {}, (at + 1).toLocaleString('en')),
        ` of ${entries.length.toLocaleString('en')}`,
        h('span', {}, clock(entry.received.receivedAt)),
      );
      const isSingle = entries.length === 1;
      element.hidden = isSingle;
      if (!isSingle) {
        spark.replaceChildren(sparkOf(entries.map(({ received }) => received.receivedAt)));
      }
    },
  };
}
