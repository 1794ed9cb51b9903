import { on } from '../browser/on.js';
import { patch } from '../browser/patch.js';

/** Records when the address changes without a new page. */
const navigation = ({ record }) => {
    // The DOM library does not know it everywhere, nor does every browser.
    const { navigation } = globalThis;
    // Of the origin, nothing can change.
    const here = () => location.pathname + location.search + location.hash;
    let from = here();
    const look = () => {
        record('navigation', () => {
            const to = here();
            const moved = to !== from && { from, to };
            from = to;
            return moved;
        });
    };
    // Told by the browser, it takes no patch.
    const stopCalls = navigation
        ? on(navigation, ['currententrychange'], look)
        : patch(globalThis.history, ['pushState', 'replaceState'], () => (result) => {
            look();
            return result;
        });
    const stopEvents = on(globalThis, ['popstate', 'hashchange'], look);
    return () => {
        stopCalls();
        stopEvents();
    };
};

export { navigation };
