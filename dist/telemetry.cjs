'use strict';

/**
 * Hears events before the page does, and cannot keep it from scrolling; returns the way to stop.
 * Where there is no such target, nothing happens. An event that `hear` cannot read is none.
 */
function on(target, types, hear) {
    const heard = (event) => {
        try {
            hear(event);
        }
        catch {
            // The page would be told of it as of an error of its own.
        }
    };
    const each = (act) => types.forEach((type) => target?.[act](type, heard, { capture: true, passive: true }));
    each('addEventListener');
    return () => each('removeEventListener');
}

/** Records when the network goes and comes back. */
const connectivity = ({ record }) => on(globalThis, ['online', 'offline'], ({ type }) => {
    record('connectivity', { change: type });
});

/** What stands in the place of methods, however many listen. */
const patches = /* @__PURE__ */ new WeakMap();
/**
 * A stand-in for a method. A proxy, as it is all that the method is: its name, length, properties
 * and prototype, and native code to whoever asks for its text.
 */
function standIn(original, listeners, name) {
    const { apply } = Reflect;
    // Where a page has put something else in its place, better now than in a call of the page.
    apply(original.bind, original, []);
    // What a page puts on Object.prototype must not become a trap.
    return new Proxy(original, {
        __proto__: null,
        apply(_, self, args) {
            const ends = [];
            try {
                for (const listener of listeners) {
                    try {
                        ends.push(listener(name, self, args) ?? ((same) => same));
                    }
                    catch {
                        // Of no concern to the caller, nor to other listeners.
                    }
                }
            }
            catch {
                // A page may have replaced what is used here.
            }
            let result = apply(original, self, args);
            try {
                for (const end of ends)
                    result = end(result);
            }
            catch {
                // The caller gets what there is.
            }
            return result;
        },
    });
}
/**
 * Listens to calls of these methods, wherever among the prototypes of `owner` they are, without a
 * difference to whoever calls them; returns the way to stop. A method that is not there, or is not
 * to be replaced, stays as it is. Each is replaced once, however many listen, and put back after the
 * last one, unless somebody else has replaced it since.
 */
function patch(owner, names, listener) {
    const undos = [];
    for (const name of names) {
        try {
            let at = owner;
            const describe = () => Object.getOwnPropertyDescriptor(at, name);
            const put = (value) => Object.defineProperty(at, name, { ...describe(), value });
            // Where there is no such method, this ends at null, which has no properties to describe.
            while (!describe())
                at = Object.getPrototypeOf(at);
            let method = describe()?.value;
            let known = patches.get(method);
            if (!known) {
                known = { original: method, listeners: new Set() };
                method = standIn(known.original, known.listeners, name);
                patches.set(method, known);
                put(method);
            }
            const { original, listeners } = known;
            listeners.add(listener);
            undos.push(() => {
                listeners.delete(listener);
                // Patched over, it must stay, and does nothing any more.
                if (!listeners.size && describe()?.value === method)
                    put(original);
            });
        }
        catch {
            // A page may have frozen it, or there is none.
        }
    }
    return () => undos.forEach((undo) => undo());
}

