'use strict';

/** Bytes of a text in UTF-8; no fewer, at least, where the page has broken the way to know. */
function bytesOf(text) {
    try {
        return new TextEncoder().encode(text).length;
    }
    catch {
        return text.length * 3;
    }
}

/** Reading values of the page. Whatever they are and do, nothing here throws. */
/** A property, or undefined where reading it throws. A text has none: its letters are no data. */
function read(value, key) {
    try {
        return typeof value === 'string' ? undefined : value[key];
    }
    catch {
        return undefined;
    }
}
/** The same, but what every object has is a page's mischief, and says nothing about this one. */
function readOwn(value, key) {
    const found = read(value, key);
    return found === read(Object.prototype, key) ? undefined : found;
}
/** A property that is a non-empty string, else undefined. */
function readText(value, key) {
    const found = readOwn(value, key);
    return typeof found === 'string' && found ? found : undefined;
}
/** What `Object.prototype.toString` calls it: `Error`, `Array`, `HTMLDivElement` … */
function tagOf(value) {
    try {
        return Object.prototype.toString.call(value).slice(8, -1);
    }
    catch {
        return 'unreadable';
    }
}
/** The value as text. Of lists only the name: lists of lists may have no end in sight. */
function textOf(value) {
    const tag = tagOf(value);
    try {
        if (!tag.endsWith('Array'))
            return String(value);
    }
    catch {
        // Its name must do.
    }
    return `[${tag}]`;
}
/** An object whose properties are what counts: no array, no instance of something built in. */
function isRecord(value) {
    return tagOf(value) === 'Object';
}
/**
 * Something that was made to be thrown: an Error of this or another realm, a DOMException, or an
 * object that carries a message and a stack like one. Also a DOM event, which tells of one.
 */
function isErrorLike(value) {
    return (/^(Error|(DOM)?Exception|.*Event)$/.test(tagOf(value)) ||
        (typeof value === 'object' &&
            typeof readOwn(value, 'message') === 'string' &&
            typeof readOwn(value, 'stack') === 'string'));
}

/** Of more items than that only both ends, with `gap` in the place of what is missing. */
const ends = (items, most, ...gap) => items.length > most ? [...items.slice(0, most / 2), ...gap, ...items.slice(-most / 2)] : items;

/** Levels of nesting that are kept. */
const maxDepth = 13;
/** Cuts a text and says so; half a surrogate pair, cut or found, becomes U+FFFD. */
function clip(text, chars) {
    // With the u flag, only surrogates without their partner match.
    return (text.length > chars ? text.slice(0, chars - 1) + '…' : text).replace(/[\ud800-\udfff]/gu, '\ufffd');
}
/**
 * A copy that JSON can say, of any value at all. Cycles, throwing getters, proxies, DOM nodes,
 * functions and the like become short texts in brackets; what passes the bounds becomes `…`.
 */
function plain(value, { chars = 65536, size = 131072, items = Infinity } = {}) {
    const text = (whole) => {
        const kept = clip(whole, Math.max(1, Math.min(chars, size)));
        size -= kept.length;
        return kept;
    };
    const copy = (value, around) => {
        if (typeof value === 'string')
            return text(value);
        if (value == null || typeof value === 'boolean' || Number.isFinite(value)) {
            return value;
        }
        if (typeof value === 'function')
            return `[function ${text(readText(value, 'name') ?? '')}]`;
        if (typeof value !== 'object')
            return text(textOf(value));
        try {
            const tag = tagOf(value);
            // Of an element, what people see in their tools, and nothing of what a visitor typed.
            const nodeName = readText(value, 'nodeName');
            if (nodeName && read(value, 'nodeType'))
                return `<${text(nodeName).toLowerCase()}>`;
            if (around.includes(value))
                return '[circular]';
            const within = [...around, value];
            if (within.length > maxDepth || /^Window$|global|.Array$/i.test(tag))
                return `[${text(tag)}]`;
            const isList = /^(Array|Map|Set)$/.test(tag);
            let all = value;
            if (isList)
                all = ends(all, items);
            else if (tag !== 'Object' && isErrorLike(value))
                all = ['name', 'message', 'stack'];
            else {
                const toJSON = readOwn(value, 'toJSON');
                if (typeof toJSON === 'function') {
                    const json = toJSON.call(value);
                    if (json !== value)
                        return copy(json, within);
                }
                all = Object.keys(value);
                // A Promise, a WeakMap, a RegExp: nothing to see inside, so its name says more than {}.
                if (!all.length && tag !== 'Object')
                    return text(textOf(value));
            }
            const list = [];
            const record = {};
            for (const entry of all) {
                if ((size -= 8) < 0) {
                    record['…'] = '…';
                    list.push('…');
                    break;
                }
                if (isList)
                    list.push(copy(entry, within) ?? null);
                else {
                    const key = entry;
                    // Assigned as it is, __proto__ would be no key but a prototype.
                    record[key === '__proto__' ? '[__proto__]' : text(key)] = copy(read(value, key), within);
                }
            }
            return isList ? list : record;
        }
        catch {
            return '[unreadable]';
        }
    };
    return copy(value, []);
}
/** What should be an object, as one; anything else is kept under `value`. */
const objectOf = (value) => value == null ? {} : typeof value !== 'object' || Array.isArray(value) ? { value } : value;
/**
 * JSON text of plain data. Not `JSON.stringify` on the whole, which would ask a `toJSON` that the
 * page (or an old Prototype.js) has put on `Object.prototype` or `Array.prototype`.
 */
