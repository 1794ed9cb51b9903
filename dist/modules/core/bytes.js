/** Bytes of a text in UTF-8; no fewer, at least, where the page has broken the way to know. */
function bytesOf(text) {
    try {
        return new TextEncoder().encode(text).length;
    }
    catch {
        return text.length * 3;
    }
}

export { bytesOf };
