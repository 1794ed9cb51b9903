import { dropIn } from '../../src/drop-in';
import type { DropIn } from '../../src/drop-in';
import { createNotifier } from '../../src/notifier';
import type { Options } from '../../src/options';
import type { Notifier } from '../../src/surface';
import { withTelemetry } from '../../src/telemetry/with-telemetry';
import { createFakes, token } from './fakes';
import type { Fakes } from './fakes';

/** A notifier with the methods of rollbar.js and telemetry, in a world without a browser. */
export function startDropIn(options: Options = {}): Fakes & { rollbar: Notifier & DropIn } {
  const fakes = createFakes();
  const { ports, addTo } = dropIn(withTelemetry(fakes.ports, {}));
  const rollbar = createNotifier({ accessToken: token, ...options }, ports);
  addTo(rollbar);
  return Object.assign(fakes, { rollbar: rollbar as Notifier & DropIn });
}
