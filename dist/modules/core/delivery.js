/** "Response Codes" of the API document. An unknown one is taken as trouble that passes. */
function decide(status) {
    switch (status) {
        case 400:
        case 422:
            return 'refused';
        case 401:
        case 403:
            return 'hold';
        case 413:
            return 'shrink';
        default:
            return status >= 200 && status < 300 ? 'delivered' : 'later';
    }
}
const firstDelayMs = 1000;
const longestDelayMs = 300000;
/** A server that asks for more is not to be believed for the rest of the visit. */
const longestRetryAfterMs = 3600000;
/**
 * How long to wait after `failures` requests in a row without success: exponential with full
 * jitter, so that clients cut off together do not come back together; on top of what the server
 * asked for. `chance` is from 0 up to 1.
 */
function delayMs(failures, chance, retryAfterMs = 0) {
    const ceiling = Math.min(longestDelayMs, firstDelayMs * 2 ** (failures - 1));
    return Math.min(retryAfterMs, longestRetryAfterMs) + chance * ceiling;
}

export { decide, delayMs };
