/** What a page may have to tell of an item that is not its own. */
const ends = [
    'delivered',
    'refused',
    'too-big',
    'evicted',
    'stale',
    'retried',
    'unreadable',
];
/** What another page has left in the place of an item. Undefined: no outcome, whoever wrote it. */
function outcomeOf(text) {
    try {
        const [what, why, response] = JSON.parse(text);
        return ends.includes(what) ? [what, String(why ?? what), response ?? undefined] : undefined;
    }
    catch {
        return undefined;
    }
}

export { outcomeOf };
