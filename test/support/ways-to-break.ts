/** Ways in which a page may have broken what is built in, as text of its script. */
import { damages } from './broken-pages';

/** What a notifier may want of a browser. */
const wanted = [
  'JSON',
  'Promise',
  'console',
  'performance',
  'Date',
  'Math',
  'fetch',
  'XMLHttpRequest',
  'WeakMap',
  'WeakSet',
  'Set',
  'Map',
  'Proxy',
  'Reflect',
  'Error',
  'StorageEvent',
  'AbortController',
  'TextEncoder',
  'PerformanceObserver',
  'ReportingObserver',
  'crypto',
  'localStorage',
  'navigator',
  'history',
  'navigation',
  'screen',
  'setTimeout',
  'clearTimeout',
  'queueMicrotask',
  'addEventListener',
  'dispatchEvent',
] as const;

const put = (name: string, what: string): string =>
  `Object.defineProperty(window, '${name}', { ${what}, configurable: true });`;

const ways: Record<string, (name: string) => string> = {
  missing: (name) => put(name, 'value: undefined, writable: true'),
  'a number': (name) => put(name, 'value: 5, writable: true'),
  'a function that throws': (name) =>
    put(name, `value: function () { throw new Error('${name}'); }, writable: true`),
  'a getter that throws': (name) => put(name, `get() { throw new Error('${name}'); }`),
  frozen: (name) => `{
    const { ${name}: value } = window;
    [value, value?.prototype, Object.getPrototypeOf(value)].forEach((one) => {
      if (one !== Object.prototype && one !== Function.prototype) Object.freeze(one);
    });
  }`,
  'without methods that work': (name) => `{
    const { ${name}: value } = window;
    const { getOwnPropertyDescriptor: describe, defineProperty: put, getPrototypeOf: up } = Object;
    const own = Reflect.ownKeys;
    for (const owner of [value, value?.prototype, up(value)]) {
      if (!owner || owner === Object.prototype || owner === Function.prototype) continue;
      // What lies in storage is no method.
      if (owner === window.localStorage) continue;
      for (const key of own(owner)) {
        if (key === 'constructor' || key === 'prototype') continue;
        const { configurable } = describe(owner, key);
        if (configurable) put(owner, key, { get() { throw new Error('${name}'); } });
      }
    }
  }`,
};

/** By its name, each with nothing but one thing broken. */
export const breakages: Record<string, string> = {
  ...damages,
  'toJSON of arrays': `Array.prototype.toJSON = function () { return '[polluted]'; };`,
  'toJSON of everything': `Object.prototype.toJSON = function () { return '[polluted]'; };`,
  'toJSON of everything that throws': `Object.prototype.toJSON = function () { throw new Error('toJSON'); };`,
  ...Object.fromEntries(
    wanted.flatMap((name) =>
      Object.entries(ways)
        // Where even to wait for a promise throws, nobody can wait, nor hear that it has thrown.
        .filter(([way]) => name !== 'Promise' || !way.startsWith('without'))
        .map(([way, write]) => [`${name}: ${way}`, write(name)]),
    ),
  ),
};
