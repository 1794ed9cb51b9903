import { bytesOf } from '../core/bytes';
import type { Answer } from '../shapes';

/** Browsers refuse `keepalive` once 64 KiB of it are under way; some is left for the page. */
const keepaliveBytes = 57_344;
let bytesUnderWay = 0;

/**
 * Posts one item (the JSON of the whole payload, token included) and reports what came back;
 * never rejects. The body goes as text/plain and nothing is added to the headers, so that no CORS
 * preflight stands between an error and its delivery. Undefined: the page is leaving, and what it
 * may send along is used up.
 */
export async function send(
  item: string,
  endpoint: string,
  timeoutMs: number,
  isLeaving: boolean,
): Promise<Answer | undefined> {
  const bytes = bytesOf(item);
  const keepalive = bytesUnderWay + bytes <= keepaliveBytes;
  if (isLeaving && !keepalive) return undefined;
  const counted = keepalive ? bytes : 0;
  bytesUnderWay += counted;
  let answer: Answer = { status: 0 };
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    const abort = new AbortController();
    const post = async (): Promise<void> => {
      const reply = await fetch(endpoint, {
        method: 'POST',
        body: item,
        credentials: 'omit',
        keepalive,
        signal: abort.signal,
      });
      // Where there is none, it is no date either.
      const asked = reply.headers.get('retry-after') as string;
      // Seconds, or a date.
      const retryAfterMs = +asked * 1000 || Date.parse(asked) - Date.now() || undefined;
      answer = { status: reply.status, retryAfterMs };
      // Also where nobody wants it: unread, it would hold on to what may be under way.
      answer.response = await reply.json();
    };
    // Not the signal alone: a page may have put something else in the place of fetch.
    const silence = new Promise<void>((resolve) => {
      timer = setTimeout(() => {
        abort.abort();
        resolve();
      }, timeoutMs);
    });
    await Promise.race([post(), silence]);
  } catch {
    // What is known by now counts: a body that is no JSON (a proxy's page) changes nothing.
  }
  clearTimeout(timer);
  bytesUnderWay -= counted;
  return answer;
}
