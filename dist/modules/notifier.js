import { createGuard } from './browser/guard.js';
import { createOutbox } from './browser/outbox.js';
import { browserPorts } from './browser/ports.js';
import { sortThrown, sortArguments } from './core/arguments.js';
import { textOf } from './core/foreign.js';
import { merge, copyOf } from './core/merge.js';
import { createHooks } from './hooks.js';
import { settle } from './options.js';
import { prepare, seal, envelope, sealSmaller } from './pipeline.js';

/**
 * Makes a notifier and starts it: from here on errors of the page are reported, as the options
 * say. Wrong options are named in the console and never throw. Where there is no page (Node) it
 * does nothing. `ports` stand in for the browser in tests; `self` is the object that gets the
 * methods.
 */
function createNotifier(options = {}, ports = browserPorts(), self = {}) {
    const { chance, say } = ports;
    const guard = createGuard(say);
    const hooks = createHooks(guard);
    let chosen = {};
    let settings = settle(chosen);
    let stopListening;
    const outbox = createOutbox({
        target: () => settings.accessToken && settings.endpoint && `${settings.accessToken} ${settings.endpoint}`,
        send: (sealed) => ports.send(envelope(sealed, settings.accessToken), settings.endpoint, settings.timeout),
        shrink: sealSmaller,
        chance,
        say,
    });
    const report = (level, args, sort, uncaught) => {
        // A page without a clock or without dice still has errors.
        const { uuid, at, url } = guard('The clock', ports.birth) ?? { uuid: '', at: NaN };
        guard('Reporting', () => {
            const { callback, ...sorted } = sort();
            const answer = (error, response) => guard('A log callback', () => callback?.(error, response));
            const dropped = (code, why) => answer(Object.assign(new Error(why ?? code), { code }));
            const facts = ports.facts();
            if (!facts || !settings.enabled)
                return dropped('disabled');
            const capture = {
                ...sorted,
                ...uncaught,
                uuid,
                at,
                url: url ?? facts.url,
                level,
                isUncaught: !!uncaught,
                args,
            };
            const occurrence = prepare(capture, settings, facts);
            if (typeof occurrence === 'string')
                return dropped(occurrence);
            if (hooks(settings, capture, occurrence))
                return dropped('ignored');
            const sealed = seal(occurrence);
            if (!settings.transmit)
                return dropped('not-transmitted');
            outbox.add({ level, sealed, delivered: (response) => answer(null, response), dropped });
        });
        return { uuid };
    };
    const log = (level) => (...args) => report(level ?? settings.logLevel, args, () => sortArguments(args));
    const handleUncaughtException = (...args) => {
        const [message, filename, lineno, colno, error] = args;
        return report(settings.uncaughtErrorLevel, args, () => ({ message: textOf(message), ...sortThrown(error ?? message) }), {
            place: {
                filename: textOf(filename ?? ''),
                lineno: +textOf(lineno ?? 0),
                colno: +textOf(colno ?? 0),
            },
        });
    };
    const handleUnhandledRejection = (reason) => report(settings.uncaughtErrorLevel, [reason], () => sortThrown(reason ?? `Promise rejected with ${reason}`), {});
    const configure = (changes, payload) => {
        guard('configure', () => {
            ports.complaintsAbout?.(changes).forEach(say);
            chosen = merge(merge(chosen, copyOf(changes)), copyOf({ payload }));
            settings = settle(chosen);
            if (!ports.facts() || !settings.enabled)
                return;
            if (!settings.accessToken) {
                say('there is no accessToken; items wait until configure({ accessToken }) brings one');
            }
            stopListening ?? (stopListening = ports.listen({
                uncaught: (...args) => settings.captureUncaught && handleUncaughtException(...args),
                rejected: (reason) => settings.captureUnhandledRejections && handleUnhandledRejection(reason),
            }));
            outbox.wake();
        });
        return notifier;
    };
    const notifier = Object.assign(self, {
        log: log(),
        debug: log('debug'),
        info: log('info'),
        warn: log('warning'),
        warning: log('warning'),
        error: log('error'),
        critical: log('critical'),
        configure,
        handleUncaughtException,
        handleUnhandledRejection,
    });
    configure(options);
    return notifier;
}

export { createNotifier };
