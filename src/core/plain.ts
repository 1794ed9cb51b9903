import type { Json, JsonObject } from '../items-api';
import { isErrorLike, read, readText, tagOf, textOf } from './foreign';

/** How much of a value is kept. */
export interface Bounds {
  /** Levels of nesting. */
  depth: number;
  /** Entries of each array, half from either end; none is marked. */
  items: number;
  /** UTF-16 units of each string and key. */
  chars: number;
  /** UTF-16 units of the whole, an entry of an object or array counting 8 beside its text. */
  size: number;
}

/** At capture: more than an item can hold, little enough never to be felt. */
export const captureBounds: Bounds = { depth: 12, items: Infinity, chars: 65536, size: 131072 };

/** Cuts a text and says so; half a surrogate pair, cut or found, becomes U+FFFD. */
export function clip(text: string, chars: number): string {
  // With the u flag, only surrogates without their partner match.
  return (text.length > chars ? text.slice(0, chars - 1) + '…' : text).replace(
    /[\ud800-\udfff]/gu,
    '\ufffd',
  );
}

/**
 * A copy that JSON can say, of any value at all. Cycles, throwing getters, proxies, DOM nodes,
 * functions and the like become short texts in brackets; what passes the bounds becomes `…`.
 */
export function plain(value: unknown, { depth, items, chars, size }: Bounds): Json | undefined {
  const ancestors: unknown[] = [];
  let left = size;

  const text = (whole: string): string => {
    const kept = clip(whole, Math.max(1, Math.min(chars, left)));
    left -= kept.length;
    return kept;
  };

  const record = (keys: Iterable<string>, of: (key: string) => unknown): JsonObject => {
    const copied: JsonObject = {};
    for (const key of keys) {
      if ((left -= 8) < 0) {
        copied['…'] = '…';
        break;
      }
      // Assigned as it is, __proto__ would be no key but a prototype.
      copied[key === '__proto__' ? '[__proto__]' : text(key)] = copy(of(key));
    }
    return copied;
  };

  const list = (all: Iterable<unknown>): Json[] => {
    const copied: Json[] = [];
    for (const item of all) {
      if ((left -= 8) < 0) {
        copied.push('…');
        break;
      }
      copied.push(copy(item) ?? null);
    }
    return copied;
  };

  const object = (value: object): Json | undefined => {
    const tag = tagOf(value);
    // Of an element, what people see in their tools, and nothing of what a visitor typed.
    const nodeName = readText(value, 'nodeName');
    if (nodeName && read(value, 'nodeType')) return text(`<${clip(nodeName.toLowerCase(), 99)}>`);
    if (ancestors.includes(value)) return '[circular]';
    if (ancestors.length >= depth || /^Window$|global/i.test(tag) || ArrayBuffer.isView(value)) {
      return text(`[${tag}]`);
    }
    ancestors.push(value);
    try {
      if (isErrorLike(value))
        return record(['name', 'message', 'stack'], (key) => read(value, key));
      if (Array.isArray(value)) {
        const half = items / 2;
        return list(
          value.length > items ? [...value.slice(0, half), ...value.slice(-half)] : value,
        );
      }
      if (/^(Map|Set)$/.test(tag)) return list(value as Iterable<unknown>);
      const toJSON = read(value, 'toJSON');
      // One that every object has is a page's mischief, and says nothing about this object.
      if (typeof toJSON === 'function' && toJSON !== read(Object.prototype, 'toJSON')) {
        const json: unknown = toJSON.call(value);
        if (json !== value) return copy(json);
      }
      const keys = Object.keys(value);
      // A Promise, a WeakMap, a RegExp: nothing to see inside, so its name says more than {}.
      return keys.length || tag === 'Object'
        ? record(keys, (key) => read(value, key))
        : text(textOf(value));
    } finally {
      ancestors.pop();
    }
  };

  const copy = (value: unknown): Json | undefined => {
    switch (typeof value) {
      case 'string':
        return text(value);
      case 'number':
        return isFinite(value) ? value : String(value);
      case 'boolean':
      case 'undefined':
        return value;
      case 'object':
        try {
          return value && object(value);
        } catch {
          return '[unreadable]';
        }
      case 'function':
        return text(`[function ${clip(readText(value, 'name') ?? '', 99)}]`);
      default:
        return text(textOf(value));
    }
  };

  return copy(value);
}

/** Whether plain data is an object, neither list nor null. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && !!value && !Array.isArray(value);
}

/** {@link plain} of what should be an object; anything else is kept under `value`. */
export function plainObject(value: unknown, bounds: Bounds): JsonObject {
  const copied = plain(value, bounds);
  return isObject(copied) ? copied : { value: copied };
}

/**
 * JSON text of plain data. Not `JSON.stringify` on the whole, which would ask a `toJSON` that the
 * page (or an old Prototype.js) has put on `Object.prototype` or `Array.prototype`.
 */
export function write(value: Json | undefined): string {
  if (Array.isArray(value)) return `[${value.map(write).join()}]`;
  if (typeof value !== 'object' || !value) return JSON.stringify(value ?? null);
  const pairs = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .map((key) => `${JSON.stringify(key)}:${write(value[key])}`);
  return `{${pairs.join()}}`;
}
