import { isRecord, keysOf, read } from './foreign';
import { plain } from './plain';

/** A copy of options: their objects as plain data, and what cannot change as it is. */
export const copyOf = (options: unknown): object =>
  Object.fromEntries(
    keysOf(options).map((key) => {
      const value = read(options, key);
      return [key, typeof value === 'object' ? plain(value) : value];
    }),
  );

/**
 * A new object: `base` with `over` laid on top, deep in plain objects. Undefined never wins, null
 * does; lists and functions are taken as they are. Neither input is changed, or an object in it.
 */
export function merge<T extends object>(base: T, over: unknown): T {
  // Hooks may have left in it what throws.
  const merged = Object.fromEntries(keysOf(base).map((key) => [key, read(base, key)])) as Record<
    string,
    unknown
  >;
  for (const [key, value] of isRecord(over) ? Object.entries(over) : []) {
    const old = merged[key];
    // Assigned, __proto__ would be no key but a prototype.
    if (value !== undefined && key !== '__proto__') {
      merged[key] = isRecord(value) ? merge(isRecord(old) ? old : {}, value) : value;
    }
  }
  return merged as T;
}
