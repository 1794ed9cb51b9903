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
/** The whole payload: "Required: access_token", "Required: data". At most 128 kB as UTF-8. */
interface Item {
    /** A `post_client_item` token, as the platform is `browser`. */
    access_token: string;
    data: Occurrence;
}
/** "data": one occurrence of an error or message. */
interface Occurrence {
    /** Where it was seen, e.g. `production`. At most 255 characters. */
    environment: string;
    body: Body;
    /** Defaults, at the API, to `error` for exceptions and `info` for messages. */
    level?: Level;
    /** When it happened: unix time in whole seconds. */
    timestamp?: number;
    /** Version of the application code: semantic version, integer or git SHA. At most 40 characters. */
    code_version?: string;
    /** `browser`, which asks for a `post_client_item` token. */
    platform?: string;
    language?: string;
    framework?: string;
    /** Which part of the application it came from; searched by prefix. */
    context?: string;
    request?: Request;
    person?: Person;
    server?: Server;
    client?: Client;
    /** Any metadata of the user. */
    custom?: JsonObject;
    /** Groups occurrences. Up to 40 characters are used as they are, of longer ones the SHA1. */
    fingerprint?: string;
    /** Title of the item. At most 255 characters. */
    title?: string;
    /** Identifies this occurrence; the API discards a second one. At most 36 characters. */
    uuid?: string;
    notifier?: Notifier$1;
}
/** "body": exactly one of trace, trace_chain, message and crash_report, and beside it telemetry. */
type Body = (TraceBody | TraceChainBody | MessageBody | CrashReportBody) & {
    telemetry?: TelemetryEntry[];
};
/** "Option 1": a single exception. */
interface TraceBody {
    trace: Trace;
}
/** "Option 2": an exception with its causes, outermost first; at least one. */
interface TraceChainBody {
    trace_chain: Trace[];
}
/** "Option 3": a log message without a stack. Beside `body`, any metadata. */
interface MessageBody {
    message: {
        body: string;
    } & JsonObject;
}
/** "Option 4": a raw crash report in the format of rollbar-ios; only ever handed through. */
interface CrashReportBody {
    crash_report: {
        raw: string;
    };
}
/** "trace": the exception and the calls that led to it, the newest call last. */
interface Trace {
    frames: Frame[];
    exception: Exception;
}
/** "exception" */
interface Exception {
    class: string;
    message?: string;
    /** An alternate text for people. */
    description?: string;
}
/** One element of "frames". A browser knows no args or locals, so those stay out. */
interface Frame {
    /** Full path or URL. */
    filename: string;
    /** 1-based. */
    lineno?: number;
    /** 1-based. */
    colno?: number;
    method?: string;
    /** The line of code. */
    code?: string;
    /** Lines of code around it. */
    context?: {
        pre?: string[];
        post?: string[];
    };
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
/** "request": the page. Any further keys are kept. */
interface Request extends JsonObject {
    /** Full URL of the page. */
    url?: string;
    query_string?: string;
    /** An address, or `$remote_ip` for the source address of the request. */
    user_ip?: string;
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
/** "server": of the application; only ever set by the user. */
interface Server extends JsonObject {
    host?: string;
    root?: string;
    branch?: string;
    code_version?: string;
}
/** "client": the device, by platform. */
interface Client extends JsonObject {
    javascript?: Javascript;
}
/** "client.javascript" */
interface Javascript extends JsonObject {
    /** The user agent string. */
    browser?: string;
    code_version?: string;
    /** Asks the API to apply uploaded source maps. */
    source_map_enabled?: boolean;
    /** Asks the API to guess frames that have no column. */
    guess_uncaught_frames?: boolean;
    language?: string;
    cookie_enabled?: boolean;
    /** In CSS pixels. */
    screen?: {
        width: number;
        height: number;
    };
    /** In CSS pixels. */
    viewport?: {
        width: number;
        height: number;
    };
}
/** "notifier": who sends. */
interface Notifier$1 extends JsonObject {
    name?: string;
    version?: string;
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
/** Where the browser, or who stands for it, says an error happened; 1-based. */
interface Place {
    filename: unknown;
    lineno: unknown;
    colno: unknown;
}
/** What a source saw, at the moment it saw it. */
interface Capture {
    uuid: string;
    /** Unix time in milliseconds. */
    at: number;
    /** URL of the page at that moment. */
    url: string;
    level: Level;
    /** True when nobody called us: an `error` or `unhandledrejection` event. */
    isUncaught: boolean;
    /** What was thrown or passed; boxed, because `undefined` can be thrown too. */
    thrown?: {
        value: unknown;
    };
    message?: string | undefined;
    place?: Place;
    /** Text of a stack made where it was reported; on top our log method, guard and maker. */
    stack?: string | undefined;
    custom?: JsonObject | undefined;
    /** The caller's arguments, as the user's hooks get them. */
    args: readonly unknown[];
    /** True when we say something ourselves, which nothing that is chosen for the page's items stops. */
    isNotice?: boolean;
}
/** What a page knows about itself. */
interface PageFacts {
    url: string;
    javascript: Javascript;
}
/** What came back for one request. */
interface Answer {
    /** HTTP status; 0 when there was no readable answer. */
    status: number;
    /** The API's JSON, where there was one. */
    response?: ApiResponse | undefined;
    /** From the `Retry-After` header; where that says nothing that is to come, none above 0. */
    retryAfterMs?: number | undefined;
}
/** Identity, time and place of something captured. */
interface Birth {
    uuid: string;
    /** Unix time in milliseconds. */
    at: number;
    /** URL of the page, where it may be another by now. */
    url?: string;
}
/** What a page tells by itself: its errors, and its coming and going. */
interface PageEvents {
    uncaught(message: string, url: string, lineno: number, colno: number, error: unknown, 
    /** Data for `custom`. */
    context?: unknown): void;
    rejected(reason: unknown): void;
    /** The network is back, or the page is seen again: by this event. */
    wake(event?: unknown): void;
    /** The page is hidden; `isGone`: it has been left, perhaps for good. */
    leave(isGone: boolean): void;
    /** Another page has written this text into storage, or removed it: null; not always one of ours. */
    told(key: string, text: string | null): void;
}
/** Texts by key; the keys are its own enumerable properties. */
interface TextStorage {
    getItem(key: string): string | null;
    setItem(key: string, text: string): void;
    removeItem(key: string): void;
}
/** What has become of an item. */
type End = 'delivered' | DropReason;
/** The same, why in words, and the API's answer. */
type Outcome = [what: End, why?: string, response?: ApiResponse | undefined];
/** An item for the outbox. */
interface Parcel {
    uuid: string;
    /** Unix time in milliseconds. */
    at: number;
    level: Level;
    /** The JSON text of `data`. */
    sealed: string;
    /** Brings what shall be `data` in its place, if it is an object; never rejects. */
    changed?: PromiseLike<unknown> | false;
    /** What was sealed, where that may still be changed. */
    occurrence?: object;
    /** Told once. */
    ended(...outcome: Outcome): void;
}
/** Items kept until the API has answered for them. */
interface Outbox {
    add(parcel: Parcel): void;
    /**
     * Looks for what other pages have left, and whether something can be sent now. Without an event of
     * the browser, a page that has been left is not back.
     */
    wake(event?: unknown): void;
    /** Sends all it can at once: the page is hidden or, perhaps for good, gone. */
    leave(isGone: boolean): void;
    /** Another page has written this: perhaps what has become of an item of this one. */
    told(key: string, text: string | null): void;
    /** Calls back once nothing of this page waits. */
    wait(callback: () => void): void;
    /** How many items of this page wait. */
    size(): number;
}
/** What an outbox asks the notifier it works for. */
interface Office {
    /** The options of these names, as they are now. */
    settings(): {
        accessToken: string;
        endpoint: string;
        timeout: number;
        retryInterval: number;
        maxRetries: number;
        maxWaitingItems: number;
        maxWaitingBytes: number;
        maxWaitingMs: number;
    };
    /** The whole payload, as it is posted now. */
    envelope(sealed: string): string;
    /** Data that was unsealed once more as text, of at most so many bytes if that is said. */
    seal(data: object, maxBytes?: number): string;
    /** Told of the end of each item, and before it of the coming of those other pages have left. */
    count(what: 'captured' | End): void;
}
/** Takes the secrets out of plain data, and gives it back. */
type Scrub = <T extends Json>(data: T) => T;
/** What says which those are, as the options of these names do; nobody has checked it. */
interface ScrubRules {
    scrubFields: readonly string[];
    overwriteScrubFields?: boolean;
    scrubPaths: readonly string[];
}
/** What says what may leave, as the options of these names do; nobody has checked it. */
interface FilterRules {
    ignore: readonly string[];
    ignoreDuplicateErrors: boolean;
    sampleRate?: number | {
        [L in Level]?: number;
    };
    ignoredMessages?: readonly unknown[];
    hostSafeList?: readonly unknown[];
    hostBlockList?: readonly unknown[];
    payload?: object;
    plugins?: object;
    transform?: unknown;
}
/** What says what is added, as the options of these names do; nobody has checked it. */
interface EnrichRules {
    addErrorContext?: boolean;
    guessErrorClass?: boolean;
    payload?: object;
    sendConfig?: boolean;
    stripClassPrefix?: boolean;
    stripFrameQuery?: boolean;
    verbose?: boolean;
    version?: string;
}
/** Decides what may leave. */
interface Filter {
    /** Before anything is parsed; sets the level that custom data or `payload` have. */
    early(capture: Capture, settings: FilterRules): DropReason | undefined;
    /** Whether what was thrown is known to be nobody's fault. */
    isNoise(body: Body, settings: FilterRules): boolean;
    /** After the hooks have had a look, and perhaps a say. */
    isUnwanted(occurrence: Occurrence, settings: FilterRules): boolean;
}
/** Everything the notifier needs from outside: the browser, or fakes in tests. */
interface Ports {
    /** Identity and time of what is captured now. */
    birth(): Birth;
    /** Calls the snippet had no room for. */
    lost: number;
    /** Undefined where there is no page: then the notifier stays inert. */
    facts(): PageFacts | undefined;
    /** Starts to tell what happens to the page, first to wake, in a moment; returns the way to stop. */
    listen(events: PageEvents): () => void;
    /** `change`: what the outbox needs from outside, as another wants it to be. */
    createOutbox(office: Office, change?: (effects: Effects) => Effects): Outbox;
    /** Makes a scrubber; where there is none, data leaves as it is. */
    createScrub?(rules: ScrubRules, say: (text: string) => void): Scrub;
    /** Seals as the pipeline does, in another way. */
    seal?(occurrence: object, scrub: Scrub, maxBytes?: number): string;
    /** The text of a stack made now, if the settings want one. */
    stackFor?(settings: {
        captureMessageStack?: boolean;
    }): string | undefined;
    /** Where there is none, everything of the level may leave. */
    filter?: Filter;
    /** Adds what is worth knowing beside what was captured. */
    enrich?(occurrence: Occurrence, capture: Capture, settings: EnrichRules): void;
    /** Adds an event to telemetry; false where it is not kept. */
    captureEvent?(type: string, body: unknown, rest: Partial<Pick<TelemetryEntry, 'level' | 'timestamp_ms'>>): TelemetryEntry | false;
    /** Of options that only these ports know. */
    defaults?: object;
    /** Told of the options each time they have changed, and how to report an error. */
    configured?(settings: object, report: (...args: unknown[]) => unknown): void;
    /** Options in the words of others, in ours. */
    adapt?(options: unknown): object;
    /** Tells the developer something, once per text. */
    say(text: string): void;
}
/** Everything the outbox needs from outside. */
interface Effects {
    /** Unix time in milliseconds. */
    now(): number;
    /** A number from 0 up to 1. */
    chance(): number;
    /** Posts one item; never rejects. Undefined: the page is leaving, and cannot take it along. */
    send(item: string, endpoint: string, timeoutMs: number, isLeaving: boolean): Promise<Answer | undefined>;
    /** Tells this document, which gets no event of it, what has been written into storage. */
    tell(key: string, text: string): void;
    /** Runs `act` on storage that outlives the page; undefined where that fails. */
    stored<T>(act: (storage: TextStorage) => T): T | undefined;
    /**
     * Runs `act`, and tells it whether it runs alone: no other page of the origin runs one of this
     * name. `longestMs`: after which a page that has said nothing is held for gone.
     */
    exclusively(name: string, longestMs: number, act: (isMine: boolean) => Promise<void>): Promise<void>;
    /** Tells the developer something, once per text. */
    say(text: string): void;
}

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
 * The types of rollbar.js by the names they have there, for code that says `Rollbar.Configuration`.
 * Those of its server, and of parts that are not here, are left out.
 */

/** The options. */
type Configuration = Options;
/** What log methods give back. */
type LogResult = Logged;

/** Something that happened before, as the telemetry of an item has it. */
type TelemetryEvent = TelemetryEntry;
/** An object with any keys, as hooks get items. */
type Dictionary = Record<string, unknown>;
/** An error, or none. */
type MaybeError = Error | null | undefined;
/** What a callback is told beside an error: the API's answer, where there is one. */
type Answered = ApiResponse | undefined;
/** The last argument of a log method. */
type Callback<TResponse = Answered> = (error: MaybeError, response: TResponse) => void;
/** An error that brings data of its own. */
interface ErrorWithContext extends Error {
    /** Data for `custom`. */
    rollbarContext?: Dictionary;
    /** What lies behind the error; the same as `cause`. */
    nested?: Error | null;
}
/** The user affected, and any further keys. */
interface PersonParams {
    /** At most 40 characters. */
    id: string | number | null;
    /** At most 255 characters. */
    username?: string;
    /** At most 255 characters. */
    email?: string;
    [property: string]: unknown;
}
/** What is laid over every item, and any further keys. */
interface Payload {
    person?: PersonParams;
    context?: unknown;
    environment?: string;
    client?: {
        javascript?: {
            code_version?: string | number;
            /** Asks the API to apply uploaded source maps. */
            source_map_enabled?: boolean;
            /** Asks the API to guess frames that have no column. */
            guess_uncaught_frames?: boolean;
            [property: string]: unknown;
        };
        [property: string]: unknown;
    };
    server?: {
        branch?: string;
        host?: string;
        root?: string;
        [property: string]: unknown;
    };
    [property: string]: unknown;
}
/** Which of what happens in the page is noted: a word for all of it, or a switch for each. */
type AutoInstrumentOptions = boolean | AutoInstrumentSettings;
/** A switch for each. */
type AutoInstrumentSettings = AutoInstrument;
/** Says true of an element whose value is a secret. */
type TelemetryScrubber = (description: TelemetryScrubberInput) => boolean;
/** The element it is asked about. */
type TelemetryScrubberInput = DomDescription | null;
/** An element, as far as it is described. */
type DomDescription = ElementDescription;
/** One of its attributes. */
type DomAttribute = ElementDescription['attributes'][number];
/** Which of them are told. */
type DomAttributeKey = 'type' | 'name' | 'title' | 'alt';
/** Options of a part that is not here: taken, and of no effect. */
type ReplayOptions = object;
/** Options of a part that is not here: taken, and of no effect. */
type TracingOptions = object;

/** What rollbar.js has beside a {@link Notifier}. */
interface DropIn {
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
declare const dropInStatics: readonly ["global", "lastError", "uninstall", "wrap", "captureEvent", "buildJsonPayload", "sendJsonPayload"];

/** Every method of {@link Notifier} and of rollbar.js, on the instance itself. */
interface Rollbar$1 extends Notifier, DropIn {
}
declare const statics: readonly ["log", "warn", "debug", "info", "warning", "error", "critical", "configure", "wait", "flush", "stats"];
type Static = (typeof statics)[number] | (typeof dropInStatics)[number];
/** The class, with the methods that act on the shared notifier. */
interface RollbarClass extends Readonly<Pick<Rollbar$1, Static>> {
    /** Makes a notifier of your own; without options it hears nothing until it is configured. */
    new (options?: Options): Rollbar$1;
    /** Makes the shared notifier; called again, it configures the same one. */
    init(options: Options): Rollbar$1;
}

/** Every method of a notifier and of rollbar.js, on the instance itself. */
interface Rollbar extends Rollbar$1 {
}
/**
 * The notifier under the name people have in their code today: `new Rollbar(options)` for one of
 * your own, `Rollbar.init(options)` for the one that the static methods act on.
 */
declare const Rollbar: RollbarClass;
/** Types by the names they have in rollbar.js. */
declare namespace Rollbar {
    export { AutoInstrumentOptions };
    export { AutoInstrumentSettings };
    export { Callback };
    export { Configuration };
    export { Dictionary };
    export { DomAttribute };
    export { DomAttributeKey };
    export { DomDescription };
    export { ErrorWithContext };
    export { Level };
    export { LogArgument };
    export { LogResult };
    export { MaybeError };
    export { Payload };
    export { PersonParams };
    export { ReplayOptions };
    export { TelemetryEvent };
    export { TelemetryScrubber };
    export { TelemetryScrubberInput };
    export { TracingOptions };
}

/**
 * Makes a notifier and starts it: from here on errors of the page are reported, as the options
 * say. Without options it hears nothing until it is configured. Wrong options never throw; the class
 * `Rollbar` names them in the console. Where there is no page (Node) it does nothing. `ports` are the
 * browser, or stand in for it; `self` is the object that gets the methods.
 */
declare function createNotifier<Self extends object>(options: Options | undefined, ports: Ports, self?: Self): Self & Notifier;

/** What a notifier needs, from the browser it runs in, and all that it can be without. */
declare const browserPorts: () => Ports;

export { Rollbar, browserPorts, createNotifier, Rollbar as default };
export type { Answered, ApiResponse, AutoInstrumentOptions, AutoInstrumentSettings, Body, Callback, Client, Configuration, CrashReportBody, Dictionary, DomAttribute, DomAttributeKey, DomDescription, DropReason, Dropped, ErrorWithContext, Exception, Frame, Item, Javascript, Json, JsonObject, Level, Log, LogArgument, LogCallback, LogResult, Logged, MaybeError, MessageBody, Notifier, Occurrence, Options, Payload, Person, PersonParams, Ports, ReplayOptions, ReportError, Request, Server, Stats, TelemetryEntry, TelemetryEvent, TelemetryScrubber, TelemetryScrubberInput, Trace, TraceBody, TraceChainBody, TracingOptions };
