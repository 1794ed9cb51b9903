import type { Answer } from '../shapes';
import { textOf } from './foreign';

/** What an answer means for the item that was sent. */
export type Decision =
  /** Taken by the API. */
  | 'delivered'
  /** The API will never take this item. */
  | 'refused'
  /** The API takes nothing with this token: nothing is sent until it is configured anew. */
  | 'hold'
  /** Too large: once more, smaller; if it was cut down already, never. */
  | 'too-big'
  /** Rate limit, trouble at the server, or no answer: again after a while. */
  | 'later';

/** "Response Codes" of the API document. An unknown one is taken as trouble that passes. */
export function decide(status: number): Decision {
  switch (status) {
    case 400:
    case 422:
      return 'refused';
    case 401:
    case 403:
      return 'hold';
    case 413:
      return 'too-big';
    default:
      return status >= 200 && status < 300 ? 'delivered' : 'later';
  }
}

/** What an answer says, for people. Nobody has checked the message of the API. */
export const reasonOf = ({ status, response }: Answer): string =>
  response?.err ? `${status}: ${textOf(response.message)}` : String(status);

/** Items that are under way at once, as long as the page is seen. */
export const maxUnderWay = 2;

const firstDelayMs = 1000;
const longestDelayMs = 300_000;
/** A server that asks for more is not to be believed for the rest of the visit. */
const longestRetryAfterMs = 3_600_000;
/** No delay is longer; one that seems to be comes of a clock that has jumped. */
export const longestPauseMs = longestRetryAfterMs + longestDelayMs;

/**
 * How long to wait after `failures` requests in a row without success, in milliseconds: exponential
 * with full jitter, so that clients cut off together do not come back together, or `intervalMs`
 * where that is set, of which an hour counts; on top of what the server asked for, unless that is
 * no time to come. `chance` is above 0, up to 1.
 */
export function delayMs(
  failures: number,
  chance: number,
  retryAfterMs = 0,
  intervalMs = 0,
): number {
  const ceiling = Math.min(longestDelayMs, firstDelayMs * 2 ** (failures - 1));
  const asked = retryAfterMs > 0 ? Math.min(retryAfterMs, longestRetryAfterMs) : 0;
  return asked + (Math.min(intervalMs, longestRetryAfterMs) || chance * ceiling);
}
