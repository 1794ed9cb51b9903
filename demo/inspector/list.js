/** The list of groups: the one that was seen last on top, walked with the arrow keys. */
import { h } from './dom.js';
import { ago, clock } from './times.js';

/** @import { Group } from './stock.js' */
/** @typedef {{ group: Group, option: HTMLElement, fill: (group: Group) => void }} Row */

/**
 * @param {HTMLElement} box the listbox
 * @param {(key: string) => void} onSelect
 */
export function createList(box, onSelect) {
  /** In the order of the page. @type {Map<string, Row>} */
  let rows = new Map();
  /** @type {string | undefined} */
  let selected;
  let serial = 0;

  /** @param {Group} group */
  function create(group) {
    const row = rowOf(`group-${++serial}`);
    row.option.addEventListener('click', () => onSelect(group.key));
    return { ...row, group };
  }

  box.addEventListener('keydown', (event) => {
    const far = rows.size;
    const step = { ArrowDown: 1, ArrowUp: -1, Home: -far, End: far, PageDown: 8, PageUp: -8 }[
      event.key
    ];
    if (step === undefined) return;
    event.preventDefault();
    move(step);
  });

  /** Selects the group so many further down. @param {number} step */
  function move(step) {
    const keys = [...rows.keys()];
    const at = selected === undefined ? -1 : keys.indexOf(selected);
    const key = keys[Math.min(Math.max(at + step, 0), keys.length - 1)];
    if (key === undefined) return;
    onSelect(key);
    rows.get(key)?.option.scrollIntoView({ block: 'nearest' });
  }

  return {
    move,
    /** @param {Group[]} groups in the order to be shown */
    show(groups) {
      const next = new Map(
        groups.map((group) => [group.key, rows.get(group.key) ?? create(group)]),
      );
      for (const [key, row] of rows) if (!next.has(key)) row.option.remove();
      rows = next;

      let place = box.firstElementChild;
      for (const group of groups) {
        const row = /** @type {Row} */ (rows.get(group.key));
        row.group = group;
        row.fill(group);
        if (row.option === place) place = place.nextElementSibling;
        else box.insertBefore(row.option, place);
      }
    },
    /** @param {string | undefined} key */
    select(key) {
      if (selected !== undefined) {
        rows.get(selected)?.option.setAttribute('aria-selected', 'false');
      }
      selected = key;
      const option = key === undefined ? undefined : rows.get(key)?.option;
      option?.setAttribute('aria-selected', 'true');
      if (option) box.setAttribute('aria-activedescendant', option.id);
      else box.removeAttribute('aria-activedescendant');
    },
    /** Says anew how long ago everything was. */
    age() {
      for (const { group, fill } of rows.values()) fill(group);
    },
  };
}

/** A row, and the way to fill it; what stands there already is left alone. @param {string} id */
function rowOf(id) {
  const title = h('span', { class: 'row-title' });
  const level = h('span', { class: 'row-level' });
  const seen = h('span', {});
  const page = h('span', { class: 'row-page' });
  const count = h('span', { class: 'row-count' });
  const option = h(
    'li',
    { id, role: 'option', 'aria-selected': 'false' },
    h('span', { class: 'row-head' }, title, count),
    h('span', { class: 'row-meta' }, level, seen, page),
  );

  /** @param {Element} element @param {string} text */
  const say = (element, text) => {
    if (element.textContent !== text) element.textContent = text;
  };

  return {
    option,
    /** @param {Group} group */
    fill({ entries, latest }) {
      const { received } = latest;
      const name = `row level-${latest.level}`;
      if (option.className !== name) option.className = name;
      say(title, latest.title.slice(0, 300));
      say(level, latest.level);
      say(seen, ago(received.receivedAt));
      say(page, pageOf(received.item.data.request?.url));
      say(count, entries.length > 1 ? `${entries.length.toLocaleString('en')}×` : '');
      const time = clock(received.receivedAt);
      if (seen.title !== time) seen.title = time;
    },
  };
}

/** @param {string | undefined} url */
function pageOf(url = '') {
  return url.replace(/^[a-z]+:\/\/[^/]*/i, '');
}
