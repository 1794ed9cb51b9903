/**
 * The smallest door for script tags: what it takes to capture, keep and deliver. What a notifier can
 * be without is not in it, {@link file://./script-full.ts} has that.
 */
import { barePorts } from './browser/ports';
import { rollbarClass } from './rollbar-class';
import { takeOver } from './take-over';

takeOver(rollbarClass(() => ({ ports: barePorts() })));
