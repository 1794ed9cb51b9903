/** What a collector and the notifier agree on, as types only. */
import type { Guard } from '../browser/guard';
import type { Json, TelemetryEntry } from '../items-api';
import type { Scrub } from '../shapes';
import type { AutoInstrument, TelemetryOptions, telemetryDefaults } from './options';

/** The options as they are now, defaults filled in. */
export type TelemetrySettings = Readonly<
  TelemetryOptions & typeof telemetryDefaults & { enabled: boolean; endpoint: string }
>;

/** What of an entry is another than usual: its level (`info`), its time (now), its uuid (none). */
export type Rest = Partial<Pick<TelemetryEntry, 'level' | 'timestamp_ms' | 'uuid'>>;

/**
 * Tells how what was recorded went on: the whole body again. What has left the ring stays out. Gives
 * the JSON text of the entry, if it is kept.
 */
export type Amend = (body: unknown, rest?: Rest) => string | void;

/**
 * Records what has happened. `body` is copied at once, within bounds; where it takes reading or
 * work, it is a function, for which nothing can be thrown into the page, and in which nothing else
 * is recorded. If there is nothing to say, it gives none.
 */
export type RecordEntry = (type: string, body: unknown, rest?: Rest) => Amend;

/** What a collector works with. */
export interface Desk {
  record: RecordEntry;
  settings(): TelemetrySettings;
  /** The switches of `autoInstrument` that are set; none where it is true. */
  asked(): AutoInstrument;
  /** Reports an item of the level `error`. */
  report(what: Error | string, custom: { [key: string]: Json | undefined }): void;
  /** Unix time in milliseconds. */
  now(): number;
  /** Takes secrets out of plain data. */
  scrub: Scrub;
  guard: Guard;
}

/** What the notifier brings to it. */
export type DeskParts = Omit<Desk, 'record' | 'asked'>;

/** Ends what was started; a second time it does nothing. */
export type Stop = () => void;

/** Starts to record one kind of event. Where the browser lacks what it needs, it does nothing. */
export type Collector = (desk: Desk) => Stop;

/** Collectors by the name of the switch in `autoInstrument`. */
export type Collectors = Readonly<Record<string, Collector>>;
