import { v4 } from 'uuid';

/** Set while calls of the snippet are replayed. */
let earlier;
/** Identity and time of something captured now. Throws where the page has broken either. */
function birth() {
    // For one: what a hook reports meanwhile happens now, and is another occurrence.
    const born = earlier ?? { uuid: v4(), at: Date.now() };
    earlier = undefined;
    return born;
}

export { birth };
