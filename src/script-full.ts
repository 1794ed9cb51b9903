/**
 * The door for script tags. What is wrong with options it does not say, for every visitor would pay
 * for those words; {@link file://./script-dev.ts} does.
 */
import { dropIn, dropInStatics } from './drop-in';
import { browserPorts } from './ports';
import { rollbarClass } from './rollbar';
import { takeOver } from './take-over';
import { takeOverOld, withOldContext } from './take-over-old';

const Rollbar = rollbarClass(() => dropIn(withOldContext(browserPorts())), dropInStatics);
if (!takeOverOld(Rollbar)) takeOver(Rollbar);
