/** Which items are of one kind: what the Items API decides for those that do not say it. */
import { fileOf, patternOf } from './pattern.js';
import { tracesOf } from './wire.js';

/** @import { Frame, Item } from '../../src/items-api' */

/** Of each exception: deeper calls are those of a framework, and the same for everything. */
const topFrames = 3;

/** The same text for items of one kind. @param {Item} item @returns {string} */
export function fingerprintOf(item) {
  const { body, fingerprint } = item.data;
  if (fingerprint) return JSON.stringify(['given', fingerprint]);
  if ('message' in body) return JSON.stringify(['message', patternOf(body.message.body)]);
  if ('crash_report' in body) {
    const [head = ''] = body.crash_report.raw.split('\n', 1);
    return JSON.stringify(['crash', patternOf(head)]);
  }
  return JSON.stringify(
    tracesOf(item).map(({ exception, frames }) => [
      exception.class,
      patternOf(exception.message ?? ''),
      // On the wire the newest call is last.
      ...frames.slice(-topFrames).map(callOf),
    ]),
  );
}

/**
 * By its name, so that it is the same after another line was added above it; where it has none,
 * by its place.
 * @param {Frame} frame
 */
function callOf({ filename, method, lineno, colno }) {
  const name = method && !/anonymous/.test(method) ? method : `${lineno}:${colno}`;
  return `${name} ${fileOf(filename)}`;
}
