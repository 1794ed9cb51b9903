/**
 * The door for script tags. What is wrong with options it does not say, for every visitor would pay
 * for those words; {@link file://./script-dev.ts} does.
 */
import { browserPorts } from './ports';
import { rollbarClass } from './rollbar';
import { takeOver } from './take-over';
import { takeOverOld, withOldContext } from './take-over-old';

const Rollbar = rollbarClass(() => withOldContext(browserPorts()));
if (!takeOverOld(Rollbar)) takeOver(Rollbar);
