import { createGuard, enough } from './browser/guard';
import { sortArguments } from './core/arguments';
import type { Sorted } from './core/arguments';
import { readText, textOf } from './core/foreign';
import { createLimiter } from './core/limit';
import { copyOf, merge } from './core/merge';
import { plainObject } from './core/plain';
import { createHooks } from './hooks';
import { settle } from './options';
import type { Options, Settings } from './options';
import { envelope, prepare, seal } from './pipeline';
import type { Level } from './items-api';
import type { Capture, Dropped, DropReason, End, Parcel, Ports, Scrub } from './shapes';
import type { Log, Logged, Notifier } from './surface';

/**
 * Makes a notifier and starts it: from here on errors of the page are reported, as the options
 * say. Wrong options are named in the console and never throw. Where there is no page (Node) it
 * does nothing. `ports` are the browser, or stand in for it; `self` is the object that gets the
 * methods.
 */
export function createNotifier<Self extends object>(
  options: Options,
  ports: Ports,
  self: Self = {} as Self,
): Self & Notifier {
  const { say } = ports;
  const guard = createGuard(say);
  const hooks = createHooks(guard);
  const limiter = createLimiter();
  let chosen: Options = {};
  let settings: Settings = settle(chosen);
  let scrub: Scrub = (data) => data;
  let stopListening: (() => void) | undefined;
  /** Thrown values that have gone into an item. */
  const reported = new WeakSet<object>();

  const { lost } = ports;
  const stats = {
    captured: lost,
    delivered: 0,
    dropped: (lost ? { evicted: lost } : {}) as Dropped,
  };
  const count = (what: 'captured' | End): void => {
    const counts: Partial<Record<typeof what, number>> = what in stats ? stats : stats.dropped;
    counts[what] = (counts[what] ?? 0) + 1;
  };

  const outbox = ports.createOutbox({
    settings: () => settings,
    envelope: (sealed) => envelope(sealed, settings.accessToken),
    seal: (data, maxBytes) => seal(data, scrub, maxBytes),
    count,
  });

  /** Makes a method that reports what `sort` sees in its arguments. */
  const reporter =
    (sort: (args: readonly unknown[]) => Sorted & Partial<Capture> & { isNotice?: boolean }): Log =>
    (...args) => {
      const logged: Logged = { uuid: '' };
      let stack: string | undefined;
      const report = (): void => {
        // A page without a clock or without dice still has errors.
        const { uuid, at, url } = guard('the notifier', ports.birth) ?? { uuid: '', at: NaN };
        logged.uuid = uuid;
        guard('the notifier', () => {
          const { onEnd, ...sorted } = sort(args);
          const ended: Parcel['ended'] = (what, why = what, response) =>
            guard(
              'a callback',
              onEnd,
              what === 'delivered' ? null : Object.assign(new Error(why), { code: what }),
              response,
            );
          const thrown = sorted.thrown?.value as object;
          const isRepeated = (): boolean => settings.ignoreDuplicateErrors && reported.has(thrown);
          /** The text of the item, or why there is none. */
          const judge = (): Pick<Parcel, 'level' | 'sealed'> | DropReason => {
            const facts = ports.facts();
            if (!facts || !settings.enabled) return 'disabled';
            if (isRepeated()) return 'repeated';
            // Before anything is parsed: in a storm, most ends here.
            const limit = sorted.isNotice ? undefined : limiter.reached(settings, at);
            if (limit) notice(limit);
            if (limit != null) return 'limited';
            const capture: Capture = {
              isUncaught: true,
              level: settings.uncaughtErrorLevel,
              ...sorted,
              uuid,
              at,
              url: url ?? facts.url,
              args,
              // What is replayed was not called from here.
              stack: url ? '' : stack,
            };
            const occurrence = prepare(capture, settings, facts);
            if (typeof occurrence === 'string') return occurrence;
            if (hooks(settings, capture, occurrence)) return 'ignored';
            if (!settings.transmit) return 'not-transmitted';
            // A hook may have reported it by itself.
            if (isRepeated()) return 'repeated';
            const { dropped } = stats;
            const told = Object.keys(dropped).length && { notifier: { diagnostic: { dropped } } };
            return { level: capture.level, sealed: seal(merge(occurrence, told), scrub) };
          };
          const judged = judge();
          count('captured');
          if (typeof judged === 'string') {
            count(judged);
            ended(judged);
          } else {
            // Not what was dropped: when it comes again, it may be kept.
            if (Object(thrown) === thrown) reported.add(thrown);
            limiter.count();
            outbox.add({ uuid, at, ...judged, ended });
          }
        });
      };
      try {
        // V8 needs most, to compile what runs for the first time: measured, fewer were not enough.
        enough(400);
        if (settings.captureMessageStack) {
          // Made through the guard, whose place tells later frames of ours from those of the page.
          stack = guard('the notifier', () => readText(new Error(), 'stack'));
        }
        report();
      } catch {
        // Where a page has used up its stack we would not get far.
        queueMicrotask(report);
      }
      return logged;
    };

  /** Says what limit is reached, and is not held to it. */
  const notice = reporter(([message]) => ({
    message: String(message),
    level: 'warning',
    isUncaught: false,
    isNotice: true,
  }));

  const log = (level?: Level): Log =>
    reporter((args) => ({
      ...sortArguments(args),
      level: level ?? settings.logLevel,
      isUncaught: false,
    }));

  const handleUncaughtException: Notifier['handleUncaughtException'] = reporter(
    ([message, filename, lineno, colno, error, custom]) => ({
      custom: plainObject(custom),
      thrown: { value: error ?? message },
      message: textOf(message),
      place: { filename, lineno, colno },
    }),
  );

  const handleUnhandledRejection: Notifier['handleUnhandledRejection'] = reporter(([reason]) => ({
    thrown: { value: reason ?? `Promise rejected with ${reason}` },
  }));

  const configure: Notifier['configure'] = (changes, payload) => {
    guard('the notifier', () => {
      ports.complaintsAbout?.(changes).forEach(say);
      chosen = merge(merge(chosen, copyOf(changes)), copyOf({ payload }));
      settings = settle(chosen);
      scrub = guard('scrubFields', () => ports.createScrub?.(settings, say)) ?? scrub;
      if (!ports.facts() || !settings.enabled) return;
      if (!settings.accessToken) {
        say('no accessToken: items wait until configure brings one');
      }
      if (stopListening) return outbox.wake();
      // Reading storage may have to wait for the disk, and a page that starts has no time for that.
      setTimeout(() => guard('the notifier', outbox.wake));
      stopListening = ports.listen({
        uncaught: (...args) => settings.captureUncaught && handleUncaughtException(...args),
        rejected: (reason) =>
          settings.captureUnhandledRejections && handleUnhandledRejection(reason),
        ...outbox,
      });
    });
    return notifier;
  };

  const notifier = Object.assign(self, {
    log: log(),
    debug: log('debug'),
    info: log('info'),
    warn: log('warning'),
    warning: log('warning'),
    error: log('error'),
    critical: log('critical'),
    configure,
    handleUncaughtException,
    handleUnhandledRejection,
    stats: () => ({ ...stats, dropped: { ...stats.dropped }, waiting: outbox.size() }),
    wait: (callback) => outbox.wait(() => guard('a callback', callback)),
    flush: (ms) =>
      new Promise<boolean>((resolve) => {
        outbox.wake();
        outbox.wait(() => resolve(true));
        setTimeout(resolve, ms, false);
      }),
  } satisfies Notifier);
  configure(options);
  return notifier;
}
