import { on } from '../browser/on.js';

/** Records when the page has been read, and when all of it is there. */
const page = ({ record }) => 
// The load events of images and frames never reach the window.
on(globalThis, ['DOMContentLoaded', 'load'], ({ type }) => {
    record('navigation', { subtype: type });
});

export { page };
