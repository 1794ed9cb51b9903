/** What came to the collector, within bounds. */
import { levelOf, titleOf } from './inspector/wire.js';

/** @import { IncomingHttpHeaders } from 'node:http' */
/** @import { Item } from '../src/items-api' */
/** @import { Reading } from './items-api.mjs' */

/**
 * An accepted item.
 * @typedef {object} Received
 * @property {number} receivedAt unix time in milliseconds
 * @property {Item} item
 * @property {number} bytes of its JSON text as UTF-8
 * @property {string} uuid its own, or one given to it
 * @property {string} text the JSON text
 */

/**
 * One POST to the endpoint, and what became of it.
 * @typedef {object} Request
 * @property {number} at unix time in milliseconds
 * @property {number} status of the answer; 0 when there was none
 * @property {IncomingHttpHeaders} headers
 * @property {string} text the body as it came
 * @property {Item | null} item the decoded payload, even when it was refused
 * @property {string[]} errors what is wrong with it
 * @property {boolean} repeat whether its uuid had been taken before
 * @property {false} preflight
 */

/**
 * What a subscriber is told.
 * @typedef {{ type: 'item', received: Received } | { type: 'request', request: Request }
 *   | { type: 'cleared' } | { type: 'behaviour' }} CollectorEvent
 */

/** Of full size so many would be gigabytes, so that what they may weigh has a limit, too. */
export const maxItems = 2_000;
const maxUuids = 20_000;
export const maxTextLength = 64 * 1024 * 1024;

/**
 * @param {(event: CollectorEvent) => void} tell
 * @param {number} maxRequests
 */
export function createLedger(tell, maxRequests) {
  /** @type {Received[]} */
  const items = [];
  /** @type {Request[]} */
  const requests = [];
  /** Longer remembered than the items, as a repeat may come late. @type {Set<string>} */
  const seen = new Set();
  let preflights = 0;
  let textLength = 0;
  let itemsLength = 0;

  return {
    items,
    requests,
    preflights: () => preflights,
    countPreflight() {
      preflights++;
    },
    /** @param {Reading} reading */
    hasSeen: ({ status, uuid }) => status === 200 && seen.has(uuid),

    /** Lists an acceptable item, once. @param {Reading} reading */
    take({ status, item, uuid, bytes, payload }) {
      if (status !== 200 || !item || seen.has(uuid)) return;
      seen.add(uuid);
      const [oldest] = seen;
      if (seen.size > maxUuids && oldest !== undefined) seen.delete(oldest);

      const received = { receivedAt: Date.now(), item, bytes, uuid, text: payload };
      items.push(received);
      itemsLength += payload.length;
      while (items.length > maxItems || itemsLength > maxTextLength) {
        itemsLength -= items.shift()?.text.length ?? 0;
      }
      tell({ type: 'item', received });
    },

    /** @param {Request} request */
    note(request) {
      requests.push(request);
      textLength += request.text.length;
      while (requests.length > maxRequests || textLength > maxTextLength) {
        textLength -= requests.shift()?.text.length ?? 0;
      }
      tell({ type: 'request', request });
    },

    clear() {
      items.length = requests.length = preflights = textLength = itemsLength = 0;
      seen.clear();
      tell({ type: 'cleared' });
    },

    /** What did arrive, in a few lines, for whoever waited in vain. */
    describe() {
      const titles = items.slice(-10).map(({ item }) => `${levelOf(item)} ${titleOf(item)}`);
      const answers = requests.slice(-10).map(({ status, repeat, errors }) => {
        const why = errors.length ? ` (${errors.slice(0, 3).join('; ')})` : '';
        return `${status || 'no answer'}${repeat ? ' repeat' : ''}${why}`;
      });
      return (
        `${items.length} items arrived: ${titles.join(' | ') || 'none'}. ` +
        `${requests.length} requests, answered: ${answers.join(', ') || 'none'}; ` +
        `${preflights} preflights.`
      );
    },
  };
}
