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

/** Cuts a text and says so; half a surrogate pair, cut or found, becomes U+FFFD. */
function clip(text, chars) {
    // With the u flag, only surrogates without their partner match.
    return (text.length > chars ? text.slice(0, chars - 1) + '…' : text).replace(/[\ud800-\udfff]/gu, '\ufffd');
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
/** All that comes, unless that is too much; one that never ends is not waited for. */
async function textFrom(reader) {
    const decoder = new TextDecoder();
    let text = '';
    for (let isDone = !reader; !isDone;) {
        const { done, value } = await reader.read();
        isDone = done;
        text += decoder.decode(value, { stream: !done });
        if (text.length <= maxFileChars)
            continue;
        reader?.cancel().catch(() => undefined);
        throw new Error('too big');
    }
    return text;
}
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
        // Where a redirect leads, nobody has allowed.
        const reply = await fetch(url, { redirect: 'error' });
        const { headers } = reply;
        const size = Number(headers.get('content-length'));
        // Instead of what they do not have, many servers give their start page.
        if (!reply.ok || size > maxFileChars || /html/.test(headers.get('content-type') ?? '')) {
            throw new Error('not there');
        }
        return textFrom(reply.body?.getReader());
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
    const resolved = async (item, { now }, { seal }) => {
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
                        const text = isLeaving ? item : await resolved(item, effects, office).catch(() => item);
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
                wake(event) {
                    isAway && (isAway = !event);
                    outbox.wake(event);
                },
            };
        },
    };
}

exports.withSourceMaps = withSourceMaps;
