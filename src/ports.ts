import { barePorts, chance } from './browser/ports';
import { createFilter } from './core/filter';
import { createScrub } from './core/scrub';
import type { Ports } from './shapes';

/** What a notifier needs, from the browser it runs in, and all that it can be without. */
export function browserPorts(): Ports {
  const ports = barePorts();
  return { ...ports, createScrub, filter: createFilter(chance, ports.say) };
}
