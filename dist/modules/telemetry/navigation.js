import { on } from '../browser/on.js';
import { patch } from '../browser/patch.js';

/** Records when the address changes without a new page. */
const navigation = ({ record }) => {
    const { location, history, navigation } = globalThis;
    if (!location)
        return () => undefined;
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
        : patch(history, ['pushState', 'replaceState'], () => (result) => {
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
