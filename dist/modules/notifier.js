import { createGuard } from './browser/guard.js';
import { sortArguments } from './core/arguments.js';
import { textOf } from './core/foreign.js';
import { merge, copyOf } from './core/merge.js';
import { plainObject } from './core/plain.js';
import { settle } from './options.js';
import { seal, envelope } from './pipeline.js';
import { levels } from './items-api.js';
import { createReporter } from './report.js';

/**
 * Makes a notifier and starts it: from here on errors of the page are reported, as the options
 * say. Without options it hears nothing until it is configured. Wrong options never throw; the class
 * `Rollbar` names them in the console. Where there is no page (Node) it does nothing. `ports` are the
 * browser, or stand in for it; `self` is the object that gets the methods.
 */
function createNotifier(options, ports, self = {}) {
    const { say } = ports;
    const guard = createGuard(say);
    let chosen = {};
    let settings = settle(chosen, ports.defaults);
    let scrub = (data) => data;
    let stopListening;
    const { lost } = ports;
    const stats = {
        captured: lost,
        delivered: 0,
        dropped: (lost ? { evicted: lost } : {}),
    };
    const count = (what) => {
        const counts = what in stats ? stats : stats.dropped;
        counts[what] = (counts[what] ?? 0) + 1;
    };
    const desk = {
        settings: () => settings,
        envelope: (sealed) => envelope(sealed, settings.accessToken),
        seal(data, maxBytes) {
            const { dropped } = stats;
            // With every item, so that no loss is lost.
            const told = Object.keys(dropped).length && { notifier: { diagnostic: { dropped } } };
            return (ports.seal ?? seal)(merge(data, told), scrub, maxBytes);
        },
        count,
    };
    const outbox = ports.createOutbox(desk);
    const reporter = createReporter(ports, guard, desk, outbox);
    const log = (level) => reporter((args) => ({
        level: level ?? settings.logLevel,
        ...sortArguments(args),
        isUncaught: false,
    }));
    const handleUncaughtException = reporter(([message, filename, lineno, colno, error, custom]) => ({
        copy: () => plainObject(custom),
        thrown: { value: error ?? message },
        message: textOf(message),
        place: { filename, lineno, colno },
    }));
    const handleUnhandledRejection = reporter(([reason]) => ({
        thrown: { value: reason ?? `Promise rejected with ${reason}` },
    }));
    const configure = (changes, payload) => {
        guard('the notifier', () => {
            chosen = merge(merge(chosen, copyOf(ports.adapt?.(changes) ?? changes)), payload && copyOf({ payload }));
            settings = settle(chosen, ports.defaults);
            scrub = guard('scrubFields', () => ports.createScrub?.(settings, say)) ?? scrub;
            ports.configured?.(settings, notifier.error);
            if (!ports.facts() || !settings.enabled)
                return;
            if (!settings.accessToken) {
                say('no accessToken: items wait for one');
            }
            // What nobody has configured hears nothing: it may stand beside one that somebody has.
            if (stopListening || !changes)
                return outbox.wake();
            stopListening = ports.listen({
                uncaught: (...args) => settings.captureUncaught && handleUncaughtException(...args),
                rejected: (reason) => settings.captureUnhandledRejections && handleUnhandledRejection(reason),
                ...outbox,
            });
        });
        return notifier;
    };
    const notifier = Object.assign(self, {
        log: log(),
        warn: log('warning'),
        ...Object.fromEntries(levels.map((level) => [level, log(level)])),
        configure,
        handleUncaughtException,
        handleUnhandledRejection,
        stats: () => ({
            ...stats,
            dropped: { ...stats.dropped },
            waiting: guard('the notifier', outbox.size) ?? 0,
        }),
        wait: (callback) => void guard('the notifier', outbox.wait, () => guard('a callback', callback)),
        flush: (ms) => new Promise((resolve) => {
            outbox.wake();
            outbox.wait(() => resolve(true));
            setTimeout(resolve, ms, false);
        }),
    });
    configure(options);
    return notifier;
}

export { createNotifier };
