import { browserPorts } from './browser/ports';
import { complaintsAbout } from './complaints';
import { createNotifier } from './notifier';
import type { Options } from './options';
import type { Log, Notifier, Stats } from './surface';

/** Every method of {@link Notifier}, on the instance itself. */
export interface Rollbar extends Notifier {}

let shared: Rollbar | undefined;

/** The shared notifier. What is reported before `init` has configured it waits for the token. */
const theShared = (): Rollbar => (shared ??= new Rollbar());

/**
 * The notifier under the name people have in their code today: `new Rollbar(options)` for one of
 * your own, `Rollbar.init(options)` for the one that the static methods act on.
 */
export class Rollbar {
  constructor(options: Options = {}) {
    createNotifier(options, { ...browserPorts(), complaintsAbout }, this);
  }

  /** Makes the shared notifier; called again, it configures the same one. */
  static init(options: Options): Rollbar {
    if (shared) shared.configure(options);
    return (shared ??= new Rollbar(options));
  }

  static configure(...args: Parameters<Notifier['configure']>): Notifier {
    return theShared().configure(...args);
  }

  static wait(...args: Parameters<Notifier['wait']>): void {
    theShared().wait(...args);
  }

  static flush(...args: Parameters<Notifier['flush']>): Promise<boolean> {
    return theShared().flush(...args);
  }

  static stats(): Stats {
    return theShared().stats();
  }

  static log: Log = (...args) => theShared().log(...args);
  static debug: Log = (...args) => theShared().debug(...args);
  static info: Log = (...args) => theShared().info(...args);
  static warn: Log = (...args) => theShared().warn(...args);
  static warning: Log = (...args) => theShared().warning(...args);
  static error: Log = (...args) => theShared().error(...args);
  static critical: Log = (...args) => theShared().critical(...args);
}
