import { browserPorts } from './ports';
import { complaintsAbout } from './complaints';
import { createNotifier } from './notifier';
import type * as names from './names';
import type { Options } from './options';
import type { Ports } from './shapes';
import type { Notifier } from './surface';

/** Every method of {@link Notifier}, on the instance itself. */
export interface Rollbar extends Notifier {}

const methods = [
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

/** The class, with the methods that act on the shared notifier. */
export interface RollbarClass extends Readonly<Pick<Notifier, (typeof methods)[number]>> {
  new (options?: Options): Rollbar;
  /** Makes the shared notifier; called again, it configures the same one. */
  init(options: Options): Rollbar;
}

/** Makes the class; each of its notifiers gets ports of its own. */
export function rollbarClass(ports: () => Ports): RollbarClass {
  let shared: Rollbar | undefined;
  interface Rollbar extends Notifier {}
  class Rollbar {
    constructor(options: Options = {}) {
      createNotifier(options, ports(), this);
    }

    static init(options: Options): Rollbar {
      if (shared) shared.configure(options);
      return (shared ??= new Rollbar(options));
    }
  }
  for (const name of methods) {
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
export const Rollbar: RollbarClass = /* @__PURE__ */ rollbarClass(() => ({
  ...browserPorts(),
  complaintsAbout,
}));

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
