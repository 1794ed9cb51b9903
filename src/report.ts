import { enough } from './browser/guard';
import type { Guard } from './browser/guard';
import type { Sorted } from './core/arguments';
import { createLimiter } from './core/limit';
import { createHooks } from './hooks';
import type { Settings } from './options';
import { prepare } from './pipeline';
import type { Birth, Capture, DropReason, Office, Outbox, Parcel, Ports } from './shapes';
import type { Log, Logged } from './surface';

/** What a source makes of its arguments. */
type Seen = Sorted & Partial<Capture>;

/** The same as for the outbox, with every option. */
export interface Desk extends Office {
  settings(): Settings;
}

/**
 * Makes methods that report what `sort` sees in their arguments: from the capture to the outbox, or
 * to the reason why not.
 */
export function createReporter(
  ports: Ports,
  guard: Guard,
  { settings, seal, count }: Desk,
  outbox: Outbox,
): (sort: (args: readonly unknown[]) => Seen) => Log {
  const hooks = createHooks(guard, ports.filter);
  const limiter = createLimiter();
  /** Thrown values that have gone into an item. */
  const reported = new WeakSet<object>();
  /** Whether the last was over a limit. */
  let isLimited = false;
  /** Whether what is reported now had no room on the stack before. */
  let isLate: boolean | undefined;

  /** What goes into the outbox, or why nothing does. */
  const judge = (
    { onEnd, copy, ...seen }: Seen,
    { uuid, at, url }: Birth,
    args: readonly unknown[],
    stack?: string,
  ): Omit<Parcel, keyof Birth | 'ended'> | DropReason => {
    const now = settings();
    const thrown = seen.thrown?.value as object;
    const isRepeated = (): boolean => now.ignoreDuplicateErrors && reported.has(thrown);
    if (isRepeated()) return 'repeated';
    // Before anything is copied, read or parsed: in a storm, most ends here.
    const limit = !seen.isNotice && limiter.reached(now, at);
    if (limit) notice(limit);
    isLimited = typeof limit === 'string';
    if (isLimited) return 'limited';
    const facts = ports.facts();
    if (!facts || !now.enabled) return 'disabled';
    const capture: Capture = {
      isUncaught: true,
      level: now.uncaughtErrorLevel,
      ...seen,
      custom: copy?.(),
      uuid,
      at,
      url: url ?? facts.url,
      args,
      // What is replayed was not called from here.
      stack: url ? '' : stack,
    };
    const occurrence = prepare(capture, now, facts, ports);
    if (typeof occurrence === 'string') return occurrence;
    const changed = hooks(now, capture, occurrence);
    if (changed === true) return 'ignored';
    if (!now.transmit) return 'not-transmitted';
    // A hook may have reported it by itself.
    if (isRepeated()) return 'repeated';
    const sealed = seal(occurrence);
    // Not what was dropped: when it comes again, it may be kept.
    if (Object(thrown) === thrown) reported.add(thrown);
    limiter.count();
    return { level: capture.level, sealed, occurrence, changed };
  };

  const reporter =
    (sort: (args: readonly unknown[]) => Seen): Log =>
    (...args) => {
      const logged: Logged = { uuid: '' };
      let stack: string | undefined;
      const report = (): void => {
        // A page without a clock or without dice still has errors.
        const birth = guard('the notifier', ports.birth) ?? { uuid: '', at: NaN };
        logged.uuid = birth.uuid;
        guard('the notifier', () => {
          const seen = sort(args);
          const ended: Parcel['ended'] = (what, why = what, response) =>
            // An error costs its stack, and most have nobody who wants to hear of it.
            seen.onEnd &&
            guard(
              'a callback',
              seen.onEnd,
              what === 'delivered' ? null : Object.assign(new Error(why), { code: what }),
              response,
            );
          const judged = judge(seen, birth, args, stack);
          count('captured');
          if (typeof judged === 'string') {
            count(judged);
            ended(judged);
          } else outbox.add({ ...birth, ...judged, ended });
        });
      };
      try {
        // V8 needs most, to compile what runs for the first time: measured, fewer were not enough.
        // In a storm nothing does, and it would cost more than all the rest.
        enough(isLimited ? 200 : 400);
        // Made through the guard, whose place tells later frames of ours from those of the page.
        stack = guard('the notifier', ports.stackFor, settings());
        report();
      } catch {
        // Where a page has used up its stack we would not get far. When it was a late report that has
        // used it up, by a callback that reports with itself, it would go on without end.
        try {
          if (!isLate) {
            queueMicrotask(() => {
              isLate = true;
              report();
              isLate = false;
            });
          }
        } catch (error) {
          // Where there is no room even for that, there is more of it where the page catches this.
          const { name } = Object(error) as Error;
          if (name === 'RangeError' || name === 'InternalError') throw error;
          // Else it has broken both, and there is room.
          report();
        }
      }
      return logged;
    };

  /** Says what limit is reached, and is held to none. */
  const notice = reporter(([message]) => ({
    message: String(message),
    level: 'warning',
    isUncaught: false,
    isNotice: true,
  }));

  return reporter;
}
