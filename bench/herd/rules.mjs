/** How long a client waits after a failed request: the three that are compared. */

/** @import { Wait } from './simulate.mjs' */

/** As it is shipped. @type {typeof import('../../src/core/delivery')} */
const { delayMs } = await import(
  new URL('../../dist/modules/core/delivery.js', import.meta.url).href
);

/** @type {{ name: string, wait: Wait }[]} */
export const rules = [
  { name: 'fixed interval', wait: () => 10_000 },
  { name: 'exponential', wait: (failures) => Math.min(300_000, 1000 * 2 ** (failures - 1)) },
  { name: 'ours', wait: (failures, chance) => delayMs(failures, chance) },
];
