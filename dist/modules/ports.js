import { chance, barePorts } from './browser/ports.js';
import { show } from './browser/verbose.js';
import { createAdapter } from './core/aliases.js';
import { enrich } from './core/enrich.js';
import { readText, read } from './core/foreign.js';
import { createFilter } from './core/filter.js';
import { createScrub } from './core/scrub.js';
import { wholeDefaults } from './options.js';
import { patient } from './patience.js';

/** Unix time in milliseconds at which the page began; NaN where it does not tell. */
const pageStart = () => Number(read(globalThis.performance, 'timeOrigin'));
/** Adds to what a notifier needs all that it can be without. */
function whole(ports, dice = chance, start = pageStart) {
    let isShowing = false;
    return {
        ...ports,
        adapt: createAdapter(),
        configured(settings) {
            const limit = read(settings, 'stackTraceLimit');
            // By a text, V8 would make no stacks at all; and a page may have frozen its Error.
            if (typeof limit === 'number' && limit > 0)
                Reflect.set(Error, 'stackTraceLimit', limit);
        },
        createScrub,
        defaults: wholeDefaults,
        stackFor: ({ captureMessageStack }) => captureMessageStack ? readText(new Error(), 'stack') : undefined,
        enrich(occurrence, capture, rules) {
            const { level, message, thrown } = capture;
            // A page may report what its console is told, and would be told of that, too, without end.
            if (rules.verbose && !isShowing) {
                isShowing = true;
                show(level, ...[message, thrown?.value].filter(Boolean));
                isShowing = false;
            }
            enrich(occurrence, capture, rules, start());
        },
        ...patient(ports, createFilter(dice, ports.say)),
    };
}
/** What a notifier needs, from the browser it runs in, and all that it can be without. */
const browserPorts = () => whole(barePorts());

export { browserPorts, whole };
