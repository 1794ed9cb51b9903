import { levels } from './items-api';
import type { Level, Person } from './items-api';
import type { TelemetryOptions } from './telemetry/options';

/** What the option `ignore` knows. */
export type Noise = 'resize-observer' | 'script-error' | 'extensions' | 'bots' | 'aborted';

/**
 * Options of rollbar.js that are taken and do nothing here: what they are for is not there (session
 * replay, tracing, what servers do), or happens by itself. With `verbose`, each is named once.
 */
export interface IgnoredOptions {
  /** What the snippet loads is never waited for. */
  async?: boolean;
  addRequestData?: unknown;
  captureDeviceInfo?: unknown;
  captureEmail?: unknown;
  captureLambdaTimeouts?: unknown;
  captureUsername?: unknown;
  /** What is known of the client goes below `payload.client`. */
  client?: unknown;
  /** There is one transport, fetch. */
  defaultTransport?: unknown;
  exitOnUncaughtException?: unknown;
  host?: unknown;
  /** Nobody's `Error.prepareStackTrace` is replaced. */
  inspectAnonymousErrors?: unknown;
  locals?: unknown;
  nodeSourceMaps?: unknown;
  /** Put the URL of a proxy of your own into `endpoint`. */
  proxy?: unknown;
  replay?: unknown;
  resource?: unknown;
  rewriteFilenamePatterns?: unknown;
  scrubHeaders?: unknown;
  scrubRequestBody?: unknown;
  /** File names of frames are whole URLs; see `stripFrameQuery`. */
  sendFrameUrl?: unknown;
  tracer?: unknown;
  tracing?: unknown;
  /** What listeners throw is reported without wrapping them. */
  wrapGlobalEventHandlers?: unknown;
}

/** Names that options had before, or have on servers. The other name wins. */
export interface AliasOptions {
  /** The same as `captureUncaught`. */
  handleUncaughtExceptions?: boolean;
  /** The same as `captureUnhandledRejections`. */
  handleUnhandledRejections?: boolean;
  /** The same as `hostSafeList`. */
  hostWhiteList?: readonly (string | RegExp)[];
  /** The same as `hostBlockList`. */
  hostBlackList?: readonly (string | RegExp)[];
}

