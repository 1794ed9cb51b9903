/**
 * The smallest door for script tags: without a scrubber, and without words about wrong options.
 */
import { barePorts } from './browser/ports';
import { rollbarClass } from './rollbar-class';
import { takeOver } from './take-over';

takeOver(rollbarClass(() => ({ ports: barePorts() })));
