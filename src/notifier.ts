import { createGuard } from './browser/guard';
import { sortArguments } from './core/arguments';
import { textOf } from './core/foreign';
import { copyOf, merge } from './core/merge';
import { plainObject } from './core/plain';
import { settle } from './options';
import type { Options, Settings } from './options';
import { envelope, seal } from './pipeline';
import { levels } from './items-api';
import type { Level } from './items-api';
import { createReporter } from './report';
import type { Desk } from './report';
import type { Dropped, End, Ports, Scrub } from './shapes';
import type { Log, Notifier } from './surface';

/**
 * Makes a notifier and starts it: from here on errors of the page are reported, as the options
 * say. Without options it hears nothing until it is configured. Wrong options never throw; the class
 * `Rollbar` names them in the console. Where there is no page (Node) it does nothing. `ports` are the
 * browser, or stand in for it; `self` is the object that gets the methods.
 */
export function createNotifier<Self extends object>(
  options: Options | undefined,
  ports: Ports,
  self: Self = {} as Self,
): Self & Notifier {
  const { say } = ports;
  const guard = createGuard(say);
  let chosen: Options = {};
  let settings: Settings = settle(chosen, ports.defaults);
  let scrub: Scrub = (data) => data;
  let stopListening: (() => void) | undefined;

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

  const desk: Desk = {
    settings: () => settings,
    envelope: (sealed) => envelope(sealed, settings.accessToken),
    seal(data, maxBytes) {
      const { dropped } = stats;
      // With every item, so that no loss is lost.
      const told = Object.keys(dropped).length && { notifier: { diagnostic: { dropped } } };
      return (ports.seal ?? seal)(merge(data, told), scrub, maxBytes);
    },
    count,
  };
  const outbox = ports.createOutbox(desk);

  const reporter = createReporter(ports, guard, desk, outbox);

  const log = (level?: Level): Log =>
    reporter((args) => ({
      level: level ?? settings.logLevel,
      ...sortArguments(args),
      isUncaught: false,
    }));

  const handleUncaughtException: Notifier['handleUncaughtException'] = reporter(
    ([message, filename, lineno, colno, error, custom]) => ({
      copy: () => plainObject(custom),
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
      chosen = merge(
        merge(chosen, copyOf(ports.adapt?.(changes) ?? changes)),
        payload && copyOf({ payload }),
      );
      settings = settle(chosen, ports.defaults);
      scrub = guard('scrubFields', () => ports.createScrub?.(settings, say)) ?? scrub;
      ports.configured?.(settings, notifier.error);
      if (!ports.facts() || !settings.enabled) return;
      if (!settings.accessToken) {
        say('no accessToken: items wait for one');
      }
      // What nobody has configured hears nothing: it may stand beside one that somebody has.
      if (stopListening || !changes) return outbox.wake();
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
    warn: log('warning'),
    ...(Object.fromEntries(levels.map((level) => [level, log(level)])) as Record<Level, Log>),
    configure,
    handleUncaughtException,
    handleUnhandledRejection,
    stats: () => ({
      ...stats,
      dropped: { ...stats.dropped },
      waiting: guard('the notifier', outbox.size) ?? 0,
    }),
    wait: (callback) =>
      void guard('the notifier', outbox.wait, () => guard('a callback', callback)),
    flush: (ms) =>
      new Promise<boolean>((resolve) => {
        outbox.wake();
        outbox.wait(() => resolve(true));
        setTimeout(resolve, ms, false);
      }),
  } satisfies Notifier);
  configure(options as Options);
  return notifier;
}