function write(value) {
    if (Array.isArray(value))
        return `[${value.map(write).join()}]`;
    // `document.all` equals null, and is none.
    if (typeof value !== 'object' || !value)
        return JSON.stringify(value) ?? 'null';
    const pairs = Object.keys(value)
        .filter((key) => value[key] !== undefined)
        .map((key) => `${JSON.stringify(key)}:${write(value[key])}`);
    return `{${pairs.join()}}`;
}

/**
 * A new object: `base` with `over` laid on top, deep in plain objects. Undefined never wins, null
 * does; lists and functions are taken as they are. Neither input is changed, or an object in it.
 */
function merge(base, over) {
    const merged = { ...base };
    for (const [key, value] of isRecord(over) ? Object.entries(over) : []) {
        const old = merged[key];
        // Assigned, __proto__ would be no key but a prototype.
        if (value !== undefined && key !== '__proto__') {
            merged[key] = isRecord(value) ? merge(isRecord(old) ? old : {}, value) : value;
        }
    }
    return merged;
}

/**
 * The wire: what the Items API (`POST /api/1/item/`) understands, as types.
 * Each shape names its place in the API document. Field names are the API's own, in snake_case;
 * no other file spells them but the ones that build these shapes.
 */
/** The severities, mildest first. */
const levels = ['debug', 'info', 'warning', 'error', 'critical'];

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
        body: { [form]: shaped(body[form] ?? body, forms[form], form !== 'message') },
        // "id" is required, and the API would refuse the whole item without it.
        ...(person && !person.id && { person: undefined, custom: { ...custom, person } }),
    };
}

/** "Max payload size is 128kb", as bytes of UTF-8, the access token included. */
const maxItemBytes = 131072;
/**
 * The steps, mildest first; each is tried when the one before was not enough: how many characters
 * are kept of every text, and of every list (frames, causes, telemetry …) how many items, half
 * from either end.
 */
const steps = [
    [65536, Infinity],
    [16384, 100],
    [4096, 40],
    [1024, 20],
    [255, 2],
];
/**
 * The text of an occurrence, valid by the API document and at most `maxBytes` long, whatever is in
 * it; below 32 kB without promise. What is nearest to the error goes last: its class, the head of
 * its message, its first and last frames. `notifier.truncated` says which step was needed.
 */
function fit(occurrence, maxBytes) {
    let text = '';
    steps.some(([chars, items], truncated) => {
        const data = {};
        for (const key of Object.keys(occurrence).slice(0, 32)) {
            // A body of more than 6e5 is no item in any case: an entry counts 8 and has at least two
            // bytes. Any other field has room for two long texts.
            const size = key !== 'body' ? chars * 2 : chars > 255 ? 6e5 : 7168;
            // As a whole, so that the key is bounded like any other.
            Object.assign(data, plain({ [key]: read(occurrence, key) }, { chars, size, items }));
        }
        const fitted = conform(data);
        if (truncated)
            fitted.notifier = { ...fitted.notifier, truncated };
        text = write(fitted);
        return bytesOf(text) <= maxBytes;
    });
    return text;
}

/** Room for `{"access_token":…,"data":…}` around the sealed text, whatever the token is made of. */
const envelopeBytes = 2048;
/**
 * Second half, after the user's hooks: to the JSON text of `data`, which also tells what this
 * page has dropped so far. Nothing is added to it later but the access token, so whatever
 * options and hooks have put in has passed here.
 */
function seal(occurrence, dropped = {}) {
    const told = Object.keys(dropped).length && { notifier: { diagnostic: { dropped } } };
    return fit(merge(occurrence, told), maxItemBytes - envelopeBytes);
}
/** The whole payload, as it is posted. */
function envelope(sealed, accessToken) {
    return `{"access_token":${JSON.stringify(accessToken)},"data":${sealed}}`;
}

