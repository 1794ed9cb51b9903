import type { Level } from '../items-api';
import type { Notifier } from '../surface';
import { ErrorBoundary } from './react-boundary';
import { argumentsOf } from './thrown';

/** What React tells of an error beside it. */
export interface RootErrorInfo {
  componentStack?: string | null | undefined;
  errorBoundary?: object | null | undefined;
}

/** The options of a root that concern errors. */
export interface RootErrorOptions {
  onCaughtError(error: unknown, info: RootErrorInfo): void;
  onUncaughtError(error: unknown, info: RootErrorInfo): void;
  onRecoverableError(error: unknown, info: RootErrorInfo): void;
}

/**
 * Options for `createRoot` and `hydrateRoot` that report errors with their component stack, and
 * then do what React does without them: `createRoot(element, rootErrorOptions(notifier))`.
 */
export function rootErrorOptions(notifier: Notifier): RootErrorOptions {
  const report = (level: Level, error: unknown, { componentStack }: RootErrorInfo): void =>
    void notifier[level](...argumentsOf(error, { componentStack: componentStack?.trim() }));

  const pass =
    (level: Level) =>
    (error: unknown, info: RootErrorInfo): void => {
      // Anything else could not be told from itself when it comes again, as an error of the page.
      if (error instanceof Error) report(level, error, info);
      // React may meet a browser that has no such function, and so may this.
      if (typeof reportError === 'function') reportError(error);
      else console.error(error);
    };

  return {
    onCaughtError(error, info) {
      // Called first, but the boundary has more to say.
      if (!(info.errorBoundary instanceof ErrorBoundary)) report('error', error, info);
      console.error(error);
    },
    onUncaughtError: pass('error'),
    onRecoverableError: pass('warning'),
  };
}
