import { bytesOf } from '../core/bytes.js';
import { read, keysOf } from '../core/foreign.js';
import { writeFast } from '../core/plain.js';
import { maxSealedBytes, seal } from '../pipeline.js';

/** What bodies have as their telemetry, as long as nobody has read or replaced it. */
const unread = /* @__PURE__ */ new WeakMap();
/** As objects. */
const parsed = (entries) => JSON.parse(`[${entries.map(({ text }) => text).join()}]`);
/** Gives a body its telemetry, which becomes objects for whoever reads it: a hook. */
function lend(body, entries) {
    unread.set(body, entries);
    const define = (how) => {
        try {
            // What a page puts on Object.prototype must not become part of it.
            Object.defineProperty(body, 'telemetry', {
                __proto__: null,
                configurable: true,
                enumerable: true,
                ...how,
            });
        }
        catch {
            // A hook has frozen it.
        }
    };
    const put = (value) => {
        unread.delete(body);
        define({ value, writable: true });
    };
    const get = () => {
        const all = parsed(entries);
        put(all);
        return all;
    };
    define({ get, set: put });
}
const textOf = (entry, scrub) => {
    if (entry.by !== scrub) {
        const { body } = scrub({ body: { telemetry: parsed([entry]) } });
        entry.sealed = writeFast((read(read(body, 'telemetry'), '0') ?? null));
        entry.by = scrub;
    }
    return entry.sealed;
};
/** {@link seal}, which puts in what has been scrubbed before; not for a scrubber that asks for paths. */
function sealReady(occurrence, scrub, maxBytes = maxSealedBytes) {
    const body = read(occurrence, 'body');
    const entries = unread.get(body);
    // A hook may have taken it away without a word.
    if (entries && keysOf(Object.getOwnPropertyDescriptor(body, 'telemetry')).includes('get')) {
        const others = Object.keys(body).filter((key) => key !== 'telemetry');
        const rest = Object.fromEntries(others.map((key) => [key, read(body, key)]));
        const text = seal({ ...occurrence, body: rest }, scrub, maxBytes);
        const start = '{"body":{';
        const texts = entries.map((entry) => textOf(entry, scrub));
        const whole = `${start}"telemetry":[${texts.join()}],${text.slice(start.length)}`;
        // Where something has to be cut, it is not for the rest alone.
        if (text.startsWith(start + '"') &&
            // By its name or place, an entry may be secret as a whole.
            texts.every((one) => one.startsWith('{')) &&
            !/"truncated":\d/.test(text) &&
            // Most need no counting.
            (whole.length * 3 <= maxBytes || bytesOf(whole) <= maxBytes)) {
            return whole;
        }
    }
    return seal(occurrence, scrub, maxBytes);
}

export { lend, parsed, sealReady };
