/** A place in the ring. Its text may change as long as it is there. */
export interface Slot {
  text: string;
}

/**
 * The slots without the oldest that are too many: `most` are kept, with together at most `maxChars`
 * UTF-16 units. They hold texts, as nothing of a page can change those, or be held by them.
 */
export function newest(slots: Slot[], most: number, maxChars: number): Slot[] {
  return [...slots]
    .reverse()
    .filter(({ text }, index) => index < most && (maxChars -= text.length) >= 0)
    .reverse();
}
