import { objectOf, plain, writeFast } from '../core/plain.js';
import { newest } from '../core/ring.js';
import { parsed } from './ready.js';

/** UTF-16 units of JSON that are kept, a quarter of what an item may have. */
const maxChars = 32768;
/** As many entries may be too many, for to count them takes longer than to record one. */
const slack = 16;
/** Makes the record of what happens, which `collectors` write as soon as it is configured. */
function createTelemetry(collectors, parts) {
    const { guard, now, settings } = parts;
    const stops = {};
    let slots = [];
    /** How many there were when they were counted last. */
    let counted = 0;
    let isBusy = false;
    /** What values of the page and hooks do meanwhile is our doing, and no event. */
    const alone = (act) => {
        if (isBusy)
            return undefined;
        isBusy = true;
        try {
            return guard('telemetry', act);
        }
        finally {
            isBusy = false;
        }
    };
    const trim = () => (slots = newest(slots, settings().maxTelemetryEvents, maxChars));
    const isWanted = (entry) => !guard('filterTelemetry', settings().filterTelemetry, entry);
    const record = (type, body, rest) => {
        let slot;
        const put = (body, rest) => alone(() => {
            const made = typeof body === 'function' ? body() : body;
            const entry = {
                level: 'info',
                type,
                source: 'client',
                timestamp_ms: at,
                body: objectOf(plain(made, { chars: 1000, size: 4000 })),
                ...rest,
            };
            const text = writeFast({ ...entry });
            if (!made || !isWanted(entry))
                return undefined;
            const index = slot ? slots.indexOf(slot) : slots.length;
            // Anew, as items may have taken the one before with them.
            if (index >= 0)
                slots[index] = slot = { text };
            return text;
        });
        const at = guard('telemetry', now) || 0;
        put(body, rest);
        if (slots.length >= counted + slack || settings().maxTelemetryEvents < slack) {
            counted = trim().length;
        }
        return put;
    };
    const asked = () => Object(settings().autoInstrument);
    const desk = { ...parts, asked, record };
    const toggle = (isOn) => Object.keys(collectors).forEach((name) => {
        stops[name] = isOn(name)
            ? (stops[name] ?? guard('telemetry', collectors[name], desk))
            : void guard('telemetry', stops[name]);
    });
    return {
        configure: () => toggle((name) => {
            const { autoInstrument, enabled } = settings();
            const chosen = asked()[name];
            return enabled && autoInstrument && (chosen ?? name !== 'longTasks');
        }),
        record,
        entries: () => alone(() => parsed(trim()).filter(isWanted)) ?? [],
        held: () => [...trim()],
        stop: () => toggle(() => false),
    };
}

export { createTelemetry };
