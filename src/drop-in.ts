import { createGuard } from './browser/guard';
import { isErrorLike, isRecord, read, readText } from './core/foreign';
import { levels } from './items-api';
import type { Level, TelemetryEntry, Trace } from './items-api';
import type { Options, Settings } from './options';
import type { Office, Outbox, Ports } from './shapes';
import type { Notifier } from './surface';
import { createWrap } from './wrap';

/** What rollbar.js has beside a {@link Notifier}. */
export interface DropIn {
  /** The options as they are now, defaults filled in. */
  readonly options: Readonly<Options>;
  /** The same notifier, for code that takes what it gets for a wrapper around one. */
  readonly rollbar: this;
  /** The same as {@link Notifier.configure}, for the limits `itemsPerMinute` and `maxItems`. */
  global(limits: Options): this;
  /** The last error that nobody caught and that was reported. */
  lastError(): Error | undefined;
  /**
   * A function that does what `fn` does, once for each `fn`; what it throws is thrown on as it is.
   * When that is reported, `context`, an object or what a function gives then, goes into `custom`.
   * `before` is called first, with the same arguments. What is no function is given back.
   */
  wrap<Fn>(fn: Fn, context?: unknown, before?: (...args: never[]) => unknown): Fn;
  /**
   * Adds an event to telemetry. Arguments in any order: one of the types `log`, `network`, `dom`,
   * `navigation`, `error` and `manual`, which is the default; a level, by default `info`; and an
   * object, what has happened. False: it is not kept.
   */
  captureEvent(...args: unknown[]): TelemetryEntry | false;
  /** The text of a payload with this `data`: scrubbed, valid and within the limit. */
  buildJsonPayload(data: object): string;
  /** Sends such a text, like any other item; limits do not count it. */
  sendJsonPayload(json: string): void;
  /**
   * Stops listening to the page, and gives back what has been put in the place of its functions,
   * unless somebody else has put something there since. What is logged is reported as before.
   */
  uninstall(): void;
  /** Does nothing: there are no anonymous errors here. */
  handleAnonymousErrors(): void;
  /** The page's `DOMContentLoaded`, for telemetry; `at`: when that was. */
  captureDomContentLoaded(event?: unknown, at?: unknown): void;
  /** The page's `load`, for telemetry; `at`: when that was. */
  captureLoad(event?: unknown, at?: unknown): void;
  /** Does nothing: it is all here. */
  loadFull(): void;
  /** Do nothing: there is neither session replay nor tracing. */
  triggerReplay(): void;
  triggerDirectReplay(): void;
  setSessionUser(): void;
  setSessionAttributes(): void;
}

/** Those that the class has, too, for its shared notifier. */
export const dropInStatics = [
  'global',
  'lastError',
  'uninstall',
  'wrap',
  'captureEvent',
  'buildJsonPayload',
  'sendJsonPayload',
] as const;

const types = /^(log|network|dom|navigation|error|manual)$/;

/**
 * Ports that let the methods of rollbar.js see what they need, and those methods, for the notifier
 * that gets these ports.
 */
export function dropIn(ports: Ports): { ports: Ports; addTo(notifier: Notifier): void } {
  const guard = createGuard(ports.say);
  const { wrap, contextOf } = createWrap(guard);
  let last: Error | undefined;
  let stopListening: (() => void) | undefined;
  let office: Office;
  let outbox: Outbox;

  const event = (type: string, body: unknown, rest: Partial<TelemetryEntry>) =>
    ports.captureEvent?.(type, body, rest) ?? false;

  const loaded = (subtype: string) => (_?: unknown, at?: unknown) => {
    guard('telemetry', () => {
      event('navigation', { subtype }, { timestamp_ms: Number(at ?? ports.birth().at) });
    });
  };

  const nothing = (): void => {};

  return {
    ports: {
      ...ports,
      createOutbox(given, change) {
        office = given;
        return (outbox = ports.createOutbox(given, change));
      },
      listen: (events) => (stopListening = ports.listen(events)),
      enrich(occurrence, capture, rules) {
        const { isUncaught, message, thrown } = capture;
        const value = thrown?.value;
        if (isUncaught && isErrorLike(value)) last = value as Error;
        // A message has none, whatever was thrown before.
        const context = thrown && contextOf(value);
        if (context) occurrence.custom = { ...context, ...occurrence.custom };
        if (isUncaught) {
          const { trace, trace_chain = [trace] } = occurrence.body as {
            trace?: Trace;
            trace_chain?: (Trace | undefined)[];
          };
          // As hooks know them: not what the event has.
          capture.args = [message ?? trace_chain[0]?.exception.message, value, occurrence.custom];
        }
        ports.enrich?.(occurrence, capture, rules);
      },
    },
    addTo(notifier) {
      const { handleUncaughtException } = notifier;
      const methods: Omit<DropIn, 'options' | 'rollbar'> & Partial<Notifier> = {
        // Some hand over the error in the place of the URL.
        handleUncaughtException: (message, url, lineno, colno, error, context) =>
          isErrorLike(url)
            ? handleUncaughtException(message, '', lineno, colno, error ?? url, context)
            : handleUncaughtException(message, url, lineno, colno, error, context),
        global(limits) {
          const [itemsPerMinute, maxItems] = ['itemsPerMinute', 'maxItems'].map((name) =>
            read(limits, name),
          );
          notifier.configure({ itemsPerMinute, maxItems } as Options);
          return notifier as never;
        },
        lastError: () => last,
        uninstall: () => guard('uninstall', stopListening),
        wrap(fn, context, before) {
          let made: unknown = fn;
          // Not what it gives back, a function that may have a `catch` of its own.
          guard('wrap', () => {
            made = wrap(fn, context, before);
          });
          return made as typeof fn;
        },
        captureEvent: (...args) =>
          guard('captureEvent', () => {
            const texts = args.filter((arg) => typeof arg === 'string');
            const level = texts.find((text) => levels.includes(text as Level)) as Level | undefined;
            const type = texts.find((text) => types.test(text)) ?? 'manual';
            return event(type, args.filter(isRecord).pop() ?? {}, level ? { level } : {});
          }) ?? false,
        buildJsonPayload: (data) =>
          // Of what cannot be read, the least that is an item.
          office.envelope(guard('buildJsonPayload', office.seal, data) ?? office.seal({})),
        sendJsonPayload(json) {
          guard('sendJsonPayload', () => {
            const data = read(JSON.parse(json), 'data');
            if (!isRecord(data)) throw new Error('no data');
            const sealed = office.seal(data);
            const uuid = readText(data, 'uuid');
            const level = levels.find((level) => level === data.level) ?? 'error';
            const { enabled, transmit } = office.settings() as Settings;
            office.count('captured');
            // Nobody is told of it, and it must not wait for what does not come.
            if (!ports.facts() || !enabled) return office.count('disabled');
            if (!transmit) return office.count('not-transmitted');
            outbox.add({ ...ports.birth(), ...(uuid && { uuid }), level, sealed, ended: nothing });
          });
        },
        handleAnonymousErrors: nothing,
        captureDomContentLoaded: loaded('DOMContentLoaded'),
        captureLoad: loaded('load'),
        loadFull: nothing,
        triggerReplay: nothing,
        triggerDirectReplay: nothing,
        setSessionUser: nothing,
        setSessionAttributes: nothing,
      };
      Object.defineProperties(Object.assign(notifier, methods), {
        // What a page puts on Object.prototype must not become part of them.
        options: { __proto__: null, get: office.settings } as PropertyDescriptor,
        rollbar: { __proto__: null, value: notifier } as PropertyDescriptor,
      });
    },
  };
}
