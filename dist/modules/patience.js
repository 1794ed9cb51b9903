import { createGuard } from './browser/guard.js';
import { isRecord } from './core/foreign.js';

/** After which an item goes as it is, whatever a transform is still doing. */
const longestMs = 5000;
/**
 * Makes an outbox that waits for what an asynchronous transform makes of an item; not for long, and
 * not when the page leaves.
 */
function patient({ createOutbox, say }) {
    const guard = createGuard(say);
    return (office, change) => {
        const outbox = createOutbox(office, change);
        const held = new Set();
        const waiters = [];
        const wait = (callback) => held.size ? void waiters.push(callback) : outbox.wait(callback);
        return {
            ...outbox,
            add(parcel) {
                const { changed, occurrence } = parcel;
                if (!changed)
                    return outbox.add(parcel);
                const timer = setTimeout(() => {
                    say(`transform has not come to an end in ${longestMs} ms: the item goes as it is`);
                    go();
                }, longestMs);
                const go = (brought) => guard('the notifier', () => {
                    if (!held.delete(go))
                        return;
                    clearTimeout(timer);
                    const last = isRecord(brought) ? brought : occurrence;
                    outbox.add({ ...parcel, sealed: office.seal(last) });
                    if (!held.size)
                        waiters.splice(0).forEach(wait);
                });
                held.add(go);
                changed.then(go);
            },
            leave(isGone) {
                held.forEach((go) => go());
                outbox.leave(isGone);
            },
            wait,
            size: () => outbox.size() + held.size,
        };
    };
}

export { patient };
