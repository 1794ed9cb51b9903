/** How the collector misbehaves, and for how many requests. */

/**
 * One way to misbehave. With `status`, `hang` or `reset` nothing is taken, unless `acceptFirst`;
 * otherwise the request is treated normally.
 * @typedef {object} Mode
 * @property {number} [status] answer this, whatever was sent
 * @property {unknown} [body] with this body: a string as it is, anything else as JSON
 * @property {number} [delayMs] answer this much later
 * @property {boolean} [hang] never answer
 * @property {boolean} [reset] cut the connection
 * @property {number | string} [retryAfter] send a `Retry-After` header
 * @property {boolean} [cors] false leaves the CORS headers out, also of preflights
 * @property {boolean} [acceptFirst] take the item, then misbehave: an answer that gets lost
 * @property {number} [times] for so many requests; until changed when alone, once within a list
 * @property {boolean} [each] for so many requests of each item, by its uuid; until changed
 */

/** @type {Record<keyof Mode, (value: unknown) => boolean>} */
const checks = {
  status: (value) => isWhole(value) && value >= 200 && value <= 599,
  body: () => true,
  delayMs: isWhole,
  hang: isBoolean,
  reset: isBoolean,
  // Anything else could not be sent as a header.
  retryAfter: (value) => isWhole(value) || (typeof value === 'string' && /^[ -~]*$/.test(value)),
  cors: isBoolean,
  acceptFirst: isBoolean,
  times: (value) => isWhole(value) && value > 0,
  each: isBoolean,
};

/** @type {Mode} */
const normal = Object.freeze({});

/** @param {() => void} onChange told whenever another mode begins */
export function createBehaviour(onChange) {
  /** @type {{ mode: Mode, left: number }[]} */
  let queue = [];
  /** Requests so far by uuid, in a mode that counts them so. @type {Map<string, number>} */
  let counts = new Map();

  return {
    /**
     * One mode until changed, or a list to be used up one per request; nothing is normal.
     * @param {Mode | Mode[]} [modes]
     */
    set(modes = []) {
      const list = Array.isArray(modes) ? modes : [modes];
      list.forEach(check);
      const times = Array.isArray(modes) ? 1 : Infinity;
      queue = list.map((mode) => ({ mode, left: mode.times ?? times }));
      counts = new Map();
      onChange();
    },
    /** The mode for this request, for the item of that uuid. @param {string} uuid */
    next(uuid) {
      const head = queue[0];
      if (!head) return normal;
      if (head.mode.each) {
        const count = counts.get(uuid) ?? 0;
        counts.set(uuid, count + 1);
        return count < head.left ? head.mode : normal;
      }
      if (--head.left === 0) {
        queue.shift();
        onChange();
      }
      return head.mode;
    },
    /** The mode the next request will meet. */
    peek: () => queue[0]?.mode ?? normal,
    /** What is to come, in order. */
    list: () => queue.map(({ mode }) => mode),
  };
}

/** @param {unknown} mode */
function check(mode) {
  if (typeof mode !== 'object' || !mode || Array.isArray(mode)) {
    throw new TypeError('A behaviour is an object such as { status: 503 }');
  }
  for (const [key, value] of Object.entries(mode)) {
    if (value === undefined) continue;
    if (!Object.hasOwn(checks, key)) throw new TypeError(`${key} is not known to behave()`);
    if (!checks[/** @type {keyof Mode} */ (key)](value)) {
      throw new TypeError(`${key} cannot be ${JSON.stringify(value)}`);
    }
  }
}

/** @param {unknown} value @returns {value is number} */
function isWhole(value) {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

/** @param {unknown} value */
function isBoolean(value) {
  return typeof value === 'boolean';
}
