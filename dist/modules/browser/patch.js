/** What stands in the place of methods, however many listen. */
const patches = /* @__PURE__ */ new WeakMap();
/**
 * A stand-in for a method. A proxy, as it is all that the method is: its name, length, properties
 * and prototype, and native code to whoever asks for its text.
 */
function standIn(original, listeners, name) {
    const { apply } = Reflect;
    // What a page puts on Object.prototype must not become a trap.
    return new Proxy(original, {
        __proto__: null,
        apply(_, self, args) {
            const ends = [];
            try {
                for (const listener of listeners) {
                    try {
                        ends.push(listener(name, self, args) ?? ((same) => same));
                    }
                    catch {
                        // Of no concern to the caller, nor to other listeners.
                    }
                }
            }
            catch {
                // A page may have replaced what is used here.
            }
            let result = apply(original, self, args);
            try {
                for (const end of ends)
                    result = end(result);
            }
            catch {
                // The caller gets what there is.
            }
            return result;
        },
    });
}
/** Listens to calls of one method, wherever among the prototypes of `owner` it is. */
function patchOne(owner, name, listener) {
    while (owner && !Object.getOwnPropertyDescriptor(owner, name)) {
        owner = Object.getPrototypeOf(owner);
    }
    if (!owner)
        return () => undefined;
    const put = (value) => Object.defineProperty(owner, name, {
        ...Object.getOwnPropertyDescriptor(owner, name),
        value,
    });
    const current = () => Object.getOwnPropertyDescriptor(owner, name)?.value;
    let method = current();
    let patch = patches.get(method);
    if (!patch) {
        patch = { original: method, listeners: new Set() };
        method = standIn(method, patch.listeners, name);
        patches.set(method, patch);
        put(method);
    }
    const { original, listeners } = patch;
    listeners.add(listener);
    return () => {
        listeners.delete(listener);
        // Patched over, it must stay, and does nothing any more.
        if (!listeners.size && current() === method)
            put(original);
    };
}
/**
 * Listens to calls of these methods, without a difference to whoever calls them; returns the way to
 * stop. A method that is not there, or is not to be replaced, stays as it is. Each is replaced once,
 * however many listen, and put back after the last one, unless somebody else has replaced it since.
 */
function patch(owner, names, listener) {
    const undos = names.map((name) => {
        try {
            return patchOne(owner ?? null, name, listener);
        }
        catch {
            // A page may have frozen it.
            return () => undefined;
        }
    });
    return () => undos.forEach((undo) => undo());
}

export { patch };
