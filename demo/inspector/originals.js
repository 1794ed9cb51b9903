/** The frames of an item as they were before the build, asked of the collector, which has the web. */

/** @import { Frame, Trace } from '../../src/items-api' */

const maxKept = 200;

/** @type {Map<string, Promise<(Frame | null)[][]>>} */
const known = new Map();

/**
 * The traces with every frame that has an original replaced by it, and how many those are; none is
 * no failure, as most items come without a map.
 * @param {string} uuid
 * @param {Trace[]} traces
 */
export async function withOriginals(uuid, traces) {
  const asking = known.get(uuid) ?? ask(uuid);
  known.set(uuid, asking);
  for (const oldest of known.keys()) {
    if (known.size <= maxKept) break;
    known.delete(oldest);
  }
  const originals = await asking;
  let count = 0;
  const merged = traces.map((trace, index) => ({
    ...trace,
    frames: trace.frames.map((frame, place) => {
      const original = originals[index]?.[place];
      if (!original) return frame;
      count++;
      return original;
    }),
  }));
  return { traces: merged, count };
}

/** @param {string} uuid @returns {Promise<(Frame | null)[][]>} */
async function ask(uuid) {
  /** @type {(Frame | null)[][]} */
  let found = [];
  try {
    const response = await fetch(`/api/originals/${encodeURIComponent(uuid)}`);
    if (response.ok) found = await response.json();
  } catch {
    // The collector has gone; the frames as they were sent are there.
  }
  // The server with the map may be there when somebody looks again.
  if (!found.flat().some(Boolean)) known.delete(uuid);
  return found;
}
