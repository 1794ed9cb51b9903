/** Reading values of the page. Whatever they are and do, nothing here throws. */

/** A property, or undefined where reading it throws. A text has none: its letters are no data. */
export function read(value: unknown, key: string): unknown {
  try {
    // Asked for, not tried: an error that is thrown and caught costs more than all that is read.
    return typeof value === 'string' ? undefined : (value as Record<string, unknown>)?.[key];
  } catch {
    return undefined;
  }
}

/** The same, but what every object has is a page's mischief, and says nothing about this one. */
export function readOwn(value: unknown, key: string): unknown {
  const found = read(value, key);
  return found === read(Object.prototype, key) ? undefined : found;
}

/** A property that is a non-empty string, else undefined. */
export function readText(value: unknown, key: string): string | undefined {
  const found = readOwn(value, key);
  return typeof found === 'string' && found ? found : undefined;
}

/** Its own keys, or none where asking for them throws. */
export function keysOf(value: unknown): string[] {
  try {
    return Object.keys(value as object);
  } catch {
    return [];
  }
}

/** What `Object.prototype.toString` calls it: `Error`, `Array`, `HTMLDivElement` … */
export function tagOf(value: unknown): string {
  try {
    return Object.prototype.toString.call(value).slice(8, -1);
  } catch {
    return 'unreadable';
  }
}

/** The value as text. Of lists only the name: lists of lists may have no end in sight. */
export function textOf(value: unknown): string {
  const tag = tagOf(value);
  try {
    if (!tag.endsWith('Array')) return String(value);
  } catch {
    // Its name must do.
  }
  return `[${tag}]`;
}

/** An object whose properties are what counts: no array, no instance of something built in. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return tagOf(value) === 'Object';
}

/**
 * Something that was made to be thrown: an Error of this or another realm, a DOMException, or an
 * object that carries a message and a stack like one. Also a DOM event, which tells of one.
 */
export function isErrorLike(value: unknown): boolean {
  return (
    /^(Error|(DOM)?Exception|.*Event)$/.test(tagOf(value)) ||
    (typeof value === 'object' &&
      typeof readOwn(value, 'message') === 'string' &&
      typeof readOwn(value, 'stack') === 'string')
  );
}
