import { on } from '../browser/on';
import type { Collector } from './contract';

/** Records when the page is hidden, and when it is seen again. */
export const visibility: Collector = ({ record }) =>
  on(globalThis.document, ['visibilitychange'], () => {
    record('navigation', () => ({ subtype: 'visibility', to: document.visibilityState }));
  });
