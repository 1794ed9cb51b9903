/** How many items may leave; 0: as many as there are. */
export interface Limits {
  itemsPerMinute: number;
  maxItems: number;
}

/** Counts what leaves, for one notifier. Times are unix times in milliseconds. */
export interface Limiter {
  /**
   * Undefined: more may leave. Else what to say of the limit that is reached, in the words that
   * people's alerts know; the empty text after it has been said.
   */
  reached(limits: Limits, at: number): string | undefined;
  /** One more leaves. */
  count(): void;
}

const minuteMs = 60_000;

/** Makes one that has counted nothing. A minute begins with the first item after the one before. */
export function createLimiter(): Limiter {
  let start = 0;
  let inMinute = 0;
  let all = 0;

  return {
    reached({ itemsPerMinute, maxItems }, at) {
      // Also where the clock has jumped, either way; without a clock no minute ends.
      if (Math.abs(at - start) >= minuteMs) {
        start = at;
        inMinute = 0;
      }
      // What is over the limit is counted, too, so that the text comes once.
      if (maxItems && all >= maxItems) {
        return all++ === maxItems ? 'maxItems has been hit, ignoring errors until reset.' : '';
      }
      if (itemsPerMinute && inMinute >= itemsPerMinute) {
        return inMinute++ === itemsPerMinute
          ? 'item per minute limit reached, ignoring errors until timeout'
          : '';
      }
      return undefined;
    },
    count() {
      inMinute++;
      all++;
    },
  };
}
