/** The border to the page: nothing of ours is thrown across it. */
/**
 * Runs `act`; what it throws is told to the developer, and the result is undefined; so it is with
 * what a promise of its rejects. Code of the page
 * is given as it is, so that nothing of ours stands between it and the guard.
 */
type Guard = <T, Given extends unknown[]>(what: string, act: ((...given: Given) => T) | undefined, ...given: Given) => T | undefined;

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
    notifier?: Notifier;
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
interface Notifier extends JsonObject {
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
/** The options that have a default, with it. */
declare const telemetryDefaults: {
    autoInstrument: boolean | AutoInstrument;
    maxTelemetryEvents: number;
    includeItemsInTelemetry: boolean;
    scrubTelemetryInputs: boolean;
};

/** What a collector and the notifier agree on, as types only. */

/** The options as they are now, defaults filled in. */
type TelemetrySettings = Readonly<TelemetryOptions & typeof telemetryDefaults & {
    enabled: boolean;
    endpoint: string;
}>;
/** What of an entry is another than usual: its level (`info`), its time (now), its uuid (none). */
type Rest = Partial<Pick<TelemetryEntry, 'level' | 'timestamp_ms' | 'uuid'>>;
/**
 * Tells how what was recorded went on: the whole body again. What has left the ring stays out. Gives
 * the JSON text of the entry, if it is kept.
 */
type Amend = (body: unknown, rest?: Rest) => string | void;
/**
 * Records what has happened. `body` is copied at once, within bounds; where it takes reading or
 * work, it is a function, for which nothing can be thrown into the page, and in which nothing else
 * is recorded. If there is nothing to say, it gives none.
 */
type RecordEntry = (type: string, body: unknown, rest?: Rest) => Amend;
/** What a collector works with. */
interface Desk {
    record: RecordEntry;
    settings(): TelemetrySettings;
    /** The switches of `autoInstrument` that are set; none where it is true. */
    asked(): AutoInstrument;
    /** Reports an item of the level `error`. */
    report(what: Error | string, custom: {
        [key: string]: Json | undefined;
    }): void;
    /** Unix time in milliseconds. */
    now(): number;
    /** Takes secrets out of plain data. */
    scrub: Scrub;
    guard: Guard;
}
/** Ends what was started; a second time it does nothing. */
type Stop = () => void;
/** Starts to record one kind of event. Where the browser lacks what it needs, it does nothing. */
type Collector = (desk: Desk) => Stop;
/** Collectors by the name of the switch in `autoInstrument`. */
type Collectors = Readonly<Record<string, Collector>>;

/** Records when the network goes and comes back. */
declare const connectivity: Collector;

/** Records what the page writes into its console, but not what we do. */
declare const log: Collector;

/** Records what a Content Security Policy has refused, but not where it was us. */
declare const contentSecurityPolicy: Collector;

/** Records what visitors do to which element: click, type or choose, submit. */
declare const dom: Collector;

/** Records when the address changes without a new page. */
declare const navigation: Collector;

/** Records requests by fetch and XMLHttpRequest, but not ours. */
declare const network: Collector;

/** Records when the page has been read, and when all of it is there. */
declare const page: Collector;

/** Records what the browser finds outdated in the page, and where it has stepped in. */
declare const reports: Collector;

/** Records images, scripts, styles and the like that could not be loaded. */
declare const resources: Collector;

/** Records how long loading took, and when what was painted, in milliseconds from its begin. */
declare const timing: Collector;
/** Records tasks of more than 50 ms, for which the page could not answer. */
declare const longTasks: Collector;

/** Records when the page is hidden, and when it is seen again. */
declare const visibility: Collector;

/** Ports of a notifier whose items tell what happened before them, as far as `collectors` see it. */
declare function withTelemetry(ports: Ports, collectors: Collectors): Ports;

/** Door `rollcage/telemetry`: each collector, all of them, and what makes ports that have them. */

/** All collectors; whoever wants fewer bytes makes a list of fewer. */
declare const collectors: Collectors;

export { collectors, connectivity, contentSecurityPolicy, dom, log, longTasks, navigation, network, page, reports, resources, timing, visibility, withTelemetry };
export type { Collector, Collectors, Desk };
