import { on } from '../browser/on.js';

/** Records when the network goes and comes back. */
const connectivity = ({ record }) => on(globalThis, ['online', 'offline'], ({ type }) => {
    record('connectivity', { change: type });
});

export { connectivity };
