import { ends } from './ends.js';
import { readText, textOf, tagOf, read, isErrorLike, readOwn } from './foreign.js';

/** Levels of nesting that are kept. */
const maxDepth = 13;
/** Cuts a text and says so; half a surrogate pair, cut or found, becomes U+FFFD. */
function clip(text, chars) {
    // With the u flag, only surrogates without their partner match.
    return (text.length > chars ? text.slice(0, chars - 1) + '…' : text).replace(/[\ud800-\udfff]/gu, '\ufffd');
}
/**
 * A copy that JSON can say, of any value at all. Cycles, throwing getters, proxies, DOM nodes,
 * functions and the like become short texts in brackets; what passes the bounds becomes `…`.
 */
function plain(value, { chars = 65536, size = 131072, items = Infinity } = {}) {
    const text = (whole) => {
        const kept = clip(whole, Math.max(1, Math.min(chars, size)));
        size -= kept.length;
        return kept;
    };
    const copy = (value, around) => {
        if (typeof value === 'string')
            return text(value);
        if (value == null || typeof value === 'boolean' || Number.isFinite(value)) {
            return value;
        }
        if (typeof value === 'function')
            return `[function ${text(readText(value, 'name') ?? '')}]`;
        if (typeof value !== 'object')
            return text(textOf(value));
        try {
            const tag = tagOf(value);
            // Of an element, what people see in their tools, and nothing of what a visitor typed.
            const nodeName = readText(value, 'nodeName');
            if (nodeName && read(value, 'nodeType'))
                return `<${text(nodeName).toLowerCase()}>`;
            if (around.includes(value))
                return '[circular]';
            const within = [...around, value];
            if (within.length > maxDepth || /^Window$|global|.Array$/i.test(tag))
                return `[${text(tag)}]`;
            const isList = /^(Array|Map|Set)$/.test(tag);
            let all = value;
            if (isList)
                all = ends(all, items);
            else if (tag !== 'Object' && isErrorLike(value))
                all = ['name', 'message', 'stack'];
            else {
                const toJSON = readOwn(value, 'toJSON');
                if (typeof toJSON === 'function') {
                    const json = toJSON.call(value);
                    if (json !== value)
                        return copy(json, within);
                }
                all = Object.keys(value);
                // A Promise, a WeakMap, a RegExp: nothing to see inside, so its name says more than {}.
                if (!all.length && tag !== 'Object')
                    return text(textOf(value));
            }
            const list = [];
            const record = {};
            for (const entry of all) {
                if ((size -= 8) < 0) {
                    record['…'] = '…';
                    list.push('…');
                    break;
                }
                if (isList)
                    list.push(copy(entry, within) ?? null);
                else {
                    const key = entry;
                    // Assigned as it is, __proto__ would be no key but a prototype.
                    record[key === '__proto__' ? '[__proto__]' : text(key)] = copy(read(value, key), within);
                }
            }
            return isList ? list : record;
        }
        catch {
            return '[unreadable]';
        }
    };
    return copy(value, []);
}
/** What should be an object, as one; anything else is kept under `value`. */
const objectOf = (value) => value == null ? {} : typeof value !== 'object' || Array.isArray(value) ? { value } : value;
/** {@link plain} of what should be an object. */
const plainObject = (value) => objectOf(plain(value));
/**
 * JSON text of plain data. Not `JSON.stringify` on the whole, which would ask a `toJSON` that the
 * page (or an old Prototype.js) has put on `Object.prototype` or `Array.prototype`.
 */
function write(value) {
    if (Array.isArray(value))
        return `[${value.map(write).join()}]`;
    // `document.all` equals null, and is none.
    if (typeof value !== 'object' || !value)
        return JSON.stringify(value) ?? 'null';
    const pairs = Object.keys(value)
        .filter((key) => value[key] !== undefined)
        .map((key) => `${JSON.stringify(key)}:${write(value[key])}`);
    return `{${pairs.join()}}`;
}
/** {@link write}, by the engine itself, which is faster, where no `toJSON` is in its way. */
const writeFast = (value) => 'toJSON' in [] ? write(value) : JSON.stringify(value);

export { clip, maxDepth, objectOf, plain, plainObject, write, writeFast };
