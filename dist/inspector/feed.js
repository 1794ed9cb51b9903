/** What the collector tells, live; after every reconnection everything anew. */

/** @import { Mode } from '../behaviour.mjs' */
/** @import { Received } from './report.js' */
/** @typedef {{ at: number, status: number, repeat: boolean, errors: string[] }} Answer */
/** @import { Limits } from './stock.js' */

/**
 * What a page needs besides the items; the answers are the last ones, oldest first.
 * @typedef {{ endpoint: string, limits: Limits, behaviours: Mode[], answers: Answer[] }} State
 */

/**
 * @typedef {object} Listener
 * @property {(state: State) => void} onState
 * @property {(all: Received[]) => void} onItems all there are, oldest first
 * @property {(received: Received) => void} onItem
 * @property {(answer: Answer) => void} onAnswer
 * @property {(modes: Mode[]) => void} onBehaviours
 * @property {() => void} onCleared
 * @property {(isLive: boolean) => void} onConnection
 */

/** @param {Listener} listener */
export function follow(listener) {
  const source = new EventSource('/events');
  /** What came while the items were being fetched. @type {Received[] | undefined} */
  let held;

  /**
   * @template Data
   * @param {string} name
   * @param {(data: Data) => void} act
   */
  const on = (name, act) => source.addEventListener(name, ({ data }) => act(JSON.parse(data)));

  on('state', async (/** @type {State} */ state) => {
    listener.onConnection(true);
    listener.onState(state);
    held = [];
    const response = await fetch('/api/items');
    /** @type {Received[]} */
    const items = await response.json();
    listener.onItems([...items, ...held]);
    held = undefined;
  });
  on('item', (/** @type {Received} */ received) =>
    held ? held.push(received) : listener.onItem(received),
  );
  on('request', listener.onAnswer);
  on('behaviour', listener.onBehaviours);
  on('cleared', () => {
    if (held) held = [];
    listener.onCleared();
  });
  source.addEventListener('error', () => listener.onConnection(false));
}

/** @param {{ behave?: Mode | null, clear?: true }} command */
export async function control(command) {
  const headers = { 'content-type': 'application/json' };
  await fetch('/control', { method: 'POST', headers, body: JSON.stringify(command) });
}
