import { argumentsOf } from './thrown.js';

/** What was thrown, without what zone.js and older versions of Angular put around it. */
function unwrapped(error) {
    try {
        const { rejection, promise, ngOriginalError } = Object(error);
        // An error of the page may have a field of that name; with its promise it is of zone.js.
        const inner = (promise ? rejection : undefined) ?? ngOriginalError;
        return inner == null ? error : unwrapped(inner);
    }
    catch {
        return error;
    }
}
/**
 * Whether Angular passes on what it has from the page itself: with `provideBrowserGlobalErrorListeners`
 * it listens as the notifier does, and at times makes another error of it.
 */
function isOfPage() {
    const { event } = globalThis;
    return event?.target === globalThis && /^(error|unhandledrejection)$/.test(event.type);
}
/**
 * An `ErrorHandler` for Angular that reports what it is told of, and then writes it to the console
 * as Angular does: `{ provide: ErrorHandler, useValue: errorHandler(notifier) }`.
 */
function errorHandler(notifier) {
    return {
        handleError(error) {
            if (!isOfPage())
                notifier.error(...argumentsOf(unwrapped(error)));
            console.error('ERROR', error);
        },
    };
}

export { errorHandler };
