import { on } from '../browser/on';
import type { Collector } from './contract';

/** Records when the page has been read, and when all of it is there. */
export const page: Collector = ({ record }) =>
  on(globalThis, ['DOMContentLoaded', 'load'], ({ type, target }) => {
    // On their way down, the load events of images and frames pass, too.
    if (target === globalThis.document) record('navigation', { subtype: type });
  });
