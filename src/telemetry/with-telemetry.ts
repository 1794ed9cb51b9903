import { createGuard } from '../browser/guard';
import { isErrorLike, isRecord, readText, textOf } from '../core/foreign';
import type { TelemetryEntry } from '../items-api';
import { seal } from '../pipeline';
import type { Capture, Outbox, Ports, Scrub } from '../shapes';
import type { Collectors, TelemetrySettings } from './contract';
import { light } from './leaving';
import { telemetryDefaults } from './options';
import { lend, sealReady } from './ready';
import { createTelemetry } from './telemetry';

/**
 * As long as fewer items wait, the next takes telemetry along. More, whole, would not fit into what
 * may wait, and push out others.
 */
const mostWithTelemetry = 16;

/** An item as an event of those to come. */
function eventOf({ custom, message, thrown }: Capture): [type: string, body: unknown] {
  const { value } = thrown ?? {};
  if (isErrorLike(value)) {
    const text = readText(value, 'message') ?? message;
    return ['error', { message: text, stack: readText(value, 'stack') }];
  }
  // Data that was logged or rejected with says more than any text for it.
  const data = thrown ? value : custom;
  if (!message && isRecord(data)) return ['log', data];
  // Of an item that says nothing there is none.
  return ['log', message || thrown ? { message: message || textOf(value) } : undefined];
}

/** Ports of a notifier whose items tell what happened before them, as far as `collectors` see it. */
export function withTelemetry(ports: Ports, collectors: Collectors): Ports {
  let settings = { ...telemetryDefaults, enabled: false, endpoint: '' } as TelemetrySettings;
  let report: (...args: unknown[]) => unknown = () => undefined;
  let scrub: Scrub = (data) => data;
  let outbox: Outbox;
  let isByPath = false;
  let isListening = false;
  const telemetry = createTelemetry(collectors, {
    guard: createGuard(ports.say),
    now: Date.now,
    report: (what, custom) => report(what, custom),
    scrub: (data) => scrub(data),
    settings: () => settings,
  });

  return {
    ...ports,
    captureEvent(type, body, rest) {
      // Once more the same, which tells what has become of it.
      const text = telemetry.record(type, body, rest)(body, rest);
      return text && settings.maxTelemetryEvents ? (JSON.parse(text) as TelemetryEntry) : false;
    },
    configured(chosen, error) {
      ports.configured?.(chosen, error);
      settings = Object.assign({}, telemetryDefaults, chosen) as TelemetrySettings;
      report = error;
      if (isListening) telemetry.configure();
    },
    createOutbox(office, change) {
      return (outbox = ports.createOutbox(office, (effects) =>
        light(change?.(effects) ?? effects),
      ));
    },
    createScrub(...rules) {
      isByPath = !!rules[0].scrubPaths.length;
      return (scrub = ports.createScrub?.(...rules) ?? scrub);
    },
    enrich(occurrence, capture, rules) {
      ports.enrich?.(occurrence, capture, rules);
      if (settings.includeItemsInTelemetry) {
        const { level, uuid, at } = capture;
        // Without a clock, or without an identity, as far as there is none.
        telemetry.record(...eventOf(capture), {
          level,
          ...(at && { timestamp_ms: at }),
          ...(uuid && { uuid }),
        });
      }
      if (outbox.size() >= mostWithTelemetry) return;
      if (settings.filterTelemetry) {
        const entries = telemetry.entries();
        if (entries.length) occurrence.body.telemetry = entries;
      } else {
        const held = telemetry.held();
        if (held.length) lend(occurrence.body, held);
      }
    },
    // Such a scrubber needs the whole.
    seal: (...given) => (isByPath ? seal : sealReady)(...given),
    listen(events) {
      const stop = ports.listen(events);
      isListening = true;
      telemetry.configure();
      return () => {
        stop();
        isListening = false;
        telemetry.stop();
      };
    },
  };
}
