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
    const wait = (callback: () => void): void =>
      held.size ? void waiters.push(callback) : outbox.wait(callback);

    return {
      ...outbox,
      add(parcel) {
        const { changed, occurrence } = parcel;
        if (!changed) return outbox.add(parcel);
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
        // Whatever calls itself a promise.
        void Promise.resolve(changed).then(go, () => go());
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
