import type { TextStorage } from '../shapes';

/**
 * Runs `act` on the page's `localStorage`. Undefined where there is none (a sandboxed frame, a
 * worker, blocked by the visitor) and where it fails (full).
 */
export function stored<T>(act: (storage: TextStorage) => T): T | undefined {
  try {
    return act(localStorage);
  } catch {
    return undefined;
  }
}
