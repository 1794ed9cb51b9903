/**
 * A version 4 UUID. `crypto.randomUUID` is not there in insecure contexts, and what a package needs
 * to stand in for it is not worth its bytes to every visitor.
 */
function uuid() {
    const words = crypto.getRandomValues(new Uint16Array(14));
    // A figure stands for the digits of a word, 1 and four of them, from there on.
    return '11-1-42-a2-111'.replace(/[12]/g, (from, at) => (words[at] + 0x10000).toString(16).slice(+from));
}
/** Set while calls of the snippet are replayed. */
let earlier;
/** Identity and time of something captured now. Throws where the page has broken either. */
function birth() {
    // For one: what a hook reports meanwhile happens now, and is another occurrence.
    const born = earlier ?? { uuid: uuid(), at: Date.now() };
    earlier = undefined;
    return born;
}

export { birth };
