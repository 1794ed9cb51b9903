import type { JsonObject } from '../items-api';
import type { Scrub } from '../shapes';
import { bytesOf } from './bytes';
import { conform } from './conform';
import { read } from './foreign';
import { objectOf, plain, write } from './plain';

/** "Max payload size is 128kb", as bytes of UTF-8, the access token included. */
export const maxItemBytes = 131072;

/**
 * The steps, mildest first; each is tried when the one before was not enough: how many characters
 * are kept of every text, and of every list (frames, causes, telemetry …) how many items, half
 * from either end.
 */
const steps: [chars: number, items: number][] = [
  // As it is.
  [0, 0],
  [16384, 100],
  [4096, 40],
  [1024, 20],
  [255, 2],
];

/**
 * The text of an occurrence, valid by the API document and at most `maxBytes` long, whatever is in
 * it; below 32 kB without promise. It is scrubbed before it is cut. What is nearest to the error
 * goes last: its class, the head of its message, its first and last frames. `notifier.truncated`
 * says which step was needed.
 */
export function fit(occurrence: object, maxBytes: number, scrub: Scrub): string {
  const fields = Object.keys(occurrence)
    .slice(0, 32)
    // As a whole, so that the key is bounded like any other.
    .map((key) =>
      scrub(
        objectOf(plain({ [key]: read(occurrence, key) }, { size: key === 'body' ? 2e7 : 2e6 })),
      ),
    );
  let text = '';
  steps.some(([chars, items], truncated) => {
    const data: JsonObject = {};
    for (const field of fields) {
      // A body of more than 6e5 is no item in any case: an entry counts 8 and has at least two
      // bytes. Any other field has room for two long texts.
      const size = !field.body ? chars * 2 : chars > 255 ? 6e5 : 7168;
      Object.assign(data, truncated ? plain(field, { chars, size, items }) : field);
    }
    const fitted = conform(data);
    if (truncated) fitted.notifier = { ...(fitted.notifier as JsonObject | undefined), truncated };
    text = write(fitted);
    return bytesOf(text) <= maxBytes;
  });
  return text;
}
