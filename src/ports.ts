import { barePorts } from './browser/ports';
import { createScrub } from './core/scrub';
import type { Ports } from './shapes';

/** What a notifier needs, from the browser it runs in, and all that it can be without. */
export const browserPorts = (): Ports => ({ ...barePorts(), createScrub });
