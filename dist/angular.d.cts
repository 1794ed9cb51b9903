/**
 * The wire: what the Items API (`POST /api/1/item/`) understands, as types.
 * Each shape names its place in the API document. Field names are the API's own, in snake_case;
 * no other file spells them but the ones that build these shapes.
 */
/** The severities, mildest first. */
declare const levels: readonly ["debug", "info", "warning", "error", "critical"];
/** "level": the severity. The level of the first occurrence of an item is the item's level. */
type Level = (typeof levels)[number];
/** What JSON can say. Everything that leaves is made of this. */
type Json = string | number | boolean | null | Json[] | JsonObject;
/** A JSON object; what "arbitrary keys" and "arbitrary metadata" mean in the document. */
interface JsonObject {
    [key: string]: Json | undefined;
}
/** What happened before; an array below "body", oldest first. */
interface TelemetryEntry {
    level: Level;
    type: string;
    source: 'client';
    /** Unix time in milliseconds. */
    timestamp_ms: number;
    body: JsonObject;
    uuid?: string;
}
/** "person": the user affected. */
interface Person extends JsonObject {
    /** At most 40 characters. */
    id: string;
    /** At most 255 characters. */
    username?: string;
    /** At most 255 characters. */
    email?: string;
}
/** "Response Format": the body of an answer; `err` 0 with a result, 1 with a message. */
type ApiResponse = {
    err: 0;
    result: {
        uuid: string;
        id?: null;
    };
} | {
    err: 1;
    message: string;
};

/** Switches of `autoInstrument`. What is left out keeps its default. */
interface AutoInstrument {
    /** Requests by fetch and XMLHttpRequest: method, URL, status, times. @default true */
    network?: boolean;
    /** Whether requests tell their headers: all, or those of these names. @default false */
    networkRequestHeaders?: boolean | readonly string[];
    /** The same of responses. @default false */
    networkResponseHeaders?: boolean | readonly string[];
    /** Whether requests tell their body, of a form or text; up to 1000 characters. @default false */
    networkRequestBody?: boolean;
    /** The same of responses, of text, JSON or XML. @default false */
    networkResponseBody?: boolean;
    /** Whether a response of 500 or above is reported as an error. @default false */
    networkErrorOnHttp5xx?: boolean;
    /** Whether one of 400 or above is. @default false */
    networkErrorOnHttp4xx?: boolean;
    /** Whether a request without a response is: offline, blocked, aborted. @default false */
    networkErrorOnHttp0?: boolean;
    /** Calls of console.debug, log, info, warn and error. @default true */
    log?: boolean;
    /** Clicks, changed inputs and submitted forms, told by their elements. @default true */
    dom?: boolean;
    /** Changes of the address without a new page. @default true */
    navigation?: boolean;
    /** The network gone and back. @default true */
    connectivity?: boolean;
    /** What a Content Security Policy has refused. @default true */
    contentSecurityPolicy?: boolean;
    /** Whether that is reported as an error, too. @default false */
    errorOnContentSecurityPolicy?: boolean;
    /** DOMContentLoaded and load. @default true */
    page?: boolean;
    /** The page hidden, and seen again. @default true */
    visibility?: boolean;
    /** How long loading took, and when the first and the largest paint were. @default true */
    timing?: boolean;
    /** Tasks of more than 50 ms. @default false */
    longTasks?: boolean;
    /** Images, scripts, styles and the like that could not be loaded. @default true */
    resources?: boolean;
    /** Deprecations and interventions of the browser. @default true */
    reports?: boolean;
}
/** An element, as `telemetryScrubber` gets it. */
interface ElementDescription {
    tagName: string;
    id?: string | undefined;
    classes?: string[] | undefined;
    /** `type`, `name`, `title` and `alt`, where the element has them. */
    attributes: {
        key: 'type' | 'name' | 'title' | 'alt';
        value: string;
    }[];
}
/** What can be configured of telemetry: what happened before an item, and goes with it. */
interface TelemetryOptions {
    /** What is recorded: all that is usual, nothing, or what each switch says. @default true */
    autoInstrument?: boolean | AutoInstrument;
    /**
     * How many events are kept, the newest; 0: none. Together they have at most 32,768 characters of
     * JSON.
     * @default 100
     */
    maxTelemetryEvents?: number;
    /**
     * Says true of an event that shall not be kept. Called when it happens, and again before it goes
     * with an item. What happens in it is not recorded.
     */
    filterTelemetry?: (event: TelemetryEntry) => unknown;
    /** Whether items are events, too, of those to come. @default true */
    includeItemsInTelemetry?: boolean;
    /**
     * False: what visitors type and choose is recorded when they leave the field, but never a
     * password.
     * @default true
     */
    scrubTelemetryInputs?: boolean;
    /** Where inputs are recorded: says true of one whose value shall be replaced by `********`. */
    telemetryScrubber?: (element: ElementDescription) => unknown;
}

/** What the option `ignore` knows. */
type Noise = 'resize-observer' | 'script-error' | 'extensions' | 'bots' | 'aborted';
/**
 * Options of rollbar.js that are taken and do nothing here: what they are for is not there (session
 * replay, tracing, what servers do), or happens by itself. With `verbose`, each is named once.
 */
