import { levels } from '../items-api';
import type { Level } from '../items-api';
import type { End, Outcome } from '../shapes';

/**
 * What a text is that lies in the place of an item: one, of this level, or what has become of it.
 * Neither where it is something else, for anybody may write there.
 */
export function textIn(text: string): { level?: Level; outcome?: Outcome } {
  try {
    const { level, 0: what, 1: why, 2: response } = JSON.parse(text);
    if (typeof what === 'string') return { outcome: [what as End, String(why ?? what), response ?? undefined] };
    return levels.includes(level) ? { level } : {};
  } catch {
    return {};
  }
}
