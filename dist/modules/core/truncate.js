import { bytesOf } from './bytes.js';
import { conform } from './conform.js';
import { read } from './foreign.js';
import { plain, write } from './plain.js';

/** "Max payload size is 128kb", as bytes of UTF-8, the access token included. */
const maxItemBytes = 131072;
/**
 * The steps, mildest first; each is tried when the one before was not enough. Of every list
 * (frames, causes, telemetry …) `items` are kept, half from either end; of every text `chars`.
 * `body` is the size of that field, `rest` that of each other, in the sense of {@link Bounds}.
 * A body of more than 6e5 is no item in any case: an entry counts 8 and has at least two bytes.
 */
const steps = [
    { items: Infinity, chars: 65536, body: 6e5, rest: 131072 },
    { items: 100, chars: 16384, body: 6e5, rest: 32768 },
    { items: 40, chars: 4096, body: 6e5, rest: 16384 },
    { items: 20, chars: 1024, body: 6e5, rest: 4096 },
    { items: 2, chars: 255, body: 7168, rest: 512 },
];
/**
 * The text of an occurrence, valid by the API document and at most `maxBytes` long, whatever is in
 * it; below 32 kB without promise. What is nearest to the error goes last: its class, the head of
 * its message, its first and last frames. `notifier.truncated` says which step was needed.
 */
function fit(occurrence, maxBytes) {
    let text = '';
    steps.some(({ items, chars, body, rest }, truncated) => {
        const data = {};
        for (const key of Object.keys(occurrence).slice(0, 32)) {
            const bounds = { depth: 13, items, chars, size: key === 'body' ? body : rest };
            // As a whole, so that the key is bounded like any other.
            Object.assign(data, plain({ [key]: read(occurrence, key) }, bounds));
        }
        const fitted = conform(data);
        if (truncated)
            fitted.notifier = { ...fitted.notifier, truncated };
        text = write(fitted);
        return bytesOf(text) <= maxBytes;
    });
    return text;
}

export { fit, maxItemBytes };
