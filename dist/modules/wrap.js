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
            const { _rollbar_wrapped: wrapper } = {
                _rollbar_wrapped(...args) {
                    if (typeof before === 'function') {
                        guard('what goes before', () => before.apply(this, args));
                    }
                    try {
                        return act.apply(this, args);
                    }
                    catch (error) {
                        keep(error, context);
                        throw error;
                    }
                },
            };
            wrapped.set(act, wrapper);
            // A second wrapping has nothing to add.
            wrapped.set(wrapper, wrapper);
            Object.assign(wrapper, act);
            // Where the snippets of rollbar.js look for it, to remove a listener.
            Reflect.defineProperty(act, '_rollbar_wrapped', { value: wrapper, configurable: true });
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
