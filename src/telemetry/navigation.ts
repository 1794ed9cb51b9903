import { on } from '../browser/on';
import { patch } from '../browser/patch';
import type { Collector } from './contract';

/** Records when the address changes without a new page. */
export const navigation: Collector = ({ record }) => {
  // The DOM library does not know it everywhere, nor does every browser.
  const { navigation } = globalThis as { navigation?: EventTarget };
  // Of the origin, nothing can change.
  const here = (): string => location.pathname + location.search + location.hash;
  let from = here();
  const look = (): void => {
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
