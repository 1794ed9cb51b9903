import { v4 } from 'uuid';

/** Set while calls of the snippet are replayed. */
let earlier;
/** A version 4 UUID; where the page has lost its `crypto`, from the ordinary dice. */
function uuid() {
    try {
        return v4();
    }
    catch {
        return v4({ random: Uint8Array.from({ length: 16 }, () => Math.random() * 256) });
    }
}
/** Identity, time and place of something captured now. */
function birth() {
    // For one: what a hook reports meanwhile happens now, and is another occurrence.
    const born = earlier ?? { uuid: uuid(), at: Date.now() };
    earlier = undefined;
    return born;
}

export { birth };
