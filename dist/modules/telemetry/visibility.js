import { on } from '../browser/on.js';

/** Records when the page is hidden, and when it is seen again. */
const visibility = ({ record }) => on(globalThis.document, ['visibilitychange'], () => {
    record('navigation', () => ({ subtype: 'visibility', to: document.visibilityState }));
});

export { visibility };
