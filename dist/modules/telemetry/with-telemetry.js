import { createGuard } from '../browser/guard.js';
import { isErrorLike, readText, isRecord, textOf } from '../core/foreign.js';
import { seal } from '../pipeline.js';
import { light } from './leaving.js';
import { telemetryDefaults } from './options.js';
import { sealReady, lend } from './ready.js';
import { createTelemetry } from './telemetry.js';

/**
 * As long as fewer items wait, the next takes telemetry along. More, whole, would not fit into what
 * may wait, and push out others.
 */
const mostWithTelemetry = 16;
/** An item as an event of those to come. */
function eventOf({ custom, message, thrown }) {
    const { value } = thrown ?? {};
    if (isErrorLike(value)) {
        const text = readText(value, 'message') ?? message;
        return ['error', { message: text, stack: readText(value, 'stack') }];
    }
    // Data that was logged or rejected with says more than any text for it.
    const data = thrown ? value : custom;
    if (!message && isRecord(data))
        return ['log', data];
    // Of an item that says nothing there is none.
    return ['log', message || thrown ? { message: message || textOf(value) } : undefined];
}
/** Ports of a notifier whose items tell what happened before them, as far as `collectors` see it. */
function withTelemetry(ports, collectors) {
    let settings = { ...telemetryDefaults, enabled: false, endpoint: '' };
    let report = () => undefined;
    let scrub = (data) => data;
    let outbox;
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
            return text && settings.maxTelemetryEvents ? JSON.parse(text) : false;
        },
        configured(chosen, error) {
            ports.configured?.(chosen, error);
            settings = Object.assign({}, telemetryDefaults, chosen);
            report = error;
            if (isListening)
                telemetry.configure();
        },
        createOutbox(office, change) {
            return (outbox = ports.createOutbox(office, (effects) => light(change?.(effects) ?? effects)));
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
            if (outbox.size() >= mostWithTelemetry)
                return;
            if (settings.filterTelemetry) {
                const entries = telemetry.entries();
                if (entries.length)
                    occurrence.body.telemetry = entries;
            }
            else {
                const held = telemetry.held();
                if (held.length)
                    lend(occurrence.body, held);
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

export { withTelemetry };
