/**
 * Clients that wait for an API to come back, and the server they come back to: parameters in,
 * what happened out. Time passes in steps of 10 ms; the same seed gives the same result.
 */

/**
 * @typedef {object} Herd
 * @property {number} clients
 * @property {number} itemsPerClient the mean of a geometric number
 * @property {number} outageMs whole seconds; the server answers 503 to everything
 * @property {number} capacity requests the server takes in each second; 503 to those above
 * @property {number} roundTripMs
 * @property {number} longestMs when to give up on items that are still waiting
 * @property {boolean} together whether every client's first error is in the first second
 * @property {number} seed
 */

/**
 * @typedef {object} Happened
 * @property {number[]} offered requests that came to the server, by second since the outage began
 * @property {number[]} taken those it did not answer with 503
 * @property {{ item: number, atMs: number }[]} deliveries in the order they happened
 * @property {number} items how many there were to deliver
 */

/**
 * How long to wait after so many failures in a row, in ms; `chance` is from 0 up to 1.
 * @typedef {(failures: number, chance: number) => number} Wait
 */

const stepMs = 10;
const maxUnderWay = { healthy: 2, failing: 1 };

/**
 * @typedef {object} Client
 * @property {Item[]} items not delivered yet, oldest first
 * @property {number} underWay
 * @property {number} failures in a row
 * @property {boolean} isPaused
 */

/**
 * @typedef {object} Item
 * @property {number} order among all items
 * @property {number} bornMs
 * @property {Client} client
 * @property {boolean} isUnderWay
 * @property {boolean} isTaken whether the server takes the request that is under way
 */

/**
 * @param {Wait} wait
 * @param {Herd} herd
 * @returns {Happened}
 */
export function simulate(wait, herd) {
  const random = createRandom(herd.seed);
  const server = createServer(herd);
  const births = createCalendar(add);
  const answers = createCalendar(settle);
  const pauses = createCalendar(resume);
  /** @type {Happened['deliveries']} */
  const deliveries = [];
  let nowMs = 0;

  /** @param {Item} item */
  function add(item) {
    item.client.items.push(item);
    wake(item.client);
  }

  /** @param {Client} client */
  function wake(client) {
    while (!client.isPaused && client.underWay < limitOf(client)) {
      const oldest = client.items.find(({ isUnderWay }) => !isUnderWay);
      if (!oldest) return;
      oldest.isUnderWay = true;
      client.underWay++;
      oldest.isTaken = server.takes(nowMs);
      answers.put(nowMs + herd.roundTripMs, oldest);
    }
  }

  /** @param {Item} item */
  function settle(item) {
    const { client } = item;
    item.isUnderWay = false;
    client.underWay--;
    if (item.isTaken) succeed(item);
    else fail(client);
    wake(client);
  }

  /** @param {Item} item */
  function succeed(item) {
    const { client, order } = item;
    client.failures = 0;
    client.items.splice(client.items.indexOf(item), 1);
    deliveries.push({ item: order, atMs: nowMs });
  }

  /** @param {Client} client */
  function fail(client) {
    // Of requests that fail together, one speaks for all.
    if (client.isPaused) return;
    client.isPaused = true;
    client.failures++;
    pauses.put(nowMs + wait(client.failures, random()), client);
  }

  /** @param {Client} client */
  function resume(client) {
    client.isPaused = false;
    wake(client);
  }

  const items = createItems(herd, random);
  for (const item of items) births.put(item.bornMs, item);
  while (deliveries.length < items.length && nowMs < herd.longestMs) {
    nowMs += stepMs;
    births.reach(nowMs);
    answers.reach(nowMs);
    pauses.reach(nowMs);
  }
  return { ...server.counts, deliveries, items: items.length };
}

/** @param {Client} client */
const limitOf = ({ failures }) => (failures ? maxUnderWay.failing : maxUnderWay.healthy);

/**
 * @param {Herd} herd
 * @param {() => number} random
 */
function createItems({ clients, itemsPerClient, outageMs, together }, random) {
  /** @type {Item[]} */
  const items = [];
  for (let i = 0; i < clients; i++) {
    /** @type {Client} */
    const client = { items: [], underWay: 0, failures: 0, isPaused: false };
    /** @param {number} withinMs */
    const add = (withinMs) => {
      const bornMs = random() * withinMs;
      items.push({ order: items.length, bornMs, client, isUnderWay: false, isTaken: false });
    };
    add(together ? 1000 : outageMs);
    while (random() > 1 / itemsPerClient) add(outageMs);
  }
  return items;
}

/** @param {Herd} herd */
function createServer({ outageMs, capacity }) {
  /** @type {Pick<Happened, 'offered' | 'taken'>} */
  const counts = { offered: [], taken: [] };

  return {
    counts,
    /** Whether a request that comes now is taken. @param {number} nowMs */
    takes(nowMs) {
      const second = Math.floor(nowMs / 1000);
      while (counts.offered.length <= second) {
        counts.offered.push(0);
        counts.taken.push(0);
      }
      const taken = counts.taken[second] ?? 0;
      const takes = nowMs >= outageMs && taken < capacity;
      counts.offered[second] = (counts.offered[second] ?? 0) + 1;
      counts.taken[second] = taken + (takes ? 1 : 0);
      return takes;
    },
  };
}

/**
 * What is to happen, and to whom; within a step in the order it was put here.
 * @template T
 * @param {(subject: T) => void} happen
 */
function createCalendar(happen) {
  /** @type {Map<number, T[]>} */
  const steps = new Map();
  let reached = 0;

  return {
    /** At that moment, but not before the next step. @param {number} ms @param {T} subject */
    put(ms, subject) {
      const step = Math.max(reached + 1, Math.round(ms / stepMs));
      const others = steps.get(step);
      if (others) others.push(subject);
      else steps.set(step, [subject]);
    },
    /** @param {number} ms */
    reach(ms) {
      reached = Math.round(ms / stepMs);
      steps.get(reached)?.forEach(happen);
      steps.delete(reached);
    },
  };
}

/**
 * Mulberry32: small, fast, and random enough.
 * @param {number} seed
 * @returns {() => number} from 0 up to 1
 */
function createRandom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
