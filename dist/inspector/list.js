/** The list of items: newest first, filtered, walked with the arrow keys. */
import { clock, h } from './dom.js';
import { levelOf, titleOf } from './wire.js';

/** @import { Level } from '../../src/items-api' */
/** @import { Received } from './report.js' */
/** @typedef {{ received: Received, option: HTMLElement, level: Level, text: string }} Row */
/** @typedef {{ level: Level | 'all', search: string }} Filter */

/** As many as the collector keeps. */
const maxRows = 1_000;

/**
 * @param {HTMLElement} box the listbox
 * @param {(received: Received | undefined) => void} onSelect
 */
export function createList(box, onSelect) {
  /** Oldest first. @type {Map<string, Row>} */
  const rows = new Map();
  /** @type {Filter} */
  let filter = { level: 'all', search: '' };
  /** @type {Row | undefined} */
  let selected;
  let serial = 0;

  /** @param {Row} row */
  const passes = (row) =>
    (filter.level === 'all' || row.level === filter.level) &&
    (!filter.search || row.text.includes(filter.search));

  /** @param {Row | undefined} row */
  function select(row) {
    if (row === selected) return;
    selected?.option.setAttribute('aria-selected', 'false');
    selected = row;
    if (row) {
      row.option.setAttribute('aria-selected', 'true');
      box.setAttribute('aria-activedescendant', row.option.id);
    } else {
      box.removeAttribute('aria-activedescendant');
    }
    onSelect(row?.received);
  }

  /** @param {Received} received */
  function insert(received) {
    if (rows.has(received.uuid)) return;
    const row = rowOf(received, `item-${++serial}`);
    row.option.addEventListener('click', () => select(row));
    row.option.hidden = !passes(row);
    rows.set(received.uuid, row);
    box.prepend(row.option);
    const [oldest] = rows.values();
    if (rows.size > maxRows && oldest) remove(oldest);
  }

  /** @param {Row} row */
  function remove(row) {
    rows.delete(row.received.uuid);
    row.option.remove();
    if (row === selected) select(undefined);
  }

  const visible = () => [...rows.values()].reverse().filter((row) => !row.option.hidden);

  /** There is always one to read, when there is any. */
  function settle() {
    if (!selected || selected.option.hidden) select(visible()[0]);
  }

  box.addEventListener('keydown', (event) => {
    const shown = visible();
    const at = selected ? shown.indexOf(selected) : -1;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: shown.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const row = shown[Math.min(Math.max(to, 0), shown.length - 1)];
    if (!row) return;
    select(row);
    row.option.scrollIntoView({ block: 'nearest' });
  });

  return {
    /** @param {Received} received */
    add(received) {
      insert(received);
      settle();
    },
    /**
     * Puts these, oldest first, in place of all; the selection stays when it is among them.
     * @param {Received[]} all
     */
    replace(all) {
      const kept = new Set(all.map(({ uuid }) => uuid));
      for (const row of [...rows.values()]) if (!kept.has(row.received.uuid)) remove(row);
      all.forEach(insert);
      settle();
    },
    /** @param {Filter} next */
    filterBy(next) {
      filter = next;
      for (const row of rows.values()) row.option.hidden = !passes(row);
      settle();
    },
    /** How many there are of each level, and how many are shown. */
    counts() {
      /** @type {Partial<Record<Level, number>>} */
      const levels = {};
      for (const { level } of rows.values()) levels[level] = (levels[level] ?? 0) + 1;
      return { levels, all: rows.size, shown: visible().length };
    },
  };
}

/** @param {Received} received @param {string} id @returns {Row} */
function rowOf(received, id) {
  const { item, receivedAt, uuid } = received;
  const level = levelOf(item);
  const title = titleOf(item);
  const option = h(
    'li',
    { id, class: `row level-${level}`, role: 'option', 'aria-selected': 'false' },
    h('span', { class: 'row-title' }, title),
    h(
      'span',
      { class: 'row-meta' },
      h('span', { class: 'row-level' }, level),
      h('span', {}, clock(receivedAt)),
      h('span', { class: 'row-page' }, pageOf(item.data.request?.url)),
    ),
  );
  return { received, option, level, text: `${title} ${uuid} ${textOf(item)}`.toLowerCase() };
}

/** @param {string | undefined} url */
function pageOf(url = '') {
  return url.replace(/^[a-z]+:\/\/[^/]*/i, '');
}

/** @param {unknown} item */
function textOf(item) {
  try {
    return JSON.stringify(item);
  } catch {
    // Nested too deeply to be written.
    return '';
  }
}
