import { isRecord, read } from './foreign';

/**
 * A new object: `base` with `over` laid on top, deep in plain objects. Undefined never wins,
 * null does; arrays, functions and instances are taken as they are. Neither input is changed.
 */
export function merge<T extends object>(base: T, over: unknown, depth = 0): T {
  const merged = { ...base } as Record<string, unknown>;
  for (const key of isRecord(over) ? Object.keys(over) : []) {
    const value = read(over, key);
    // `merged.__proto__ = …` would change a prototype, not add a property.
    if (value === undefined || key === '__proto__') continue;
    const old = merged[key];
    // Deeper than any real configuration: a cycle, which the copy at sealing will cut.
    merged[key] =
      isRecord(value) && depth < 20 ? merge(isRecord(old) ? old : {}, value, depth + 1) : value;
  }
  return merged as T;
}
