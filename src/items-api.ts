/**
 * The wire: what the Items API (`POST /api/1/item/`) understands, as types.
 * Each shape names its place in the API document. Field names are the API's own, in snake_case;
 * no other file spells them but the ones that build these shapes.
 */

/** The severities, mildest first. */
export const levels = ['debug', 'info', 'warning', 'error', 'critical'] as const;

/** "level": the severity. The level of the first occurrence of an item is the item's level. */
export type Level = (typeof levels)[number];

/** What JSON can say. Everything that leaves is made of this. */
export type Json = string | number | boolean | null | Json[] | JsonObject;

/** A JSON object; what "arbitrary keys" and "arbitrary metadata" mean in the document. */
export interface JsonObject {
  [key: string]: Json | undefined;
}

/** The whole payload: "Required: access_token", "Required: data". At most 128 kB as UTF-8. */
export interface Item {
  /** A `post_client_item` token, as the platform is `browser`. */
  access_token: string;
  data: Occurrence;
}

/** "data": one occurrence of an error or message. */
export interface Occurrence {
  /** Where it was seen, e.g. `production`. At most 255 characters. */
  environment: string;
  body: Body;
  /** Defaults, at the API, to `error` for exceptions and `info` for messages. */
  level?: Level;
  /** When it happened: unix time in whole seconds. */
  timestamp?: number;
  /** Version of the application code: semantic version, integer or git SHA. At most 40 characters. */
  code_version?: string;
  /** `browser`, which asks for a `post_client_item` token. */
  platform?: string;
  language?: string;
  framework?: string;
  /** Which part of the application it came from; searched by prefix. */
  context?: string;
  request?: Request;
  person?: Person;
  server?: Server;
  client?: Client;
  /** Any metadata of the user. */
  custom?: JsonObject;
  /** Groups occurrences. Up to 40 characters are used as they are, of longer ones the SHA1. */
  fingerprint?: string;
  /** Title of the item. At most 255 characters. */
  title?: string;
  /** Identifies this occurrence; the API discards a second one. At most 36 characters. */
  uuid?: string;
  notifier?: Notifier;
}

/** "body": exactly one of trace, trace_chain, message and crash_report, and beside it telemetry. */
export type Body = (TraceBody | TraceChainBody | MessageBody | CrashReportBody) & {
  telemetry?: TelemetryEntry[];
};

/** "Option 1": a single exception. */
export interface TraceBody {
  trace: Trace;
}

/** "Option 2": an exception with its causes, outermost first; at least one. */
export interface TraceChainBody {
  trace_chain: Trace[];
}

/** "Option 3": a log message without a stack. Beside `body`, any metadata. */
export interface MessageBody {
  message: { body: string } & JsonObject;
}

/** "Option 4": a raw crash report in the format of rollbar-ios; only ever handed through. */
export interface CrashReportBody {
  crash_report: { raw: string };
}

/** "trace": the exception and the calls that led to it, the newest call last. */
export interface Trace {
  frames: Frame[];
  exception: Exception;
}

/** "exception" */
export interface Exception {
  class: string;
  message?: string;
  /** An alternate text for people. */
  description?: string;
}

/** One element of "frames". A browser knows no args or locals, so those stay out. */
export interface Frame {
  /** Full path or URL. */
  filename: string;
  /** 1-based. */
  lineno?: number;
  /** 1-based. */
  colno?: number;
  method?: string;
  /** The line of code. */
  code?: string;
  /** Lines of code around it. */
  context?: { pre?: string[]; post?: string[] };
}

/** What happened before; an array below "body", oldest first. */
export interface TelemetryEntry {
  level: Level;
  type: string;
  source: 'client';
  /** Unix time in milliseconds. */
  timestamp_ms: number;
  body: JsonObject;
  uuid?: string;
}

/** "request": the page. Any further keys are kept. */
export interface Request extends JsonObject {
  /** Full URL of the page. */
  url?: string;
  query_string?: string;
  /** An address, or `$remote_ip` for the source address of the request. */
  user_ip?: string;
}

/** "person": the user affected. */
export interface Person extends JsonObject {
  /** At most 40 characters. */
  id: string;
  /** At most 255 characters. */
  username?: string;
  /** At most 255 characters. */
  email?: string;
}

/** "server": of the application; only ever set by the user. */
export interface Server extends JsonObject {
  host?: string;
  root?: string;
  branch?: string;
  code_version?: string;
}

/** "client": the device, by platform. */
export interface Client extends JsonObject {
  javascript?: Javascript;
}

/** "client.javascript" */
export interface Javascript extends JsonObject {
  /** The user agent string. */
  browser?: string;
  code_version?: string;
  /** Asks the API to apply uploaded source maps. */
  source_map_enabled?: boolean;
  /** Asks the API to guess frames that have no column. */
  guess_uncaught_frames?: boolean;
  language?: string;
  cookie_enabled?: boolean;
  /** In CSS pixels. */
  screen?: { width: number; height: number };
  /** In CSS pixels. */
  viewport?: { width: number; height: number };
}

/** "notifier": who sends. */
export interface Notifier extends JsonObject {
  name?: string;
  version?: string;
}

/** "Response Format": the body of an answer; `err` 0 with a result, 1 with a message. */
export type ApiResponse =
  { err: 0; result: { uuid: string; id?: null } } | { err: 1; message: string };
