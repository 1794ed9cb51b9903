/**
 * Listens to the errors a page raises by itself. Listeners, not `window.onerror`: a page may
 * set that one anew at any time, and what it returns is its own affair.
 */
function listen({ uncaught, rejected }) {
    const onError = (event) => {
        uncaught(event.message, event.filename, event.lineno, event.colno, event.error);
    };
    const onRejection = (event) => {
        rejected(event.reason);
    };
    addEventListener('error', onError);
    addEventListener('unhandledrejection', onRejection);
    return () => {
        removeEventListener('error', onError);
        removeEventListener('unhandledrejection', onRejection);
    };
}

export { listen };
