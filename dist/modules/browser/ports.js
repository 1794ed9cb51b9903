import { listen } from './events.js';
import { birth } from './ids.js';
import { exclusively } from './locks.js';
import { pageFacts } from './page.js';
import { stored } from './storage.js';
import { send } from './transport.js';

let lostCalls = 0;
/** What a notifier needs, from the browser it runs in. */
function browserPorts() {
    const said = new Set();
    const lost = lostCalls;
    lostCalls = 0;
    return {
        birth,
        chance: Math.random,
        exclusively,
        facts: pageFacts,
        listen,
        lost,
        now: Date.now,
        send,
        stored,
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
