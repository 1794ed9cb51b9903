/**
 * The door for script tags. What is wrong with options it does not say, for every visitor would pay
 * for those words; {@link file://./script-dev.ts} does.
 */
import { dropIn, dropInStatics } from './drop-in';
import { browserPorts } from './ports';
import { rollbarClass } from './rollbar-class';
import { takeOver } from './take-over';
import { takeOverOld, withOldContext } from './take-over-old';
import { collectors } from './telemetry/index';
import { withTelemetry } from './telemetry/with-telemetry';

const Rollbar = rollbarClass(
  () => dropIn(withOldContext(withTelemetry(browserPorts(), collectors))),
  dropInStatics,
);
if (!takeOverOld(Rollbar)) takeOver(Rollbar);
