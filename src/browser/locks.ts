import { stored } from './storage';

/** Until every page has seen what one has written. */
export const settleMs = 250;

export const sleep = (ms: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, ms));

/** With a note in storage, for pages without Web Locks: in old browsers and insecure contexts. */
async function leased(
  name: string,
  longestMs: number,
  act: () => Promise<void>,
  running: Promise<void> | undefined,
): Promise<boolean> {
  const key = 'rollcage-lease:' + name;
  const now = Date.now();
  const note = `${now + longestMs} ${Math.random()}`;
  const left = parseInt(stored((storage) => storage.getItem(key)) ?? '') - now;
  // A longer one was written by another clock.
  if (left > 0 && left <= longestMs && !running) return false;
  if (stored((storage) => (storage.setItem(key, note), true)) && !running) {
    await sleep(settleMs);
    if (stored((storage) => storage.getItem(key)) !== note) return false;
  }
  const release = (): void => stored((storage) => storage.removeItem(key));
  // What is left over is for the next page at once.
  addEventListener('pagehide', release);
  await (running ?? act());
  removeEventListener('pagehide', release);
  release();
  return true;
}

/**
 * Runs `act` unless another page of the origin is running one of this name, and tells whether it
 * did. A page that is gone runs nothing: at once with Web Locks, else after `longestMs`. `isNew`:
 * no other page can know of it yet, so it runs at once.
 */
export async function exclusively(
  name: string,
  longestMs: number,
  act: () => Promise<void>,
  isNew: boolean,
): Promise<boolean> {
  const running = isNew ? act() : undefined;
  try {
    if (!navigator.locks) return await leased(name, longestMs, act, running);
    return await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
      if (!lock && !running) return false;
      await (running ?? act());
      await sleep(settleMs);
      return true;
    });
  } catch {
    // Refused, as in a sandboxed frame: it has nothing to share.
    await (running ?? act());
    return true;
  }
}
