const POLL_MS = 50;

/** The promise, or an error with this complaint once the time is over. */
export async function within<T>(ms: number, promise: Promise<T>, complaint: string): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(complaint)), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Asks again and again until the answer is truthy, and returns it. A probe that throws counts as
 * "not yet" (a page in the middle of a navigation does); the last error becomes the cause.
 */
export async function until<T>(
  probe: () => T | Promise<T>,
  ms: number,
  complaint: string,
): Promise<T> {
  const end = Date.now() + ms;
  let cause: unknown;
  for (;;) {
    try {
      const left = Math.max(1, end - Date.now());
      const answer = await within(left, Promise.resolve(probe()), complaint);
      if (answer) return answer;
      cause = undefined;
    } catch (error) {
      cause = error;
    }
    if (Date.now() + POLL_MS > end) throw new Error(complaint, { cause });
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
