import { browserPorts } from './browser/ports.js';
import { complaintsAbout } from './complaints.js';
import { createNotifier } from './notifier.js';

let shared;
/** The shared notifier. What is reported before `init` has configured it waits for the token. */
const theShared = () => (shared ?? (shared = new Rollbar()));
/**
 * The notifier under the name people have in their code today: `new Rollbar(options)` for one of
 * your own, `Rollbar.init(options)` for the one that the static methods act on.
 */
class Rollbar {
    constructor(options = {}) {
        createNotifier(options, { ...browserPorts(), complaintsAbout }, this);
    }
    /** Makes the shared notifier; called again, it configures the same one. */
    static init(options) {
        if (shared)
            shared.configure(options);
        return (shared ?? (shared = new Rollbar(options)));
    }
    static configure(...args) {
        return theShared().configure(...args);
    }
    static wait(...args) {
        theShared().wait(...args);
    }
    static flush(...args) {
        return theShared().flush(...args);
    }
    static stats() {
        return theShared().stats();
    }
}
Rollbar.log = (...args) => theShared().log(...args);
Rollbar.debug = (...args) => theShared().debug(...args);
Rollbar.info = (...args) => theShared().info(...args);
Rollbar.warn = (...args) => theShared().warn(...args);
Rollbar.warning = (...args) => theShared().warning(...args);
Rollbar.error = (...args) => theShared().error(...args);
Rollbar.critical = (...args) => theShared().critical(...args);

export { Rollbar };
