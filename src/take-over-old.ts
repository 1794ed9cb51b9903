import { birth, bornAs } from './browser/ids';
import { isRecord, keysOf, read } from './core/foreign';
import type { Options } from './options';
import type { RollbarClass } from './rollbar-class';
import type { Birth, Ports } from './shapes';
import type { Log, Notifier } from './surface';

/** A call that waits for the script: `Rollbar[method](...args)`. */
interface OldCall {
  method: string;
  args: unknown[];
  ts: Date;
}

/** What the page has as `Rollbar`, for good: it hands each call on to `impl`, if that has it. */
interface OldWrapper {
  impl: unknown;
  options: Options;
  /** Undefined once `impl` is a notifier. */
  shimId?(): number | undefined;
  handleUncaughtException(...args: unknown[]): unknown;
  [method: string]: unknown;
}

/** The globals of the snippets that rollbar.js has published, as far as they are read here. */
interface OldWindow {
  _rollbarConfig?: Options;
  _rollbarShims: Record<number, { handler: OldWrapper; messages: OldCall[] }>;
  /** The class, which is an empty one until the script comes. */
  rollbar?: unknown;
  /** Read by the snippet when the script has come: without it, it calls that a failure. */
  _rollbarDidLoad?: boolean;
  /** Read by it then, too: with it, it leaves the queue alone. */
  _rollbarInitialized?: boolean;
  _rollbarStartTime?: number;
  onerror: { _rollbarOldOnError?: OldWindow['onerror'] } | null;
  _rollbarURH?: EventListener & { belongsToShim?: boolean };
  [alias: string]: unknown;
}

/** What the snippet's `wrap` adds to a context: the source of the function it has wrapped. */
const source = '_wrappedSource';

/** The context that the snippet's `wrap` has put onto an error, without what it has added. */
function contextOf(error: unknown): unknown {
  const context = read(error, '_rollbarContext');
  const keys = isRecord(context) ? keysOf(context).filter((key) => key !== source) : [];
  return keys.length ? Object.fromEntries(keys.map((key) => [key, read(context, key)])) : undefined;
}

/** Functions which the old snippet has wrapped stay so, and tell the context by the error alone. */
export const withOldContext = (ports: Ports): Ports => ({
  ...ports,
  listen: (page) =>
    ports.listen({
      ...page,
      uncaught: (message, url, lineno, colno, error) =>
        page.uncaught(message, url, lineno, colno, error, contextOf(error)),
    }),
});

/** The arguments a notifier gets for those of a call that has waited. */
function argumentsOf({ method, args, ts }: OldCall): unknown[] {
  // Told of the time by themselves.
  if (/^capture[DL]/.test(method)) return [args[0], ts];
  // The snippet hands over the context of the last error that went through `wrap`, which may have
  // been caught, and be another.
  return method === 'handleUncaughtException' && read(args[5], source)
    ? [...args.slice(0, 5), contextOf(args[4])]
    : args;
}

/** A new identity, of that time. */
function bornAt(ts: Date): Birth | undefined {
  try {
    return { ...birth(), at: +ts, url: location.href };
  } catch {
    // The page has broken what that takes; the notifier knows what to do then.
    return undefined;
  }
}

/** Whether a call comes from within the event it tells of. */
function isOfEvent([message]: readonly unknown[]): boolean {
  const { event } = globalThis;
  return event instanceof ErrorEvent && event.message === message;
}

/** Has the notifier behind the wrapper do what was called on it, and what will be. */
function swap(handler: OldWrapper, messages: OldCall[], rollbar: Notifier): void {
  const handleUncaughtException = rollbar.handleUncaughtException as Log;
  handler.impl = rollbar;
  // The wrapper hands on what rollbar.js had when it was written, and not all of that.
  for (const [name, value] of Object.entries(rollbar)) handler[name] ??= value;
  if (handler.options?.captureUncaught) {
    // A handler of the page that calls the snippet's stays where it is, beside our own listener.
    handler.handleUncaughtException = (...args) =>
      isOfEvent(args) ? undefined : handleUncaughtException(...args);
  }
  const methods = rollbar as unknown as Record<string, Log | undefined>;
  const take = (call: OldCall): unknown => {
    const act = (): unknown => methods[call.method]?.(...argumentsOf(call));
    const born = bornAt(call.ts);
    return born ? bornAs(born, act) : act();
  };
  messages.splice(0).forEach(take);
  // Who kept what was behind the wrapper goes on calling that.
  messages.push = take as typeof messages.push;
}

/**
 * Takes over from a snippet of rollbar.js, 2.x or 3.x, and replays what happened meanwhile; says
 * whether there was one. Its wrapper stays what the page calls `Rollbar`, as references to it have
 * been kept; its own handlers go.
 */
export function takeOverOld(Rollbar: RollbarClass): boolean {
  const page = globalThis as unknown as OldWindow;
  const config = page._rollbarConfig;
  const wrapper = page[config?.globalAlias || 'Rollbar'] as OldWrapper | undefined;
  const isThere = typeof wrapper?.shimId === 'function' && wrapper.shimId() !== undefined;

  if (isThere || !config) {
    page.rollbar = Rollbar;
    page._rollbarDidLoad = true;
  }
  if (!isThere) return false;

  page._rollbarInitialized = true;
  page._rollbarStartTime ||= +new Date();
  const { onerror, _rollbarURH } = page;
  if (onerror && '_rollbarOldOnError' in onerror) page.onerror = onerror._rollbarOldOnError ?? null;
  if (_rollbarURH?.belongsToShim) removeEventListener('unhandledrejection', _rollbarURH);

  // The first is the page's; others it has made by `new rollbar(…)` before the class came.
  Object.values(page._rollbarShims).forEach(({ handler, messages }, index) =>
    swap(
      handler,
      messages,
      index ? new Rollbar(handler.options) : Rollbar.init(handler.options ?? {}),
    ),
  );
  return true;
}
