import { v4 } from 'uuid';

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
    return { uuid: uuid(), at: Date.now() };
}

export { birth };
