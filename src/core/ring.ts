/** A place in the ring. Its text may change as long as it is there. */
export interface Slot {
  text: string;
}

/** The newest texts. */
export interface Ring {
  /** Adds one, and lets go of the oldest beyond `most`. */
  add(slot: Slot, most: number): void;
  /** All that are kept, at most so many, the oldest first. */
  texts(most: number): string[];
}

/**
 * Keeps the newest texts, together of at most `maxChars` UTF-16 units. Texts, as nothing of a page
 * can change them, or be held by them.
 */
export function createRing(maxChars: number): Ring {
  let slots: Slot[] = [];
  const trim = (most: number): void => {
    let chars = 0;
    let first = slots.length;
    for (const { text } of [...slots].reverse()) {
      chars += text.length;
      if (chars > maxChars || slots.length - first >= most) break;
      first--;
    }
    slots = slots.slice(first);
  };
  return {
    add(slot, most) {
      slots.push(slot);
      trim(most);
    },
    texts(most) {
      trim(most);
      return slots.map(({ text }) => text);
    },
  };
}
