/** Waiting for what a growing list will hold. */

/**
 * @template T
 * @param {readonly T[]} list
 * @param {string} noun what the list holds, for the message
 * @param {() => string} describe what did arrive, for the message
 */
export function createWaiting(list, noun, describe) {
  /** @type {Set<{ check: () => void, fail: (why: string) => void }>} */
  const waiters = new Set();

  return {
    /** Looks again; to be called after every change of the list. */
    check: () => waiters.forEach((waiter) => waiter.check()),
    /** Gives up on every wait. @param {string} why */
    fail: (why) => waiters.forEach((waiter) => waiter.fail(why)),
    /**
     * Resolves with a copy of the list once it passes; rejects with what did arrive.
     * @param {number | ((list: readonly T[]) => unknown)} test at least so many, or a condition
     * @param {{ timeoutMs?: number }} [options]
     * @returns {Promise<T[]>}
     */
    waitFor(test, { timeoutMs = 10_000 } = {}) {
      const wanted = typeof test === 'number' ? `at least ${test} ${noun}` : `certain ${noun}`;
      const passes = typeof test === 'number' ? () => list.length >= test : () => test(list);
      return new Promise((resolve, reject) => {
        /** @param {string} why */
        const fail = (why) => {
          end();
          reject(new Error(`${why} while waiting for ${wanted}. ${describe()}`));
        };
        const check = () => {
          try {
            if (!passes()) return;
            end();
            resolve([...list]);
          } catch (error) {
            end();
            reject(error);
          }
        };
        const waiter = { check, fail };
        const timer = setTimeout(() => fail(`Timed out after ${timeoutMs} ms`), timeoutMs);
        const end = () => {
          clearTimeout(timer);
          waiters.delete(waiter);
        };
        waiters.add(waiter);
        check();
      });
    },
  };
}
