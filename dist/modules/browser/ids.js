/**
 * A version 4 UUID. `crypto.randomUUID` is not there in insecure contexts, and what a package needs
 * to stand in for it is not worth its bytes to every visitor.
 */
function uuid() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    const digits = Array.from(bytes, (byte) => (byte + 256).toString(16).slice(1)).join('');
    return digits.replace(/(.{8})(.{4}).(.{3}).(.{3})/, '$1-$2-4$3-a$4-');
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
