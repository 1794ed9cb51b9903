'use strict';

var react = require('react');

/** The notifier of the tree; undefined above every {@link Provider}. */
const NotifierContext = /* @__PURE__ */ react.createContext(undefined);
/** The notifier, which must be there: errors that nobody reports must not go unnoticed. */
function required(notifier) {
    if (notifier)
        return notifier;
    throw new Error('rollcage/react: there is no <Provider instance={…}> above this component');
}
/** Gives the notifier to `useRollbar` and `ErrorBoundary` below it. */
function Provider({ instance, children }) {
    return react.createElement(NotifierContext.Provider, { value: instance }, children);
}
/** The notifier of the {@link Provider} above, which must be there. */
function useRollbar() {
    return required(react.useContext(NotifierContext));
}

/** What there is to say of something thrown that is no error. */
function said(thrown) {
    try {
        if (typeof thrown === 'function')
            return `[function ${thrown.name}]`;
        const { message } = Object(thrown);
        if (typeof message === 'string' && message)
            return message;
        return Object(thrown) === thrown
            ? `Object with keys: ${Object.keys(thrown).join(', ')}`
            : String(thrown);
    }
    catch {
        return 'Something that cannot be read';
    }
}
/** The arguments of a log method that report what a framework has caught, whatever it is. */
function argumentsOf(thrown, custom, message) {
    // A function would be taken for a callback, and called.
    const what = typeof thrown === 'function' ? said(thrown) : thrown;
    // A text beside an error would become its description.
    const text = message ?? (what instanceof Error ? undefined : said(what));
    return [text, custom, what === text ? undefined : what];
}

/** What `memo`, `lazy` and `forwardRef` make are objects, too, as are elements and portals. */
const isComponent = (ui) => typeof ui === 'function' ||
    (typeof ui === 'object' && ui !== null && '$$typeof' in ui && !('key' in ui));
/**
 * Reports what its children throw while they render, with the component stack, and shows a
 * fallback in their place. A change of its `key` renders them anew, as after a navigation.
 */
class ErrorBoundary extends react.Component {
    constructor() {
        super(...arguments);
        this.state = {};
        this.resetError = () => this.setState({ thrown: undefined });
    }
    static getDerivedStateFromError(error) {
        return { thrown: { error } };
    }
    componentDidCatch(error, { componentStack }) {
        const { level = 'error', errorMessage, extra } = this.props;
        const custom = { ...extra, componentStack: componentStack?.trim() };
        const notifier = required(this.context);
        // Without types there may be any word, and thrown here, the error itself would be lost.
        (notifier[level] ?? notifier.error)(...argumentsOf(error, custom, errorMessage));
    }
    render() {
        const { children, fallbackUI } = this.props;
        required(this.context);
        const { thrown } = this.state;
        if (!thrown)
            return children;
        return isComponent(fallbackUI)
            ? react.createElement(fallbackUI, { error: thrown.error, resetError: this.resetError })
            : fallbackUI;
    }
}
ErrorBoundary.contextType = NotifierContext;

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

exports.ErrorBoundary = ErrorBoundary;
exports.Provider = Provider;
exports.rootErrorOptions = rootErrorOptions;
exports.useRollbar = useRollbar;
