/** What the frames of an item were before the build, by the source maps that can be reached. */
import { setTimeout as delay } from 'node:timers/promises';
import { tracesOf } from './inspector/wire.js';

/** @import { Frame, Item } from '../src/items-api' */
/** @typedef {(frame: Frame) => Promise<Frame | undefined>} Find */

/** The door `rollcage/source-maps`, built: the same frames as a notifier with it would send. */
const built = new URL('../dist/modules/integrations/originals.js', import.meta.url);

/** While one works on a page, the same address has another script after the next build. */
const freshMs = 5_000;
/** Of each trace; a stack that is deeper repeats itself. */
const maxFrames = 100;

/** @param {{ limitMs?: number }} [options] how long one item may take */
export function createOriginals({ limitMs = 4_000 } = {}) {
  /** By the host of the frame. @type {Map<string, { find: Promise<Find>, at: number }>} */
  const finders = new Map();

  /** @param {string} host */
  function finderFor(host) {
    for (const [name, { at }] of finders) if (Date.now() - at > freshMs) finders.delete(name);
    const known = finders.get(host);
    if (known) return known.find;
    // At once, so that all frames of an item share it.
    const find = makeFinder(host);
    finders.set(host, { find, at: Date.now() });
    return find;
  }

  /** @param {Frame} frame */
  async function original(frame) {
    // It has been resolved before it was sent.
    if (frame.code !== undefined) return null;
    const url = URL.canParse(frame.filename) ? new URL(frame.filename) : undefined;
    if (!url || !mayFetch(url, url.host)) return null;
    return (await (await finderFor(url.host))(frame)) ?? null;
  }

  /**
   * As many lists as the item has traces, each as long as its frames: the original, or null where
   * it cannot be told, or not in time. It never rejects.
   * @param {Item} item
   * @returns {Promise<(Frame | null)[][]>}
   */
  return (item) => {
    const late = delay(limitMs, null, { ref: false });
    return Promise.all(
      tracesOf(item).map(({ frames }) => {
        const skipped = Math.max(0, frames.length - maxFrames);
        return Promise.all(
          frames.map((frame, index) =>
            index < skipped ? null : Promise.race([original(frame).catch(() => null), late]),
          ),
        );
      }),
    );
  };
}

/** @param {string} host @returns {Promise<Find>} */
async function makeFinder(host) {
  const door = /** @type {typeof import('../src/integrations/originals')} */ (
    await import(built.href)
  );
  return door.createOriginals((url) => mayFetch(url, host));
}

/**
 * A page that has us fetch something by the frames it reports could fetch it as well itself, and
 * what came is shown to nobody but the inspector; still, a script leads to its own host, or to
 * this machine.
 * @param {URL} url
 * @param {string} host
 */
function mayFetch({ protocol, hostname, host: to }, host) {
  const isLoopback = /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
  return /^https?:$/.test(protocol) && (isLoopback || to === host);
}
