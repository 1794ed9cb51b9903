import { withComplaints } from './complaints';
import { dropIn, dropInStatics } from './drop-in';
import type * as names from './names';
import { browserPorts } from './ports';
import { rollbarClass } from './rollbar-class';
import type * as made from './rollbar-class';
import { collectors } from './telemetry/index';
import { withTelemetry } from './telemetry/with-telemetry';

/** Every method of a notifier and of rollbar.js, on the instance itself. */
export interface Rollbar extends made.Rollbar {}

/**
 * The notifier under the name people have in their code today: `new Rollbar(options)` for one of
 * your own, `Rollbar.init(options)` for the one that the static methods act on.
 */
export const Rollbar: made.RollbarClass = /* @__PURE__ */ rollbarClass(
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
