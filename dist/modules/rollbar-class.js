import { levels } from './items-api.js';
import { createNotifier } from './notifier.js';

const statics = ['log', 'warn', ...levels, 'configure', 'wait', 'flush', 'stats'];
/**
 * Makes the class; each of its notifiers gets ports of its own. `addTo` gives an instance more
 * methods, of which those named go to the class, too.
 */
function rollbarClass(make, more = []) {
    let shared;
    class Rollbar {
        constructor(options) {
            const { addTo, ports } = make();
            const notifier = createNotifier(options, ports, this);
            addTo?.(notifier);
        }
        static init(options) {
            // Which gives it back.
            return shared ? shared.configure(options) : (shared = new Rollbar(options));
        }
    }
    for (const name of [...statics, ...more]) {
        // The method itself, so that no frame of ours stands between it and its caller. What is
        // reported before `init` has configured the shared notifier waits for the token.
        // Not by a descriptor, of which a page that has broken Object.prototype makes something else;
        // and it may be put in the place of, as by the mocks of a test.
        Rollbar.__defineGetter__(name, () => (shared ?? (shared = new Rollbar()))[name]);
    }
    return Rollbar;
}

export { rollbarClass };
