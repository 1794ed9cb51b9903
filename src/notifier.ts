import { createGuard } from './browser/guard';
import { sortArguments, sortThrown } from './core/arguments';
import type { Sorted } from './core/arguments';
import { readText, textOf } from './core/foreign';
import { copyOf, merge } from './core/merge';
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

  const report = (
    level: Level,
    args: readonly unknown[],
    sort: () => Sorted & Partial<Capture>,
  ): Logged => {
    // A page without a clock or without dice still has errors.
    const { uuid, at, url } = guard('the notifier', ports.birth) ?? { uuid: '', at: NaN };
    guard('the notifier', () => {
      count('captured');
      const { callback, ...sorted } = sort();
      const ended: Parcel['ended'] = (what, why = what, response) =>
        guard('a callback', () =>
          callback?.(
            what === 'delivered' ? null : Object.assign(new Error(why), { code: what }),
            response,
          ),
        );
      const drop = (reason: DropReason): void => {
        count(reason);
        ended(reason);
      };

      const facts = ports.facts();
      if (!facts || !settings.enabled) return drop('disabled');
      const thrown = sorted.thrown?.value as object;
      if (settings.ignoreDuplicateErrors && reported.has(thrown)) return drop('repeated');
      const capture: Capture = {
        isUncaught: false,
        ...sorted,
        uuid,
        at,
        url: url ?? facts.url,
        level,
        args,
        // What is replayed was not called from here.
        ...(url && { stack: '' }),
      };
      const occurrence = prepare(capture, settings, facts);
      if (typeof occurrence === 'string') return drop(occurrence);
      if (hooks(settings, capture, occurrence)) return drop('ignored');
      if (!settings.transmit) return drop('not-transmitted');
      // Not what was dropped: when it comes again, it may be kept.
      if (Object(thrown) === thrown) reported.add(thrown);
      const { dropped } = stats;
      const told = Object.keys(dropped).length && { notifier: { diagnostic: { dropped } } };
      outbox.add({ uuid, at, level, sealed: seal(merge(occurrence, told), scrub), ended });
    });
    return { uuid };
  };

  const log =
    (level?: Level): Log =>
    (...args) => {
      let stack: string | undefined;
      try {
        // Made here, one call below that of the page, which may have an Error of its own.
        if (settings.captureMessageStack) stack = readText(new Error(), 'stack');
      } catch {
        // A message without its calls, then.
      }
      return report(level ?? settings.logLevel, args, () => ({ ...sortArguments(args), stack }));
    };

  const reportUncaught = (
    args: readonly unknown[],
    value: unknown,
    more?: Pick<Capture, 'message' | 'place'>,
  ): Logged =>
    report(settings.uncaughtErrorLevel, args, () => ({
      ...sortThrown(value),
      ...more,
      isUncaught: true,
    }));

  const handleUncaughtException: Notifier['handleUncaughtException'] = (...args) => {
    const [message, filename, lineno, colno, error] = args;
    return reportUncaught(args, error ?? message, {
      message: textOf(message),
      place: { filename, lineno, colno },
    });
  };

  const handleUnhandledRejection: Notifier['handleUnhandledRejection'] = (reason) =>
    reportUncaught([reason], reason ?? `Promise rejected with ${reason}`);

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
