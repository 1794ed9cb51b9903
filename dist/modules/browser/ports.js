import { listen, tell } from './events.js';
import { birth } from './ids.js';
import { exclusively } from './locks.js';
import { createOutbox } from './outbox.js';
import { pageFacts } from './page.js';
import { stored } from './storage.js';
import { send } from './transport.js';

let lostCalls = 0;
/** Above 0, up to 1; also in a page without dice, or with dice that always show nothing. */
function chance() {
    try {
        return Math.random() || 0.5;
    }
    catch {
        return 0.5;
    }
}
/** What a notifier needs at least, from the browser it runs in. */
function barePorts() {
    const said = new Set();
    const say = (text) => {
        try {
            if (said.has(text))
                return;
            said.add(text);
            console.warn(`Rollcage: ${text}`);
        }
        catch {
            // A page may have replaced its console by one that throws.
        }
    };
    const now = () => {
        try {
            return Date.now();
        }
        catch {
            // Nor need it have a clock.
            return NaN;
        }
    };
    const effects = { chance, exclusively, now, say, send, stored, tell };
    const lost = lostCalls;
    lostCalls = 0;
    return {
        birth,
        createOutbox: (office, change) => createOutbox(office, change?.(effects) ?? effects),
        facts: pageFacts,
        listen,
        lost,
        say,
    };
}

export { barePorts, chance };