/** What can be configured. All of it is optional but the token. */
export interface Options extends AliasOptions, IgnoredOptions, TelemetryOptions {
  /** Access token of the project with scope `post_client_item`. Without one, items wait. */
  accessToken?: string;
  /**
   * Where items are posted: a URL, with or without its scheme, or a path of the page's own origin.
   * @default 'https://api.rollbar.com/api/1/item/'
   */
  endpoint?: string;
  /** `data.environment`, at most 255 characters. @default 'unknown' */
  environment?: string;
  /** False: nothing is captured and nothing is sent. @default true */
  enabled?: boolean;
  /** False: everything happens but the sending. @default true */
  transmit?: boolean;
  /** Whether uncaught errors of the page are reported. @default true */
  captureUncaught?: boolean;
  /** Whether rejections that nobody handles are reported. @default true */
  captureUnhandledRejections?: boolean;
  /**
   * Whether the API notes the visitor's address: `true`, `false`, or `'anonymize'` for one without
   * its last part.
   * @default true
   */
  captureIp?: boolean | 'anonymize';
  /** `data.code_version`: version of your code, at most 40 characters. */
  codeVersion?: string | number;
  /** The same as `codeVersion`, which wins. */
  code_version?: string | number;
  /** `data.person`: who is affected. Needs an `id`. */
  person?: Partial<Person> | { id: string | number | null; [key: string]: unknown };
  /** `data.context`: part of the application, at most 255 characters. */
  context?: string;
  /** `data.framework`. @default 'browser-js' */
  framework?: string;
  /** `data.notifier.version`, for who wraps this notifier. */
  version?: string;
  /** Whether the options as they are go with each item, as `custom._rollbarConfig`. @default false */
  sendConfig?: boolean;
  /**
   * Whether what an error and those behind it have as `rollbarContext` goes into `custom`; the
   * innermost wins, and what was logged beside it.
   * @default false
   */
  addErrorContext?: boolean;
  /** Whether an error without a name is named by its message, up to a colon. @default false */
  guessErrorClass?: boolean;
  /**
   * Whether the message of an error loses the words up to a colon that rollbar.js takes for its
   * class, as `x` is left of `boom: x`: for a project whose items are grouped by such messages.
   * @default false
   */
  stripClassPrefix?: boolean;
  /** Set as `Error.stackTraceLimit` of the page: how many calls a stack has, in V8 and JSC. */
  stackTraceLimit?: number;
  /** Whether the developer is shown, in the console, what is reported. @default false */
  verbose?: boolean;
  /** Laid, deep, over the finished `data` of every item; wins over every other option. */
  payload?: object;
  /** Level of `Rollbar.log(…)`. @default 'debug' */
  logLevel?: Level;
  /** Items below this level are dropped. @default 'debug' */
  reportLevel?: Level;
  /** Level of uncaught errors and rejections. @default 'error' */
  uncaughtErrorLevel?: Level;
  /**
   * Known noise that is dropped, as `ignored`:
   * - `'resize-observer'`: a ResizeObserver was not done within one frame; nothing has failed.
   * - `'script-error'`: all a browser says of an error in a script of another origin that came
   *   without CORS.
   * - `'extensions'`: thrown by a browser extension.
   * - `'bots'`: scripts that crawlers and in-app browsers put into pages.
   * - `'aborted'`: `AbortError`, as of a fetch that somebody has given up.
   * @default ['resize-observer']
   */
  ignore?: readonly Noise[];
  /**
   * Whether what comes again is dropped, as `repeated`: an error object that has been logged, thrown
   * or rejected before; and what nobody caught, where the one before had the same message and stack.
   * @default true
   */
  ignoreDuplicateErrors?: boolean;
  /**
   * What is dropped, as `ignored`, for its message or that of one of its causes: patterns of regular
   * expressions, searched in any case.
   */
  ignoredMessages?: readonly (string | RegExp)[];
  /**
   * Where an error must have come through to be reported: patterns, searched in any case in the
   * file names of all its frames. One without any file name is reported; so is a message.
   */
  hostSafeList?: readonly (string | RegExp)[];
  /** Where an error must not have come through: patterns, searched as those of `hostSafeList`. */
  hostBlockList?: readonly (string | RegExp)[];
  /**
   * Which share is reported, from 0 to 1, by chance: of all, or by level. The others are dropped, as
   * `sampled`.
   * @default 1
   */
  sampleRate?: number | { [L in Level]?: number };
  /** What rollbar.js' plug-in for jQuery asks for: that its reports are ignored. */
  plugins?: { jquery?: { ignoreAjaxErrors?: boolean } };
  /**
   * Whether a message without an error gets the calls that led to it; it goes as a trace of the
   * class `Message` then. Not for what is reported through the snippet.
   * @default false
   */
  captureMessageStack?: boolean;
  /**
   * Names of more secrets: patterns of regular expressions, for whole names, in any case. What
   * stands under one, in data, URLs, forms and JSON text, is replaced by `********`. Each call of
   * `configure` adds to those before.
   */
  scrubFields?: readonly string[];
  /** Whether the `scrubFields` beside it stand alone, without those before and the usual ones. @default false */
  overwriteScrubFields?: boolean;
  /** Places in `data` that are secret, as keys joined by dots: `body.message.order`. */
  scrubPaths?: readonly string[];
  /** Whether file names of frames lose their query and fragment. @default false */
  stripFrameQuery?: boolean;
  /** How many items leave in a minute; then one says so, and the others are dropped. 0: all. @default 60 */
  itemsPerMinute?: number;
  /** How many items leave from one page, in all; then one says so, and the others are dropped. 0: all. @default 0 */
  maxItems?: number;
  /** Milliseconds after which a request without an answer is given up and tried again. @default 30000 */
  timeout?: number;
  /**
   * Milliseconds from a request that has failed to the next one, at most an hour. 0: from 1 s to
   * 5 min, the longer the more have failed, with full jitter.
   * @default 0
   */
  retryInterval?: number | null;
  /** How many times one page tries an item again before it is dropped. @default Infinity */
  maxRetries?: number;
  /** How many items wait at most in this origin for the same token and endpoint. @default 100 */
  maxWaitingItems?: number;
  /** How many characters of JSON they have together at most. @default 1048576 */
  maxWaitingBytes?: number;
  /** Milliseconds after which an item that still waits is dropped. @default 604800000 (7 days) */
  maxWaitingMs?: number;
  /**
   * Called before `checkIgnore`, with `data`, which it may change. A promise is not waited for.
   */
  onSendCallback?: (isUncaught: boolean, args: unknown[], payload: Record<string, unknown>) => void;
  /** Says true of what shall not be sent. */
  checkIgnore?: (isUncaught: boolean, args: unknown[], payload: Record<string, unknown>) => unknown;
  /**
   * The last to change `data`, in place. A promise is waited for, for five seconds or until the page
   * leaves; an object it brings takes the place of `data`.
   */
  transform?: (
    payload: Record<string, unknown>,
    item: { uuid: string; isUncaught: boolean },
  ) => unknown;
  /** Where the snippet finds the script bundle. Does nothing here. */
  rollbarJsUrl?: string;
  /** Subresource integrity of the script bundle, for the snippet. Does nothing here. */
  integrity?: string;
  /** Name of the global the snippet and the script bundle set. @default 'Rollbar' */
  globalAlias?: string;
}

