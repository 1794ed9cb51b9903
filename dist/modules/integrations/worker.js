import { pageFacts } from '../browser/page.js';
import { stored } from '../browser/storage.js';
import { textIn } from '../core/outcome.js';

/** What came by the channel: anything, as whoever is of the origin may use its name, too. */
const messageOf = ({ data }) => Object(data);
const isItem = (key) => key.startsWith('rollcage:1:');
/** After so long the worker has had its first try, and a page may try what it keeps for it. */
const patienceMs = 5000;
function open() {
    try {
        return new BroadcastChannel('rollcage-workers');
    }
    catch {
        // Safari before 15.4, or an origin that has nothing to share.
        return undefined;
    }
}
/** Storage for as long as the worker lives; `say` tells pages of each change. */
function memory(say) {
    const texts = Object.create({
        getItem: (key) => texts[key] ?? null,
        setItem(key, text) {
            texts[key] = text;
            if (isItem(key))
                say({ keep: key, text });
        },
        removeItem(key) {
            delete texts[key];
            if (isItem(key))
                say({ drop: key });
        },
    });
    return texts;
}
/**
 * Ports for a worker, which has no storage: `createNotifier(options, withPages(browserPorts()))`.
 * What waits is in memory, and with a page that keeps it, where there is one: see
 * {@link keepForWorkers}.
 */
function withPages(ports) {
    return {
        ...ports,
        createOutbox(office, change) {
            // On a server an open channel would keep the process from ending.
            const channel = ports.facts() && open();
            const storage = memory((message) => channel?.postMessage(message));
            const outbox = ports.createOutbox(office, (inner) => ({
                ...(change?.(inner) ?? inner),
                stored: (act) => act(storage),
                // Another notifier in this worker has a storage of its own.
                tell: () => undefined,
            }));
            channel?.addEventListener('message', (event) => {
                const data = messageOf(event);
                if ('here' in data) {
                    // A page keeps what it is told: to say it again is enough.
                    for (const [key, text] of Object.entries(storage))
                        storage.setItem(key, text);
                }
                else if ('over' in data && storage.getItem(data.over)) {
                    storage.removeItem(data.over);
                    outbox.told(data.over, data.text);
                }
            });
            return outbox;
        },
    };
}
/**
 * Lets this page keep what notifiers of its origin's workers have waiting (see {@link withPages}), in
 * its storage, so that it outlives them. `notifier` is any of this page; it sends what they cannot.
 * Where there is no page (Node) it does nothing.
 */
function keepForWorkers(notifier) {
    const channel = pageFacts() && open();
    if (!channel)
        return;
    let timer;
    const heard = (event) => {
        const { key, newValue } = event;
        // What else is put there is the item itself, and elsewhere what the page has for itself.
        if (key && newValue && isItem(key) && textIn(newValue).outcome) {
            channel.postMessage({ over: key, text: newValue });
        }
    };
    addEventListener('rollcage', heard);
    // Of a page that has sent it and knows nothing of workers.
    addEventListener('storage', heard);
    const keep = () => {
        channel.addEventListener('message', (event) => {
            const data = messageOf(event);
            if ('drop' in data)
                stored((storage) => storage.removeItem(data.drop));
            if (!('keep' in data))
                return;
            stored((storage) => storage.setItem(data.keep, data.text));
            timer ?? (timer = setTimeout(() => {
                timer = undefined;
                void notifier.flush(0);
            }, patienceMs));
        });
        channel.postMessage({ here: true });
        return new Promise(() => undefined);
    };
    // One page at a time: one that wakes up late would bring back what others have sent.
    void (navigator.locks?.request('rollcage-workers', keep).catch(keep) ?? keep());
}

export { keepForWorkers, withPages };
