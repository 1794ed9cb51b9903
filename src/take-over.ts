import { bornAs } from './browser/ids';
import { countLost } from './browser/ports';
import type { RollbarClass } from './rollbar-class';
import type { HeldCall, LoaderWindow, Stub } from './snippet/contract';
import type { Log, Notifier } from './surface';

/**
 * Takes over from the snippet and replays what happened meanwhile, or makes the notifier
 * `_rollbarConfig` asks for. Without either, the global is the class.
 */
export function takeOver(Rollbar: RollbarClass): void {
  const page = globalThis as unknown as LoaderWindow;
  const config = page._rollbarConfig;
  const alias = config?.globalAlias || 'Rollbar';
  const stub = page[alias] as Stub | undefined;
  const held = stub?._h;

  if (!held) {
    // A notifier that is there already came with this bundle, which the page has loaded twice.
    if (stub?.handleUncaughtException) return;
    if (!config) {
      page[alias] = Rollbar;
      return;
    }
  }
  if ((stub?._l as number) > 0) countLost((stub as Stub)._l);
  const rollbar = Rollbar.init(config ?? {});
  const take = ([method, args, uuid, at, url]: HeldCall): unknown =>
    bornAs({ uuid, at, url }, () =>
      (rollbar[method as keyof Notifier] as Log)(...Array.from(args)),
    );
  if (held) {
    (stub as Stub)._t = take;
    // For who has kept it. A method that was taken off it goes on by `_t`.
    Object.assign(stub as Stub, rollbar);
    // What the snippet was sending by itself comes back when that fails.
    held.push = take as typeof held.push;
    held.forEach(take);
  }
  page[alias] = rollbar;
}
