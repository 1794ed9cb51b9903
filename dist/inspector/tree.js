/** Any JSON as tables within tables. */
import { h } from './dom.js';

/** @import { Json, JsonObject } from '../../src/items-api' */

/** How long a list or object may be to be shown open at once. */
const openLength = 6;

/** @param {JsonObject} object */
export function tableOf(object) {
  return entriesTable(Object.entries(object), 1);
}

/** @param {[string, Json | undefined][]} entries @param {number} depth */
function entriesTable(entries, depth) {
  const rows = entries.map(([key, value]) =>
    h('tr', {}, h('th', { scope: 'row' }, key), h('td', {}, valueOf(value ?? null, depth))),
  );
  return h('table', { class: 'table' }, h('tbody', {}, ...rows));
}

/** @param {Json} value @param {number} depth @returns {HTMLElement} */
function valueOf(value, depth) {
  if (typeof value !== 'object' || value === null) {
    const kind = value === null ? 'null' : typeof value;
    return h('span', { class: `value value-${kind}` }, value === '' ? '(empty)' : String(value));
  }
  const entries = Object.entries(value);
  const name = Array.isArray(value) ? `list of ${entries.length}` : `object of ${entries.length}`;
  if (!entries.length) return h('span', { class: 'value value-null' }, name);

  const details = h('details', { class: 'nested' }, h('summary', {}, name));
  // What lies deeper is built when asked for: an item can be nested thousands of levels deep.
  if (depth < 3 && entries.length <= openLength) {
    details.open = true;
    details.append(entriesTable(entries, depth + 1));
  } else {
    const fill = () => details.append(entriesTable(entries, depth + 1));
    details.addEventListener('toggle', fill, { once: true });
  }
  return details;
}
