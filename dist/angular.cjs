'use strict';

/** What there is to say of something thrown that is no error. */
function said(thrown) {
    try {
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
    // A text beside an error would become its description.
    return [message ?? (thrown instanceof Error ? undefined : said(thrown)), custom, thrown];
}

/** What was thrown, without what zone.js and older versions of Angular put around it. */
function unwrapped(error) {
    try {
        const { rejection, ngOriginalError } = Object(error);
        const inner = rejection ?? ngOriginalError;
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
