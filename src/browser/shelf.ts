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
}

/** What lies in storage, for every page of the origin. */
export interface Shelf {
  /** Writes an item, under the tag of now. */
  put(item: Kept): void;
  /** Whether another page has brought it to its end. */
  isGone(item: Kept): boolean;
  /** Who has put it there learns the outcome. */
  remove(key: string, outcome?: Outcome): void;
  /** What other pages have put under the tag of now or under none, and all that is too old. */
  find(isStale: (item: { at: number }) => boolean): Kept[];
  /** The note of any page, under the tag of now. */
  noted(): string;
  /** Writes it; none for an empty text. */
  note(text: string): void;
}

/** `tag` tells targets apart; `items` are those that wait in this page. */
export function createShelf(
  { chance, stored }: Effects,
  tag: () => string,
  items: Iterable<Kept>,
): Shelf {
  let era: string | undefined;
  /** What storage has not taken. */
  let noteHere = '';

  const read = (key: string): string | null | undefined =>
    stored((storage) => storage.getItem(key));

  const remove = (key: string, outcome?: Outcome): void => {
    // A page may have something of its own under the empty key.
    if (!key) return;
    // The event of storage brings this text to the other pages.
    if (outcome) stored((storage) => storage.setItem(key, JSON.stringify(outcome)));
    stored((storage) => storage.removeItem(key));
  };

  const write = (item: Kept): void => {
    const key = `${mark}:1:${tag()}:${item.at}:${item.uuid}`;
    stored((storage) => storage.setItem(key, item.sealed));
    // Some blockers take everything and keep nothing.
    if (read(key) !== item.sealed) return;
    if (item.key !== key) remove(item.key);
    item.key = key;
  };

  /** A storage with another mark, or none, has been cleared, and our items with it. */
  const restore = (): void => {
    const found = read(mark);
    if (found && found === era) return;
    if (era) {
      for (const item of items) {
        if (!item.key) continue;
        item.key = '';
        write(item);
      }
    }
    if (!found) stored((storage) => storage.setItem(mark, String(chance())));
    era = read(mark) ?? era;
  };

  const noteKey = (): string => mark + '-rest:' + tag();

  return {
    put(item) {
      restore();
      write(item);
    },
    isGone(item) {
      restore();
      return !!item.key && read(item.key) === null;
    },
    remove,
    find(isStale) {
      era ??= read(mark) ?? undefined;
      const found: Kept[] = [];
      for (const key of stored(Object.keys) ?? []) {
        const [name, version, tagged, time, uuid = ''] = key.split(':');
        const at = Number(time);
        if (name !== mark || !version) continue;
        const known = [...items].find((item) => item.uuid === uuid);
        // A page whose token was refused has moved it.
        if (known) known.key = key;
        if (known || (tagged && tagged !== tag() && !isStale({ at }))) continue;
        const sealed = read(key) ?? '';
        const { level, outcome } = textIn(sealed);
        // Of a page that has died before it could remove it.
        if (outcome) remove(key);
        else found.push({ uuid, key, at, sealed, level: version === '1' ? level : undefined });
      }
      return found;
    },
    noted: () => read(noteKey()) ?? noteHere,
    note(text) {
      noteHere = text;
      if (!text) remove(noteKey());
      else if (stored((storage) => (storage.setItem(noteKey(), text), true))) noteHere = '';
    },
  };
}
