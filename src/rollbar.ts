import { browserPorts } from './ports';
import { withComplaints } from './complaints';
import { dropIn, dropInStatics } from './drop-in';
import type { DropIn } from './drop-in';
import { createNotifier } from './notifier';
import type * as names from './names';
import type { Options } from './options';
import type { Ports } from './shapes';
import type { Notifier } from './surface';
import { collectors } from './telemetry/index';
import { withTelemetry } from './telemetry/with-telemetry';

/** Every method of {@link Notifier} and of rollbar.js, on the instance itself. */
export interface Rollbar extends Notifier, DropIn {}

const statics = [
  'log',
  'debug',
  'info',
  'warn',
  'warning',
  'error',
  'critical',
  'configure',
  'wait',
  'flush',
  'stats',
] as const;

type Static = (typeof statics)[number] | (typeof dropInStatics)[number];

/** The class, with the methods that act on the shared notifier. */
export interface RollbarClass extends Readonly<Pick<Rollbar, Static>> {
  new (options?: Options): Rollbar;
  /** Makes the shared notifier; called again, it configures the same one. */
  init(options: Options): Rollbar;
}

/**
 * Makes the class; each of its notifiers gets ports of its own. `addTo` gives an instance more
 * methods, of which those named go to the class, too.
 */
export function rollbarClass(
  make: () => { ports: Ports; addTo?(notifier: Notifier): void },
  more: readonly Static[] = [],
): RollbarClass {
  let shared: Rollbar | undefined;
  interface Rollbar extends Notifier, DropIn {}
  class Rollbar {
    constructor(options: Options = {}) {
      const { addTo, ports } = make();
      const notifier = createNotifier(options, ports, this);
      addTo?.(notifier);
    }

    static init(options: Options): Rollbar {
      if (shared) shared.configure(options);
      return (shared ??= new Rollbar(options));
    }
  }
  for (const name of [...statics, ...more]) {
    // The method itself, so that no frame of ours stands between it and its caller. What is
    // reported before `init` has configured the shared notifier waits for the token.
    Object.defineProperty(Rollbar, name, { get: () => (shared ??= new Rollbar())[name] });
  }
  return Rollbar as typeof Rollbar & RollbarClass;
}

/**
 * The notifier under the name people have in their code today: `new Rollbar(options)` for one of
 * your own, `Rollbar.init(options)` for the one that the static methods act on.
 */
export const Rollbar: RollbarClass = /* @__PURE__ */ rollbarClass(
  () => dropIn(withComplaints(withTelemetry(browserPorts(), collectors))),
  dropInStatics,
);

/** Types by the names they have in rollbar.js. */
export declare namespace Rollbar {
  type AutoInstrumentOptions = names.AutoInstrumentOptions;
  type AutoInstrumentSettings = names.AutoInstrumentSettings;
  type Callback<TResponse = names.Answered> = names.Callback<TResponse>;
  type Configuration = names.Configuration;
  type Dictionary = names.Dictionary;
  type DomAttribute = names.DomAttribute;
  type DomAttributeKey = names.DomAttributeKey;
  type DomDescription = names.DomDescription;
  type ErrorWithContext = names.ErrorWithContext;
  type Level = names.Level;
  type LogArgument = names.LogArgument;
  type LogResult = names.LogResult;
  type MaybeError = names.MaybeError;
  type Payload = names.Payload;
  type PersonParams = names.PersonParams;
  type ReplayOptions = names.ReplayOptions;
  type TelemetryEvent = names.TelemetryEvent;
  type TelemetryScrubber = names.TelemetryScrubber;
  type TelemetryScrubberInput = names.TelemetryScrubberInput;
  type TracingOptions = names.TracingOptions;
}
