import { levels } from '../items-api.js';
import { objectOf, write, clip } from './plain.js';

/** What an item says that was reported with nothing to say. */
const noMessage = 'Item sent with null or missing arguments.';
/** A text of at most so many characters. */
const text = (chars, missing) => (value) => {
    const found = value == null || typeof value === 'string' ? value : write(value);
    return found ? clip(found, chars) : missing;
};
/** Up to 32 bits: a time in seconds has no more, one in milliseconds has. */
const whole = (value) => typeof value === 'number' && value >>> 0 === value ? value : undefined;
const list = (of) => (value) => [value ?? []].flat().map(of);
/** An object with these fields and no others, whatever the value. */
const exactly = (fits, kept) => (value) => {
    const from = objectOf(value);
    const fitted = { ...kept };
    for (const key of Object.keys(fits))
        fitted[key] = fits[key](from[key]);
    return fitted;
};
/** An object with these fields and any others, where there is a value. */
const object = (fits) => (value) => value == null ? undefined : exactly(fits, objectOf(value))(value);
const short = text(255);
const long = text(65536);
const named = text(65536, '(unknown)');
const said = text(65536, noMessage);
const trace = exactly({
    frames: list(exactly({ filename: named, lineno: whole, colno: whole, method: long, code: long })),
    exception: exactly({ class: named, message: long, description: long }),
});
const message = object({ body: said });
/** The most telling form first: a hook that adds one seldom takes the other away. */
const forms = {
    crash_report: exactly({ raw: said }),
    trace_chain: list(trace),
    trace,
    message,
};
const occurrence = object({
    environment: text(255, 'unknown'),
    body(value) {
        const given = objectOf(value);
        for (const [name, fit] of Object.entries(forms)) {
            if (Object.keys(given[name] ?? '').length)
                return { [name]: fit(given[name]) };
        }
        return { message: message(given) };
    },
    level: (value) => (levels.includes(value) ? value : 'error'),
    timestamp: whole,
    code_version: text(40),
    platform: short,
    language: short,
    framework: short,
    context: short,
    request: object({}),
    person: object({ id: text(40), username: short, email: short }),
    server: object({}),
    client: object({ javascript: object({}) }),
    custom: object({}),
    fingerprint: short,
    title: short,
    // "any latin1 string"
    uuid: (value) => typeof value === 'string' && /^[\0-\xff]{1,36}$/.test(value) ? value : undefined,
    notifier: object({ name: short, version: short }),
});
/**
 * Makes an occurrence the API accepts of plain data that should be one: every field that the
 * document gives a type or a length has it, the required ones are there, and of the forms of body
 * exactly one. Other fields of `data` that options and hooks have put there are kept; of a body,
 * only what the document knows is.
 */
function conform(data) {
    const fitted = occurrence(data);
    const { person, custom } = fitted;
    // "id" is required, and the API would refuse the whole item without it.
    return person && !person.id
        ? { ...fitted, custom: { ...custom, person }, person: undefined }
        : fitted;
}

export { conform, noMessage };
