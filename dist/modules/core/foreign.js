/** Reading values of the page. Whatever they are and do, nothing here throws. */
/** A property, or undefined where reading it throws. A text has none: its letters are no data. */
function read(value, key) {
    try {
        // Asked for, not tried: an error that is thrown and caught costs more than all that is read.
        return typeof value === 'string' ? undefined : value?.[key];
    }
    catch {
        return undefined;
    }
}
/** The same, but what every object has is a page's mischief, and says nothing about this one. */
function readOwn(value, key) {
    const found = read(value, key);
    return found === read(Object.prototype, key) ? undefined : found;
}
/** A property that is a non-empty string, else undefined. */
function readText(value, key) {
    const found = readOwn(value, key);
    return typeof found === 'string' && found ? found : undefined;
}
/** Its own keys, or none where asking for them throws. */
function keysOf(value) {
    try {
        return Object.keys(value);
    }
    catch {
        return [];
    }
}
/** What `Object.prototype.toString` calls it: `Error`, `Array`, `HTMLDivElement` … */
function tagOf(value) {
    try {
        return Object.prototype.toString.call(value).slice(8, -1);
    }
    catch {
        return 'unreadable';
    }
}
/** The value as text. Of lists only the name: lists of lists may have no end in sight. */
function textOf(value) {
    const tag = tagOf(value);
    try {
        if (!tag.endsWith('Array'))
            return String(value);
    }
    catch {
        // Its name must do.
    }
    return `[${tag}]`;
}
/** An object whose properties are what counts: no array, no instance of something built in. */
function isRecord(value) {
    return tagOf(value) === 'Object';
}
/**
 * Something that was made to be thrown: an Error of this or another realm, a DOMException, or an
 * object that carries a message and a stack like one. Also a DOM event, which tells of one.
 */
function isErrorLike(value) {
    return (/^(Error|(DOM)?Exception|.*Event)$/.test(tagOf(value)) ||
        (typeof value === 'object' &&
            typeof readOwn(value, 'message') === 'string' &&
            typeof readOwn(value, 'stack') === 'string'));
}

export { isErrorLike, isRecord, keysOf, read, readOwn, readText, tagOf, textOf };
