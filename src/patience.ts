import { createGuard } from './browser/guard';
import { isRecord, read } from './core/foreign';
import { plain, write } from './core/plain';
import type { Filter, Ports } from './shapes';

/** After which an item goes as it is, whatever a transform is still doing. */
const longestMs = 5000;

/**
 * Makes an outbox that waits for what an asynchronous transform makes of an item; not for long, and
 * not when the page leaves. What goes wrong on the way of an item stays there. As long as transform
 * is at work on one, `filter` lets no other pass that says the same: it may be transform that has
 * logged it, and would log it again without end.
 */
export function patient(
  { createOutbox, say }: Ports,
  filter: Filter,
): Pick<Ports, 'createOutbox' | 'filter'> {
  const guard = createGuard(say);
  /** What occurrences said before transform had them. */
  const said = new WeakMap<object, string>();
  const atWork = new Set<string | undefined>();

  const isUnwanted: Filter['isUnwanted'] = (occurrence, rules) => {
    if (filter.isUnwanted(occurrence, rules)) return true;
    // Without telemetry, which tells what came between.
    const [message, trace, chain] = ['message', 'trace', 'trace_chain'].map((form) =>
      read(occurrence.body, form),
    );
    // As plain data, for hooks may have left circles in it, or the same a thousand times.
    const told = rules.transform ? plain([message, trace, chain, occurrence.custom]) : '';
    const text = write(told);
    said.set(occurrence, text);
    return atWork.has(text);
  };

  const patientOutbox: Ports['createOutbox'] = (office, change) => {
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
        let timer: ReturnType<typeof setTimeout> | undefined;
        const go = (brought?: unknown): void =>
          guard('the notifier', () => {
            if (!held.delete(go)) return;
            atWork.delete(text);
            clearTimeout(timer);
            const last = isRecord(brought) ? brought : (occurrence as object);
            outbox.add({ ...parcel, sealed: office.seal(last) });
            if (!held.size) waiters.splice(0).forEach(wait);
          });
        const text = said.get(occurrence as object);
        atWork.add(text);
        held.add(go);
        // Whatever calls itself a promise, in a page that may have broken what that takes.
        guard('the notifier', () => void Promise.resolve(changed).then(go, () => go()));
        if (!held.has(go)) return;
        timer = setTimeout(() => {
          say(`transform has not come to an end in ${longestMs} ms: the item goes as it is`);
          go();
        }, longestMs);
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

  return { createOutbox: patientOutbox, filter: { ...filter, isUnwanted } };
}
