import { on } from '../browser/on';
import type { Collector } from './contract';

/** Records when the page has been read, and when all of it is there. */
export const page: Collector = ({ record }) =>
  // The load events of images and frames never reach the window.
  on(globalThis, ['DOMContentLoaded', 'load'], ({ type }) => {
    record('navigation', { subtype: type });
  });
