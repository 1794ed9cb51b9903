/**
 * The slots without the oldest that are too many: `most` are kept, with together at most `maxChars`
 * UTF-16 units. They hold texts, as nothing of a page can change those, or be held by them.
 */
function newest(slots, most, maxChars) {
    let first = slots.length;
    for (const end = first; first > 0 && end - first < most; first--) {
        maxChars -= slots[first - 1]?.text.length ?? 0;
        if (maxChars < 0)
            break;
    }
    return first ? slots.slice(first) : slots;
}

export { newest };
