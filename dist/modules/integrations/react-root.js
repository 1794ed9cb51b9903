import { ErrorBoundary } from './react-boundary.js';
import { argumentsOf } from './thrown.js';

/**
 * Options for `createRoot` and `hydrateRoot` that report errors with their component stack, and
 * then do what React does without them: `createRoot(element, rootErrorOptions(notifier))`.
 */
function rootErrorOptions(notifier) {
    const report = (level, error, { componentStack }) => void notifier[level](...argumentsOf(error, { componentStack: componentStack?.trim() }));
    const pass = (level) => (error, info) => {
        // Anything else could not be told from itself when it comes again, as an error of the page.
        if (error instanceof Error)
            report(level, error, info);
        // React may meet a browser that has no such function, and so may this.
        if (typeof reportError === 'function')
            reportError(error);
        else
            console.error(error);
    };
    return {
        onCaughtError(error, info) {
            // Called first, but the boundary has more to say.
            if (!(info.errorBoundary instanceof ErrorBoundary))
                report('error', error, info);
            console.error(error);
        },
        onUncaughtError: pass('error'),
        onRecoverableError: pass('warning'),
    };
}

export { rootErrorOptions };
