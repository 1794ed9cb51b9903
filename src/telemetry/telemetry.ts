import { objectOf, plain, write } from '../core/plain';
import { createRing } from '../core/ring';
import type { Slot } from '../core/ring';
import type { TelemetryEntry } from '../items-api';
import type { Collectors, Desk, RecordEntry, Rest, Stop } from './contract';

/** What happened before an item. */
export interface Telemetry {
  /** Starts and stops collectors as the settings say now. */
  configure(): void;
  /** Records something that no collector sees: an item, or what the page tells by itself. */
  record: RecordEntry;
  /** Copies of what is kept, the oldest first. */
  entries(): TelemetryEntry[];
  /** Stops all collectors; `configure` starts them again. */
  stop(): void;
}

/** UTF-16 units of JSON that are kept, a quarter of what an item may have. */
const maxChars = 32_768;

/** Makes the record of what happens, which `collectors` write as soon as it is configured. */
export function createTelemetry(collectors: Collectors, parts: Omit<Desk, 'record'>): Telemetry {
  const { guard, now, settings } = parts;
  const ring = createRing(maxChars);
  const stops = new Map<string, Stop | undefined>();
  let isBusy = false;

  /** What values of the page and hooks do meanwhile is our doing, and no event. */
  const alone = <T>(act: () => T): T | undefined => {
    if (isBusy) return undefined;
    isBusy = true;
    try {
      return guard('telemetry', act);
    } finally {
      isBusy = false;
    }
  };
  const isUnwanted = (entry: TelemetryEntry): unknown =>
    guard('filterTelemetry', settings().filterTelemetry, entry);

  const record: RecordEntry = (type, body, rest) => {
    const slot: Slot = { text: '' };
    const put = (body: unknown, rest?: Rest): boolean | undefined =>
      alone(() => {
        const made: unknown = typeof body === 'function' ? body() : body;
        if (!made) return false;
        const entry: TelemetryEntry = {
          level: 'info',
          type,
          source: 'client',
          timestamp_ms: at,
          body: objectOf(plain(made, { chars: 1000, size: 4000 })),
          ...rest,
        };
        const text = write({ ...entry });
        if (isUnwanted(entry)) return false;
        slot.text = text;
        return true;
      });
    const at = guard('telemetry', now) || 0;
    if (put(body, rest)) ring.add(slot, settings().maxTelemetryEvents);
    return put;
  };

  const desk: Desk = { ...parts, record };
  const toggle = (isOn: (name: string) => unknown): void => {
    for (const [name, start] of Object.entries(collectors)) {
      const stop = stops.get(name);
      if (!isOn(name)) {
        stops.delete(name);
        guard('telemetry', stop);
      } else if (!stop) stops.set(name, guard('telemetry', start, desk));
    }
  };

  return {
    configure: () =>
      toggle((name) => {
        const { autoInstrument, enabled } = settings();
        const chosen = (Object(autoInstrument) as Record<string, unknown>)[name];
        return enabled && autoInstrument && (chosen ?? name !== 'longTasks');
      }),
    record,
    entries: () =>
      alone(() =>
        (
          JSON.parse(`[${ring.texts(settings().maxTelemetryEvents).join()}]`) as TelemetryEntry[]
        ).filter((entry) => !isUnwanted(entry)),
      ) ?? [],
    stop: () => toggle(() => false),
  };
}
