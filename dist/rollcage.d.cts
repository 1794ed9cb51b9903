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

/** What the option `ignore` knows. */
type Noise = 'resize-observer' | 'script-error' | 'extensions' | 'bots' | 'aborted';
/** What can be configured. All of it is optional but the token. */
interface Options {
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
        id: string | number;
    };
    /** `data.context`: part of the application, at most 255 characters. */
    context?: string;
    /** `data.framework`. @default 'browser-js' */
    framework?: string;
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
    /** Whether an error object that comes again, logged, thrown or rejected, is dropped. @default true */
    ignoreDuplicateErrors?: boolean;
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
    /** Whether `scrubFields` stand alone, without those before and the usual ones. @default false */
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
    retryInterval?: number;
    /** How many times one page tries an item again before it is dropped. @default Infinity */
    maxRetries?: number;
    /** How many items wait at most in this origin for the same token and endpoint. @default 100 */
    maxWaitingItems?: number;
    /** How many characters of JSON they have together at most. @default 1048576 */
    maxWaitingBytes?: number;
    /** Milliseconds after which an item that still waits is dropped. @default 604800000 (7 days) */
    maxWaitingMs?: number;
    /**
     * Called before `checkIgnore`, with `data`, which it may change. Like every hook it is called
     * synchronously: a promise is not waited for.
     */
    onSendCallback?: (isUncaught: boolean, args: unknown[], payload: object) => void;
    /** Says true of what shall not be sent. */
    checkIgnore?: (isUncaught: boolean, args: unknown[], payload: object) => unknown;
    /** The last to change `data`, in place. */
    transform?: (payload: object, item: {
        uuid: string;
        isUncaught: boolean;
    }) => void;
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
/** The same error object has been reported before. */
 | 'repeated'
/** More than `itemsPerMinute` or `maxItems` allow. */
 | 'limited'
/** Noise by the option `ignore`, or the user's `checkIgnore` said so. */
 | 'ignored'
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
    /** Another page has written this text into storage; not always one of ours. */
    told(key: string, text: string): void;
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
    told(key: string, text: string): void;
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
/** Everything the notifier needs from outside: the browser, or fakes in tests. */
interface Ports {
    /** Identity and time of what is captured now. */
    birth(): Birth;
    /** Calls the snippet had no room for. */
    lost: number;
    /** Undefined where there is no page: then the notifier stays inert. */
    facts(): PageFacts | undefined;
    /** Starts to tell what happens to the page; returns the way to stop. */
    listen(events: PageEvents): () => void;
    /** `change`: what the outbox needs from outside, as another wants it to be. */
    createOutbox(office: Office, change?: (effects: Effects) => Effects): Outbox;
    /** Makes a scrubber; where there is none, data leaves as it is. */
    createScrub?(rules: ScrubRules, say: (text: string) => void): Scrub;
    /** What is wrong with options, in words; absent where bytes count more than words. */
    complaintsAbout?(options: unknown): string[];
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
/**
 * Reports an occurrence. Arguments in any order: the first string is the message, the first error
 * the error, the first plain object the custom data, the last function the callback. What else
 * there is goes to `custom.extraArgs`. Never throws.
 */
type Log = (...args: unknown[]) => Logged;
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
    /** Reports a rejection that nobody handled. */
    handleUnhandledRejection(reason: unknown): Logged;
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
/** What log methods take: anything. */
type LogArgument = unknown;
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
interface AutoInstrumentSettings {
    network?: boolean;
    networkResponseHeaders?: boolean | string[];
    networkResponseBody?: boolean;
    networkRequestHeaders?: boolean;
    networkRequestBody?: boolean;
    networkErrorOnHttp5xx?: boolean;
    networkErrorOnHttp4xx?: boolean;
    networkErrorOnHttp0?: boolean;
    log?: boolean;
    dom?: boolean;
    navigation?: boolean;
    connectivity?: boolean;
    contentSecurityPolicy?: boolean;
    errorOnContentSecurityPolicy?: boolean;
}
/** Says true of an element whose value is a secret. */
type TelemetryScrubber = (description: TelemetryScrubberInput) => boolean;
/** The element it is asked about. */
type TelemetryScrubberInput = DomDescription | null;
/** An element, as far as it is described. */
interface DomDescription {
    tagName: string;
    id: string | undefined;
    classes: string[] | undefined;
    attributes: DomAttribute[];
}
/** One of its attributes. */
interface DomAttribute {
    key: DomAttributeKey;
    value: string;
}
/** Which of them are told. */
type DomAttributeKey = 'type' | 'name' | 'title' | 'alt';
/** Options of a part that is not here: taken, and of no effect. */
type ReplayOptions = object;
/** Options of a part that is not here: taken, and of no effect. */
type TracingOptions = object;

declare const methods: readonly ["log", "debug", "info", "warn", "warning", "error", "critical", "configure", "wait", "flush", "stats"];
/** The class, with the methods that act on the shared notifier. */
interface RollbarClass extends Readonly<Pick<Notifier, (typeof methods)[number]>> {
    new (options?: Options): Rollbar;
    /** Makes the shared notifier; called again, it configures the same one. */
    init(options: Options): Rollbar;
}
/** Every method of {@link Notifier}, on the instance itself. */
interface Rollbar extends Notifier {
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
 * say. Wrong options are named in the console and never throw. Where there is no page (Node) it
 * does nothing. `ports` are the browser, or stand in for it; `self` is the object that gets the
 * methods.
 */
declare function createNotifier<Self extends object>(options: Options, ports: Ports, self?: Self): Self & Notifier;

/** What a notifier needs, from the browser it runs in, and all that it can be without. */
declare const browserPorts: () => Ports;


/** The class, with everything else on it. */
declare class RollbarModule extends Rollbar {}
declare namespace RollbarModule {
    export { Rollbar, browserPorts, createNotifier, Rollbar as default, Answered, ApiResponse, AutoInstrumentOptions, AutoInstrumentSettings, Body, Callback, Client, Configuration, CrashReportBody, Dictionary, DomAttribute, DomAttributeKey, DomDescription, DropReason, Dropped, ErrorWithContext, Exception, Frame, Item, Javascript, Json, JsonObject, Level, Log, LogArgument, LogCallback, LogResult, Logged, MaybeError, MessageBody, Notifier, Occurrence, Options, Payload, Person, PersonParams, Ports, ReplayOptions, ReportError, Request, Server, Stats, TelemetryEntry, TelemetryEvent, TelemetryScrubber, TelemetryScrubberInput, Trace, TraceBody, TraceChainBody, TracingOptions };
}
export = RollbarModule;
