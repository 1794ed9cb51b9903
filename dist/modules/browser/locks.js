import { stored } from './storage.js';

/** Until every page has seen what one has written. */
const settleMs = 250;
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
/** With a note in storage, for pages without Web Locks: in old browsers and insecure contexts. */
async function leased(name, longestMs, act) {
    const key = 'rollcage-lease:' + name;
    const now = Date.now();
    const note = `${now + longestMs} ${Math.random()}`;
    const read = () => stored((storage) => storage.getItem(key));
    const left = parseInt(read() ?? '') - now;
    // A longer one was written by another clock.
    if (left > 0 && left <= longestMs)
        return act(false);
    const release = () => {
        if (read() === note)
            stored((storage) => storage.removeItem(key));
    };
    // What is left over is for the next page at once.
    addEventListener('pagehide', release);
    const isShared = stored((storage) => (storage.setItem(key, note), true));
    if (isShared)
        await sleep(settleMs);
    await act(!isShared || read() === note);
    removeEventListener('pagehide', release);
    release();
}
/**
 * Runs `act`, and tells it whether it runs alone: no other page of the origin is running one of
 * this name. A page that is gone runs nothing: at once with Web Locks, else after `longestMs`.
 */
async function exclusively(name, longestMs, act) {
    try {
        if (!navigator.locks)
            return await leased(name, longestMs, act);
        await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
            await act(!!lock);
            await sleep(settleMs);
        });
    }
    catch {
        // Refused, as in a sandboxed frame: it has nothing to share.
        await act(true);
    }
}

export { exclusively, settleMs, sleep };
