/** What the collector tells, live; after every reconnection everything anew. */

/** @import { Mode } from '../behaviour.mjs' */
/** @import { Received } from './report.js' */
/** @import { Limits } from './stock.js' */
/** @typedef {{ at: number, status: number, repeat: boolean, errors: string[] }} Answer */

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
  /** What came while the items were being fetched. @type {{ news: Received[], isCleared: boolean } | undefined} */
  let fetching;

  /**
   * @template Data
   * @param {string} name
   * @param {(data: Data) => void} act
   */
  const on = (name, act) => source.addEventListener(name, ({ data }) => act(JSON.parse(data)));

  on('state', async (/** @type {State} */ state) => {
    listener.onConnection(true);
    listener.onState(state);
    const mine = { news: /** @type {Received[]} */ ([]), isCleared: false };
    fetching = mine;
    const response = await fetch('/api/items');
    /** @type {Received[]} */
    const items = await response.json();
    // The connection was lost and found again in the meantime.
    if (fetching !== mine) return;
    fetching = undefined;
    listener.onItems([...(mine.isCleared ? [] : items), ...mine.news]);
  });
  on('item', (/** @type {Received} */ received) =>
    fetching ? fetching.news.push(received) : listener.onItem(received),
  );
  on('request', listener.onAnswer);
  on('behaviour', listener.onBehaviours);
  on('cleared', () => {
    if (fetching) Object.assign(fetching, { news: [], isCleared: true });
    listener.onCleared();
  });
  source.addEventListener('error', () => listener.onConnection(false));
}

/** @param {{ behave?: Mode | null, clear?: true }} command */
export async function control(command) {
  const headers = { 'content-type': 'application/json' };
  await fetch('/control', { method: 'POST', headers, body: JSON.stringify(command) });
}