/** Characters above a call in which its function is looked for. */
const reach = 100000;
const value = '(?:async\\b\\s*)?(?:(?:function|class)\\b|(?:\\([^()]*\\)|[\\w$]+)\\s*=>)';
/**
 * Where the name of the function or class stands in whose body the text ends, if it has this name.
 * Read without a parser: a brace in a text may hide it, and then it is not found.
 */
function functionStart(text, name) {
    const from = Math.max(0, text.length - reach);
    const near = text.slice(from);
    const word = name.replace(/\$/g, '\\$&');
    const heads = new RegExp(`\\b(?:function|class)\\b[\\s*]*(?=${word}(?![\\w$]))|(?:^|[^\\w$.#])(?=${word}\\s*=\\s*${value})`, 'g');
    const starts = [...near.matchAll(heads)].map(({ 0: head, index }) => index + head.length);
    const start = starts.reverse().find((start) => {
        let depth = 0;
        for (const [sign] of near.slice(start).matchAll(/[(){}]/g)) {
            depth += '({'.includes(sign) ? 1 : -1;
            // Parameters end with a parenthesis, a body with a brace, or with that of what is around it.
            if (depth < 0 || (!depth && sign === '}'))
                return false;
        }
        return true;
    });
    return start === undefined ? undefined : from + start;
}
/** What a method of a frame at this place was called before the build. */
function originalName(method, built, place, map) {
    let lineStart = 0;
    for (let line = 1; line < place.line; line++)
        lineStart = built.indexOf('\n', lineStart) + 1;
    const above = built.slice(0, lineStart + place.column);
    // What stands after a dot is the name of a property, which stays.
    return method.replace(/(^new |^|\/)([\w$]+)/g, (whole, before, name) => {
        const start = functionStart(above, name);
        if (start === undefined)
            return whole;
        const found = map.originalPositionFor({
            line: place.line - above.slice(start).split('\n').length + 1,
            column: start - above.lastIndexOf('\n', start) - 1,
        });
        return before + (found.name ?? name);
    });
}

/** While a map is read the page stands still: 0.2 s for such a one at a desk, more on a phone. */
const maxFileChars = 2 ** 23;
const linesAround = 3;
const maxLineChars = 200;
/** Its types know nothing of the default export that every bundler gives it. */
const load = () => import('stacktrace-js').then((module) => module.default);
/** Maps within a script are UTF-8 in base64, of which `atob` makes one character per byte. */
const decode = (base64) => new TextDecoder().decode(Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0)));
/**
 * Makes what finds out what a frame was before the build, by the map that its file names; undefined
 * where that cannot be told. It never rejects, and fetches each file once.
 */
function createOriginals(mayFetch) {
    const texts = new Map();
    const maps = new Map();
    const read = async (url) => {
        if (!mayFetch(new URL(url)))
            throw new Error('not allowed');
        const reply = await fetch(url);
        const { headers } = reply;
        const size = Number(headers.get('content-length'));
        // Instead of what they do not have, many servers give their start page.
        if (!reply.ok || size > maxFileChars || /html/.test(headers.get('content-type') ?? '')) {
            throw new Error('not there');
        }
        const text = await reply.text();
        if (text.length > maxFileChars)
            throw new Error('too big');
        return text;
    };
    const textOf = (url) => {
        const text = texts.get(url) ?? read(url);
        texts.set(url, text);
        return text;
    };
    const mapOf = async (file) => {
        const { fromError } = await load();
        const sourceMapConsumerCache = {};
        const options = {
            sourceCache: {},
            sourceMapConsumerCache,
            ajax: (url) => textOf(new URL(url, file).href),
            atob: decode,
        };
        // It reads maps for frames alone, and those as the text of a stack: any of the file will do.
        await fromError({ name: '', message: '', stack: `at ${file.href}:1:0` }, options);
        const [map] = await Promise.all(Object.values(sourceMapConsumerCache));
        return map;
    };
    const find = async ({ filename, lineno, colno, method }) => {
        // The parser of stacktrace-js drops parentheses.
        const hex = (sign) => '%' + sign.charCodeAt(0).toString(16);
        const file = new URL(filename.replace(/[()]/g, hex));
        if (!lineno || !colno || !mayFetch(file))
            return undefined;
        const reading = maps.get(file.href) ?? mapOf(file);
        maps.set(file.href, reading);
        const map = await reading;
        // Asked itself: what stacktrace-js makes of a frame has the name of what is called there for
        // that of the caller, takes columns to count from 0, and misses sources above the map.
        const place = { line: lineno, column: colno - 1 };
        const { source, line, column = 0 } = map?.originalPositionFor(place) ?? {};
        if (!map || !source || !line)
            return undefined;
        const address = /^[a-z][\w+.-]*:/i.test(source) ? source : new URL(source, file).href;
        const content = map.sourcesContent?.[map.sources.indexOf(source)] ??
            // In development a source may have the address of what is built of it.
            (address === file.href ? '' : await textOf(address).catch(() => ''));
        const lines = content.split(/\r?\n/);
        const cut = (from, to) => lines.slice(Math.max(0, from), to).map((text) => clip(text, maxLineChars));
        const at = line - 1;
        return {
            filename: address,
            lineno: line,
            colno: column + 1,
            ...(method && { method: originalName(method, await textOf(file.href), place, map) }),
            ...(content && {
                code: cut(at, line).join(),
                context: { pre: cut(at - linesAround, at), post: cut(line, line + linesAround) },
            }),
        };
    };
    return (frame) => find(frame).catch(() => undefined);
}

