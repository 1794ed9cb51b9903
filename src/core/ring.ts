/** A place in the ring. */
export interface Slot {
  text: string;
}

/**
 * The slots without the oldest that are too many: `most` are kept, with together at most `maxChars`
 * UTF-16 units. They hold texts, as nothing of a page can change those, or be held by them.
 */
export function newest<S extends Slot>(slots: S[], most: number, maxChars: number): S[] {
  let first = slots.length;
  for (const end = first; first > 0 && end - first < most; first--) {
    maxChars -= slots[first - 1]?.text.length ?? 0;
    if (maxChars < 0) break;
  }
  return first ? slots.slice(first) : slots;
}
