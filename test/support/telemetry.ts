/** Telemetry without a notifier: what collectors record and report, in the hands of the test. */
import { onTestFinished } from 'vitest';
import { createGuard } from '../../src/browser/guard';
import { createScrub } from '../../src/core/scrub';
import type { JsonObject, TelemetryEntry } from '../../src/items-api';
import type { Collectors, TelemetrySettings } from '../../src/telemetry/contract';
import { telemetryDefaults } from '../../src/telemetry/options';
import type { TelemetryOptions } from '../../src/telemetry/options';
import { createTelemetry } from '../../src/telemetry/telemetry';
import type { Telemetry } from '../../src/telemetry/telemetry';

export interface Desk extends Telemetry {
  /** What the developer was told. */
  said: string[];
  reported: [what: Error | string, custom: JsonObject][];
  /** The time entries are of; it stands still. */
  now: number;
  /** Lays options over those before, as `configure` of the notifier does. */
  options(changes: TelemetryOptions & { enabled?: boolean }): void;
  /** Of the entries: level, type and body. */
  kept(): [level: string, type: string, body: JsonObject][];
  entries(): TelemetryEntry[];
}

/** Starts these collectors; they stop with the test. */
export function openDesk(collectors: Collectors, options: TelemetryOptions = {}): Desk {
  const said: string[] = [];
  const reported: Desk['reported'] = [];
  const say = (text: string): unknown => said.push(text);
  let settings: TelemetrySettings = {
    ...telemetryDefaults,
    enabled: true,
    endpoint: 'https://api.rollbar.com/api/1/item/',
    ...options,
  };
  const telemetry = createTelemetry(collectors, {
    guard: createGuard(say),
    now: () => desk.now,
    report: (...args) => void reported.push(args),
    scrub: createScrub({ scrubFields: [], scrubPaths: [] }, say),
    settings: () => settings,
  });
  const desk: Desk = {
    ...telemetry,
    said,
    reported,
    now: Date.UTC(2026, 10, 23, 12),
    options(changes) {
      settings = { ...settings, ...changes };
      telemetry.configure();
    },
    kept: () => telemetry.entries().map(({ level, type, body }) => [level, type, body]),
  };
  telemetry.configure();
  onTestFinished(telemetry.stop);
  return desk;
}