/** The options that have a default, with it. */
export const defaults = {
  accessToken: '',
  endpoint: 'https://api.rollbar.com/api/1/item/',
  environment: 'unknown',
  enabled: true,
  transmit: true,
  captureUncaught: true,
  captureUnhandledRejections: true,
  captureIp: true as boolean | 'anonymize',
  framework: 'browser-js',
  logLevel: 'debug' as Level,
  reportLevel: 'debug' as Level,
  uncaughtErrorLevel: 'error' as Level,
  ignoreDuplicateErrors: true,
  itemsPerMinute: 60,
  maxItems: 0,
  timeout: 30_000,
  retryInterval: 0,
  maxRetries: Infinity,
  maxWaitingItems: 100,
  maxWaitingBytes: 1_048_576,
  maxWaitingMs: 604_800_000,
};

/** More of them, of what a notifier can be without. */
export const wholeDefaults = {
  ignore: ['resize-observer'] as readonly Noise[],
  scrubFields: [] as readonly string[],
  scrubPaths: [] as readonly string[],
};

/** Every option with its value, defaults filled in; those of {@link wholeDefaults} where it is whole. */
export type Settings = Readonly<Options & typeof defaults & typeof wholeDefaults>;

/** What is no text is none. */
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/**
 * A URL to post to: a path of the page stays one, and https is the scheme where none is given.
 * Empty when it cannot be read: what was meant for another place must not go to the default.
 */
export function urlOf(endpoint: unknown): string {
  const url = textOf(endpoint).replace(/^(?!https?:|[/.])/i, 'https://');
  // What has two schemes now had one that is not for posting.
  return /^(https?:\/\/(?!\w+:\/)[\w[]|\.{0,2}\/)\S*$/i.test(url) ? url : '';
}

/**
 * Fills in the defaults, and `more` of them. Null and undefined are no values, and what cannot be
 * worked with is none either; what only goes into the item gets its type there.
 */
export function settle(options: Options, more?: object): Settings {
  const settled: Record<string, unknown> = { ...defaults, ...more };
  for (const [name, value] of Object.entries(options)) {
    const isUsable = /Level$/.test(name)
      ? levels.includes(value as Level)
      : typeof settled[name] !== 'number' || (typeof value === 'number' && value >= 0);
    if (value != null && isUsable) settled[name] = value;
  }
  const { accessToken, enabled, endpoint, timeout, transmit } = settled as Settings;
  return Object.freeze(
    Object.assign(settled as Settings, {
      // A real one has 32 characters; what is longer would not fit beside the item.
      accessToken: textOf(accessToken).slice(0, 256),
      // What waits already must not leave either.
      endpoint: enabled && transmit ? urlOf(endpoint) : '',
      // More than 2 ** 31, timers take for none.
      timeout: Math.min(timeout || defaults.timeout, 2e9),
    }),
  );
}
