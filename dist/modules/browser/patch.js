/** What stands in the place of methods, however many listen. */
const patches = /* @__PURE__ */ new WeakMap();
/**
 * A stand-in for a method. A proxy, as it is all that the method is: its name, length, properties
 * and prototype, and native code to whoever asks for its text.
 */
function standIn(original, listeners, name) {
    const { apply } = Reflect;
    // Where a page has put something else in its place, better now than in a call of the page.
    apply(original.bind, original, []);
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
/**
 * Listens to calls of these methods, wherever among the prototypes of `owner` they are, without a
 * difference to whoever calls them; returns the way to stop. A method that is not there, or is not
 * to be replaced, stays as it is. Each is replaced once, however many listen, and put back after the
 * last one, unless somebody else has replaced it since.
 */
function patch(owner, names, listener) {
    const undos = [];
    for (const name of names) {
        try {
            let at = owner;
            const describe = () => Object.getOwnPropertyDescriptor(at, name);
            const put = (value) => Object.defineProperty(at, name, { ...describe(), value });
            // Where there is no such method, this ends at null, which has no properties to describe.
            while (!describe())
                at = Object.getPrototypeOf(at);
            let method = describe()?.value;
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
                if (!listeners.size && describe()?.value === method)
                    put(original);
            });
        }
        catch {
            // A page may have frozen it, or there is none.
        }
    }
    return () => undos.forEach((undo) => undo());
}

export { patch };
