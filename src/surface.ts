/** What people call, as types. */
import type { Options } from './options';
import type { Dropped, LogCallback } from './shapes';

/**
 * What a log method gives back at once: the uuid under which the occurrence will be found. Where the
 * page has used up its stack it comes as soon as its calls have ended.
 */
export interface Logged {
  uuid: string;
}

/** Anything at all; of a function it is known what it is told. */
export type LogArgument = LogCallback | {} | null | undefined;

/**
 * Reports an occurrence. Arguments in any order: the first string is the message, the first error
 * the error, the first plain object the custom data, the last function the callback. What else
 * there is goes to `custom.extraArgs`. Never throws.
 */
export type Log = (...args: LogArgument[]) => Logged;

/** `captured` is the sum of all others. */
export interface Stats {
  /** Reported here, or taken over from a page that is gone. */
  captured: number;
  /** Taken by the API. */
  delivered: number;
  /** On their way, or waiting for it. */
  waiting: number;
  /** How many were dropped, by reason. */
  dropped: Dropped;
}

/** What a notifier can do. Its methods may be taken off it and called alone. */
export interface Notifier {
  /** Reports with the level of the option `logLevel`. */
  log: Log;
  debug: Log;
  info: Log;
  /** The same as {@link Notifier.warning}. */
  warn: Log;
  warning: Log;
  error: Log;
  critical: Log;
  /**
   * Changes options from now on: deep in plain objects, undefined leaves an option as it is, null
   * sets it back. `payload` is laid over the option of that name.
   */
  configure(options: Options, payload?: object): Notifier;
  /** Reports an uncaught error, with the arguments of `window.onerror`, and data for `custom`. */
  handleUncaughtException(
    message: unknown,
    url?: unknown,
    lineno?: unknown,
    colno?: unknown,
    error?: unknown,
    context?: unknown,
  ): Logged;
  /** Reports a rejection that nobody handled. The promise does not matter. */
  handleUnhandledRejection(reason: unknown, promise?: unknown): Logged;
  /** What has become of everything so far. */
  stats(): Stats;
  /** Calls back, once, as soon as no item waits; at once if none does. */
  wait(callback: () => void): void;
  /**
   * Tries again now what waits for a network, and tells after at most `ms` milliseconds whether
   * everything has reached its end.
   */
  flush(ms: number): Promise<boolean>;
}
