import { keysOf, read } from './core/foreign.js';
import { plainObject } from './core/plain.js';

/** `guard` contains what contexts throw, and what goes before. */
function createWrap(guard) {
    const wrapped = new WeakMap();
    const contexts = new WeakMap();
    /** Of what is no object, the last. */
    let last;
    const keep = (value, context) => {
        const given = typeof context === 'function' ? guard('a context', context) : context;
        const copy = plainObject(given);
        if (Object(value) === value)
            contexts.set(value, copy);
        else
            last = { value, context: copy };
    };
    return {
        wrap(fn, context, before) {
            const act = fn;
            if (typeof act !== 'function')
                return fn;
            const known = wrapped.get(act);
            if (known)
                return known;
            // The name by which its frame is known, also to whoever has the stacks of rollbar.js in mind.
            // No method, for those cannot be called with `new`.
            const { _rollbar_wrapped: wrapper } = {
                _rollbar_wrapped: function (...args) {
                    if (typeof before === 'function') {
                        guard('what goes before', () => before.apply(this, args));
                    }
                    try {
                        return new.target
                            ? Reflect.construct(act, args, new.target === wrapper ? act : new.target)
                            : act.apply(this, args);
                    }
                    catch (error) {
                        try {
                            keep(error, context);
                        }
                        catch {
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
                for (const key of ['prototype', ...keysOf(act)])
                    Reflect.set(wrapper, key, read(act, key));
                // Where the snippets of rollbar.js look for it, to remove a listener.
                Reflect.defineProperty(act, '_rollbar_wrapped', {
                    // What a page puts on Object.prototype must not become part of it.
                    __proto__: null,
                    value: wrapper,
                    configurable: true,
                });
            });
            return wrapper;
        },
        contextOf: (thrown) => Object(thrown) === thrown
            ? contexts.get(thrown)
            : last?.value === thrown
                ? last?.context
                : undefined,
    };
}

export { createWrap };
