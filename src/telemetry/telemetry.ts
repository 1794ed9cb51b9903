import { objectOf, plain, writeFast } from '../core/plain';
import { newest } from '../core/ring';
import type { TelemetryEntry } from '../items-api';
import type { Collectors, Desk, DeskParts, RecordEntry, Rest, Stop } from './contract';
import type { AutoInstrument } from './options';
import { parsed } from './ready';
import type { Kept } from './ready';

/** What happened before an item. */
export interface Telemetry {
  /** Starts and stops collectors as the settings say now. */
  configure(): void;
  /** Records something that no collector sees: an item, or what the page tells by itself. */
  record: RecordEntry;
  /** Copies of what is kept, the oldest first. */
  entries(): TelemetryEntry[];
  /** The same, as it is now, not yet parsed, nor shown to `filterTelemetry`. */
  held(): Kept[];
  /** Stops all collectors; `configure` starts them again. */
  stop(): void;
}

/** UTF-16 units of JSON that are kept, a quarter of what an item may have. */
const maxChars = 32_768;

/** As many entries may be too many, for to count them takes longer than to record one. */
const slack = 16;

/** Makes the record of what happens, which `collectors` write as soon as it is configured. */
export function createTelemetry(collectors: Collectors, parts: DeskParts): Telemetry {
  const { guard, now, settings } = parts;
  const stops: Record<string, Stop | undefined> = {};
  let slots: Kept[] = [];
  /** How many there were when they were counted last. */
  let counted = 0;
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
  const trim = (): Kept[] => (slots = newest(slots, settings().maxTelemetryEvents, maxChars));
  const isWanted = (entry: TelemetryEntry): boolean =>
    !guard('filterTelemetry', settings().filterTelemetry, entry);

  const record: RecordEntry = (type, body, rest) => {
    let slot: Kept | undefined;
    const put = (body: unknown, rest?: Rest): string | undefined =>
      alone(() => {
        const made: unknown = typeof body === 'function' ? body() : body;
        const entry: TelemetryEntry = {
          level: 'info',
          type,
          source: 'client',
          timestamp_ms: at,
          body: objectOf(plain(made, { chars: 1000, size: 4000 })),
          ...rest,
        };
        const text = writeFast({ ...entry });
        if (!made || !isWanted(entry)) return undefined;
        const index = slot ? slots.indexOf(slot) : slots.length;
        // Anew, as items may have taken the one before with them.
        if (index >= 0) slots[index] = slot = { text };
        return text;
      });
    const at = guard('telemetry', now) || 0;
    put(body, rest);
    if (slots.length >= counted + slack || settings().maxTelemetryEvents < slack) {
      counted = trim().length;
    }
    return put;
  };

  const asked = (): AutoInstrument => Object(settings().autoInstrument) as AutoInstrument;
  const desk: Desk = { ...parts, asked, record };
  const toggle = (isOn: (name: string) => unknown): void =>
    Object.keys(collectors).forEach((name) => {
      stops[name] = isOn(name)
        ? (stops[name] ?? guard('telemetry', collectors[name], desk))
        : void guard('telemetry', stops[name]);
    });

  return {
    configure: () =>
      toggle((name) => {
        const { autoInstrument, enabled } = settings();
        const chosen = asked()[name as keyof AutoInstrument];
        return enabled && autoInstrument && (chosen ?? name !== 'longTasks');
      }),
    record,
    entries: () => alone(() => parsed(trim()).filter(isWanted)) ?? [],
    held: () => [...trim()],
    stop: () => toggle(() => false),
  };
}
