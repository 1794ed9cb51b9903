import { levels } from '../items-api';
import type { Level } from '../items-api';
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

/**
 * What a text is that lies in the place of an item: one, of this level, or what has become of it.
 * Neither where it is something else, for anybody may write there.
 */
export function textIn(text: string | null): { level?: Level; outcome?: Outcome } {
  try {
    const { level, 0: what, 1: why, 2: response } = JSON.parse(text as string);
    if (ends.includes(what)) return { outcome: [what, String(why ?? what), response ?? undefined] };
    return levels.includes(level) ? { level } : {};
  } catch {
    return {};
  }
}
