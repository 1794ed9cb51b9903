import { bytesOf } from '../core/bytes';
import { keysOf, read } from '../core/foreign';
import { writeFast } from '../core/plain';
import type { Slot } from '../core/ring';
import type { Body, JsonObject, TelemetryEntry } from '../items-api';
import { maxSealedBytes, seal } from '../pipeline';
import type { Scrub } from '../shapes';

/** An entry. Most go with many items, and are scrubbed for the first. */
export interface Kept extends Readonly<Slot> {
  /** Its text without secrets, by this scrubber. */
  sealed?: string;
  by?: Scrub;
}

/** What bodies have as their telemetry, as long as nobody has read or replaced it. */
const unread = /* @__PURE__ */ new WeakMap<object, readonly Kept[]>();

/** As objects. */
export const parsed = (entries: readonly Kept[]): TelemetryEntry[] =>
  JSON.parse(`[${entries.map(({ text }) => text).join()}]`) as TelemetryEntry[];

/** Gives a body its telemetry, which becomes objects for whoever reads it: a hook. */
export function lend(body: Body, entries: readonly Kept[]): void {
  unread.set(body, entries);
  const define = (how: PropertyDescriptor): void => {
    try {
      // What a page puts on Object.prototype must not become part of it.
      Object.defineProperty(body, 'telemetry', {
        __proto__: null,
        configurable: true,
        enumerable: true,
        ...how,
      } as PropertyDescriptor);
    } catch {
      // A hook has frozen it.
    }
  };
  const put = (value: unknown): void => {
    unread.delete(body);
    define({ value, writable: true });
  };
  const get = (): TelemetryEntry[] => {
    const all = parsed(entries);
    put(all);
    return all;
  };
  define({ get, set: put });
}

const textOf = (entry: Kept, scrub: Scrub): string => {
  if (entry.by !== scrub) {
    const { body } = scrub({ body: { telemetry: parsed([entry]) as unknown as JsonObject[] } });
    entry.sealed = writeFast((read(read(body, 'telemetry'), '0') ?? null) as JsonObject | null);
    entry.by = scrub;
  }
  return entry.sealed as string;
};

/** {@link seal}, which puts in what has been scrubbed before; not for a scrubber that asks for paths. */
export function sealReady(
  occurrence: object,
  scrub: Scrub,
  maxBytes: number = maxSealedBytes,
): string {
  const body = read(occurrence, 'body') as object;
  const entries = unread.get(body);
  // A hook may have taken it away without a word.
  if (entries && keysOf(Object.getOwnPropertyDescriptor(body, 'telemetry')).includes('get')) {
    const others = Object.keys(body).filter((key) => key !== 'telemetry');
    const rest = Object.fromEntries(others.map((key) => [key, read(body, key)]));
    const text = seal({ ...occurrence, body: rest }, scrub, maxBytes);
    const start = '{"body":{';
    const texts = entries.map((entry) => textOf(entry, scrub));
    const whole = `${start}"telemetry":[${texts.join()}],${text.slice(start.length)}`;
    // Where something has to be cut, it is not for the rest alone.
    if (
      text.startsWith(start + '"') &&
      // By its name or place, an entry may be secret as a whole.
      texts.every((one) => one.startsWith('{')) &&
      !/"truncated":\d/.test(text) &&
      // Most need no counting.
      (whole.length * 3 <= maxBytes || bytesOf(whole) <= maxBytes)
    ) {
      return whole;
    }
  }
  return seal(occurrence, scrub, maxBytes);
}
