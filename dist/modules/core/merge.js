import { isRecord, keysOf, read } from './foreign.js';
import { plain } from './plain.js';

/** A copy of options: their functions, and everything else as plain data. */
const copyOf = (options) => Object.fromEntries(keysOf(options).map((key) => {
    const value = read(options, key);
    return [key, typeof value === 'function' ? value : plain(value)];
}));
/**
 * A new object: `base` with `over` laid on top, deep in plain objects. Undefined never wins, null
 * does; lists and functions are taken as they are. Neither input is changed, or an object in it.
 */
function merge(base, over) {
    const merged = { ...base };
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
