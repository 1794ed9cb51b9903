/** A `localStorage` for tests without a browser, which can refuse and fill up like a real one. */
import type { Effects, TextStorage } from '../../src/shapes';

export interface FakeStorage {
  stored: Effects['stored'];
  /** Told of each change: null is a text that was removed. */
  changed(key: string, text: string | null): void;
  /** What lies in it, by key. */
  texts(): Record<string, string>;
  put(key: string, text: string): void;
  clear(): void;
  /**
   * Blocked: every access throws. Full: every write that needs room does. Forgetful: it takes
   * everything and keeps nothing. Rigid: neither does it let go of what it has.
   */
  mood: 'fine' | 'blocked' | 'full' | 'forgetful' | 'rigid';
}

/** An empty one. */
export function createStorage(): FakeStorage {
  // Apart from the keys, which are its own properties.
  const methods: TextStorage & ThisType<Record<string, string>> = {
    getItem(key) {
      return Object.hasOwn(this, key) ? (this[key] as string) : null;
    },
    setItem(key, text) {
      const isRoom = fake.mood !== 'full' || text.length <= (this[key]?.length ?? -1);
      if (!isRoom) throw new DOMException('full', 'QuotaExceededError');
      if (/forgetful|rigid/.test(fake.mood) || this[key] === text) return;
      this[key] = text;
      fake.changed(key, text);
    },
    removeItem(key) {
      if (fake.mood === 'rigid' || !Object.hasOwn(this, key)) return;
      delete this[key];
      fake.changed(key, null);
    },
  };
  const empty = () => Object.create(methods) as TextStorage & Record<string, string>;
  let texts = empty();
  const fake: FakeStorage = {
    mood: 'fine',
    changed: () => undefined,
    stored(act) {
      if (fake.mood === 'blocked') return undefined;
      try {
        return act(texts);
      } catch {
        return undefined;
      }
    },
    texts: () => ({ ...texts }),
    put: (key, text) => void (texts[key] = text),
    clear: () => (texts = empty()),
  };
  return fake;
}
