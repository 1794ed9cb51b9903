import { argumentsOf } from './thrown.js';

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

export { rollbarPlugin, warnHandler };
