/** Copying and exporting, and saying so. */
import { curlOf, jsonOf, linesOf } from './copies.js';

/** @import { Item } from '../../src/items-api' */
/** @import { Group } from './stock.js' */

/** @param {(text: string) => void} say */
export function createTakeAway(say) {
  /** @param {string | undefined} text @param {string} name */
  async function copy(text, name) {
    if (text === undefined) return say('This item is nested too deeply to be written out.');
    try {
      await navigator.clipboard.writeText(text);
      say(`Copied ${name}`);
    } catch {
      say('The browser does not let the page copy.');
    }
  }

  return {
    /** @param {Item | undefined} item */
    copyJson: (item) => item && void copy(jsonOf(item), 'the item as JSON'),
    /** @param {Item | undefined} item @param {string} endpoint */
    copyCurl: (item, endpoint) => item && void copy(curlOf(item, endpoint), 'a curl command'),
    /** @param {string} text */
    copyText: (text) => void copy(text, text),
    /** As a file, all that pass the filter, oldest first. @param {Group[]} groups */
    exportLines(groups) {
      const received = groups.flatMap(({ entries }) => entries.map((entry) => entry.received));
      received.sort((a, b) => a.receivedAt - b.receivedAt);
      const text = linesOf(received.map(({ item }) => item));
      const count = text.split('\n').length - 1;
      if (!count) return say('There is nothing to export.');
      const url = URL.createObjectURL(new Blob([text], { type: 'application/jsonl' }));
      const link = document.createElement('a');
      link.href = url;
      link.download = 'rollcage-items.jsonl';
      link.click();
      URL.revokeObjectURL(url);
      const missing = received.length - count;
      const note = missing ? `; ${missing} nested too deeply were left out` : '';
      say(`Exported ${count} ${count === 1 ? 'item' : 'items'}${note}`);
    },
  };
}