/** From the first look for a file: who asks later has less of it left. */
const patienceMs = 2000;
const maxFrames = 50;
/** What is longer, browsers do not send on without the page. */
const maxBytes = 57344;
/**
 * Ports that resolve the frames of an item by source maps, when it is sent for the first time and
 * each time after: `createNotifier(options, withSourceMaps(browserPorts()))`. For pages whose maps
 * cannot be uploaded. In storage an item stays as it was, so that it is there at once, and it goes
 * like that when its maps are not there within two seconds or the page is left.
 */
function withSourceMaps(ports, { origins = [] } = {}) {
    // Not that of its location: a page in a `srcdoc` has none there.
    const originalOf = createOriginals(({ origin }) => [globalThis.origin, ...origins].includes(origin));
    /** When each file was first asked for. */
    const asked = new Map();
    /** Of this page: of another, the same file may have been an older one. */
    const own = new Set();
    const waits = new Set();
    let isAway = false;
    /** For so long, or until the page is left. */
    const wait = (ms) => new Promise((resolve) => {
        const go = () => {
            waits.delete(go);
            resolve();
        };
        waits.add(go);
        setTimeout(go, ms);
    });
    const resolved = async (item, { now }) => {
        const { access_token, data } = JSON.parse(item);
        const { body, notifier, uuid } = data;
        const traces = 'trace_chain' in body ? body.trace_chain : 'trace' in body ? [body.trace] : [];
        // The newest of the outermost error first.
        const frames = traces.flatMap((trace) => [...trace.frames].reverse()).slice(0, maxFrames);
        if (!uuid || !own.has(uuid))
            return item;
        const originals = new Map();
        const restMs = frames.map(({ filename }) => {
            const since = asked.get(filename) ?? now();
            asked.set(filename, since);
            return since + patienceMs - now();
        });
        const all = frames.map(async (frame) => {
            const original = await originalOf(frame);
            if (original)
                originals.set(frame, original);
        });
        // Without any patience, what has been loaded is still used.
        await Promise.race([Promise.all(all), wait(isAway ? 0 : Math.max(0, ...restMs))]);
        if (!originals.size)
            return item;
        const hasRoom = !notifier?.truncated && bytesOf(item + JSON.stringify([...originals.values()])) <= maxBytes;
        for (const [frame, { code, context, ...place }] of originals) {
            Object.assign(frame, place, hasRoom && { code, context });
        }
        return envelope(seal(data), access_token);
    };
    return {
        ...ports,
        createOutbox(office, change) {
            const outbox = ports.createOutbox(office, (inner) => {
                const effects = change?.(inner) ?? inner;
                return {
                    ...effects,
                    async send(item, endpoint, timeoutMs, isLeaving) {
                        const text = isLeaving ? item : await resolved(item, effects).catch(() => item);
                        return effects.send(text, endpoint, timeoutMs, isLeaving);
                    },
                };
            });
            return {
                ...outbox,
                add(parcel) {
                    own.add(parcel.uuid);
                    outbox.add({
                        ...parcel,
                        ended(...outcome) {
                            own.delete(parcel.uuid);
                            parcel.ended(...outcome);
                        },
                    });
                },
                leave(isGone) {
                    isAway = true;
                    waits.forEach((go) => go());
                    outbox.leave(isGone);
                },
                wake() {
                    isAway = false;
                    outbox.wake();
                },
            };
        },
    };
}

exports.withSourceMaps = withSourceMaps;
