import { browserPorts } from './ports.js';
import { complaintsAbout } from './complaints.js';
import { createNotifier } from './notifier.js';

const methods = [
    'log',
    'debug',
    'info',
    'warn',
    'warning',
    'error',
    'critical',
    'configure',
    'wait',
    'flush',
    'stats',
];
/** Makes the class; each of its notifiers gets ports of its own. */
function rollbarClass(ports) {
    let shared;
    class Rollbar {
        constructor(options = {}) {
            createNotifier(options, ports(), this);
        }
        static init(options) {
            if (shared)
                shared.configure(options);
            return (shared ?? (shared = new Rollbar(options)));
        }
    }
    for (const name of methods) {
        // The method itself, so that no frame of ours stands between it and its caller. What is
        // reported before `init` has configured the shared notifier waits for the token.
        Object.defineProperty(Rollbar, name, { get: () => (shared ?? (shared = new Rollbar()))[name] });
    }
    return Rollbar;
}
/**
 * The notifier under the name people have in their code today: `new Rollbar(options)` for one of
 * your own, `Rollbar.init(options)` for the one that the static methods act on.
 */
const Rollbar = /* @__PURE__ */ rollbarClass(() => ({
    ...browserPorts(),
    complaintsAbout,
}));

export { Rollbar, rollbarClass };
