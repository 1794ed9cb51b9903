import type { PageEvents } from '../shapes';

/**
 * Listens to the errors a page raises by itself, and to its coming and going. Listeners, not
 * `window.onerror`: a page may set that one anew at any time, and what it returns is its own
 * affair. And no `unload` or `beforeunload`, which would cost the page its place in the
 * back/forward cache.
 */
export function listen(page: PageEvents): () => void {
  const listeners = {
    error({ message, filename, lineno, colno, error }: ErrorEvent) {
      page.uncaught(message, filename, lineno, colno, error);
    },
    unhandledrejection: ({ reason }: PromiseRejectionEvent) => page.rejected(reason),
    online: page.wake,
    visibilitychange: (event: unknown) => (document.hidden ? page.leave(false) : page.wake(event)),
    pageshow: page.wake,
    pagehide: () => page.leave(true),
    // Without a text something was removed, without a key everything.
    storage: ({ key, newValue }: StorageEvent) => key && newValue && page.told(key, newValue),
  };
  const each = (act: typeof addEventListener): void =>
    Object.entries(listeners).forEach(([type, listener]) => act(type, listener as EventListener));
  each(addEventListener);
  return () => each(removeEventListener);
}
