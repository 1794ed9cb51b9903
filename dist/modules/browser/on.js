/**
 * Hears events before the page does, and cannot keep it from scrolling; returns the way to stop.
 * Where there is no such target, nothing happens. An event that `hear` cannot read is none.
 */
function on(target, types, hear) {
    const heard = (event) => {
        try {
            hear(event);
        }
        catch {
            // The page would be told of it as of an error of its own.
        }
    };
    const each = (act) => types.forEach((type) => target?.[act](type, heard, { capture: true, passive: true }));
    each('addEventListener');
    return () => each('removeEventListener');
}

export { on };
