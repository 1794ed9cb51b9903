import { createGuard } from './browser/guard.js';
import { isErrorLike, read, isRecord, readText } from './core/foreign.js';
import { levels } from './items-api.js';
import { createWrap } from './wrap.js';

/** Those that the class has, too, for its shared notifier. */
const dropInStatics = [
    'global',
    'lastError',
    'uninstall',
    'wrap',
    'captureEvent',
    'buildJsonPayload',
    'sendJsonPayload',
];
const types = /^(log|network|dom|navigation|error|manual)$/;
/**
 * Ports that let the methods of rollbar.js see what they need, and those methods, for the notifier
 * that gets these ports.
 */
function dropIn(ports) {
    const guard = createGuard(ports.say);
    const { wrap, contextOf } = createWrap(guard);
    let last;
    let stopListening;
    let office;
    let outbox;
    const event = (type, body, rest) => ports.captureEvent?.(type, body, rest) ?? false;
    const loaded = (subtype) => (_, at) => {
        guard('telemetry', () => {
            event('navigation', { subtype }, { timestamp_ms: Number(at ?? ports.birth().at) });
        });
    };
    const nothing = () => { };
    return {
        ports: {
            ...ports,
            createOutbox(given, change) {
                office = given;
                return (outbox = ports.createOutbox(given, change));
            },
            listen: (events) => (stopListening = ports.listen(events)),
            enrich(occurrence, capture, rules) {
                const { isUncaught, message, thrown } = capture;
                const value = thrown?.value;
                if (isUncaught && isErrorLike(value))
                    last = value;
                // A message has none, whatever was thrown before.
                const context = thrown && contextOf(value);
                if (context)
                    occurrence.custom = { ...context, ...occurrence.custom };
                if (isUncaught) {
                    const { trace, trace_chain = [trace] } = occurrence.body;
                    // As hooks know them: not what the event has.
                    capture.args = [message ?? trace_chain[0]?.exception.message, value, occurrence.custom];
                }
                ports.enrich?.(occurrence, capture, rules);
            },
        },
        addTo(notifier) {
            const { handleUncaughtException } = notifier;
            const methods = {
                // Some hand over the error in the place of the URL.
                handleUncaughtException: (message, url, lineno, colno, error, context) => isErrorLike(url)
                    ? handleUncaughtException(message, '', lineno, colno, error ?? url, context)
                    : handleUncaughtException(message, url, lineno, colno, error, context),
                global(limits) {
                    const [itemsPerMinute, maxItems] = ['itemsPerMinute', 'maxItems'].map((name) => read(limits, name));
                    notifier.configure({ itemsPerMinute, maxItems });
                    return notifier;
                },
                lastError: () => last,
                uninstall: () => guard('uninstall', stopListening),
                wrap(fn, context, before) {
                    let made = fn;
                    // Not what it gives back, a function that may have a `catch` of its own.
                    guard('wrap', () => {
                        made = wrap(fn, context, before);
                    });
                    return made;
                },
                captureEvent: (...args) => guard('captureEvent', () => {
                    const texts = args.filter((arg) => typeof arg === 'string');
                    const level = texts.find((text) => levels.includes(text));
                    const type = texts.find((text) => types.test(text)) ?? 'manual';
                    return event(type, args.filter(isRecord).pop() ?? {}, level ? { level } : {});
                }) ?? false,
                buildJsonPayload: (data) => 
                // Of what cannot be read, the least that is an item.
                office.envelope(guard('buildJsonPayload', office.seal, data) ?? office.seal({})),
                sendJsonPayload(json) {
                    guard('sendJsonPayload', () => {
                        const data = read(JSON.parse(json), 'data');
                        if (!isRecord(data))
                            throw new Error('no data');
                        const sealed = office.seal(data);
                        const uuid = readText(data, 'uuid');
                        const level = levels.find((level) => level === data.level) ?? 'error';
                        const { enabled, transmit } = office.settings();
                        office.count('captured');
                        // Nobody is told of it, and it must not wait for what does not come.
                        if (!ports.facts() || !enabled)
                            return office.count('disabled');
                        if (!transmit)
                            return office.count('not-transmitted');
                        outbox.add({ ...ports.birth(), ...(uuid && { uuid }), level, sealed, ended: nothing });
                    });
                },
                handleAnonymousErrors: nothing,
                captureDomContentLoaded: loaded('DOMContentLoaded'),
                captureLoad: loaded('load'),
                loadFull: nothing,
                triggerReplay: nothing,
                triggerDirectReplay: nothing,
                setSessionUser: nothing,
                setSessionAttributes: nothing,
            };
            Object.defineProperties(Object.assign(notifier, methods), {
                // What a page puts on Object.prototype must not become part of them.
                options: { __proto__: null, get: office.settings },
                rollbar: { __proto__: null, value: notifier },
            });
        },
    };
}

export { dropIn, dropInStatics };
