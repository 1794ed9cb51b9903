import { levels } from '../items-api.js';
import { objectOf, write, clip } from './plain.js';

/** What an item says that was reported with nothing to say. */
const noMessage = 'Item sent with null or missing arguments.';
/** Up to 32 bits: a time in seconds has no more, one in milliseconds has. */
const whole = null;
const unknown = '(unknown)';
const trace = {
    frames: [
        {
            filename: unknown,
            lineno: whole,
            colno: whole,
            method: '',
            code: '',
            context: { pre: [''], post: [''] },
        },
    ],
    exception: { class: unknown, message: '', description: '' },
};
/** The most telling form first: a hook that adds one seldom takes the other away. */
const forms = {
    crash_report: { raw: noMessage },
    trace_chain: [trace],
    trace,
    message: { body: noMessage },
};
const occurrence = {
    environment: 255,
    timestamp: whole,
    code_version: 40,
    platform: 255,
    language: 255,
    framework: 255,
    context: 255,
    request: {},
    person: { id: 40, username: 255, email: 255 },
    server: {},
    client: { javascript: {} },
    custom: {},
    fingerprint: 255,
    title: 255,
    notifier: { name: 255, version: 255 },
};
/**
 * The value in that shape; undefined leaves it out. An exact object has these fields and no others,
 * whatever the value; any other keeps its own beside them, where there is a value.
 */
function shaped(value, shape, isExact) {
    if (shape === whole) {
        return typeof value === 'number' && value >>> 0 === value ? value : undefined;
    }
    if (Array.isArray(shape)) {
        return [value ?? []].flat().map((item) => shaped(item, shape[0], isExact) ?? '');
    }
    if (typeof shape !== 'object') {
        const text = value == null || typeof value === 'string' ? value : write(value);
        return text ? clip(text, +shape || 65536) : +shape ? undefined : shape || undefined;
    }
    // The lines around one are for those who have them.
    if (value == null && (!isExact || shape.pre))
        return undefined;
    const from = objectOf(value);
    const fitted = isExact ? {} : { ...from };
    for (const key of Object.keys(shape)) {
        fitted[key] = shaped(from[key], shape[key], isExact);
    }
    return fitted;
}
/**
 * Makes an occurrence the API accepts of plain data that should be one: every field that the
 * document gives a type or a length has it, the required ones are there, and of the forms of body
 * exactly one. Other fields of `data` that options and hooks have put there are kept; of a body,
 * only what the document knows is.
 */
function conform(data) {
    const fitted = shaped(data, occurrence, false);
    const body = objectOf(data.body);
    const form = Object.keys(forms).find((name) => Object.keys(body[name] ?? '').length) ?? 'message';
    const { person, custom } = fitted;
    const { uuid } = data;
    return {
        ...fitted,
        environment: fitted.environment ?? 'unknown',
        level: levels.includes(data.level) ? data.level : 'error',
        // "any latin1 string"
        uuid: typeof uuid === 'string' && /^[\0-\xff]{1,36}$/.test(uuid) ? uuid : undefined,
        body: {
            [form]: shaped(body[form] ?? body, forms[form], form !== 'message'),
            // What has been cut off, or never was one, has lost its last field first.
            telemetry: Array.isArray(body.telemetry)
                ? body.telemetry.filter((entry) => entry?.body)
                : undefined,
        },
        // "id" is required, and the API would refuse the whole item without it.
        ...(person && !person.id && { person: undefined, custom: { ...custom, person } }),
    };
}

export { conform, noMessage };
