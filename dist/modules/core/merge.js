import { keysOf, read, isRecord } from './foreign.js';
import { plain } from './plain.js';

/** A copy of options: their objects as plain data, and what cannot change as it is. */
const copyOf = (options) => Object.fromEntries(keysOf(options).map((key) => {
    const value = read(options, key);
    return [key, typeof value === 'object' ? plain(value) : value];
}));
/**
 * A new object: `base` with `over` laid on top, deep in plain objects. Undefined never wins, null
 * does; lists and functions are taken as they are. Neither input is changed, or an object in it.
 */
function merge(base, over) {
    // Hooks may have left in it what throws.
    const merged = Object.fromEntries(keysOf(base).map((key) => [key, read(base, key)]));
    for (const [key, value] of isRecord(over) ? Object.entries(over) : []) {
        const old = merged[key];
        // Assigned, __proto__ would be no key but a prototype.
        if (value !== undefined && key !== '__proto__') {
            merged[key] = isRecord(value) ? merge(isRecord(old) ? old : {}, value) : value;
        }
    }
    return merged;
}

export { copyOf, merge };