/** Reading values of the page. Whatever they are and do, nothing here throws. */
/** A property, or undefined where reading it throws. A text has none: its letters are no data. */
function read(value, key) {
    try {
        // Asked for, not tried: an error that is thrown and caught costs more than all that is read.
        return typeof value === 'string' ? undefined : value?.[key];
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
/** Its own keys, or none where asking for them throws. */
function keysOf(value) {
    try {
        return Object.keys(value);
    }
    catch {
        return [];
    }
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
function textOf$1(value) {
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
            return text(textOf$1(value));
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
                    return text(textOf$1(value));
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
/** {@link write}, by the engine itself, which is faster, where no `toJSON` is in its way. */
const writeFast = (value) => 'toJSON' in [] ? write(value) : JSON.stringify(value);

/** UTF-16 units that are kept of each argument. */
const chars = 500;
/** An argument as it is now: the page may change it at any time. */
const said = (value) => clip(typeof value === 'object' && !isErrorLike(value)
    ? writeFast(plain(value, { chars, size: chars }) ?? null)
    : textOf$1(value), chars);
/** Records what the page writes into its console, but not what we do. */
const log = ({ record }) => patch(globalThis.console, ['debug', 'log', 'info', 'warn', 'error'], (name, _, args) => {
    const body = () => {
        const message = args.slice(0, 20).map(said).join(' ');
        return !message.startsWith('Rollcage: ') && { message };
    };
    record('log', body, {
        level: name === 'warn' ? 'warning' : name === 'log' ? 'info' : name,
    });
});

/** Records what a Content Security Policy has refused, but not where it was us. */
const contentSecurityPolicy = ({ asked, record, report, settings }) => on(globalThis.document, ['securitypolicyviolation'], (event) => {
    const { blockedURI, effectiveDirective, sourceFile, lineNumber } = event;
    // A report of it would be refused like the last one.
    if (settings().endpoint.startsWith(blockedURI || ' '))
        return;
    const message = `Security Policy Violation: ${effectiveDirective} ${blockedURI}`;
    const body = { message, sourceFile, lineNumber };
    record('log', body, { level: 'error' });
    if (asked().errorOnContentSecurityPolicy)
        report(message, body);
});

/** Attributes that say which element it is, and nothing of what a visitor has typed. */
const telling = /^(id|class|type|name|title|alt|role|data-.*)$/;
/** Its attributes; not as properties, in the place of which the fields of a form may stand. */
function attributesOf(element, wanted = /^/) {
    // Fields may stand in the place of these, too.
    const { getAttributeNS, getAttributeNames } = Element.prototype;
    const found = {};
    for (const name of getAttributeNames.call(element)) {
        // By that name alone: the other way, HTML would look for it in small letters.
        if (wanted.test(name))
            found[name] = clip(getAttributeNS.call(element, null, name) ?? '', 40);
    }
    return found;
}
/** `tag#id.class[attribute="value"]` */
function shown(element) {
    const { id, class: classes, ...others } = attributesOf(element, telling);
    let text = readText(element, 'localName') ?? '';
    if (id)
        text += '#' + id;
    if (classes)
        text += '.' + classes.trim().replace(/\s+/g, '.');
    for (const name in others)
        text += `[${name}="${others[name]}"]`;
    return clip(text, 80);
}
/** What was typed or chosen, where that is asked for. */
function valueOf(element, { settings, scrub, guard }) {
    const { scrubTelemetryInputs, telemetryScrubber } = settings();
    const value = read(element, 'value');
    if (scrubTelemetryInputs || typeof value !== 'string')
        return undefined;
    const all = attributesOf(element);
    const name = [all.type, all.name, all.id, all.autocomplete].join(' ');
    const description = {
        tagName: readText(element, 'localName') ?? '',
        id: all.id,
        classes: all.class?.split(' '),
        attributes: ['type', 'name', 'title', 'alt']
            .filter((key) => key in all)
            .map((key) => ({ key, value: all[key] ?? '' })),
    };
    // A password also while the page shows it. The scrubber knows other secrets by their names.
    return /pass/i.test(name) || guard('telemetryScrubber', telemetryScrubber, description)
        ? '********'
        : scrub({ [name]: value })[name];
}
/** Records what visitors do to which element: click, type or choose, submit. */
const dom = (desk) => {
    /** By element, as long as the page has it, how its entry is amended. */
    const amends = new WeakMap();
    let last;
    return on(globalThis.document, ['click', 'input', 'submit'], (event) => {
        const { type } = event;
        // Also within shadow trees, where they are open.
        const path = event.composedPath();
        const element = path[0];
        const isInput = type === 'input';
        const body = () => ({
            subtype: type,
            element: path
                .filter((node) => read(node, 'nodeType') === 1)
                .slice(0, 5)
                .reverse()
                .map((node) => shown(node))
                .join(' > '),
            value: isInput ? valueOf(element, desk) : undefined,
        });
        // Every key is an event.
        if (isInput && last && amends.get(element) === last)
            last(body);
        else
            last = desk.record('dom', body);
        if (isInput)
            amends.set(element, last);
    });
};

/** Records when the address changes without a new page. */
const navigation = ({ record }) => {
    // The DOM library does not know it everywhere, nor does every browser.
    const { navigation } = globalThis;
    // Of the origin, nothing can change.
    const here = () => location.pathname + location.search + location.hash;
    let from = here();
    const look = () => {
        record('navigation', () => {
            const to = here();
            const moved = to !== from && { from, to };
            from = to;
            return moved;
        });
    };
    // Told by the browser, it takes no patch.
    const stopCalls = navigation
        ? on(navigation, ['currententrychange'], look)
        : patch(globalThis.history, ['pushState', 'replaceState'], () => (result) => {
            look();
            return result;
        });
    const stopEvents = on(globalThis, ['popstate', 'hashchange'], look);
    return () => {
        stopCalls();
        stopEvents();
    };
};

/** Of headers those that are asked for: all, or a list of names. */
const chosen = (asked, headers) => {
    const given = asked && headers?.();
    // An iterator would be used up before fetch gets it.
    if (!/^(Headers|Array|Object)$/.test(tagOf(given)))
        return undefined;
    const names = `,${asked},`.toLowerCase();
    return Object.fromEntries([...new Headers(given)].filter(([name]) => asked === true || names.includes(`,${name},`)));
};
/** Gives a promise of the browser's own making. */
const none = async () => undefined;
/** Records requests by fetch and XMLHttpRequest, but not ours. */
const network = ({ asked, guard, now, record, report }) => {
    const begin = (subtype, method, url, body, headers) => {
        if (typeof body === 'string' && body.startsWith('{"access_token":'))
            return undefined;
        const { networkRequestBody, networkRequestHeaders } = asked();
        const entry = {
            subtype,
            method,
            url,
            start_time_ms: now(),
            status_code: null,
            request_headers: chosen(networkRequestHeaders, headers),
            request: networkRequestBody ? plain(body, { chars: 1000, size: 1000 }) : undefined,
        };
        const amend = record('network', entry);
        // Made here, its stack says who has asked.
        const failure = new Error();
        return (status, headers, readBody, error) => {
            guard('telemetry', () => {
                const switches = asked();
                entry.status_code = status;
                entry.end_time_ms = now();
                if (error)
                    entry.error = textOf$1(error);
                const told = chosen(switches.networkResponseHeaders, headers);
                const level = status && status < 400 ? 'info' : 'error';
                const tell = (body) => amend({ ...entry, response: (told || body) && { headers: told, body } }, { level });
                tell();
                if (switches.networkResponseBody)
                    readBody?.(tell);
                if (status
                    ? (status >= 400 && switches.networkErrorOnHttp4xx) ||
                        (status >= 500 && switches.networkErrorOnHttp5xx)
                    : switches.networkErrorOnHttp0) {
                    failure.message = `HTTP request failed with Status ${status}`;
                    report(failure, { method, url });
                }
            });
        };
    };
    const stopFetch = patch(globalThis, ['fetch'], (_, __, [input, init]) => {
        const finish = begin('fetch', readText(init, 'method') ?? readText(input, 'method') ?? 'GET', readText(input, 'url') ?? textOf$1(input), read(init, 'body'), () => read(init, 'headers') ?? read(input, 'headers'));
        if (!finish)
            return undefined;
        const came = (response) => {
            finish(read(response, 'status'), () => response.headers, (tell) => 
            // Others may be no text, or never end.
            /json|xml|text\/(?!ev)/.test(response.headers.get('content-type') ?? '') &&
                response
                    .clone()
                    .text()
                    .then(tell, () => undefined));
            return response;
        };
        const failed = (error) => {
            finish(0, undefined, undefined, error);
            throw error;
        };
        const watch = async (promise) => {
            try {
                return came(await promise);
            }
            catch (error) {
                return failed(error);
            }
        };
        // Whoever only listens to a promise has handled its rejection, and the page hears of none. Awaited,
        // one of the browser stays one, also where zone.js has replaced Promise and its `then`.
        return (promise) => promise.constructor === none().constructor
            ? watch(promise)
            : promise.then(came, failed);
    });
    const opened = new WeakMap();
    const stopXhr = patch(globalThis.XMLHttpRequest?.prototype, ['open', 'setRequestHeader', 'send'], (name, self, [first, second]) => {
        const xhr = self;
        const [method = '', url = '', headers = []] = opened.get(xhr) ?? [];
        if (name === 'open')
            opened.set(xhr, [textOf$1(first), textOf$1(second), []]);
        if (name === 'setRequestHeader')
            headers.push([textOf$1(first), textOf$1(second)]);
        const finish = name === 'send' && begin('xhr', method, url, first, () => headers);
        if (!finish)
            return;
        const stop = on(xhr, ['loadend'], () => {
            stop();
            finish(xhr.status, () => xhr
                .getAllResponseHeaders()
                .match(/.+/g)
                ?.map((line) => line.split(': ', 2)), (tell) => tell(xhr.response));
        });
    });
    return () => {
        stopFetch();
        stopXhr();
    };
};

/** Records when the page has been read, and when all of it is there. */
const page = ({ record }) => 
// The load events of images and frames never reach the window.
on(globalThis, ['DOMContentLoaded', 'load'], ({ type }) => {
    record('navigation', { subtype: type });
});

/** Records what the browser finds outdated in the page, and where it has stepped in. */
const reports = ({ guard, record }) => {
    const { ReportingObserver: Observer } = globalThis;
    const tell = ({ body }) => record('log', body, { level: 'warning' });
    const observer = Observer &&
        new Observer((all) => guard('telemetry', () => all.forEach(tell)), {
            types: ['deprecation', 'intervention'],
            buffered: true,
        });
    observer?.observe();
    return () => observer?.disconnect();
};

/** Records images, scripts, styles and the like that could not be loaded. */
const resources = ({ record }) => on(globalThis, ['error'], ({ target }) => {
    record('network', () => {
        const url = readText(target, 'src') ?? readText(target, 'href') ?? readText(target, 'data');
        return url && { subtype: readText(target, 'localName'), method: 'GET', url };
    }, { level: 'error' });
});

const observing = (...types) => ({ guard, record }) => {
    const { PerformanceObserver: Observer } = globalThis;
    const tell = ({ entryType, name, startTime, duration }) => record('navigation', {
        // Of a paint, the name says which; others have the address there, or nothing.
        subtype: entryType === 'paint' ? name : entryType,
        start_ms: Math.round(startTime),
        duration_ms: Math.round(duration),
    });
    const observer = Observer && new Observer((list) => guard('telemetry', () => list.getEntries().forEach(tell)));
    for (const type of types) {
        // Of others a browser would warn in the console.
        if (Observer?.supportedEntryTypes.includes(type))
            observer?.observe({ type, buffered: true });
    }
    return () => observer?.disconnect();
};
/** Records how long loading took, and when what was painted, in milliseconds from its begin. */
const timing = /* @__PURE__ */ observing('navigation', 'paint', 'largest-contentful-paint');
/** Records tasks of more than 50 ms, for which the page could not answer. */
const longTasks = /* @__PURE__ */ observing('longtask');

/** Records when the page is hidden, and when it is seen again. */
const visibility = ({ record }) => on(globalThis.document, ['visibilitychange'], () => {
    record('navigation', () => ({ subtype: 'visibility', to: document.visibilityState }));
});

/** The border to the page: nothing of ours is thrown across it. */
/**
 * Throws where the stack has no room for so many calls. Each goes by way of the engine: calls of ours
 * alone V8 inlines, and finds room for them where there is none for a report.
 */
/** A guard that tells through `say`. */
function createGuard(say) {
    return (what, act, ...given) => {
        const tell = (error) => {
            try {
                say(`${what} has thrown: ${error}`);
            }
            catch {
                // An error without a text: it has been contained, that must do.
            }
        };
        try {
            const result = act?.(...given);
            // The rejection of a promise, reported, would call a hook again.
            return result?.catch ? result.catch(tell) : result;
        }
        catch (error) {
            return tell(error);
        }
    };
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

/** Bytes of a text in UTF-8; no fewer, at least, where the page has broken the way to know. */
function bytesOf(text) {
    try {
        return new TextEncoder().encode(text).length;
    }
    catch {
        return text.length * 3;
    }
}

/** "Max payload size is 128kb", as bytes of UTF-8, the access token included. */
const maxItemBytes = 131072;
/**
 * The steps, mildest first; each is tried when the one before was not enough: how many characters
 * are kept of every text, and of every list (frames, causes, telemetry …) how many items, half
 * from either end.
 */
const steps = [
    // As it is.
    [0, 0],
    [16384, 100],
    [4096, 40],
    [1024, 20],
    [255, 2],
];
/**
 * The text of an occurrence, valid by the API document and at most `maxBytes` long, whatever is in
 * it; below 32 kB without promise. It is scrubbed before it is cut. What is nearest to the error
 * goes last: its class, the head of its message, its first and last frames. `notifier.truncated`
 * says which step was needed.
 */
function fit(occurrence, maxBytes, scrub) {
    const fields = Object.keys(occurrence)
        .slice(0, 32)
        // As a whole, so that the key is bounded like any other.
        .map((key) => scrub(objectOf(plain({ [key]: read(occurrence, key) }, { size: key === 'body' ? 2e7 : 2e6 }))));
    let text = '';
    steps.some(([chars, items], truncated) => {
        const data = {};
        for (const field of fields) {
            // A body of more than 6e5 is no item in any case: an entry counts 8 and has at least two
            // bytes. Any other field has room for two long texts.
            const size = !field.body ? chars * 2 : chars > 255 ? 6e5 : 7168;
            Object.assign(data, truncated ? plain(field, { chars, size, items }) : field);
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
/** How long a sealed text may be. */
const maxSealedBytes = maxItemBytes - envelopeBytes;
/**
 * Second half, after the user's hooks: to the JSON text of `data`, of at most so many bytes.
 * Nothing is added to it later but the access token, so whatever options and hooks have put in has
 * passed here. A text that was sealed may come again, to be smaller.
 */
function seal(occurrence, scrub, maxBytes = maxSealedBytes) {
    return fit(occurrence, maxBytes, scrub);
}

/** Items that are under way at once, as long as the page is seen. */
const maxUnderWay = 2;

/** UTF-16 units that may leave with a page before telemetry stays behind: a quarter of what all may. */
const roomForAll = 14336;
function withoutTelemetry(item) {
    try {
        const whole = JSON.parse(item);
        delete whole.data.body.telemetry;
        return write(whole);
    }
    catch {
        // A page may have broken what that takes.
        return item;
    }
}
/**
 * Effects by which items that leave with their page leave telemetry behind once there would be no
 * room for more of them. What does not fit would have to wait for the next visit.
 */
function light(effects) {
    let underWay = 0;
    let items = 0;
    return {
        ...effects,
        async send(item, endpoint, timeoutMs, isLeaving) {
            const isTight = underWay && underWay + item.length > roomForAll;
            // A page that is being hidden sends all at once.
            const goes = isLeaving || items >= maxUnderWay;
            const text = goes && isTight ? withoutTelemetry(item) : item;
            items++;
            underWay += text.length;
            const answer = await effects.send(text, endpoint, timeoutMs, isLeaving);
            items--;
            underWay -= text.length;
            return answer;
        },
    };
}

/** The options that have a default, with it. */
const telemetryDefaults = {
    autoInstrument: true,
    maxTelemetryEvents: 100,
    includeItemsInTelemetry: true,
    scrubTelemetryInputs: true,
};

/** What bodies have as their telemetry, as long as nobody has read or replaced it. */
const unread = /* @__PURE__ */ new WeakMap();
/** As objects. */
const parsed = (entries) => JSON.parse(`[${entries.map(({ text }) => text).join()}]`);
/** Gives a body its telemetry, which becomes objects for whoever reads it: a hook. */
function lend(body, entries) {
    unread.set(body, entries);
    const define = (how) => {
        try {
            // What a page puts on Object.prototype must not become part of it.
            Object.defineProperty(body, 'telemetry', {
                __proto__: null,
                configurable: true,
                enumerable: true,
                ...how,
            });
        }
        catch {
            // A hook has frozen it.
        }
    };
    const put = (value) => {
        unread.delete(body);
        define({ value, writable: true });
    };
    const get = () => {
        const all = parsed(entries);
        put(all);
        return all;
    };
    define({ get, set: put });
}
const textOf = (entry, scrub) => {
    if (entry.by !== scrub) {
        const { body } = scrub({ body: { telemetry: parsed([entry]) } });
        entry.sealed = writeFast((read(read(body, 'telemetry'), '0') ?? null));
        entry.by = scrub;
    }
    return entry.sealed;
};
/** {@link seal}, which puts in what has been scrubbed before; not for a scrubber that asks for paths. */
function sealReady(occurrence, scrub, maxBytes = maxSealedBytes) {
    const body = read(occurrence, 'body');
    const entries = unread.get(body);
    // A hook may have taken it away without a word.
    if (entries && keysOf(Object.getOwnPropertyDescriptor(body, 'telemetry')).includes('get')) {
        const others = Object.keys(body).filter((key) => key !== 'telemetry');
        const rest = Object.fromEntries(others.map((key) => [key, read(body, key)]));
        const text = seal({ ...occurrence, body: rest }, scrub, maxBytes);
        const start = '{"body":{';
        const texts = entries.map((entry) => textOf(entry, scrub));
        const whole = `${start}"telemetry":[${texts.join()}],${text.slice(start.length)}`;
        // Where something has to be cut, it is not for the rest alone.
        if (text.startsWith(start + '"') &&
            // By its name or place, an entry may be secret as a whole.
            texts.every((one) => one.startsWith('{')) &&
            !/"truncated":\d/.test(text) &&
            // Most need no counting.
            (whole.length * 3 <= maxBytes || bytesOf(whole) <= maxBytes)) {
            return whole;
        }
    }
    return seal(occurrence, scrub, maxBytes);
}

/**
 * The slots without the oldest that are too many: `most` are kept, with together at most `maxChars`
 * UTF-16 units. They hold texts, as nothing of a page can change those, or be held by them.
 */
function newest(slots, most, maxChars) {
    let first = slots.length;
    for (const end = first; first > 0 && end - first < most; first--) {
        maxChars -= slots[first - 1]?.text.length ?? 0;
        if (maxChars < 0)
            break;
    }
    return first ? slots.slice(first) : slots;
}

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
    return ['log', message || thrown ? { message: message || textOf$1(value) } : undefined];
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

/** Door `rollcage/telemetry`: each collector, all of them, and what makes ports that have them. */
/** All collectors; whoever wants fewer bytes makes a list of fewer. */
const collectors = {
    connectivity,
    contentSecurityPolicy,
    dom,
    log,
    longTasks,
    navigation,
    network,
    page,
    reports,
    resources,
    timing,
    visibility,
};

exports.collectors = collectors;
exports.connectivity = connectivity;
exports.contentSecurityPolicy = contentSecurityPolicy;
exports.dom = dom;
exports.log = log;
exports.longTasks = longTasks;
exports.navigation = navigation;
exports.network = network;
exports.page = page;
exports.reports = reports;
exports.resources = resources;
exports.timing = timing;
exports.visibility = visibility;
exports.withTelemetry = withTelemetry;
