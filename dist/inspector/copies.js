/** Items as texts to take away: JSON, a command for curl, JSON lines. */

/** @import { Item } from '../../src/items-api' */

/** Laid out for people; undefined for an item that is nested too deeply to be written. */
export function jsonOf(/** @type {Item} */ item) {
  return written(item, 2);
}

/**
 * A command that sends the item again. By standard input: as an argument a large one would be
 * refused, and every quotation mark in it would need care.
 * @param {Item} item
 * @param {string} endpoint
 */
export function curlOf(item, endpoint) {
  const json = written(item);
  if (json === undefined) return undefined;
  const command = `curl '${endpoint}' -H 'content-type: application/json' --data-binary @-`;
  return `${command} <<'ITEM'\n${json}\nITEM\n`;
}

/** One item a line, each as it would be posted; without those that cannot be written. */
export function linesOf(/** @type {Item[]} */ items) {
  return items
    .map((item) => written(item))
    .filter((line) => line !== undefined)
    .map((line) => `${line}\n`)
    .join('');
}

/** @param {Item} item @param {number} [indent] */
function written(item, indent) {
  try {
    return JSON.stringify(item, null, indent);
  } catch {
    // JSON.parse reads deeper than JSON.stringify writes.
    return undefined;
  }
}
