export { Rollbar, Rollbar as default } from './rollbar';
export { createNotifier } from './notifier';
export type { Log, Logged, Notifier } from './surface';
export type { Options } from './options';
export type { DropReason, LogCallback, ReportError } from './shapes';
export type * from './items-api';
