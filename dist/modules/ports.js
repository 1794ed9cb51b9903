import { barePorts } from './browser/ports.js';
import { createScrub } from './core/scrub.js';

/** What a notifier needs, from the browser it runs in, and all that it can be without. */
const browserPorts = () => ({ ...barePorts(), createScrub });

export { browserPorts };
