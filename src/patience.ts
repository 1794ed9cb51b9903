import { createGuard } from './browser/guard';
import { isRecord } from './core/foreign';
import type { Ports } from './shapes';

/** After which an item goes as it is, whatever a transform is still doing. */
const longestMs = 5000;

/**
 * Makes an outbox that waits for what an asynchronous transform makes of an item; not for long, and
 * not when the page leaves.
 */
export function patient({ createOutbox, say }: Ports): Ports['createOutbox'] {
  const guard = createGuard(say);
  return (office, change) => {
    const outbox = createOutbox(office, change);
    const held = new Set<(data?: unknown) => void>();
    const waiters: (() => void)[] = [];
    let isGone = false;
    const wait = (callback: () => void): void =>
      held.size ? void waiters.push(callback) : outbox.wait(callback);

    return {
      ...outbox,
      add(parcel) {
        const { changed, occurrence } = parcel;
        // Once the page has been left, there may be no later.
        if (!changed || isGone) return outbox.add(parcel);
        const timer = setTimeout(() => {
          say(`transform has not come to an end in ${longestMs} ms: the item goes as it is`);
          go();
        }, longestMs);
        const go = (brought?: unknown): void =>
          guard('the notifier', () => {
            if (!held.delete(go)) return;
            clearTimeout(timer);
            const last = isRecord(brought) ? brought : (occurrence as object);
            outbox.add({ ...parcel, sealed: office.seal(last) });
            if (!held.size) waiters.splice(0).forEach(wait);
          });
        held.add(go);
        changed.then(go);
      },
      leave(isForGood) {
        isGone ||= isForGood;
        held.forEach((go) => go());
        outbox.leave(isForGood);
      },
      wake(event) {
        // Not by what is called in a page that goes, as by `flush`.
        isGone &&= !event;
        outbox.wake(event);
      },
      wait,
      size: () => outbox.size() + held.size,
    };
  };
}
