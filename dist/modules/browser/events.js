/** An event of our own: listeners of the page for that of storage are none of our business. */
function tell(key, newValue) {
    dispatchEvent(new StorageEvent('rollcage', { key, newValue }));
}
/**
 * Listens to the errors a page raises by itself, and to its coming and going; a moment later it wakes
 * for the first time. Listeners, not `window.onerror`: a page may set that one anew at any time, and
 * what it returns is its own affair. And no `unload` or `beforeunload`, which would cost the page its
 * place in the back/forward cache.
 */
function listen(page) {
    // Without a key everything was removed, and there is no text either.
    const told = ({ key, newValue }) => page.told(key, newValue);
    const listeners = {
        error({ message, filename, lineno, colno, error }) {
            page.uncaught(message, filename, lineno, colno, error);
        },
        unhandledrejection: ({ reason }) => page.rejected(reason),
        online: page.wake,
        visibilitychange: (event) => (document.hidden ? page.leave(false) : page.wake(event)),
        pageshow: page.wake,
        pagehide: () => page.leave(true),
        // Of another notifier in this document.
        rollcage: told,
    };
    const heard = (event) => {
        try {
            (listeners[event.type] ?? told)(event);
        }
        catch {
            // Thrown on, it would be an error of the page, which comes back here, and so on for ever.
        }
    };
    let act = addEventListener;
    const each = () => {
        // What a page has put on Object.prototype is an event that never happens.
        for (const type in listeners)
            act(type, heard);
    };
    try {
        // Storage may have to be read from the disk, and a page that starts has no time for that.
        setTimeout(() => {
            try {
                page.wake();
                act('storage', heard);
            }
            catch {
                // The page would be told of it, as above.
            }
        });
    }
    catch {
        // Without timers, what lies in storage is for the next page.
    }
    each();
    return () => {
        act = removeEventListener;
        each();
        act('storage', heard);
    };
}

export { listen, tell };
