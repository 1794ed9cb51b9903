import { bytesOf } from '../core/bytes.js';

/** Browsers refuse `keepalive` once 64 KiB of it are under way; some is left for the page. */
const keepaliveBytes = 57344;
let bytesUnderWay = 0;
/**
 * Posts one item (the JSON of the whole payload, token included) and reports what came back;
 * never rejects. The body goes as text/plain and nothing is added to the headers, so that no CORS
 * preflight stands between an error and its delivery. Undefined: the page is leaving, and what it
 * may send along is used up.
 */
async function send(item, endpoint, timeoutMs, isLeaving) {
    const bytes = bytesOf(item);
    const keepalive = bytesUnderWay + bytes <= keepaliveBytes;
    if (isLeaving && !keepalive)
        return undefined;
    const counted = keepalive ? bytes : 0;
    bytesUnderWay += counted;
    let timer;
    try {
        const abort = new AbortController();
        let known = { status: 0 };
        const post = async () => {
            const answer = await fetch(endpoint, {
                method: 'POST',
                body: item,
                credentials: 'omit',
                keepalive,
                signal: abort.signal,
            });
            const { headers, status } = answer;
            const retryAfter = headers.get('retry-after');
            known = {
                status,
                // Seconds, or a date.
                retryAfterMs: retryAfter
                    ? +retryAfter * 1000 || Date.parse(retryAfter) - Date.now()
                    : undefined,
            };
            // The status decides; a body that is no JSON (a proxy's page) changes nothing.
            return { ...known, response: await answer.json().catch(() => undefined) };
        };
        // Not the signal alone: a page may have put something else in the place of fetch.
        const silence = new Promise((resolve) => {
            timer = setTimeout(() => {
                abort.abort();
                resolve(known);
            }, timeoutMs);
        });
        return await Promise.race([post(), silence]);
    }
    catch {
        return { status: 0 };
    }
    finally {
        clearTimeout(timer);
        bytesUnderWay -= counted;
    }
}

export { send };
