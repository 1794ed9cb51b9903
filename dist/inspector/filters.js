/** The search and the choice of a level. */
import { byId, h } from './dom.js';
import { levels } from './wire.js';

/** @import { Level } from '../../src/items-api' */
/** @import { Filter } from './stock.js' */

/** @param {(filter: Filter) => void} onChange */
export function createFilters(onChange) {
  const form = byId('filters');
  const search = /** @type {HTMLInputElement} */ (byId('search'));
  const counters = new Map([.../** @type {const} */ (['all']), ...levels].map(choice));

  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', tell);

  function tell() {
    const chosen = /** @type {HTMLInputElement} */ (form.querySelector('[name=level]:checked'));
    const level = /** @type {Filter['level']} */ (chosen.value);
    onChange({ level, search: search.value });
  }

  return {
    search,
    /** Forgets the search; tells whether there was one. */
    clearSearch() {
      if (!search.value) return false;
      search.value = '';
      tell();
      return true;
    },
    /** @param {Partial<Record<Level | 'all', number>>} counts */
    count(counts) {
      for (const [level, counter] of counters) {
        counter.textContent = (counts[level] ?? 0).toLocaleString('en');
      }
    },
  };
}

/** @param {Level | 'all'} level @returns {[Level | 'all', HTMLElement]} */
function choice(level) {
  const isAll = level === 'all';
  const input = h('input', { type: 'radio', name: 'level', value: level, checked: isAll });
  const counter = h('span', { class: 'counter' }, '0');
  byId('levels').append(h('label', { class: `choice level-${level}` }, input, level, counter));
  return [level, counter];
}
