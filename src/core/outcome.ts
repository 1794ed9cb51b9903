import type { End, Outcome } from '../shapes';

/** What a page may have to tell of an item that is not its own. */
const ends: End[] = [
  'delivered',
  'refused',
  'too-big',
  'evicted',
  'stale',
  'retried',
  'unreadable',
];

/** What another page has left in the place of an item. Undefined: no outcome, whoever wrote it. */
export function outcomeOf(text: string): Outcome | undefined {
  try {
    const [what, why, response] = JSON.parse(text) as [End, unknown, Outcome[2]];
    return ends.includes(what) ? [what, String(why ?? what), response ?? undefined] : undefined;
  } catch {
    return undefined;
  }
}
