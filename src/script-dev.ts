/** The door for script tags while a page is being set up: readable, and in words about options. */
import { withComplaints } from './complaints';
import { dropIn, dropInStatics } from './drop-in';
import { browserPorts } from './ports';
import { rollbarClass } from './rollbar-class';
import { takeOver } from './take-over';
import { takeOverOld, withOldContext } from './take-over-old';
import { collectors } from './telemetry/index';
import { withTelemetry } from './telemetry/with-telemetry';

const Rollbar = rollbarClass(
  () => dropIn(withOldContext(withComplaints(withTelemetry(browserPorts(), collectors)))),
  dropInStatics,
);
if (!takeOverOld(Rollbar)) takeOver(Rollbar);
