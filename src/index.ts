export { Rollbar, Rollbar as default } from './rollbar';
export { createNotifier } from './notifier';
export { browserPorts } from './ports';
export type { Log, Logged, Notifier, Stats } from './surface';
export type { Options } from './options';
export type { DropReason, Dropped, LogCallback, Ports, ReportError } from './shapes';
export type {
  ApiResponse,
  Body,
  Client,
  CrashReportBody,
  Exception,
  Frame,
  Item,
  Javascript,
  Json,
  JsonObject,
  Level,
  MessageBody,
  Occurrence,
  Person,
  Request,
  Server,
  TelemetryEntry,
  Trace,
  TraceBody,
  TraceChainBody,
} from './items-api';
export type * from './names';
