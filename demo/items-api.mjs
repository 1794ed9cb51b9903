/** What the Items API answers to a request, as a pure function. */
import { randomUUID } from 'node:crypto';
import { schemaErrors } from '../test/support/item-schema.mjs';

/** @import { ApiResponse, Item } from '../src/items-api' */

/**
 * What a request says and deserves.
 * @typedef {object} Reading
 * @property {number} status 200, or the code the API refuses with
 * @property {ApiResponse} response
 * @property {string} text the body as it came
 * @property {string} payload the JSON text in it
 * @property {number} bytes size of the payload as UTF-8
 * @property {Item | null} item the decoded payload; only known to be an item when `status` is 200
 * @property {string} uuid of the item, or one given to it
 * @property {string[]} errors what is wrong with it
 */

/** "Max payload size is 128kb." */
export const maxPayloadBytes = 131_072;

/**
 * @param {Buffer | undefined} body undefined when it was too long to be read
 * @param {string} contentType
 * @param {string | undefined} token the only token to accept; any when undefined
 * @returns {Reading}
 */
export function readRequest(body, contentType, token) {
  const text = body?.toString() ?? '';
  const payload = payloadOf(text, contentType);
  const bytes = Buffer.byteLength(payload);

  /**
   * @param {number} status
   * @param {string[]} errors
   * @param {Item | null} [item]
   * @returns {Reading}
   */
  const refuse = (status, errors, item = null) => {
    const response = /** @type {const} */ ({ err: 1, message: errors.slice(0, 20).join('; ') });
    return { status, response, text, payload, bytes, item, uuid: '', errors };
  };

  if (!body || bytes > maxPayloadBytes) return refuse(413, ['Request entity too large']);
  if (!payload.trim()) return refuse(400, ['No JSON payload was found']);

  /** @type {Item} */
  let item;
  try {
    // Decoded once more, because toString() hides bytes that are no UTF-8.
    new TextDecoder('utf-8', { fatal: true }).decode(body);
    item = JSON.parse(payload);
  } catch (error) {
    return refuse(400, [`The JSON payload could not be decoded: ${error}`]);
  }

  const sent = item?.access_token;
  if (!sent || typeof sent !== 'string') return refuse(401, ['No access token was found'], item);
  if (token !== undefined && sent !== token) {
    return refuse(403, ['Access denied: the access_token is not valid'], item);
  }
  const errors = schemaErrors(item);
  if (errors.length) return refuse(422, errors, item);

  const uuid = item.data.uuid ?? randomUUID();
  const response = /** @type {const} */ ({ err: 0, result: { id: null, uuid } });
  return { status: 200, response, text, payload, bytes, item, uuid, errors };
}

/**
 * "Accepted either as the body of the request, or form-encoded as the value of the payload
 * parameter." A client that sends JSON and calls it a form is understood as well.
 * @param {string} text
 * @param {string} contentType
 */
function payloadOf(text, contentType) {
  const isForm = contentType.startsWith('application/x-www-form-urlencoded');
  if (!isForm || text.trimStart().startsWith('{')) return text;
  return new URLSearchParams(text).get('payload') ?? '';
}
