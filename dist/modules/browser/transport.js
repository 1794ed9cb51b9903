import { bytesOf } from '../core/bytes.js';

/** Browsers refuse `keepalive` once 64 KiB of it are under way; some is left for the page. */
const keepaliveBytes = 57344;
let bytesUnderWay = 0;
/** Milliseconds from a `Retry-After` header: seconds, or a date. */
function retryAfterMs(header, now) {
    if (!header)
        return undefined;
    const ms = /^\d+$/.test(header) ? +header * 1000 : Date.parse(header) - now;
    return ms > 0 ? ms : undefined;
}
/**
 * Posts one item (the JSON of the whole payload, token included) and reports what came back;
 * never rejects. The body goes as text/plain and nothing is added to the headers, so that no CORS
 * preflight stands between an error and its delivery.
 */
async function send(item, endpoint, timeoutMs) {
    const bytes = bytesOf(item);
    const keepalive = bytesUnderWay + bytes <= keepaliveBytes;
    let timer;
    if (keepalive)
        bytesUnderWay += bytes;
    try {
        const abort = new AbortController();
        timer = setTimeout(() => abort.abort(), timeoutMs);
        const answer = await fetch(endpoint, {
            method: 'POST',
            body: item,
            credentials: 'omit',
            keepalive,
            signal: abort.signal,
        });
        const delay = retryAfterMs(answer.headers.get('retry-after'), Date.now());
        // The status decides; a body that is no JSON (a proxy's page) changes nothing.
        const response = await answer.json().catch(() => undefined);
        return {
            status: answer.status,
            ...(response && { response: response }),
            ...(delay && { retryAfterMs: delay }),
        };
    }
    catch {
        return { status: 0 };
    }
    finally {
        clearTimeout(timer);
        if (keepalive)
            bytesUnderWay -= bytes;
    }
}

export { send };
