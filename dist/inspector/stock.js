/** The items of the page, within bounds and filtered, and in groups of one kind. */
import { fingerprintOf } from './fingerprint.js';
import { levelOf, titleOf } from './wire.js';

/** @import { Level } from '../../src/items-api' */
/** @import { Received } from './report.js' */
/** @typedef {{ level: Level | 'all', search: string }} Filter */
/** @typedef {{ items: number, length: number }} Limits */

/**
 * An item, and what is asked of it again and again.
 * @typedef {object} Entry
 * @property {Received} received
 * @property {Level} level
 * @property {string} title
 * @property {string} key of its group
 * @property {string} text in which is searched
 * @property {boolean} isFound
 */

/**
 * Items of one kind that pass the filter.
 * @typedef {object} Group
 * @property {string} key
 * @property {Entry[]} entries in the order they came
 * @property {Entry} latest
 */

/** @param {Limits} limits as the collector has them */
export function createStock(limits = { items: 2_000, length: Infinity }) {
  /** Oldest first. @type {Map<string, Entry>} */
  const entries = new Map();
  let length = 0;
  /** @type {Level | 'all'} */
  let level = 'all';
  /** @type {string[]} */
  let words = [];

  /** All of them, in any order. @param {Entry} entry */
  const holdsWords = (entry) => words.every((word) => entry.text.includes(word));

  /** @param {Received} received */
  function add(received) {
    if (entries.has(received.uuid)) return;
    const entry = entryOf(received);
    entry.isFound = holdsWords(entry);
    entries.set(received.uuid, entry);
    length += entry.text.length;
    while (entries.size > limits.items || length > limits.length) removeOldest();
  }

  function removeOldest() {
    const [oldest] = entries.values();
    if (!oldest) return;
    entries.delete(oldest.received.uuid);
    length -= oldest.text.length;
  }

  const clear = () => {
    entries.clear();
    length = 0;
  };

  return {
    add,
    clear,
    /** @param {Limits} next */
    limit(next) {
      limits = next;
    },
    /** Puts these, oldest first, in place of all. @param {Received[]} all */
    replace(all) {
      clear();
      all.forEach(add);
    },
    /** @param {Filter} filter */
    filterBy(filter) {
      level = filter.level;
      words = filter.search.toLowerCase().split(/\s+/).filter(Boolean);
      for (const entry of entries.values()) entry.isFound = holdsWords(entry);
    },
    /** Those that pass, the one that was seen last first. @returns {Group[]} */
    groups() {
      /** @type {Map<string, Group>} */
      const groups = new Map();
      for (const entry of [...entries.values()].reverse()) {
        if (!entry.isFound || (level !== 'all' && entry.level !== level)) continue;
        const group = groups.get(entry.key);
        if (group) group.entries.push(entry);
        else groups.set(entry.key, { key: entry.key, entries: [entry], latest: entry });
      }
      for (const group of groups.values()) group.entries.reverse();
      return [...groups.values()];
    },
    /** How many there are, and of each level how many hold the words that are searched. */
    counts() {
      /** @type {Partial<Record<Level | 'all', number>>} */
      const found = { all: 0 };
      for (const { isFound, level } of entries.values()) {
        if (!isFound) continue;
        found.all = (found.all ?? 0) + 1;
        found[level] = (found[level] ?? 0) + 1;
      }
      return { all: entries.size, found };
    },
  };
}

/** @param {Received} received @returns {Entry} */
function entryOf(received) {
  const { item, uuid } = received;
  const title = titleOf(item);
  return {
    received,
    level: levelOf(item),
    title,
    key: fingerprintOf(item),
    text: `${title} ${uuid} ${textOf(item)}`.toLowerCase(),
    isFound: true,
  };
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
