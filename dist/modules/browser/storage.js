/**
 * Runs `act` on the page's `localStorage`. Undefined where there is none (a sandboxed frame, a
 * worker, blocked by the visitor) and where it fails (full).
 */
function stored(act) {
    try {
        return act(localStorage);
    }
    catch {
        return undefined;
    }
}

export { stored };
