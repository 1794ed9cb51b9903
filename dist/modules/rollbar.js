import { withComplaints } from './complaints.js';
import { dropInStatics, dropIn } from './drop-in.js';
import { browserPorts } from './ports.js';
import { rollbarClass } from './rollbar-class.js';
import { collectors } from './telemetry/index.js';
import { withTelemetry } from './telemetry/with-telemetry.js';

/**
 * The notifier under the name people have in their code today: `new Rollbar(options)` for one of
 * your own, `Rollbar.init(options)` for the one that the static methods act on.
 */
const Rollbar = /* @__PURE__ */ rollbarClass(() => dropIn(withComplaints(withTelemetry(browserPorts(), collectors))), dropInStatics);

export { Rollbar };
