import type { DropIn, dropInStatics } from './drop-in';
import { levels } from './items-api';
import { createNotifier } from './notifier';
import type { Options } from './options';
import type { Ports } from './shapes';
import type { Notifier } from './surface';

/** Every method of {@link Notifier} and of rollbar.js, on the instance itself. */
export interface Rollbar extends Notifier, DropIn {}

const statics = ['log', 'warn', ...levels, 'configure', 'wait', 'flush', 'stats'] as const;

type Static = (typeof statics)[number] | (typeof dropInStatics)[number];

/** The class, with the methods that act on the shared notifier. */
export interface RollbarClass extends Readonly<Pick<Rollbar, Static>> {
  /** Makes a notifier of your own; without options it hears nothing until it is configured. */
  new (options?: Options): Rollbar;
  /** Makes the shared notifier; called again, it configures the same one. */
  init(options: Options): Rollbar;
}

/** Of every object, as section B.2.2 of ECMAScript has it. */
interface Getters {
  __defineGetter__(name: string, get: () => unknown): void;
}

/**
 * Makes the class; each of its notifiers gets ports of its own. `addTo` gives an instance more
 * methods, of which those named go to the class, too.
 */
export function rollbarClass(
  make: () => { ports: Ports; addTo?(notifier: Notifier): void },
  more: readonly Static[] = [],
): RollbarClass {
  let shared: Rollbar | undefined;
  interface Rollbar extends Notifier, DropIn {}
  class Rollbar {
    constructor(options?: Options) {
      const { addTo, ports } = make();
      const notifier = createNotifier(options, ports, this);
      addTo?.(notifier);
    }

    static init(options: Options): Rollbar {
      // Which gives it back.
      return shared ? (shared.configure(options) as Rollbar) : (shared = new Rollbar(options));
    }
  }
  for (const name of [...statics, ...more]) {
    // The method itself, so that no frame of ours stands between it and its caller. What is
    // reported before `init` has configured the shared notifier waits for the token.
    // Not by a descriptor, of which a page that has broken Object.prototype makes something else;
    // and it may be put in the place of, as by the mocks of a test.
    (Rollbar as unknown as Getters).__defineGetter__(name, () => (shared ??= new Rollbar())[name]);
  }
  return Rollbar as typeof Rollbar & RollbarClass;
}