interface IgnoredOptions {
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
interface AliasOptions {
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
interface Options extends AliasOptions, IgnoredOptions, TelemetryOptions {
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
    person?: Partial<Person> | {
        id: string | number | null;
        [key: string]: unknown;
    };
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
    sampleRate?: number | {
        [L in Level]?: number;
    };
    /** What rollbar.js' plug-in for jQuery asks for: that its reports are ignored. */
    plugins?: {
        jquery?: {
            ignoreAjaxErrors?: boolean;
        };
    };
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
    transform?: (payload: Record<string, unknown>, item: {
        uuid: string;
        isUncaught: boolean;
    }) => unknown;
    /** Where the snippet finds the script bundle. Does nothing here. */
    rollbarJsUrl?: string;
    /** Subresource integrity of the script bundle, for the snippet. Does nothing here. */
    integrity?: string;
    /** Name of the global the snippet and the script bundle set. @default 'Rollbar' */
    globalAlias?: string;
}

/** What flows inside the notifier, as types only. */

/** Why something captured was not delivered. Every drop has exactly one of these words. */
type DropReason = 
/** `enabled: false`, or there is no page (server-side rendering). */
'disabled'
/** `transmit: false`. */
 | 'not-transmitted'
/** Below `reportLevel`. */
 | 'level'
/** The same error object has been reported before, or the same text just before. */
 | 'repeated'
/** More than `itemsPerMinute` or `maxItems` allow. */
 | 'limited'
/**
 * Noise by the option `ignore`, by a list of the user, or as the user's `checkIgnore` said, or the
 * same as one that an asynchronous `transform` is still at work on.
 */
 | 'ignored'
/** `sampleRate` has not taken it. */
 | 'sampled'
/** The API found it too big even after it was cut down once more. */
 | 'too-big'
/** More was waiting than may be kept. */
 | 'evicted'
/** It waited for longer than items are kept. */
 | 'stale'
/** The API will never take it (400, 422). */
 | 'refused'
/** Tried once more as often as `maxRetries` says. */
 | 'retried'
/** What lay in storage in its place was no item. */
 | 'unreadable';
/** How many were dropped, by reason. */
type Dropped = {
    [Reason in DropReason]?: number;
};
/** Told to a log callback: the API's answer, or an Error whose `code` names the reason. */
type LogCallback = (error: ReportError | null, response?: ApiResponse) => void;
/** What a log callback gets when the item was not delivered. */
type ReportError = Error & {
    code: DropReason;
};

/** What people call, as types. */

/**
 * What a log method gives back at once: the uuid under which the occurrence will be found. Where the
 * page has used up its stack it comes as soon as its calls have ended.
 */
interface Logged {
    uuid: string;
}
/** Anything at all; of a function it is known what it is told. */
type LogArgument = LogCallback | {} | null | undefined;
/**
 * Reports an occurrence. Arguments in any order: the first string is the message, the first error
 * the error, the first plain object the custom data, the last function the callback. What else
 * there is goes to `custom.extraArgs`. Never throws.
 */
type Log = (...args: LogArgument[]) => Logged;
/** `captured` is the sum of all others. */
interface Stats {
    /** Reported here, or taken over from a page that is gone. */
    captured: number;
    /** Taken by the API. */
    delivered: number;
    /** On their way, or waiting for it. */
    waiting: number;
    /** How many were dropped, by reason. */
    dropped: Dropped;
}
/** What a notifier can do. Its methods may be taken off it and called alone. */
interface Notifier {
    /** Reports with the level of the option `logLevel`. */
    log: Log;
    debug: Log;
    info: Log;
    /** The same as {@link Notifier.warning}. */
    warn: Log;
    warning: Log;
    error: Log;
    critical: Log;
    /**
     * Changes options from now on: deep in plain objects, undefined leaves an option as it is, null
     * sets it back. `payload` is laid over the option of that name.
     */
    configure(options: Options, payload?: object): Notifier;
    /** Reports an uncaught error, with the arguments of `window.onerror`, and data for `custom`. */
    handleUncaughtException(message: unknown, url?: unknown, lineno?: unknown, colno?: unknown, error?: unknown, context?: unknown): Logged;
    /** Reports a rejection that nobody handled. The promise does not matter. */
    handleUnhandledRejection(reason: unknown, promise?: unknown): Logged;
    /** What has become of everything so far. */
    stats(): Stats;
    /** Calls back, once, as soon as no item waits; at once if none does. */
    wait(callback: () => void): void;
    /**
     * Tries again now what waits for a network, and tells after at most `ms` milliseconds whether
     * everything has reached its end.
     */
    flush(ms: number): Promise<boolean>;
}

/**
 * An `ErrorHandler` for Angular that reports what it is told of, and then writes it to the console
 * as Angular does: `{ provide: ErrorHandler, useValue: errorHandler(notifier) }`.
 */
declare function errorHandler(notifier: Notifier): {
    handleError(error: unknown): void;
};

export { errorHandler };
