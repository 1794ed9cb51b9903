import { levels } from '../items-api.js';
import { isObject, write, clip } from './plain.js';

/** What an item says that was reported with nothing to say. */
const noMessage = 'Item sent with null or missing arguments.';
/** What is no object is kept under `value`. */
const objectOf = (value) => isObject(value) ? value : value == null ? {} : { value };
/** Makes of a value what is wanted in its place; undefined leaves it out. */
function shaped(value, shape) {
    if (typeof shape === 'function')
        return shape(value);
    // Up to 32 bits: a time in seconds has no more, one in milliseconds has.
    if (!shape)
        return typeof value === 'number' && value >>> 0 === value ? value : undefined;
    if (Array.isArray(shape)) {
        return [value ?? []].flat().map((item) => shaped(item, shape[0]));
    }
    if (typeof shape !== 'object') {
        const text = value == null || typeof value === 'string' ? value : write(value);
        return text ? clip(text, +shape || 65536) : +shape ? undefined : shape;
    }
    if (value == null && !shape.$)
        return undefined;
    const from = objectOf(value);
    const fitted = shape.$ ? {} : { ...from };
    for (const key of Object.keys(shape))
        fitted[key] = shaped(from[key], shape[key]);
    return fitted;
}
const unknown = '(unknown)';
const long = 65536;
const trace = {
    $: 1,
    frames: [{ $: 1, filename: unknown, lineno: 0, colno: 0, method: long, code: long }],
    exception: { $: 1, class: unknown, message: long, description: long },
};
/** The most telling form first: a hook that adds one seldom takes the other away. */
const forms = {
    crash_report: { $: 1, raw: noMessage },
    trace_chain: [trace],
    trace,
    message: { body: noMessage },
};
const occurrence = {
    environment: (value) => shaped(value, 255) ?? 'unknown',
    body(value) {
        const given = objectOf(value);
        const form = Object.keys(forms).find((name) => Object.keys(given[name] ?? '').length);
        return form
            ? { [form]: shaped(given[form], forms[form]) }
            : { message: { ...given, body: noMessage } };
    },
    level: (value) => (levels.includes(value) ? value : 'error'),
    timestamp: 0,
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
    // "any latin1 string"
    uuid: (value) => typeof value === 'string' && /^[\0-\xff]{1,36}$/.test(value) ? value : undefined,
    notifier: { name: 255, version: 255 },
};
/**
 * Makes an occurrence the API accepts of plain data that should be one: every field that the
 * document gives a type or a length has it, the required ones are there, and of the forms of body
 * exactly one. Other fields of `data` that options and hooks have put there are kept; of a body,
 * only what the document knows is.
 */
function conform(data) {
    const fitted = shaped(data, occurrence);
    const { person, custom } = fitted;
    // "id" is required, and the API would refuse the whole item without it.
    if (isObject(person) && !person.id) {
        fitted.custom = { ...custom, person };
        fitted.person = undefined;
    }
    return fitted;
}

export { conform, noMessage };
