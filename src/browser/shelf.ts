import { textIn } from '../core/outcome';
import type { Level } from '../items-api';
import type { Effects, Outcome, Parcel } from '../shapes';

/** Stays in storage with a random text, by which a storage that was cleared is known. */
const mark = 'rollcage';

export interface Kept extends Pick<Parcel, 'uuid' | 'at' | 'sealed'> {
  /** Undefined: it cannot be read. */
  level: Level | undefined;
  /** Where it lies in storage; empty where that has not taken it. */
  key: string;
  /** Attempts of this page that have failed. */
  tries: number;
}

/** What lies in storage, for every page of the origin. */
export interface Shelf {
  /** Writes an item, under the tag of now. */
  lay(item: Kept): void;
  /** Writes anew what a storage that was cleared has lost. */
  mend(): void;
  /** Whether another page has brought it to its end. */
  isGone(item: Kept): boolean;
  /** Who has put it there learns the outcome. */
  remove(key: string, outcome?: Outcome | false): void;
  /** Adds what other pages have put under the tag of now or under none, and all that is too old. */
  gather(isStale: (item: { at: number }) => boolean): void;
  /** The note of any page, under the tag of now. */
  noted(): string;
  /** Writes it; none for an empty text. */
  note(text: string): void;
}

/** `tag` tells targets apart; `items` are those that wait in this page. */
export function createShelf(
  { chance, stored, tell }: Effects,
  tag: () => string,
  items: Set<Kept>,
): Shelf {
  let era: string | undefined;
  /** What storage has not taken. */
  let noteHere = '';
  /** There where storage has not let go of what was removed last. */
  let stuck: string | null | undefined;

  const read = (key: string): string | null | undefined =>
    stored((storage) => storage.getItem(key));

  const write = (key: string, text: string): boolean => {
    stored((storage) => storage.setItem(key, text));
    // Some blockers take everything and keep nothing.
    return read(key) === text;
  };

  const remove = (key: string, outcome?: Outcome | false): void => {
    // A page may have something of its own under the empty key.
    if (!key) return;
    const text = outcome && JSON.stringify(outcome);
    // The event of storage brings it to the other pages.
    if (text) write(key, text);
    stored((storage) => {
      storage.removeItem(key);
      // A page may have put something that throws in the place of `dispatchEvent`.
      if (text) tell(key, text);
    });
    stuck = read(key);
  };

  /** A storage with another mark, or none, has been cleared, and our items with it. */
  const mend = (): void => {
    const found = read(mark);
    if (found && found === era) return;
    const wasCleared = era;
    if (!found && items.size) write(mark, String(chance()));
    era = read(mark) ?? era;
    if (!wasCleared) return;
    for (const item of items) if (item.key && !write(item.key, item.sealed)) item.key = '';
  };

  const lay = (item: Kept): void => {
    mend();
    const key = `${mark}:1:${tag()}:${item.at}:${item.uuid}`;
    if (!write(key, item.sealed)) return;
    if (item.key !== key) remove(item.key);
    item.key = key;
  };

  const noteKey = (): string => mark + '-rest:' + tag();

  return {
    lay,
    mend,
    isGone(item) {
      mend();
      return !!item.key && read(item.key) === null;
    },
    remove,
    gather(isStale) {
      for (const key of stored(Object.keys) ?? []) {
        const [name, version, tagged, time, uuid = ''] = key.split(':');
        const at = Number(time);
        if (name !== mark || !version) continue;
        const known = [...items].find((item) => item.uuid === uuid);
        // A page whose token was refused has moved it.
        if (known) known.key = key;
        // Sent, what storage does not let go of would be there again.
        if (known || stuck || (tagged && tagged !== tag() && !isStale({ at }))) continue;
        const sealed = read(key) ?? '';
        const { level, outcome } = textIn(sealed);
        // Of a page that has died before it could remove it.
        if (outcome) remove(key);
        else
          items.add({
            uuid,
            key,
            at,
            sealed,
            level: version === '1' ? level : undefined,
            tries: 0,
          });
      }
    },
    noted: () => read(noteKey()) ?? noteHere,
    note(text) {
      noteHere = write(noteKey(), text) ? '' : text;
      if (!text) remove(noteKey());
    },
  };
}
