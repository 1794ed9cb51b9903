import { on } from '../browser/on';
import type { Collector } from './contract';

/** Records when the network goes and comes back. */
export const connectivity: Collector = ({ record }) =>
  on(globalThis, ['online', 'offline'], ({ type }) => {
    record('connectivity', { change: type });
  });
