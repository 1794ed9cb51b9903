import type { Guard } from './browser/guard';
import { keysOf, read } from './core/foreign';
import { plainObject } from './core/plain';
import type { JsonObject } from './items-api';

type Act = (this: unknown, ...args: unknown[]) => unknown;

/** Functions that remember with what context they threw. */
export interface Wrap {
  /**
   * A function that does what `fn` does, one for each `fn`. What it throws is thrown on as it is,
   * and `context`, an object or what a function gives then, is kept beside it. What is no function
   * is given back.
   */
  wrap(fn: unknown, context?: unknown, before?: unknown): unknown;
  /** The context in which this was thrown, if it was. */
  contextOf(thrown: unknown): JsonObject | undefined;
}

/** `guard` contains what contexts throw, and what goes before. */
export function createWrap(guard: Guard): Wrap {
  const wrapped = new WeakMap<Act, Act>();
  const contexts = new WeakMap<object, JsonObject>();
  /** Of what is no object, the last. */
  let last: { value: unknown; context: JsonObject } | undefined;

  const keep = (value: unknown, context: unknown): void => {
    const given = typeof context === 'function' ? guard('a context', context as Act) : context;
    const copy = plainObject(given);
    if (Object(value) === value) contexts.set(value as object, copy);
    else last = { value, context: copy };
  };

  return {
    wrap(fn, context, before) {
      const act = fn as Act;
      if (typeof act !== 'function') return fn;
      const known = wrapped.get(act);
      if (known) return known;
      // The name by which its frame is known, also to whoever has the stacks of rollbar.js in mind.
      // No method, for those cannot be called with `new`.
      const { _rollbar_wrapped: wrapper } = {
        _rollbar_wrapped: function (this: unknown, ...args: unknown[]): unknown {
          if (typeof before === 'function') {
            guard('what goes before', () => before.apply(this, args));
          }
          try {
            return new.target
              ? (Reflect.construct(act, args, new.target === wrapper ? act : new.target) as unknown)
              : act.apply(this, args);
          } catch (error) {
            try {
              keep(error, context);
            } catch {
              // Where the stack is used up, what was thrown still goes on as it is.
            }
            throw error;
          }
        },
      };
      wrapped.set(act, wrapper);
      // A second wrapping has nothing to add.
      wrapped.set(wrapper, wrapper);
      guard('wrap', () => {
        // Set, not assigned: a class may have a static `name`, and a function's is not to be written.
        for (const key of ['prototype', ...keysOf(act)]) Reflect.set(wrapper, key, read(act, key));
        // Where the snippets of rollbar.js look for it, to remove a listener.
        Reflect.defineProperty(act, '_rollbar_wrapped', {
          // What a page puts on Object.prototype must not become part of it.
          __proto__: null,
          value: wrapper,
          configurable: true,
        } as PropertyDescriptor);
      });
      return wrapper;
    },
    contextOf: (thrown) =>
      Object(thrown) === thrown
        ? contexts.get(thrown as object)
        : last?.value === thrown
          ? last?.context
          : undefined,
  };
}
