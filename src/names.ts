/**
 * The types of rollbar.js by the names they have there, for code that says `Rollbar.Configuration`.
 * Those of its server, and of parts that are not here, are left out.
 */
import type { ApiResponse, TelemetryEntry } from './items-api';
import type { Options } from './options';
import type { Logged } from './surface';
import type { AutoInstrument, ElementDescription } from './telemetry/options';

export type { Level } from './items-api';

/** The options. */
export type Configuration = Options;

/** What log methods give back. */
export type LogResult = Logged;

/** What log methods take: anything. */
export type { LogArgument } from './surface';

/** Something that happened before, as the telemetry of an item has it. */
export type TelemetryEvent = TelemetryEntry;

/** An object with any keys, as hooks get items. */
export type Dictionary = Record<string, unknown>;

/** An error, or none. */
export type MaybeError = Error | null | undefined;

/** What a callback is told beside an error: the API's answer, where there is one. */
export type Answered = ApiResponse | undefined;

/** The last argument of a log method. */
export type Callback<TResponse = Answered> = (error: MaybeError, response: TResponse) => void;

/** An error that brings data of its own. */
export interface ErrorWithContext extends Error {
  /** Data for `custom`. */
  rollbarContext?: Dictionary;
  /** What lies behind the error; the same as `cause`. */
  nested?: Error | null;
}

/** The user affected, and any further keys. */
export interface PersonParams {
  /** At most 40 characters. */
  id: string | number | null;
  /** At most 255 characters. */
  username?: string;
  /** At most 255 characters. */
  email?: string;
  [property: string]: unknown;
}

/** What is laid over every item, and any further keys. */
export interface Payload {
  person?: PersonParams;
  context?: unknown;
  environment?: string;
  client?: {
    javascript?: {
      code_version?: string | number;
      /** Asks the API to apply uploaded source maps. */
      source_map_enabled?: boolean;
      /** Asks the API to guess frames that have no column. */
      guess_uncaught_frames?: boolean;
      [property: string]: unknown;
    };
    [property: string]: unknown;
  };
  server?: {
    branch?: string;
    host?: string;
    root?: string;
    [property: string]: unknown;
  };
  [property: string]: unknown;
}

/** Which of what happens in the page is noted: a word for all of it, or a switch for each. */
export type AutoInstrumentOptions = boolean | AutoInstrumentSettings;

/** A switch for each. */
export type AutoInstrumentSettings = AutoInstrument;

/** Says true of an element whose value is a secret. */
export type TelemetryScrubber = (description: TelemetryScrubberInput) => boolean;

/** The element it is asked about. */
export type TelemetryScrubberInput = DomDescription | null;

/** An element, as far as it is described. */
export type DomDescription = ElementDescription;

/** One of its attributes. */
export type DomAttribute = ElementDescription['attributes'][number];

/** Which of them are told. */
export type DomAttributeKey = 'type' | 'name' | 'title' | 'alt';

/** Options of a part that is not here: taken, and of no effect. */
export type ReplayOptions = object;

/** Options of a part that is not here: taken, and of no effect. */
export type TracingOptions = object;
