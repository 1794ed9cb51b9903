import { levels } from './items-api.js';

/** The options that have a default, with it. */
const defaults = {
    accessToken: '',
    endpoint: 'https://api.rollbar.com/api/1/item/',
    environment: 'unknown',
    enabled: true,
    transmit: true,
    captureUncaught: true,
    captureUnhandledRejections: true,
    captureIp: true,
    framework: 'browser-js',
    logLevel: 'debug',
    reportLevel: 'debug',
    uncaughtErrorLevel: 'error',
    ignoreDuplicateErrors: true,
    itemsPerMinute: 60,
    maxItems: 0,
    timeout: 30000,
    retryInterval: 0,
    maxRetries: Infinity,
    maxWaitingItems: 100,
    maxWaitingBytes: 1048576,
    maxWaitingMs: 604800000,
};
/** More of them, of what a notifier can be without. */
const wholeDefaults = {
    ignore: ['resize-observer'],
    scrubFields: [],
    scrubPaths: [],
};
/** What is no text is none. */
const textOf = (value) => (typeof value === 'string' ? value : '');
/**
 * A URL to post to: a path of the page stays one, and https is the scheme where none is given.
 * Empty when it cannot be read: what was meant for another place must not go to the default.
 */
function urlOf(endpoint) {
    const url = textOf(endpoint).replace(/^(?!https?:|[/.])/i, 'https://');
    // What has two schemes now had one that is not for posting.
    return /^(https?:\/\/(?!\w+:\/)[\w[]|\.{0,2}\/)\S*$/i.test(url) ? url : '';
}
/**
 * Fills in the defaults, and `more` of them. Null and undefined are no values, and what cannot be
 * worked with is none either; what only goes into the item gets its type there.
 */
function settle(options, more) {
    const settled = { ...defaults, ...more };
    for (const [name, value] of Object.entries(options)) {
        const isUsable = /Level$/.test(name)
            ? levels.includes(value)
            : typeof settled[name] !== 'number' || (typeof value === 'number' && value >= 0);
        if (value != null && isUsable)
            settled[name] = value;
    }
    const { accessToken, enabled, endpoint, timeout, transmit } = settled;
    return Object.freeze(Object.assign(settled, {
        // A real one has 32 characters; what is longer would not fit beside the item.
        accessToken: textOf(accessToken).slice(0, 256),
        // What waits already must not leave either.
        endpoint: enabled && transmit ? urlOf(endpoint) : '',
        // More than 2 ** 31, timers take for none.
        timeout: Math.min(timeout || defaults.timeout, 2e9),
    }));
}

export { defaults, settle, urlOf, wholeDefaults };
