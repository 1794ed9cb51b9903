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
    timeout: 30000,
    globalAlias: 'Rollbar',
};
/**
 * A URL to post to: a path of the page stays one, and https is the scheme where none is given.
 * Empty when it cannot be read: what was meant for another place must not go to the default.
 */
function urlOf(endpoint) {
    const url = String(endpoint).replace(/^(?!https?:|[/.])/i, 'https://');
    // What has two schemes now had one that is not for posting.
    return /^(https?:\/\/(?!\w+:\/)[\w[]|\.{0,2}\/)\S*$/i.test(url) ? url : '';
}
/** Fills in the defaults. Null and undefined are no values; wrong types are dealt with in use. */
function settle(options) {
    const settings = { ...defaults };
    for (const [name, value] of Object.entries(options))
        if (value != null)
            settings[name] = value;
    return Object.freeze({ ...settings, endpoint: urlOf(settings.endpoint) });
}

export { defaults, settle, urlOf };
