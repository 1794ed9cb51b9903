/** A row of the list: one group. */
import { h } from './dom.js';
import { ago, clock } from './times.js';

/** @import { Group } from './stock.js' */
/** @typedef {ReturnType<typeof createRow>} Row */

const maxTitle = 300;

/** @param {string} id @param {() => void} onClick */
export function createRow(id, onClick) {
  const title = h('span', { class: 'row-title' });
  const count = h('span', { class: 'row-count' });
  const level = h('span', { class: 'row-level' });
  const seen = h('span', {});
  const page = h('span', { class: 'row-page' });
  const option = h(
    'li',
    { id, role: 'option', 'aria-selected': 'false' },
    h('span', { class: 'row-head' }, title, count),
    h('span', { class: 'row-meta' }, level, seen, page),
  );
  option.addEventListener('click', onClick);
  /** @type {Group | undefined} */
  let shown;

  /** Says anew how long ago it was. */
  function age() {
    const text = shown ? ago(shown.latest.received.receivedAt) : '';
    if (seen.textContent !== text) seen.textContent = text;
  }

  return {
    option,
    age,
    /** What stands there already is left alone. @param {Group} group */
    fill(group) {
      const { entries, latest } = group;
      const isSame = latest === shown?.latest && entries.length === shown.entries.length;
      shown = group;
      if (isSame) return;
      const { item, receivedAt } = latest.received;
      option.className = `row level-${latest.level}`;
      title.textContent = latest.title.slice(0, maxTitle);
      level.textContent = latest.level;
      page.textContent = pathOf(item.data.request?.url);
      count.textContent = entries.length > 1 ? `${entries.length.toLocaleString('en')}×` : '';
      seen.title = clock(receivedAt);
      age();
    },
  };
}

/** @param {string | undefined} url */
function pathOf(url = '') {
  return url.replace(/^[a-z]+:\/\/[^/]*/i, '');
}
