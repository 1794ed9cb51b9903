/**
 * Sees a call before it is made. What it returns, if anything, gets the result and gives what the
 * caller gets instead: a promise can only be watched by standing before the page. Not called for a
 * call that throws.
 */
export type Listener = (
  name: string,
  self: unknown,
  args: readonly unknown[],
) => ((result: unknown) => unknown) | void;

type Method = (...args: unknown[]) => unknown;

/** What stands in the place of methods, however many listen. */
const patches = /* @__PURE__ */ new WeakMap<
  Method,
  { original: Method; listeners: Set<Listener> }
>();

/**
 * A stand-in for a method. A proxy, as it is all that the method is: its name, length, properties
 * and prototype, and native code to whoever asks for its text.
 */
function standIn(original: Method, listeners: Set<Listener>, name: string): Method {
  const { apply } = Reflect;
  // Where a page has put something else in its place, better now than in a call of the page.
  apply(original.bind, original, []);
  // What a page puts on Object.prototype must not become a trap.
  return new Proxy(original, {
    __proto__: null,
    apply(_: Method, self: unknown, args: unknown[]): unknown {
      const ends: ((result: unknown) => unknown)[] = [];
      try {
        for (const listener of listeners) {
          try {
            ends.push(listener(name, self, args) ?? ((same) => same));
          } catch {
            // Of no concern to the caller, nor to other listeners.
          }
        }
      } catch {
        // A page may have replaced what is used here.
      }
      let result = apply(original, self, args);
      try {
        for (const end of ends) result = end(result);
      } catch {
        // The caller gets what there is.
      }
      return result;
    },
  } as ProxyHandler<Method>);
}

/**
 * Listens to calls of these methods, wherever among the prototypes of `owner` they are, without a
 * difference to whoever calls them; returns the way to stop. A method that is not there, or is not
 * to be replaced, stays as it is. Each is replaced once, however many listen, and put back after the
 * last one, unless somebody else has replaced it since.
 */
export function patch(
  owner: object | undefined,
  names: readonly string[],
  listener: Listener,
): () => void {
  const undos: (() => void)[] = [];
  for (const name of names) {
    try {
      let at = owner as object;
      const describe = (): PropertyDescriptor | undefined =>
        Object.getOwnPropertyDescriptor(at, name);
      const put = (value: Method): unknown =>
        Object.defineProperty(at, name, { ...describe(), value });
      // Where there is no such method, this ends at null, which has no properties to describe.
      while (!describe()) at = Object.getPrototypeOf(at) as object;
      let method = describe()?.value as Method;
      let known = patches.get(method);
      if (!known) {
        known = { original: method, listeners: new Set() };
        method = standIn(known.original, known.listeners, name);
        patches.set(method, known);
        put(method);
      }
      const { original, listeners } = known;
      listeners.add(listener);
      undos.push(() => {
        listeners.delete(listener);
        // Patched over, it must stay, and does nothing any more.
        if (!listeners.size && describe()?.value === method) put(original);
      });
    } catch {
      // A page may have frozen it, or there is none.
    }
  }
  return () => undos.forEach((undo) => undo());
}
