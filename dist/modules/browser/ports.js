import { listen } from './errors.js';
import { birth } from './ids.js';
import { pageFacts } from './page.js';
import { send } from './transport.js';

/** What a notifier needs, from the browser it runs in. */
function browserPorts() {
    const said = new Set();
    return {
        birth,
        chance: Math.random,
        facts: pageFacts,
        listen,
        send,
        say(text) {
            if (said.has(text))
                return;
            said.add(text);
            try {
                console.warn(`Rollcage: ${text}`);
            }
            catch {
                // A page may have replaced its console by one that throws.
            }
        },
    };
}

export { browserPorts };
