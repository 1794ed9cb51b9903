/** What the snippet in the page and the script bundle that comes later agree on. */
import type { Options } from '../options';

/**
 * A call that waits for the bundle: `Rollbar[method](...args)`, made at that unix time in
 * milliseconds on a page that had that URL then. A tuple, for the bytes of the snippet.
 */
export type HeldCall = [
  method: string,
  args: ArrayLike<unknown>,
  uuid: string,
  at: number,
  url: string,
];

/** The global of the page until the bundle comes: every public method, and what was called. */
export interface Stub {
  /** Calls in the order they were made. */
  _h: HeldCall[];
  /** How many were dropped, because there had been 100 already; below 0 as long as there is room. */
  _l: number;
  /**
   * Set by the bundle when it takes over; from then on the snippet's listeners keep still. Gets
   * each later call that is made on the stub by code that kept a reference to it, and returns what
   * the real method does.
   */
  _t?: (call: HeldCall) => unknown;
  handleUncaughtException(...args: unknown[]): unknown;
  handleUnhandledRejection(reason: unknown): unknown;
  [method: string]: unknown;
}

/** What the snippet finds in the page. */
export interface LoaderWindow {
  /** The configuration as the page wrote it: nobody has checked it. */
  _rollbarConfig?: Options;
  trustedTypes?: {
    createPolicy(
      name: string,
      rules: { createScriptURL(url: string): string },
    ): { createScriptURL(url: string): string };
  };
  /** The stub, later the notifier, under the name that `globalAlias` gives. */
  [alias: string]: unknown;
}
