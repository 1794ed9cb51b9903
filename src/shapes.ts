/** What flows inside the notifier, as types only. */
import type {
  ApiResponse,
  Body,
  Javascript,
  Json,
  JsonObject,
  Level,
  Occurrence,
  TelemetryEntry,
} from './items-api';

/** Why something captured was not delivered. Every drop has exactly one of these words. */
export type DropReason =
  /** `enabled: false`, or there is no page (server-side rendering). */
  | 'disabled'
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
export type Dropped = { [Reason in DropReason]?: number };

/** Told to a log callback: the API's answer, or an Error whose `code` names the reason. */
export type LogCallback = (error: ReportError | null, response?: ApiResponse) => void;

/** What a log callback gets when the item was not delivered. */
export type ReportError = Error & { code: DropReason };

/** Where the browser, or who stands for it, says an error happened; 1-based. */
export interface Place {
  filename: unknown;
  lineno: unknown;
  colno: unknown;
}

/** What a source saw, at the moment it saw it. */
export interface Capture {
  uuid: string;
  /** Unix time in milliseconds. */
  at: number;
  /** URL of the page at that moment. */
  url: string;
  level: Level;
  /** True when nobody called us: an `error` or `unhandledrejection` event. */
  isUncaught: boolean;
  /** What was thrown or passed; boxed, because `undefined` can be thrown too. */
  thrown?: { value: unknown };
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
export interface PageFacts {
  url: string;
  javascript: Javascript;
}

/** What came back for one request. */
export interface Answer {
  /** HTTP status; 0 when there was no readable answer. */
  status: number;
  /** The API's JSON, where there was one. */
  response?: ApiResponse | undefined;
  /** From the `Retry-After` header; where that says nothing that is to come, none above 0. */
  retryAfterMs?: number | undefined;
}

/** Identity, time and place of something captured. */
export interface Birth {
  uuid: string;
  /** Unix time in milliseconds. */
  at: number;
  /** URL of the page, where it may be another by now. */
  url?: string;
}

/** What a page tells by itself: its errors, and its coming and going. */
export interface PageEvents {
  uncaught(
    message: string,
    url: string,
    lineno: number,
    colno: number,
    error: unknown,
    /** Data for `custom`. */
    context?: unknown,
  ): void;
  rejected(reason: unknown): void;
  /** The network is back, or the page is seen again: by this event. */
  wake(event?: unknown): void;
  /** The page is hidden; `isGone`: it has been left, perhaps for good. */
  leave(isGone: boolean): void;
  /** Another page has written this text into storage, or removed it: null; not always one of ours. */
  told(key: string, text: string | null): void;
}

/** Texts by key; the keys are its own enumerable properties. */
export interface TextStorage {
  getItem(key: string): string | null;
  setItem(key: string, text: string): void;
  removeItem(key: string): void;
}

/** What has become of an item. */
export type End = 'delivered' | DropReason;

/** The same, why in words, and the API's answer. */
export type Outcome = [what: End, why?: string, response?: ApiResponse | undefined];

/** An item for the outbox. */
export interface Parcel {
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
export interface Outbox {
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
export interface Office {
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
export type Scrub = <T extends Json>(data: T) => T;

/** What says which those are, as the options of these names do; nobody has checked it. */
export interface ScrubRules {
  scrubFields: readonly string[];
  overwriteScrubFields?: boolean;
  scrubPaths: readonly string[];
}

/** What says what may leave, as the options of these names do; nobody has checked it. */
export interface FilterRules {
  ignore: readonly string[];
  ignoreDuplicateErrors: boolean;
  sampleRate?: number | { [L in Level]?: number };
  ignoredMessages?: readonly unknown[];
  hostSafeList?: readonly unknown[];
  hostBlockList?: readonly unknown[];
  payload?: object;
  plugins?: object;
  transform?: unknown;
}

/** What says what is added, as the options of these names do; nobody has checked it. */
export interface EnrichRules {
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
export interface Filter {
  /** Before anything is parsed; sets the level that custom data or `payload` have. */
  early(capture: Capture, settings: FilterRules): DropReason | undefined;
  /** Whether what was thrown is known to be nobody's fault. */
  isNoise(body: Body, settings: FilterRules): boolean;
  /** After the hooks have had a look, and perhaps a say. */
  isUnwanted(occurrence: Occurrence, settings: FilterRules): boolean;
}

/** Everything the notifier needs from outside: the browser, or fakes in tests. */
export interface Ports {
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
  stackFor?(settings: { captureMessageStack?: boolean }): string | undefined;
  /** Where there is none, everything of the level may leave. */
  filter?: Filter;
  /** Adds what is worth knowing beside what was captured. */
  enrich?(occurrence: Occurrence, capture: Capture, settings: EnrichRules): void;
  /** Adds an event to telemetry; false where it is not kept. */
  captureEvent?(
    type: string,
    body: unknown,
    rest: Partial<Pick<TelemetryEntry, 'level' | 'timestamp_ms'>>,
  ): TelemetryEntry | false;
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
export interface Effects {
  /** Unix time in milliseconds. */
  now(): number;
  /** A number from 0 up to 1. */
  chance(): number;
  /** Posts one item; never rejects. Undefined: the page is leaving, and cannot take it along. */
  send(
    item: string,
    endpoint: string,
    timeoutMs: number,
    isLeaving: boolean,
  ): Promise<Answer | undefined>;
  /** Tells this document, which gets no event of it, what has been written into storage. */
  tell(key: string, text: string): void;
  /** Runs `act` on storage that outlives the page; undefined where that fails. */
  stored<T>(act: (storage: TextStorage) => T): T | undefined;
  /**
   * Runs `act`, and tells it whether it runs alone: no other page of the origin runs one of this
   * name. `longestMs`: after which a page that has said nothing is held for gone.
   */
  exclusively(
    name: string,
    longestMs: number,
    act: (isMine: boolean) => Promise<void>,
  ): Promise<void>;
  /** Tells the developer something, once per text. */
  say(text: string): void;
}
