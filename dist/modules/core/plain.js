import { textOf, readText, tagOf, read, isErrorLike } from './foreign.js';

/** At capture: more than an item can hold, little enough never to be felt. */
const captureBounds = { depth: 12, items: Infinity, chars: 65536, size: 131072 };
/** Cuts a text and says so; half a surrogate pair, cut or found, becomes U+FFFD. */
function clip(text, chars) {
    // With the u flag, only surrogates without their partner match.
    return (text.length > chars ? text.slice(0, chars - 1) + '…' : text).replace(/[\ud800-\udfff]/gu, '\ufffd');
}
/**
 * A copy that JSON can say, of any value at all. Cycles, throwing getters, proxies, DOM nodes,
 * functions and the like become short texts in brackets; what passes the bounds becomes `…`.
 */
function plain(value, { depth, items, chars, size }) {
    const ancestors = [];
    let left = size;
    const text = (whole) => {
        const kept = clip(whole, Math.max(1, Math.min(chars, left)));
        left -= kept.length;
        return kept;
    };
    const record = (keys, of) => {
        const copied = {};
        for (const key of keys) {
            if ((left -= 8) < 0) {
                copied['…'] = '…';
                break;
            }
            // Assigned as it is, __proto__ would be no key but a prototype.
            copied[key === '__proto__' ? '[__proto__]' : text(key)] = copy(of(key));
        }
        return copied;
    };
    const list = (all) => {
        const copied = [];
        for (const item of all) {
            if ((left -= 8) < 0) {
                copied.push('…');
                break;
            }
            copied.push(copy(item) ?? null);
        }
        return copied;
    };
    const object = (value) => {
        const tag = tagOf(value);
        // Of an element, what people see in their tools, and nothing of what a visitor typed.
        const nodeName = readText(value, 'nodeName');
        if (nodeName && read(value, 'nodeType'))
            return text(`<${clip(nodeName.toLowerCase(), 99)}>`);
        if (ancestors.includes(value))
            return '[circular]';
        if (ancestors.length >= depth || /^Window$|global/i.test(tag) || ArrayBuffer.isView(value)) {
            return text(`[${tag}]`);
        }
        ancestors.push(value);
        try {
            if (isErrorLike(value))
                return record(['name', 'message', 'stack'], (key) => read(value, key));
            if (Array.isArray(value)) {
                const half = items / 2;
                return list(value.length > items ? [...value.slice(0, half), ...value.slice(-half)] : value);
            }
            if (/^(Map|Set)$/.test(tag))
                return list(value);
            const toJSON = read(value, 'toJSON');
            // One that every object has is a page's mischief, and says nothing about this object.
            if (typeof toJSON === 'function' && toJSON !== read(Object.prototype, 'toJSON')) {
                const json = toJSON.call(value);
                if (json !== value)
                    return copy(json);
            }
            const keys = Object.keys(value);
            // A Promise, a WeakMap, a RegExp: nothing to see inside, so its name says more than {}.
            return keys.length || tag === 'Object'
                ? record(keys, (key) => read(value, key))
                : text(textOf(value));
        }
        finally {
            ancestors.pop();
        }
    };
    const copy = (value) => {
        switch (typeof value) {
            case 'string':
                return text(value);
            case 'number':
                return isFinite(value) ? value : String(value);
            case 'boolean':
            case 'undefined':
                return value;
            case 'object':
                try {
                    return value && object(value);
                }
                catch {
                    return '[unreadable]';
                }
            case 'function':
                return text(`[function ${clip(readText(value, 'name') ?? '', 99)}]`);
            default:
                return text(textOf(value));
        }
    };
    return copy(value);
}
/** Whether plain data is an object, neither list nor null. */
function isObject(value) {
    return typeof value === 'object' && !!value && !Array.isArray(value);
}
/** {@link plain} of what should be an object; anything else is kept under `value`. */
function plainObject(value, bounds) {
    const copied = plain(value, bounds);
    return isObject(copied) ? copied : { value: copied };
}
/**
 * JSON text of plain data. Not `JSON.stringify` on the whole, which would ask a `toJSON` that the
 * page (or an old Prototype.js) has put on `Object.prototype` or `Array.prototype`.
 */
function write(value) {
    if (Array.isArray(value))
        return `[${value.map(write).join()}]`;
    if (typeof value !== 'object' || !value)
        return JSON.stringify(value ?? null);
    const pairs = Object.keys(value)
        .filter((key) => value[key] !== undefined)
        .map((key) => `${JSON.stringify(key)}:${write(value[key])}`);
    return `{${pairs.join()}}`;
}

export { captureBounds, clip, isObject, plain, plainObject, write };
