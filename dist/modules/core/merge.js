import { isRecord, read } from './foreign.js';

/**
 * A new object: `base` with `over` laid on top, deep in plain objects. Undefined never wins,
 * null does; arrays, functions and instances are taken as they are. Neither input is changed.
 */
function merge(base, over, depth = 0) {
    const merged = { ...base };
    for (const key of isRecord(over) ? Object.keys(over) : []) {
        const value = read(over, key);
        // `merged.__proto__ = …` would change a prototype, not add a property.
        if (value === undefined || key === '__proto__')
            continue;
        const old = merged[key];
        // Deeper than any real configuration: a cycle, which the copy at sealing will cut.
        merged[key] =
            isRecord(value) && depth < 20 ? merge(isRecord(old) ? old : {}, value, depth + 1) : value;
    }
    return merged;
}

export { merge };
