/** Pages that have broken what is built in, before or after a notifier comes. */

/** How a page may have broken what is built in. */
export const damages: Record<string, string> = {
  'getters on Object.prototype': `
    for (const name of ['get', 'set', 'apply', 'value', 'level', 'type', 'text', 'toJSON', 'then']) {
      if (name in {}) continue;
      Object.defineProperty(Object.prototype, name, {
        __proto__: null, get() { throw new Error(name) }, set() { throw new Error(name) },
      });
    }`,
  'values on Object.prototype': `
    for (const name of ['get', 'apply', 'log', 'dom', 'headers', 'method', 'body', 'catch', 'then']) {
      Object.prototype[name] = () => { throw new Error(name) };
    }`,
  'methods of arrays': `
    for (const name of ['map', 'filter', 'reverse', 'slice', 'push', 'join', 'forEach', 'toJSON']) {
      Array.prototype[name] = () => { throw new Error(name) };
    }`,
  iterators: `
    [Array.prototype, Set.prototype, Map.prototype].forEach((prototype) => {
      prototype[Symbol.iterator] = () => { throw new Error('iterator') };
    });`,
  'methods of text': `
    for (const name of ['replace', 'slice', 'startsWith', 'split', 'trim', 'toLowerCase']) {
      String.prototype[name] = () => { throw new Error(name) };
    }
    RegExp.prototype.test = RegExp.prototype.exec = () => { throw new Error('test') };`,
  'sets and maps': `
    for (const { prototype } of [WeakMap, Set, Map]) {
      for (const name of ['get', 'set', 'add', 'has']) prototype[name] = () => { throw new Error(name) };
    }`,
  'no JSON, Reflect, Proxy, Date and performance': `
    for (const name of ['JSON', 'Reflect', 'Proxy', 'Date', 'performance', 'Headers', 'Error']) {
      if (name !== 'Error' && name !== 'Date') window[name] = undefined;
    }
    Date.now = () => { throw new Error('now') };`,
  'Object without its methods': `
    for (const name of ['keys', 'fromEntries', 'entries', 'defineProperty', 'getPrototypeOf']) {
      Object[name] = () => { throw new Error(name) };
    }
    Object.prototype.toString = Function.prototype.apply = Function.prototype.call = () => {
      throw new Error('apply');
    };`,
  'all frozen': `
    [console, History.prototype, XMLHttpRequest.prototype, Object.prototype, Array.prototype,
      Promise.prototype, Event.prototype].forEach(Object.freeze);`,
  'an element that throws': `
    for (const name of ['attributes', 'localName', 'nodeType', 'nodeName']) {
      const { prototype } = name.startsWith('node') ? Node : Element;
      Object.defineProperty(prototype, name, {
        get() { throw new Error(name) }, configurable: true,
      });
    }
    Event.prototype.composedPath = () => { throw new Error('path') };`,
};
