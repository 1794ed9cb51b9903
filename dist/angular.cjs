'use strict';

/** What there is to say of something thrown that is no error. */
function said(thrown) {
    try {
        if (typeof thrown === 'function')
            return `[function ${thrown.name}]`;
        const { message } = Object(thrown);
        if (typeof message === 'string' && message)
            return message;
        return Object(thrown) === thrown
            ? `Object with keys: ${Object.keys(thrown).join(', ')}`
            : String(thrown);
    }
    catch {
        return 'Something that cannot be read';
    }
}
/** The arguments of a log method that report what a framework has caught, whatever it is. */
function argumentsOf(thrown, custom, message) {
    // A function would be taken for a callback, and called.
    const what = typeof thrown === 'function' ? said(thrown) : thrown;
    // A text beside an error would become its description.
    const text = message ?? (what instanceof Error ? undefined : said(what));
    return [text, custom, what === text ? undefined : what];
}

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

exports.errorHandler = errorHandler;
