/**
 * The slots without the oldest that are too many: `most` are kept, with together at most `maxChars`
 * UTF-16 units. They hold texts, as nothing of a page can change those, or be held by them.
 */
function newest(slots, most, maxChars) {
    return [...slots]
        .reverse()
        .filter(({ text }, index) => index < most && (maxChars -= text.length) >= 0)
        .reverse();
}

export { newest };
