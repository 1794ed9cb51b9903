/**
 * Hears events before the page does, and cannot keep it from scrolling; returns the way to stop.
 * Where there is no such target, nothing happens.
 */
function on(target, types, hear) {
    const each = (act) => types.forEach((type) => target?.[act](type, hear, { capture: true, passive: true }));
    each('addEventListener');
    return () => each('removeEventListener');
}

export { on };
