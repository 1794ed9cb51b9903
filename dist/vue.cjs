'use strict';

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

/** What Vue's own warnings call a component. */
function nameOf({ $options, $parent }) {
    // The latter is made by the compiler, of the name of the file.
    const name = $options.name || $options.__name;
    if (!name)
        return $parent ? 'Anonymous' : 'App';
    return name.replace(/(?:^|[-_]+)(\w)/g, (_, first) => first.toUpperCase());
}
/** The component and those around it. */
function componentStack(instance) {
    const names = [];
    for (let each = instance; each; each = each.$parent)
        names.push(`at <${nameOf(each)}>`);
    return names.join('\n');
}
/**
 * A plugin that reports what Vue catches in components, with those around it: `app.use(
 * rollbarPlugin(notifier))`. Then a handler that was there before is called; without one the error
 * is written to the console, as Vue does.
 */
function rollbarPlugin(notifier) {
    return {
        install({ config }) {
            const { errorHandler } = config;
            config.errorHandler = (error, instance, info) => {
                notifier.error(...argumentsOf(error, { info, componentStack: componentStack(instance) }));
                if (errorHandler)
                    errorHandler(error, instance, info);
                else
                    console.error(error);
            };
        },
    };
}
/**
 * Reports Vue's warnings, which it has in development only: `app.config.warnHandler =
 * warnHandler(notifier)`. They are written to the console as well.
 */
function warnHandler(notifier) {
    return (message, _, trace) => {
        notifier.warning(message, { componentStack: trace });
        console.warn([`[Vue warn]: ${message}`, trace].filter(Boolean).join('\n'));
    };
}

exports.rollbarPlugin = rollbarPlugin;
exports.warnHandler = warnHandler;
