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

/** What may be resolved. */
interface SourceMapOptions {
    /** Further origins that scripts and maps may be fetched from, as `https://cdn.example`. */
    origins?: readonly string[];
}
/**
 * Ports that resolve the frames of an item by source maps, when it is sent for the first time and
 * each time after: `createNotifier(options, withSourceMaps(browserPorts()))`. For pages whose maps
 * cannot be uploaded. In storage an item stays as it was, so that it is there at once, and it goes
 * like that when its maps are not there within two seconds or the page is left.
 */
declare function withSourceMaps(ports: Ports, { origins }?: SourceMapOptions): Ports;

export { withSourceMaps };
export type { SourceMapOptions };
