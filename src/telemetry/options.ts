import type { TelemetryEntry } from '../items-api';

/** Switches of `autoInstrument`. What is left out keeps its default. */
export interface AutoInstrument {
  /** Requests by fetch and XMLHttpRequest: method, URL, status, times. @default true */
  network?: boolean;
  /** Whether requests tell their headers: all, or those of these names. @default false */
  networkRequestHeaders?: boolean | readonly string[];
  /** The same of responses. @default false */
  networkResponseHeaders?: boolean | readonly string[];
  /** Whether requests tell their body, of a form or text; up to 1000 characters. @default false */
  networkRequestBody?: boolean;
  /** The same of responses, of text, JSON or XML. @default false */
  networkResponseBody?: boolean;
  /** Whether a response of 500 or above is reported as an error. @default false */
  networkErrorOnHttp5xx?: boolean;
  /** Whether one of 400 or above is. @default false */
  networkErrorOnHttp4xx?: boolean;
  /** Whether a request without a response is: offline, blocked, aborted. @default false */
  networkErrorOnHttp0?: boolean;
  /** Calls of console.debug, log, info, warn and error. @default true */
  log?: boolean;
  /** Clicks, changed inputs and submitted forms, told by their elements. @default true */
  dom?: boolean;
  /** Changes of the address without a new page. @default true */
  navigation?: boolean;
  /** The network gone and back. @default true */
  connectivity?: boolean;
  /** What a Content Security Policy has refused. @default true */
  contentSecurityPolicy?: boolean;
  /** Whether that is reported as an error, too. @default false */
  errorOnContentSecurityPolicy?: boolean;
  /** DOMContentLoaded and load. @default true */
  page?: boolean;
  /** The page hidden, and seen again. @default true */
  visibility?: boolean;
  /** How long loading took, and when the first and the largest paint were. @default true */
  timing?: boolean;
  /** Tasks of more than 50 ms. @default false */
  longTasks?: boolean;
  /** Images, scripts, styles and the like that could not be loaded. @default true */
  resources?: boolean;
  /** Deprecations and interventions of the browser. @default true */
  reports?: boolean;
}

/** An element, as `telemetryScrubber` gets it. */
export interface ElementDescription {
  tagName: string;
  id?: string | undefined;
  classes?: string[] | undefined;
  /** `type`, `name`, `title` and `alt`, where the element has them. */
  attributes: { key: 'type' | 'name' | 'title' | 'alt'; value: string }[];
}

/** What can be configured of telemetry: what happened before an item, and goes with it. */
export interface TelemetryOptions {
  /** What is recorded: all that is usual, nothing, or what each switch says. @default true */
  autoInstrument?: boolean | AutoInstrument;
  /**
   * How many events are kept, the newest; 0: none. Together they have at most 32,768 characters of
   * JSON.
   * @default 100
   */
  maxTelemetryEvents?: number;
  /**
   * Says true of an event that shall not be kept. Called when it happens, and again before it goes
   * with an item. What happens in it is not recorded.
   */
  filterTelemetry?: (event: TelemetryEntry) => unknown;
  /** Whether items are events, too, of those to come. @default true */
  includeItemsInTelemetry?: boolean;
  /**
   * False: what visitors type and choose is recorded when they leave the field, but never a
   * password.
   * @default true
   */
  scrubTelemetryInputs?: boolean;
  /** Where inputs are recorded: says true of one whose value shall be replaced by `********`. */
  telemetryScrubber?: (element: ElementDescription) => unknown;
}

/** The options that have a default, with it. */
export const telemetryDefaults = {
  autoInstrument: true as boolean | AutoInstrument,
  maxTelemetryEvents: 100,
  includeItemsInTelemetry: true,
  scrubTelemetryInputs: true,
};
