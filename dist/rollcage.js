(function () {
    'use strict';

    try {

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
    function tagOf$1(value) {
        try {
            return Object.prototype.toString.call(value).slice(8, -1);
        }
        catch {
            return 'unreadable';
        }
    }
    /** The value as text. Of lists only the name: lists of lists may have no end in sight. */
    function textOf$2(value) {
        const tag = tagOf$1(value);
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
        return tagOf$1(value) === 'Object';
    }
    /**
     * Something that was made to be thrown: an Error of this or another realm, a DOMException, or an
     * object that carries a message and a stack like one. Also a DOM event, which tells of one.
     */
    function isErrorLike(value) {
        return (/^(Error|(DOM)?Exception|.*Event)$/.test(tagOf$1(value)) ||
            (typeof value === 'object' &&
                typeof readOwn(value, 'message') === 'string' &&
                typeof readOwn(value, 'stack') === 'string'));
    }

    /** Of more items than that only both ends, with `gap` in the place of what is missing. */
    const ends$1 = (items, most, ...gap) => items.length > most ? [...items.slice(0, most / 2), ...gap, ...items.slice(-most / 2)] : items;

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
                return text(textOf$2(value));
            try {
                const tag = tagOf$1(value);
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
                    all = ends$1(all, items);
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
                        return text(textOf$2(value));
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
    /** {@link plain} of what should be an object. */
    const plainObject = (value) => objectOf(plain(value));
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

    /**
     * The wire: what the Items API (`POST /api/1/item/`) understands, as types.
     * Each shape names its place in the API document. Field names are the API's own, in snake_case;
     * no other file spells them but the ones that build these shapes.
     */
    /** The severities, mildest first. */
    const levels = ['debug', 'info', 'warning', 'error', 'critical'];

    /** The options that have a default, with it. */
    const defaults = {
        accessToken: '',
        endpoint: 'https://api.rollbar.com/api/1/item/',
        environment: 'unknown',
        enabled: true,
        transmit: true,
        captureUncaught: true,
        captureUnhandledRejections: true,
        captureIp: true,
        framework: 'browser-js',
        logLevel: 'debug',
        reportLevel: 'debug',
        uncaughtErrorLevel: 'error',
        ignoreDuplicateErrors: true,
        itemsPerMinute: 60,
        maxItems: 0,
        timeout: 30000,
        retryInterval: 0,
        maxRetries: Infinity,
        maxWaitingItems: 100,
        maxWaitingBytes: 1048576,
        maxWaitingMs: 604800000,
    };
    /** More of them, of what a notifier can be without. */
    const wholeDefaults = {
        ignore: ['resize-observer'],
        scrubFields: [],
        scrubPaths: [],
    };
    /** What is no text is none. */
    const textOf$1 = (value) => (typeof value === 'string' ? value : '');
    /**
     * A URL to post to: a path of the page stays one, and https is the scheme where none is given.
     * Empty when it cannot be read: what was meant for another place must not go to the default.
     */
    function urlOf(endpoint) {
        const url = textOf$1(endpoint).replace(/^(?!https?:|[/.])/i, 'https://');
        // What has two schemes now had one that is not for posting.
        return /^(https?:\/\/(?!\w+:\/)[\w[]|\.{0,2}\/)\S*$/i.test(url) ? url : '';
    }
    /**
     * Fills in the defaults, and `more` of them. Null and undefined are no values, and what cannot be
     * worked with is none either; what only goes into the item gets its type there.
     */
    function settle(options, more) {
        const settled = { ...defaults, ...more };
        for (const [name, value] of Object.entries(options)) {
            const isUsable = /Level$/.test(name)
                ? levels.includes(value)
                : typeof settled[name] !== 'number' || (typeof value === 'number' && value >= 0);
            if (value != null && isUsable)
                settled[name] = value;
        }
        const { accessToken, enabled, endpoint, timeout, transmit } = settled;
        return Object.freeze(Object.assign(settled, {
            // A real one has 32 characters; what is longer would not fit beside the item.
            accessToken: textOf$1(accessToken).slice(0, 256),
            // What waits already must not leave either.
            endpoint: enabled && transmit ? urlOf(endpoint) : '',
            // More than 2 ** 31, timers take for none.
            timeout: Math.min(timeout || defaults.timeout, 2e9),
        }));
    }

    /** The options that have a default, with it. */
    const telemetryDefaults = {
        autoInstrument: true,
        maxTelemetryEvents: 100,
        includeItemsInTelemetry: true,
        scrubTelemetryInputs: true,
    };

    /** For each option, a value of the type it must have. */
    const examples = {
        ...defaults,
        ...wholeDefaults,
        ...telemetryDefaults,
        filterTelemetry: clip,
        telemetryScrubber: clip,
        codeVersion: '',
        code_version: '',
        person: {},
        ignoredMessages: [],
        hostSafeList: [],
        hostBlockList: [],
        sampleRate: 1,
        plugins: {},
        handleUncaughtExceptions: true,
        handleUnhandledRejections: true,
        hostWhiteList: [],
        hostBlackList: [],
        version: '',
        sendConfig: false,
        addErrorContext: false,
        guessErrorClass: false,
        stackTraceLimit: 10,
        stripClassPrefix: false,
        verbose: false,
        captureMessageStack: false,
        overwriteScrubFields: false,
        stripFrameQuery: false,
        context: '',
        payload: {},
        onSendCallback: clip,
        checkIgnore: clip,
        transform: clip,
        globalAlias: '',
        rollbarJsUrl: '',
        integrity: '',
    };
    const names = Object.keys(examples);
    /** Options that do nothing. */
    const ignored = {
        async: true,
        addRequestData: true,
        captureDeviceInfo: true,
        captureEmail: true,
        captureLambdaTimeouts: true,
        captureUsername: true,
        client: true,
        defaultTransport: true,
        exitOnUncaughtException: true,
        host: true,
        inspectAnonymousErrors: true,
        locals: true,
        nodeSourceMaps: true,
        proxy: true,
        replay: true,
        resource: true,
        rewriteFilenamePatterns: true,
        scrubHeaders: true,
        scrubRequestBody: true,
        sendFrameUrl: true,
        tracer: true,
        tracing: true,
        wrapGlobalEventHandlers: true,
    };
    /** How many letters of the longer name stand between what both begin and what both end with. */
    function distance(a, b) {
        const longest = Math.max(a.length, b.length);
        let same = 0;
        while (same < a.length && a[same] === b[same])
            same++;
        for (let i = 1; same < a.length && a[a.length - i] === b[b.length - i]; i++)
            same++;
        return longest - same;
    }
    function unknownOption(name) {
        let least = 4;
        let near = '';
        for (const other of names) {
            const far = distance(name.toLowerCase(), other.toLowerCase());
            if (far < least)
                [least, near] = [far, other];
        }
        return `unknown option "${name}"${near ? `; did you mean "${near}"?` : ''}`;
    }
    const typeOf = (value) => (Array.isArray(value) ? 'list' : typeof value);
    function isUsable(name, value) {
        const type = typeOf(read(examples, name));
        if (name === 'endpoint')
            return !!urlOf(value);
        if (/Level$/.test(name))
            return levels.includes(value);
        if (name === 'captureIp' && value === 'anonymize')
            return true;
        if (/^(sampleRate|autoInstrument)$/.test(name) && isRecord(value))
            return true;
        // A version may well be a number.
        if (type === 'string')
            return /string|number/.test(typeof value);
        if (type === 'number')
            return typeof value === type && value >= 0;
        return type === 'object' ? isRecord(value) : typeOf(value) === type;
    }
    function wantedFor(name) {
        if (name === 'endpoint')
            return 'a URL: items wait for one';
        if (/Level$/.test(name))
            return levels.join(', ');
        return `of type ${typeOf(read(examples, name))}`;
    }
    /** What is wrong with options, in words for the developer; nothing when all is well. */
    function complaintsAbout(options) {
        if (!isRecord(options))
            return [`options must be an object, not ${clip(textOf$2(options), 40)}`];
        return keysOf(options).flatMap((name) => {
            const value = read(options, name);
            if (Object.keys(ignored).includes(name)) {
                return read(options, 'verbose') ? `option "${name}" does nothing here` : [];
            }
            if (!names.includes(name))
                return unknownOption(name.slice(0, 40));
            if (value == null || isUsable(name, value))
                return [];
            return `option "${name}" is ${clip(textOf$2(value), 40)}; it must be ${wantedFor(name)}`;
        });
    }
    /** Ports of a notifier that says what is wrong with its options. */
    const withComplaints = (ports) => ({
        ...ports,
        adapt(options) {
            // Who has not said anything cannot have said it wrong.
            if (options !== undefined)
                complaintsAbout(options).forEach(ports.say);
            return ports.adapt?.(options) ?? options;
        },
    });

    /** The border to the page: nothing of ours is thrown across it. */
    /**
     * Throws where the stack has no room for so many calls. Each goes by way of the engine: calls of ours
     * alone V8 inlines, and finds room for them where there is none for a report.
     */
    const enough = (calls) => calls && ''.replace('', () => enough(calls - 1));
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

    /** `guard` contains what contexts throw, and what goes before. */
    function createWrap(guard) {
        const wrapped = new WeakMap();
        const contexts = new WeakMap();
        /** Of what is no object, the last. */
        let last;
        const keep = (value, context) => {
            const given = typeof context === 'function' ? guard('a context', context) : context;
            const copy = plainObject(given);
            if (Object(value) === value)
                contexts.set(value, copy);
            else
                last = { value, context: copy };
        };
        return {
            wrap(fn, context, before) {
                const act = fn;
                if (typeof act !== 'function')
                    return fn;
                const known = wrapped.get(act);
                if (known)
                    return known;
                // The name by which its frame is known, also to whoever has the stacks of rollbar.js in mind.
                // No method, for those cannot be called with `new`.
                const { _rollbar_wrapped: wrapper } = {
                    _rollbar_wrapped: function (...args) {
                        if (typeof before === 'function') {
                            guard('what goes before', () => before.apply(this, args));
                        }
                        try {
                            return new.target
                                ? Reflect.construct(act, args, new.target === wrapper ? act : new.target)
                                : act.apply(this, args);
                        }
                        catch (error) {
                            try {
                                keep(error, context);
                            }
                            catch {
                                // Where the stack is used up, what was thrown still goes on as it is.
                            }
                            throw error;
                        }
                    },
                };
                wrapped.set(act, wrapper);
                // A second wrapping has nothing to add.
                wrapped.set(wrapper, wrapper);
                guard('wrap', () => {
                    // Set, not assigned: a class may have a static `name`, and a function's is not to be written.
                    for (const key of ['prototype', ...keysOf(act)])
                        Reflect.set(wrapper, key, read(act, key));
                    // Where the snippets of rollbar.js look for it, to remove a listener.
                    Reflect.defineProperty(act, '_rollbar_wrapped', {
                        // What a page puts on Object.prototype must not become part of it.
                        __proto__: null,
                        value: wrapper,
                        configurable: true,
                    });
                });
                return wrapper;
            },
            contextOf: (thrown) => Object(thrown) === thrown
                ? contexts.get(thrown)
                : last?.value === thrown
                    ? last?.context
                    : undefined,
        };
    }

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

    /** An event of our own: listeners of the page for that of storage are none of our business. */
    function tell(key, newValue) {
        dispatchEvent(new StorageEvent('rollcage', { key, newValue }));
    }
    /**
     * Listens to the errors a page raises by itself, and to its coming and going; a moment later it wakes
     * for the first time. Listeners, not `window.onerror`: a page may set that one anew at any time, and
     * what it returns is its own affair. And no `unload` or `beforeunload`, which would cost the page its
     * place in the back/forward cache.
     */
    function listen(page) {
        // Without a key everything was removed, and there is no text either.
        const told = ({ key, newValue }) => page.told(key, newValue);
        const listeners = {
            error({ message, filename, lineno, colno, error }) {
                page.uncaught(message, filename, lineno, colno, error);
            },
            unhandledrejection: ({ reason }) => page.rejected(reason),
            online: page.wake,
            visibilitychange: (event) => (document.hidden ? page.leave(false) : page.wake(event)),
            pageshow: page.wake,
            pagehide: () => page.leave(true),
            // Of another notifier in this document.
            rollcage: told,
        };
        const heard = (event) => {
            try {
                (listeners[event.type] ?? told)(event);
            }
            catch {
                // Thrown on, it would be an error of the page, which comes back here, and so on for ever.
            }
        };
        let act = addEventListener;
        const each = () => {
            // What a page has put on Object.prototype is an event that never happens.
            for (const type in listeners)
                act(type, heard);
        };
        try {
            // Storage may have to be read from the disk, and a page that starts has no time for that.
            setTimeout(() => {
                try {
                    page.wake();
                    act('storage', heard);
                }
                catch {
                    // The page would be told of it, as above.
                }
            });
        }
        catch {
            // Without timers, what lies in storage is for the next page.
        }
        each();
        return () => {
            act = removeEventListener;
            each();
            act('storage', heard);
        };
    }

    /**
     * A version 4 UUID. `crypto.randomUUID` is not there in insecure contexts, and what a package needs
     * to stand in for it is not worth its bytes to every visitor.
     */
    function uuid() {
        const words = crypto.getRandomValues(new Uint16Array(14));
        // A figure stands for the digits of a word, 1 and four of them, from there on.
        return '11-1-42-a2-111'.replace(/[12]/g, (from, at) => (words[at] + 0x10000).toString(16).slice(+from));
    }
    /** Set while calls of the snippet are replayed. */
    let earlier;
    /** Identity and time of something captured now. Throws where the page has broken either. */
    function birth() {
        // For one: what a hook reports meanwhile happens now, and is another occurrence.
        const born = earlier ?? { uuid: uuid(), at: Date.now() };
        earlier = undefined;
        return born;
    }
    /** Runs `act` as if it had happened then; what it captures is born as `then`. */
    function bornAs(then, act) {
        earlier = then;
        try {
            return act();
        }
        finally {
            earlier = undefined;
        }
    }

    /**
     * Runs `act` on the page's `localStorage`. Undefined where there is none (a sandboxed frame, a
     * worker, blocked by the visitor) and where it fails (full).
     */
    function stored(act) {
        try {
            return act(localStorage);
        }
        catch {
            return undefined;
        }
    }

    /** Until every page has seen what one has written. */
    const settleMs = 250;
    const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
    /** With a note in storage, for pages without Web Locks: in old browsers and insecure contexts. */
    async function leased(name, longestMs, act) {
        const key = 'rollcage-lease:' + name;
        const now = Date.now();
        const note = `${now + longestMs} ${Math.random()}`;
        const read = () => stored((storage) => storage.getItem(key));
        const left = parseInt(read() ?? '') - now;
        // A longer one was written by another clock.
        if (left > 0 && left <= longestMs)
            return act(false);
        const release = () => {
            if (read() === note)
                stored((storage) => storage.removeItem(key));
        };
        // What is left over is for the next page at once.
        addEventListener('pagehide', release);
        const isShared = stored((storage) => (storage.setItem(key, note), true));
        if (isShared)
            await sleep(settleMs);
        await act(!isShared || read() === note);
        removeEventListener('pagehide', release);
        release();
    }
    /**
     * Runs `act`, and tells it whether it runs alone: no other page of the origin is running one of
     * this name. A page that is gone runs nothing: at once with Web Locks, else after `longestMs`.
     */
    async function exclusively(name, longestMs, act) {
        try {
            if (!navigator.locks)
                return await leased(name, longestMs, act);
            await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
                await act(!!lock);
                await sleep(settleMs);
            });
        }
        catch {
            // Refused, as in a sandboxed frame: it has nothing to share.
            await act(true);
        }
    }

    /** "Response Codes" of the API document. An unknown one is taken as trouble that passes. */
    function decide(status) {
        switch (status) {
            case 400:
            case 422:
                return 'refused';
            case 401:
            case 403:
                return 'hold';
            case 413:
                return 'too-big';
            default:
                return status >= 200 && status < 300 ? 'delivered' : 'later';
        }
    }
    /** What an answer says, for people. Nobody has checked the message of the API. */
    const reasonOf = ({ status, response }) => response?.err ? `${status}: ${textOf$2(response.message)}` : String(status);
    /** Items that are under way at once, as long as the page is seen. */
    const maxUnderWay = 2;
    const firstDelayMs = 1000;
    const longestDelayMs = 300000;
    /** A server that asks for more is not to be believed for the rest of the visit. */
    const longestRetryAfterMs = 3600000;
    /** No delay is longer; one that seems to be comes of a clock that has jumped. */
    const longestPauseMs = longestRetryAfterMs + longestDelayMs;
    /**
     * How long to wait after `failures` requests in a row without success, in milliseconds: exponential
     * with full jitter, so that clients cut off together do not come back together, or `intervalMs`
     * where that is set, of which an hour counts; on top of what the server asked for, unless that is
     * no time to come. `chance` is above 0, up to 1.
     */
    function delayMs(failures, chance, retryAfterMs = 0, intervalMs = 0) {
        const ceiling = Math.min(longestDelayMs, firstDelayMs * 2 ** (failures - 1));
        const asked = retryAfterMs > 0 ? Math.min(retryAfterMs, longestRetryAfterMs) : 0;
        return asked + (Math.min(intervalMs, longestRetryAfterMs) || chance * ceiling);
    }

    /** What a page may have to tell of an item that is not its own. */
    const ends = [
        'delivered',
        'refused',
        'too-big',
        'evicted',
        'stale',
        'retried',
        'unreadable',
    ];
    /**
     * What a text is that lies in the place of an item: one, of this level, or what has become of it.
     * Neither where it is something else, for anybody may write there.
     */
    function textIn(text) {
        try {
            const { level, 0: what, 1: why, 2: response } = JSON.parse(text);
            if (ends.includes(what))
                return { outcome: [what, String(why ?? what), response ?? undefined] };
            return levels.includes(level) ? { level } : {};
        }
        catch {
            return {};
        }
    }

    /** Stays in storage with a random text, by which a storage that was cleared is known. */
    const mark = 'rollcage';
    /** `tag` tells targets apart; `items` are those that wait in this page. */
    function createShelf({ chance, stored, tell }, tag, items) {
        let era;
        /** What storage has not taken. */
        let noteHere = '';
        /** There where storage has not let go of what was removed last. */
        let stuck;
        const read = (key) => stored((storage) => storage.getItem(key));
        const write = (key, text) => {
            stored((storage) => storage.setItem(key, text));
            // Some blockers take everything and keep nothing.
            return read(key) === text;
        };
        const remove = (key, outcome) => {
            // A page may have something of its own under the empty key.
            if (!key)
                return;
            const text = outcome && JSON.stringify(outcome);
            // The event of storage brings it to the other pages.
            if (text)
                write(key, text);
            stored((storage) => {
                storage.removeItem(key);
                // A page may have put something that throws in the place of `dispatchEvent`.
                if (text)
                    tell(key, text);
            });
            stuck = read(key);
        };
        /** A storage with another mark, or none, has been cleared, and our items with it. */
        const mend = () => {
            const found = read(mark);
            if (found && found === era)
                return;
            const wasCleared = era;
            if (!found && items.size)
                write(mark, String(chance()));
            era = read(mark) ?? era;
            if (!wasCleared)
                return;
            for (const item of items)
                if (item.key && !write(item.key, item.sealed))
                    item.key = '';
        };
        const lay = (item) => {
            mend();
            const key = `${mark}:1:${tag()}:${item.at}:${item.uuid}`;
            if (!write(key, item.sealed))
                return;
            if (item.key !== key)
                remove(item.key);
            item.key = key;
        };
        const noteKey = () => mark + '-rest:' + tag();
        return {
            lay,
            mend,
            isGone(item) {
                mend();
                return !!item.key && read(item.key) === null;
            },
            remove,
            gather(isStale) {
                for (const key of stored(Object.keys) ?? []) {
                    const [name, version, tagged, time, uuid = ''] = key.split(':');
                    const at = Number(time);
                    if (name !== mark || !version)
                        continue;
                    const known = [...items].find((item) => item.uuid === uuid);
                    // A page whose token was refused has moved it.
                    if (known)
                        known.key = key;
                    // Sent, what storage does not let go of would be there again.
                    if (known || stuck || (tagged && tagged !== tag() && !isStale({ at })))
                        continue;
                    const sealed = read(key) ?? '';
                    const { level, outcome } = textIn(sealed);
                    // Of a page that has died before it could remove it.
                    if (outcome)
                        remove(key);
                    else
                        items.add({
                            uuid,
                            key,
                            at,
                            sealed,
                            level: version === '1' ? level : undefined,
                            tries: 0,
                        });
                }
            },
            noted: () => read(noteKey()) ?? noteHere,
            note(text) {
                noteHere = write(noteKey(), text) ? '' : text;
                if (!text)
                    remove(noteKey());
            },
        };
    }

    /** After which it is looked again whether another page still sends an item. */
    const busyMs = 5000;
    /** For an answer to what was under way when the page was left, once it is back. */
    const patienceMs = 2000;
    /** How late the timers of a page in the background may be. */
    const graceMs = 60000;
    /** Of what a page has broken it shall not hear; gives nothing, for anything may be a promise there. */
    const ignore = () => undefined;
    /** Tells targets apart without writing down a token. */
    function tagOf(target) {
        let hash = 0;
        for (const sign of target)
            hash = (hash * 31 + sign.charCodeAt(0)) | 0;
        return String(hash);
    }
    /**
     * Puts each item on the shelf before it is sent, and takes it off when {@link decide} says that its
     * way has ended. What lies there is for every page of the origin to send, one page at a time. What
     * the shelf does not take is kept in memory alone.
     */
    function createOutbox(office, effects) {
        const { count, settings } = office;
        const { chance, exclusively, now, say } = effects;
        const waiting = new Set();
        const waiters = [];
        let underWay = 0;
        /** Of all pages in a row, as noted when that was looked at last. */
        let failures = 0;
        let pause;
        let refusedTarget;
        let isGone = false;
        /** Where to post with which token, as one text to compare; empty while there is none. */
        const target = () => {
            const { accessToken, endpoint } = settings();
            const to = accessToken && endpoint && `${accessToken} ${endpoint}`;
            return to === refusedTarget ? '' : to;
        };
        // Without a target, an item is for whoever has one.
        const shelf = createShelf(effects, () => target() && tagOf(target()), waiting);
        const sayBroken = () => say('sending is broken');
        const isFree = ({ to, giveUp }) => !to && !giveUp;
        const own = () => [...waiting].filter(({ ended }) => ended);
        const resume = () => {
            clearTimeout(pause);
            pause = undefined;
        };
        const forget = (item) => {
            waiting.delete(item);
            if (!waiting.size)
                resume();
        };
        const tellWaiters = () => {
            if (!own().length)
                waiters.splice(0).forEach((waiter) => waiter());
        };
        const end = (item, ...outcome) => {
            // The callback of another may have reported, and been here before.
            if (!waiting.has(item))
                return;
            // First of all: a callback may be back here at once.
            forget(item);
            shelf.remove(item.key, !item.ended && outcome);
            if (!item.ended)
                count('captured');
            count(outcome[0]);
            item.ended?.(...outcome);
            tellWaiters();
        };
        const isStale = ({ at }) => now() - at > settings().maxWaitingMs;
        /** In which order items are given up, the last first: what is under way has its end before it. */
        const rank = (item) => item.giveUp ? 9 : isStale(item) ? -1 : levels.indexOf(item.level);
        const byRank = (items) => items.sort((a, b) => rank(b) - rank(a) || b.at - a.at);
        /**
         * Notes what lies in storage. What is too old goes, whoever it was for, and over the bounds the
         * oldest of the lowest level.
         */
        const look = () => {
            const { maxWaitingItems, maxWaitingBytes } = settings();
            shelf.gather(isStale);
            let bytes = 0;
            byRank([...waiting]).forEach((item, index) => {
                bytes += item.sealed.length;
                if (item.giveUp)
                    return;
                if (!item.level)
                    end(item, 'unreadable');
                else if (isStale(item))
                    end(item, 'stale');
                else if (index >= maxWaitingItems || bytes > maxWaitingBytes)
                    end(item, 'evicted');
            });
        };
        const settle = (item, answer, to) => {
            const { status, response, retryAfterMs = 0 } = answer;
            const meaning = decide(status);
            const why = reasonOf(answer);
            // What it says of another target, which has been left since, nobody here needs to know.
            const isHere = to === target();
            const rest = restMs();
            if (meaning === 'later') {
                const { maxRetries, retryInterval } = settings();
                // Of requests that fail together, one speaks for all, or who has been told when.
                if (isHere && (!pause || retryAfterMs > rest)) {
                    // Nor sooner than another page has been told.
                    const ms = Math.max(rest, delayMs(++failures, chance(), retryAfterMs, retryInterval));
                    // Silence says nothing about when: the network may be back any moment.
                    shelf.note(`${now() + (status ? ms : rest)}-${failures}`);
                    pauseFor(ms);
                }
                if (++item.tries > maxRetries)
                    return end(item, 'retried', why);
                // To the end of the line, so that one bad item does not block the others.
                waiting.delete(item);
                waiting.add(item);
                return;
            }
            // It works again, unless another request was just told to come later.
            if (isHere && failures && !rest)
                shelf.note('');
            if (meaning === 'hold') {
                if (!isHere)
                    return;
                refusedTarget = to;
                // What another page has ended meanwhile must not come back.
                waiting.forEach((one) => (one.to ?? to) !== to || shelf.isGone(one) || shelf.lay(one));
                say(`the API refuses the access token (${why}): items wait for another`);
            }
            else if (meaning === 'too-big' && !item.isShrunk) {
                item.isShrunk = true;
                item.sealed = office.seal(JSON.parse(item.sealed), item.sealed.length / 4);
                if (isHere)
                    shelf.lay(item);
            }
            else if (meaning === 'delivered') {
                end(item, meaning, why, response);
            }
            else {
                // First its end: a page that reports its console is back here before `say` is.
                end(item, meaning, why);
                if (meaning === 'refused')
                    say(`the API refuses an item (${why})`);
            }
        };
        const pauseFor = (ms) => {
            resume();
            const note = shelf.noted();
            const timer = setTimeout(() => {
                pause = undefined;
                // What has been waited out is over, whatever the clock says; not what came meanwhile, nor the
                // count.
                if (shelf.noted() === note)
                    shelf.note(`0-${failures}`);
                send();
            }, ms);
            // In a document that has been taken out of its page timers are 0, and never end.
            pause = timer || -1;
        };
        /** Milliseconds for which the server does not want to be asked, by any page; sets `failures`. */
        const restMs = () => {
            const [until, failed] = shelf.noted().split('-').map(Number);
            failures = failed || 0;
            const left = until - now();
            // A longer one was written by another clock.
            return left > 0 && left < longestPauseMs ? left : 0;
        };
        const attempt = async (item) => {
            const { to = target() } = item;
            if (to !== target() || item.giveUp || !waiting.has(item))
                return;
            if (shelf.isGone(item)) {
                if (!item.ended)
                    return forget(item);
                // How, may be on its way; a page in the back/forward cache was not told. Or it was moved.
                await sleep(settleMs);
                look();
                if (shelf.isGone(item))
                    end(item, ...(item.outcome ?? ['delivered']));
                return;
            }
            const { endpoint, timeout } = settings();
            const answer = await new Promise((resolve) => {
                item.giveUp = resolve;
                // Where that fails, the page never learns what has become of it.
                effects.send(office.envelope(item.sealed), endpoint, timeout, isGone).then(resolve, ignore);
            });
            // A page whose token was refused may have moved it meanwhile.
            if (answer)
                look();
            item.giveUp = undefined;
            // No room: where locks are refused, asking at once would go on for ever.
            if (!answer)
                pause || pauseFor(patienceMs);
            else if (waiting.has(item))
                settle(item, answer, to);
        };
        /** `isNew`: no other page can know of it yet, so that nobody need be asked. */
        const post = async (item, isNew) => {
            const to = (item.to = target());
            underWay++;
            let isBroken;
            const run = async () => {
                try {
                    await attempt(item);
                }
                catch {
                    // A page that has broken what this takes would hear of it as of a rejection of its own.
                    isBroken = true;
                    item.giveUp = undefined;
                    sayBroken();
                }
                underWay--;
                send();
            };
            let running = isNew && run();
            await exclusively('rollcage:' + item.uuid, settings().timeout + graceMs, (isMine) => {
                // Asked again where what comes after it has failed.
                if (running || isMine)
                    return (running || (running = run()));
                underWay--;
                send();
                return sleep(busyMs);
            });
            // What has failed stays in hand until the page leaves: it might go on for ever.
            if (!isBroken)
                item.to = undefined;
            // What others have left for another target is for that alone.
            if (to !== target() && !item.ended)
                forget(item);
            send();
        };
        /** Does not throw, as it goes on from timers and promises, which would tell the page of it. */
        const send = (newest) => {
            try {
                const next = [...waiting].find(isFree);
                if (pause || !target() || !next)
                    return;
                const ms = restMs();
                if (ms)
                    return pauseFor(ms);
                if (underWay >= (failures ? 1 : maxUnderWay))
                    return;
                // One by one: the page may have wrapped `fetch` and report something in between.
                post(next, next === newest).catch(ignore);
                send(newest);
            }
            catch {
                sayBroken();
            }
        };
        const wake = (event) => {
            // Not by what is called in a page that goes, as by `flush`.
            if (isGone && event) {
                isGone = false;
                // Firefox and WebKit never answer what was under way when the page went into their cache.
                for (const { giveUp } of waiting)
                    if (giveUp)
                        setTimeout(giveUp, patienceMs, { status: 0 });
            }
            resume();
            shelf.mend();
            // The others are looked for anew, for this target.
            for (const item of waiting)
                if (!item.ended && isFree(item))
                    waiting.delete(item);
            look();
            send();
        };
        const leave = (isForGood) => {
            shelf.mend();
            // A page that has been left is hidden after that.
            isGone || (isGone = isForGood);
            for (const item of target() ? byRank(own()) : []) {
                // Where the API has said when, only what would be lost does not keep to it.
                if (restMs() && !(isGone && !item.key))
                    continue;
                // There is no time to ask for a lock, and nobody else is left who could tell.
                // If the page comes back, there may be more to do about it; if it is broken, nothing.
                if (isGone) {
                    item.to = undefined;
                    attempt(item).then(() => send(), ignore);
                }
                else if (isFree(item))
                    post(item).catch(ignore);
            }
        };
        return {
            add(parcel) {
                const item = { ...parcel, uuid: parcel.uuid || String(chance()), key: '', tries: 0 };
                waiting.add(item);
                shelf.lay(item);
                look();
                if (isGone)
                    leave(isGone);
                else
                    send(item);
            },
            wake,
            leave,
            told(key, text) {
                const { outcome } = textIn(text);
                const item = outcome && own().find(({ uuid }) => key.endsWith(':' + uuid));
                if (!item)
                    return;
                item.outcome = outcome;
                // What is under way the API has the last word of.
                if (!item.giveUp)
                    end(item, ...outcome);
            },
            wait(callback) {
                waiters.push(callback);
                tellWaiters();
            },
            size: () => own().length,
        };
    }

    /** What page (or worker) this is, right now. Undefined where there is none: Node. */
    function pageFacts() {
        const { location, navigator, screen, innerWidth, innerHeight } = globalThis;
        if (!location || !navigator)
            return undefined;
        return {
            url: location.href,
            javascript: {
                browser: navigator.userAgent,
                language: navigator.language,
                cookie_enabled: navigator.cookieEnabled,
                // A worker has neither screen nor window.
                ...(screen && {
                    screen: { width: screen.width, height: screen.height },
                    viewport: { width: innerWidth, height: innerHeight },
                }),
            },
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

    /** Browsers refuse `keepalive` once 64 KiB of it are under way; some is left for the page. */
    const keepaliveBytes = 57344;
    let bytesUnderWay = 0;
    /**
     * Posts one item (the JSON of the whole payload, token included) and reports what came back;
     * never rejects. The body goes as text/plain and nothing is added to the headers, so that no CORS
     * preflight stands between an error and its delivery. Undefined: the page is leaving, and what it
     * may send along is used up.
     */
    async function send(item, endpoint, timeoutMs, isLeaving) {
        const bytes = bytesOf(item);
        const keepalive = bytesUnderWay + bytes <= keepaliveBytes;
        if (isLeaving && !keepalive)
            return undefined;
        const counted = keepalive ? bytes : 0;
        bytesUnderWay += counted;
        let answer = { status: 0 };
        let timer;
        try {
            const abort = new AbortController();
            const post = async () => {
                const reply = await fetch(endpoint, {
                    method: 'POST',
                    body: item,
                    credentials: 'omit',
                    keepalive,
                    signal: abort.signal,
                });
                // Where there is none, it is no date either.
                const asked = reply.headers.get('retry-after');
                // Seconds, or a date.
                const retryAfterMs = +asked * 1000 || Date.parse(asked) - Date.now() || undefined;
                answer = { status: reply.status, retryAfterMs };
                // Also where nobody wants it: unread, it would hold on to what may be under way.
                answer.response = await reply.json();
            };
            // Not the signal alone: a page may have put something else in the place of fetch.
            const silence = new Promise((resolve) => {
                timer = setTimeout(() => {
                    abort.abort();
                    resolve();
                }, timeoutMs);
            });
            await Promise.race([post(), silence]);
        }
        catch {
            // What is known by now counts: a body that is no JSON (a proxy's page) changes nothing.
        }
        clearTimeout(timer);
        bytesUnderWay -= counted;
        return answer;
    }

    let lostCalls = 0;
    /** Tells the next notifier of calls that the snippet had no room for. */
    function countLost(calls) {
        lostCalls = calls;
    }
    /** Above 0, up to 1; also in a page without dice, or with dice that always show nothing. */
    function chance() {
        try {
            return Math.random() || 0.5;
        }
        catch {
            return 0.5;
        }
    }
    /** What a notifier needs at least, from the browser it runs in. */
    function barePorts() {
        const said = new Set();
        const say = (text) => {
            try {
                if (said.has(text))
                    return;
                said.add(text);
                console.warn(`Rollcage: ${text}`);
            }
            catch {
                // A page may have replaced its console by one that throws.
            }
        };
        const now = () => {
            try {
                return Date.now();
            }
            catch {
                // Nor need it have a clock.
                return NaN;
            }
        };
        const effects = { chance, exclusively, now, say, send, stored, tell };
        const lost = lostCalls;
        lostCalls = 0;
        return {
            birth,
            createOutbox: (office, change) => createOutbox(office, change?.(effects) ?? effects),
            facts: pageFacts,
            listen,
            lost,
            say,
        };
    }

    /** Shows the developer what is reported, as the console shows such things. */
    function show(level, ...what) {
        const name = { warning: 'warn', critical: 'error' }[level] ?? level;
        try {
            console[name](`Rollcage: ${level}`, ...what);
        }
        catch {
            // A page may have replaced its console by one that throws.
        }
    }

    /** Options that had another name, of old or on servers. */
    const aliases = {
        handleUncaughtExceptions: 'captureUncaught',
        handleUnhandledRejections: 'captureUnhandledRejections',
        hostWhiteList: 'hostSafeList',
        hostBlackList: 'hostBlockList',
    };
    /** Options that hold patterns. */
    const patterns = /^(ignoredMessages|host(Safe|Block)List|scrubFields)$/;
    /** Texts of patterns; not what cannot be read as one, whose name in brackets would match anything. */
    function textsOf(patterns) {
        try {
            return [patterns ?? []]
                .flat()
                .map((pattern) => readText(pattern, 'source') ?? pattern)
                .filter((text) => /string|number/.test(typeof text));
        }
        catch {
            return [];
        }
    }
    /**
     * Makes a translator of the options that one notifier is given, call by call: each under the name it
     * has here, patterns as text, and `scrubFields` with those of the calls before.
     */
    function createAdapter() {
        let fields = [];
        return (options) => {
            const adapted = {};
            for (const key of keysOf(options)) {
                const name = aliases[key] ?? key;
                const given = read(options, key);
                const value = patterns.test(name) && given != null ? textsOf(given) : given;
                // The name it has here has the last word.
                if (name === key || read(options, name) === undefined)
                    adapted[name] = value;
            }
            const { scrubFields, overwriteScrubFields } = adapted;
            // Alone, it would leave nothing that is a secret.
            if (scrubFields === undefined)
                delete adapted.overwriteScrubFields;
            else {
                const before = overwriteScrubFields || !scrubFields ? [] : fields;
                fields = [...before, ...textsOf(scrubFields)];
                adapted.scrubFields = fields;
            }
            return adapted;
        };
    }

    /** A copy of options: their objects as plain data, and what cannot change as it is. */
    const copyOf = (options) => Object.fromEntries(keysOf(options).map((key) => {
        const value = read(options, key);
        return [key, typeof value === 'object' ? plain(value) : value];
    }));
    /**
     * A new object: `base` with `over` laid on top, deep in plain objects. Undefined never wins, null
     * does; lists and functions are taken as they are. Neither input is changed, or an object in it.
     */
    function merge(base, over) {
        // Hooks may have left in it what throws.
        const merged = Object.fromEntries(keysOf(base).map((key) => [key, read(base, key)]));
        for (const [key, value] of isRecord(over) ? Object.entries(over) : []) {
            const old = merged[key];
            // Assigned, __proto__ would be no key but a prototype.
            if (value !== undefined && key !== '__proto__') {
                merged[key] = isRecord(value) ? merge(isRecord(old) ? old : {}, value) : value;
            }
        }
        return merged;
    }

    /** What an item says that was reported with nothing to say. */
    const noMessage = 'Item sent with null or missing arguments.';
    /** Up to 32 bits: a time in seconds has no more, one in milliseconds has. */
    const whole$1 = null;
    const unknown = '(unknown)';
    const trace = {
        frames: [
            {
                filename: unknown,
                lineno: whole$1,
                colno: whole$1,
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
        timestamp: whole$1,
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
        if (shape === whole$1) {
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

    /** What Gecko gives by itself; more only comes of a raised `Error.stackTraceLimit`. */
    const maxFrames = 128;
    /** Of a longer line both ends are read: its name and its place. A data: URL may have megabytes. */
    const maxLine = 8192;
    /**
     * `:line:column`, `:line` in old engines, or an offset into a wasm module. V8 has it in
     * parentheses; zone.js adds its zone in brackets. What follows on further lines is no part of it.
     */
    const place = /^(.*?)(?::(\d{1,9})(?::(\d{1,9}))?|:wasm-function\[\d+\]:0x[\da-f]+)(\)*)[ \t]*(?:\[[^\][]*\])?(?=[\r\n]|$)/s;
    /**
     * What is no part of a name: in V8 its async mark and where evaluated text came from, in Gecko how
     * the async parent of a first call came about.
     */
    const marks = /^async | \(eval at .*|^(?:async|\w+ (?:handler|callback)|[A-Z]\w+(?:\.\w+)?)\*/gs;
    /** Names and URLs may both hold parentheses: the one between them is the last that stays open. */
    const splitV8 = (text) => /^(.*) \(((?:[^()]|\([^()]*\))*)$/s.exec(text) ?? /^([^(]*)\((.*)$/s.exec(text);
    /** A call without a name; DevTools write the name of a listener before an `@`. */
    const splitBare = (text) => /^(?:(.*) @ +)?(.*)$/s.exec(text);
    /**
     * Names and URLs may both hold an `@`: the one between them is the last before a URL with a slash,
     * or the first before one like `data:`, which may contain anything. Safari before 16 leaves it out
     * where there is no name; but blanks without any `@` are prose.
     */
    const splitGecko = (text) => /^(?:(.*)@)?([a-z][\w+.-]*:\/.*)$/i.exec(text) ??
        /^(.*?)@([a-z][\w+.-]*:.*)$/i.exec(text) ??
        /^(?:(.*)@|(?!.*\s))(.+)$/.exec(text);
    /** Gecko counts lines and columns within evaluated text, but names the line of the eval. */
    function atCall(frame) {
        const [, filename, line] = /^(.+?) line (\d{1,9}) > /.exec(frame.filename) ?? [];
        return filename && line ? { filename, lineno: +line, method: frame.method } : frame;
    }
    function frameOf(line, isV8) {
        let text = line.trim();
        if (text.length > maxLine) {
            text = `${text.slice(0, maxLine / 2)}…${text.slice(-maxLine / 2)}`;
        }
        // V8 gives the place in evaluated text last; the one before it is in a real file.
        const found = place.exec(text.replace(/, <anonymous>:.*/s, ''));
        if (!found)
            return;
        const [, head = '', lineno, colno, closing] = found;
        const split = !isV8 ? splitGecko : closing ? splitV8 : splitBare;
        const [, name = '', file = ''] = split(head) ?? [];
        const filename = file.replace(/^(?:async|address at) /, '');
        if (!filename.trim())
            return;
        return atCall({
            filename,
            method: name.replace(marks, '').trim() || '[anonymous]',
            lineno: lineno && +lineno,
            colno: colno && +colno,
        });
    }
    /**
     * The stack without the message V8 begins it with, lines of which may look like calls. By any name,
     * since that may have changed after V8 wrote it.
     */
    function withoutMessage(stack, name, message) {
        for (const lead of ['', `${name}: `, /^.*?: /.exec(stack)?.[0] ?? '']) {
            // Not as one text: a message may have megabytes.
            const end = lead.length + message.length;
            if (stack.startsWith(lead) &&
                stack.startsWith(message, lead.length) &&
                '\r\n'.includes(stack.charAt(end))) {
                return stack.slice(end);
            }
        }
        return stack;
    }
    /**
     * The calls in the text of `error.stack`, newest last; lines without a place in a file are none.
     *
     * File names stay byte for byte, but for lines beyond 8,192 characters, which lose their middle.
     * `method` is what the engine wrote, less async marks, or `[anonymous]`. Code given to `eval` and
     * the like has the place of that call. Of more than 128 calls, {@link ends} are kept and read.
     */
    function framesOf(stack, name, message) {
        const text = withoutMessage(stack, name, message).trim();
        // Not line by line: names in V8 may contain line feeds. And in two steps, as a split by an
        // expression makes its list anew each time it grows.
        const calls = text.replace(/(?:^|\n)[ \t]*at /g, '\n\0').split('\n\0');
        // What comes before the first is none.
        calls.shift();
        const isV8 = calls.length > 0;
        const lines = isV8 ? calls : text.split('\n');
        return ends$1(lines, maxFrames, {
            filename: '(…)',
            method: `[${lines.length - maxFrames} left out]`,
        })
            .flatMap((line) => (typeof line === 'string' ? (frameOf(line, isV8) ?? []) : line))
            .reverse();
    }

    /** An error and ten below it. */
    const maxTraces = 11;
    /** What a thrown value says: its message, the keys of a plain object, the type of an event. */
    const messageOf = (value) => readText(value, 'message') ??
        (isRecord(value)
            ? `Object with keys: ${keysOf(value).join(', ')}`
            : textOf$2(isErrorLike(value) ? read(value, 'message') || read(value, 'type') || '' : value));
    /**
     * The place where something was thrown, as a frame: told by an error event, or by Gecko and JSC in
     * an error that has no calls, as that of a script they could not parse.
     */
    function placed(teller) {
        const told = (...names) => names.map((name) => read(teller, name)).find(Boolean);
        const filename = told('filename', 'fileName', 'sourceURL');
        return typeof filename === 'string'
            ? [
                atCall({
                    filename,
                    lineno: told('lineno', 'lineNumber', 'line'),
                    colno: told('colno', 'columnNumber', 'column'),
                    method: '[anonymous]',
                }),
            ]
            : [];
    }
    function traceOf(value, place) {
        const isError = isErrorLike(value);
        const message = messageOf(value);
        const name = (isError && (readText(value, 'name') ?? readText(read(value, 'constructor'), 'name'))) ||
            '(unknown)';
        const frames = framesOf(readText(value, 'stack') ?? '', name, message);
        return {
            frames: frames.length ? frames : placed(place?.filename ? place : isError && value),
            exception: { class: name, message },
        };
    }
    /**
     * The thrown value, then what lies behind it: its cause, the error an event tells of, the parts of a
     * SuppressedError, the errors an AggregateError gathers, and what lies behind those. None comes
     * twice, so a cycle ends where it closes.
     */
    function tracesOf(value, place) {
        const values = [value];
        // Grows while it is walked.
        for (const outer of values) {
            if (!isErrorLike(outer))
                continue;
            // A figure is a place in the list.
            for (const name of ['cause', 'nested', 'error', 'reason', 'suppressed', ...'0123456789']) {
                const one = read(outer, name) ?? read(read(outer, 'errors'), name);
                if (one != null && values.length < maxTraces && !values.includes(one))
                    values.push(one);
            }
        }
        return values.map((one) => traceOf(one, one === value ? place : undefined));
    }
    /**
     * "body": the thrown value as `trace`, or with what lies behind it as `trace_chain`; without one,
     * `message`. A message beside an error becomes the description of the exception.
     */
    function bodyOf({ thrown, message, place }) {
        if (!thrown)
            return { message: { body: message || noMessage } };
        const chain = tracesOf(thrown.value, place);
        const [trace, inner] = chain;
        if (message) {
            trace.exception.description = /^Script error\.?$/.test(message)
                ? 'hidden by the browser: see crossorigin and CORS'
                : message;
        }
        return inner ? { trace_chain: chain } : { trace };
    }
    /**
     * "body" of a message, with the stack that was made for it: a trace of the class `Message`. Undefined
     * where that tells no call of the page.
     */
    function calledBody({ message, stack }) {
        const error = { name: 'Message', message: message || noMessage, stack };
        const trace = traceOf(error, undefined);
        // The newest calls are our own: the log method, the guard, and what made the stack. Where the
        // guard comes again, it has called the page: a hook, or a callback.
        const [, guard] = trace.frames.splice(-3);
        const text = write;
        trace.frames.splice(0, trace.frames.map(text).lastIndexOf(text(guard)) + 1);
        return trace.frames.length ? { trace } : undefined;
    }

    /** What rollbar.js takes for a class and cuts off a message; of two such, the second. */
    const classPrefix = /^((?:[\w$ -]*: *)?)(?:Uncaught )?[\w$ -]*:(?= )/;
    /** What was said with an error, `rollbarContext`, and with those behind it, which know more. */
    function contextOf$1(error) {
        let context = {};
        const seen = new Set();
        while (isErrorLike(error) && !seen.has(error)) {
            seen.add(error);
            context = { ...context, ...plainObject(read(error, 'rollbarContext')) };
            error = read(error, 'nested') ?? read(error, 'cause');
        }
        return context;
    }
    /**
     * Adds to an occurrence what rollbar.js says beside what was captured, and what options ask for.
     * `startAt`: unix time in milliseconds when the page began.
     */
    function enrich(occurrence, capture, rules, startAt) {
        const { args, at, isUncaught, stack, thrown } = capture;
        if (stack && !thrown)
            occurrence.body = calledBody(capture) ?? occurrence.body;
        const { body, custom } = occurrence;
        const { trace, trace_chain = trace ? [trace] : [] } = body;
        // Of a function that was wrapped, by us or by a snippet, the page knows the one within.
        for (const one of trace_chain) {
            one.frames = one.frames.filter(({ method }) => !/_rollbar_wrapped$/.test(method ?? ''));
        }
        if (rules.stripFrameQuery) {
            for (const { frames } of trace_chain) {
                for (const frame of frames)
                    frame.filename = frame.filename.replace(/[?#].*/s, '');
            }
        }
        const skipFrames = Number(custom?.skipFrames);
        if (custom && skipFrames) {
            delete custom.skipFrames;
            trace_chain[0]?.frames.splice(-skipFrames, skipFrames);
        }
        if (rules.guessErrorClass) {
            for (const { exception } of trace_chain) {
                const [, guess] = /^([^:]+):/.exec(exception.message ?? '') ?? [];
                if (exception.class === '(unknown)' && guess)
                    exception.class = guess;
            }
        }
        if (rules.stripClassPrefix) {
            for (const { exception } of trace_chain) {
                exception.message = (exception.message ?? '').replace(classPrefix, '$1').trim();
            }
        }
        const beside = {
            ...(rules.addErrorContext && contextOf$1(thrown?.value)),
            ...(rules.sendConfig && { _rollbarConfig: plain({ ...rules, accessToken: undefined }) }),
        };
        const below = {
            client: { timestamp: Math.floor(at / 1000), runtime_ms: Math.round(at - startAt) || undefined },
            // Hooks may put something in there.
            server: {},
            custom: Object.keys(beside).length ? beside : undefined,
            notifier: {
                diagnostic: {
                    is_uncaught: isUncaught || undefined,
                    original_arg_types: args.map((arg) => tagOf$1(arg).toLowerCase()),
                },
            },
        };
        Object.assign(occurrence, merge(below, occurrence));
        if (rules.version && !read(read(rules.payload, 'notifier'), 'version')) {
            Object.assign(occurrence.notifier ?? {}, { version: rules.version });
        }
    }

    /**
     * What makes noise known, by the file of the newest call, the class and the message, a line each.
     * What the browser says by itself has no class, so an error of the page is never taken for it.
     */
    const signs = {
        // Gecko names the file, if nothing else.
        'resize-observer': /^.*\n\(unknown\)\nResizeObserver loop /,
        'script-error': /^.*\n\(unknown\)\nScript error\.?$/,
        // Safari hides where its own are.
        extensions: /^([\w-]+-extension|webkit-masked-url):/,
        bots: /Not Found Matching Id:|__gCrWeb|_AutofillCallback|vid_mate_|zaloJSV2/,
        aborted: /^.*\nAbortError\n/,
    };
    /** Whether what was thrown is noise of one of these names. */
    function isNoise(body, names) {
        const { trace, trace_chain = [trace] } = body;
        const [{ frames, exception }] = trace_chain;
        const text = [frames.slice(-1)[0]?.filename, exception.class, exception.message].join('\n');
        // Nobody has checked what the option holds.
        return !!names.some?.((name) => signs[name]?.test?.(text));
    }

    /**
     * Whether one of these patterns is found in one of the texts, in any case. A pattern that is none is
     * taken literally, and `say` is told so.
     */
    function isFound(patterns, texts, say) {
        return [patterns ?? []].flat().some((given) => {
            const pattern = String(given);
            let search;
            try {
                search = new RegExp(pattern, 'i');
            }
            catch {
                say(`taken as it is, for it is no pattern: ${pattern}`);
                search = new RegExp(pattern.replace(/\W/g, '\\$&'), 'i');
            }
            return texts.some((text) => typeof text === 'string' && search.test(text));
        });
    }
    /** Makes a filter that has seen nothing. `chance` is from 0 up to 1. */
    function createFilter(chance, say) {
        /** What the last error that nobody caught has said, and where. */
        let last;
        return {
            early(capture, { ignoreDuplicateErrors, payload, sampleRate }) {
                const { custom, isUncaught, message, place, thrown } = capture;
                for (const data of [custom, payload]) {
                    const level = read(data, 'level');
                    if (levels.includes(level))
                        capture.level = level;
                }
                // As a word of what was reported, it has been said now.
                if (custom?.level === capture.level)
                    delete custom.level;
                const { level } = capture;
                if (isUncaught && ignoreDuplicateErrors) {
                    const { value } = thrown ?? {};
                    // An object without a stack may say something else each time.
                    const where = Object(value) === value
                        ? readText(value, 'stack')
                        : [value, ...Object.values(place ?? {})].map(textOf$2).join(':');
                    const now = where && `${message ?? readText(value, 'message')}\n${where}`;
                    if (now && now === last)
                        return 'repeated';
                    last = now || last;
                }
                const rate = typeof sampleRate === 'number' ? sampleRate : read(sampleRate, level);
                const isOut = typeof rate === 'number' && chance() >= rate;
                return isOut && !capture.isNotice ? 'sampled' : undefined;
            },
            isNoise: (body, { ignore }) => isNoise(body, ignore),
            isUnwanted({ body, custom }, { hostBlockList, hostSafeList, ignoredMessages, plugins }) {
                // Hooks have been here, and may have left anything.
                const traces = [read(body, 'trace_chain') ?? read(body, 'trace')].flat();
                const files = traces.flatMap((one) => [read(one, 'frames')].flat().map((frame) => read(frame, 'filename')));
                const known = files.filter((file) => typeof file === 'string' && file && !/^(\(unknown\)$|[<[])/.test(file));
                const messages = [
                    read(read(body, 'message'), 'body'),
                    ...traces.map((one) => read(read(one, 'exception'), 'message')),
                ];
                return (isFound(ignoredMessages, messages, say) ||
                    isFound(hostBlockList, files, say) ||
                    // What has no file may be from anywhere, and is kept.
                    (!!hostSafeList?.length && !!known.length && !isFound(hostSafeList, known, say)) ||
                    !!(custom?.isAjax && read(read(plugins, 'jquery'), 'ignoreAjaxErrors')));
            },
        };
    }

    /** What stands in the place of a secret. */
    const mask = '********';
    /** Part of the names of secrets: of all that rollbar.js has by default, and of some that it has not. */
    const usual = '(?:pass(?![aei])|(?:\\b|_|5B|22)(?:pw|cc.?\\w{3})|secret|token|(?:api|access|private).?key|authoriz|cookie(?!_e)|csrf|session|ssn|jwt|' +
        'card.?[hntv#]|(?:it|on).?card|c[cv][cv]|exp\\w{0,7}.?date|security.code|payment.type|name des)' +
        '[\\w .%[#-]{0,40}';
    /** What follows a name, as a parameter of a URL or form, or in JSON text, also within JSON text. */
    const values = '(?:]|%5D)*(?:=\\s*|%22%3A|\\\\*"\\s*:\\s*))(?:\\\\*"(?:\\\\.|[^"\\\\])*"?|[[{][^]*|[^&\\s"\'<>#;,}\\]]+)';
    /** Who a URL is opened as, and what a Bearer bears. */
    const borne = /(\/\/(?=[^/?#\s]*@)|\b(?:Bearer\s+)+)[^\s@"]+/gi;
    /**
     * Makes a scrubber of the rules. A field that is no valid pattern is taken literally, and `say` is
     * told so.
     */
    function createScrub({ scrubFields, overwriteScrubFields, scrubPaths }, say) {
        const fields = [scrubFields].flat().map((given) => {
            let field = String(given);
            try {
                new RegExp(field);
            }
            catch {
                say(`scrubbed as it is, for it is no pattern: ${field}`);
                field = field.replace(/\W/g, '\\$&');
            }
            // As it stands, this would search to the end of a text, wherever a name may begin.
            return `(?:^|[^\\w.-]|%5B|%22)(?:${field.replace(/(^|[^\\])\.[*+]/g, '$1[\\w .-]{0,40}')})`;
        });
        fields.push(overwriteScrubFields ? '(?!)' : usual);
        const secret = new RegExp(`((?:${fields.join('|')})${values}`, 'gi');
        // In what has happened before an item the same few names come hundreds of times.
        let known = Object.create(null);
        let count = 0;
        const isSecret = (name) => {
            const found = known[name] ?? `${name}=1`.search(secret) >= 0;
            if (name.length < 40 && !(name in known)) {
                if (++count % 500 === 0)
                    known = Object.create(null);
                known[name] = found;
            }
            return found;
        };
        const scrub = (value, path) => {
            if (typeof value === 'string') {
                const text = value.replace(borne, '$1' + mask);
                // Most have no place for a value, and are not searched for names.
                return /[="%]/.test(text) ? text.replace(secret, '$1' + mask) : text;
            }
            const record = value;
            // `document.all` equals null, and is none.
            const keys = value == null ? [] : Object.keys(value);
            for (const key of keys) {
                const at = path + key;
                // The second of a pair, as of a Map or of headers, goes by the name before it.
                const isPaired = key === '1' && keys.length === 2 && typeof record[0] === 'string';
                const name = isPaired ? record[0] : key;
                record[key] =
                    !isSecret(String(name)) && ![scrubPaths].flat().includes(at)
                        ? scrub(record[key], at + '.')
                        : mask;
            }
            return value;
        };
        return (data) => scrub(data, '');
    }

    /** After which an item goes as it is, whatever a transform is still doing. */
    const longestMs = 5000;
    /**
     * Makes an outbox that waits for what an asynchronous transform makes of an item; not for long, and
     * not when the page leaves. What goes wrong on the way of an item stays there. As long as transform
     * is at work on one, `filter` lets no other pass that says the same: it may be transform that has
     * logged it, and would log it again without end.
     */
    function patient({ createOutbox, say }, filter) {
        const guard = createGuard(say);
        /** What occurrences said before transform had them. */
        const said = new WeakMap();
        const atWork = new Set();
        const isUnwanted = (occurrence, rules) => {
            if (filter.isUnwanted(occurrence, rules))
                return true;
            // Without telemetry, which tells what came between.
            const [message, trace, chain] = ['message', 'trace', 'trace_chain'].map((form) => read(occurrence.body, form));
            // As plain data, for hooks may have left circles in it, or the same a thousand times.
            const told = rules.transform ? plain([message, trace, chain, occurrence.custom]) : '';
            const text = write(told);
            said.set(occurrence, text);
            return atWork.has(text);
        };
        const patientOutbox = (office, change) => {
            const outbox = createOutbox(office, change);
            const held = new Set();
            const waiters = [];
            let isGone = false;
            const wait = (callback) => held.size ? void waiters.push(callback) : outbox.wait(callback);
            return {
                ...outbox,
                add(parcel) {
                    const { changed, occurrence } = parcel;
                    // Once the page has been left, there may be no later.
                    if (!changed || isGone)
                        return outbox.add(parcel);
                    let timer;
                    const go = (brought) => guard('the notifier', () => {
                        if (!held.delete(go))
                            return;
                        atWork.delete(text);
                        clearTimeout(timer);
                        const last = isRecord(brought) ? brought : occurrence;
                        outbox.add({ ...parcel, sealed: office.seal(last) });
                        if (!held.size)
                            waiters.splice(0).forEach(wait);
                    });
                    const text = said.get(occurrence);
                    atWork.add(text);
                    held.add(go);
                    // Whatever calls itself a promise, in a page that may have broken what that takes.
                    guard('the notifier', () => void Promise.resolve(changed).then(go, () => go()));
                    if (!held.has(go))
                        return;
                    timer = setTimeout(() => {
                        say(`transform has not come to an end in ${longestMs} ms: the item goes as it is`);
                        go();
                    }, longestMs);
                },
                leave(isForGood) {
                    isGone || (isGone = isForGood);
                    held.forEach((go) => go());
                    outbox.leave(isForGood);
                },
                wake(event) {
                    // Not by what is called in a page that goes, as by `flush`.
                    isGone && (isGone = !event);
                    outbox.wake(event);
                },
                wait,
                size: () => outbox.size() + held.size,
            };
        };
        return { createOutbox: patientOutbox, filter: { ...filter, isUnwanted } };
    }

    /** Unix time in milliseconds at which the page began; NaN where it does not tell. */
    const pageStart = () => Number(read(globalThis.performance, 'timeOrigin'));
    /** Adds to what a notifier needs all that it can be without. */
    function whole(ports, dice = chance, start = pageStart) {
        let isShowing = false;
        return {
            ...ports,
            adapt: createAdapter(),
            configured(settings) {
                const limit = read(settings, 'stackTraceLimit');
                // By a text, V8 would make no stacks at all; and a page may have frozen its Error.
                if (typeof limit === 'number' && limit > 0)
                    Reflect.set(Error, 'stackTraceLimit', limit);
            },
            createScrub,
            defaults: wholeDefaults,
            stackFor: ({ captureMessageStack }) => captureMessageStack ? readText(new Error(), 'stack') : undefined,
            enrich(occurrence, capture, rules) {
                const { level, message, thrown } = capture;
                // A page may report what its console is told, and would be told of that, too, without end.
                if (rules.verbose && !isShowing) {
                    isShowing = true;
                    show(level, ...[message, thrown?.value].filter(Boolean));
                    isShowing = false;
                }
                enrich(occurrence, capture, rules, start());
            },
            ...patient(ports, createFilter(dice, ports.say)),
        };
    }
    /** What a notifier needs, from the browser it runs in, and all that it can be without. */
    const browserPorts = () => whole(barePorts());

    /**
     * Sorts the arguments of `Rollbar.error(…)` by what they are, in whatever order they come: the
     * first string is the message, the first error the error, the first plain object the custom data,
     * the last function the callback. Everything else is kept in `custom.extraArgs`.
     * Nothing is copied yet, for in a storm most is dropped.
     */
    function sortArguments(args) {
        // Where a page has given every object a message, this one has none yet.
        const sorted = { message: undefined };
        const extraArgs = [];
        let custom;
        for (const arg of args) {
            if (typeof arg === 'string' && sorted.message === undefined)
                sorted.message = arg;
            else if (typeof arg === 'function')
                sorted.onEnd = arg;
            else if (isErrorLike(arg) && !sorted.thrown)
                sorted.thrown = { value: arg };
            else if (isRecord(arg) && !custom)
                custom = arg;
            else if (arg !== undefined)
                extraArgs.push(arg);
        }
        sorted.copy = () => {
            const copied = custom && plainObject(custom);
            return extraArgs.length ? { ...copied, extraArgs: plain(extraArgs) } : copied;
        };
        return sorted;
    }

    /** "notifier": a house test holds the version equal to package.json. */
    const notifier = { name: 'rollcage', version: '0.1.0' };

    /**
     * What the thrown value says beside its trace: of an error its code, as of a DOMException or as many
     * libraries tell their errors apart, and a cause that is plain data. Whatever else an error has may
     * be anything, its request with the password in it. An object that is none says most as data.
     */
    function saidBy(value) {
        if (Object(value) === value && (isRecord(value) || !isErrorLike(value))) {
            return plainObject(value);
        }
        const said = {};
        for (const key of ['code', 'cause']) {
            const field = read(value, key);
            if (field && !isErrorLike(field))
                said[key] = plain(field);
        }
        return said;
    }
    /**
     * "data": the capture with what is known of page, user and application around it, and the user's
     * `payload` laid on top. The body comes first, and nothing is laid over it.
     */
    function occurrenceOf({ uuid, at, url, level, thrown, custom }, body, { payload, person, captureIp, code_version, codeVersion = code_version, ...settings }, { javascript }) {
        const said = { ...saidBy(thrown?.value), ...custom };
        const data = {
            body: undefined,
            environment: settings.environment,
            level,
            uuid,
            timestamp: Math.floor(at / 1000),
            code_version: codeVersion,
            platform: 'browser',
            language: 'javascript',
            framework: settings.framework,
            context: settings.context,
            request: {
                url,
                query_string: (/\?[^#]*/.exec(url) ?? [''])[0],
                // The API fills in the address it sees, whole or without its last part.
                user_ip: captureIp
                    ? captureIp === 'anonymize'
                        ? '$remote_ip_anonymize'
                        : '$remote_ip'
                    : undefined,
            },
            person: person,
            client: { javascript: { ...javascript, code_version: codeVersion } },
            custom: Object.keys(said).length ? said : undefined,
            notifier,
        };
        // A copy: a hook that changes what stands in it shall not change the settings.
        return { ...copyOf(merge(data, payload)), body };
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
    /** First half of the flow: from what was seen to an occurrence, or the reason why there is none. */
    function prepare(capture, settings, facts, { enrich, filter } = {}) {
        // Cheap before dear: nothing is parsed for what is dropped.
        const early = filter?.early(capture, settings);
        const isLow = levels.indexOf(capture.level) < levels.indexOf(settings.reportLevel);
        if (isLow && !capture.isNotice)
            return 'level';
        if (early)
            return early;
        const body = bodyOf(capture);
        if (capture.thrown && filter?.isNoise(body, settings))
            return 'ignored';
        const occurrence = occurrenceOf(capture, body, settings, facts);
        enrich?.(occurrence, capture, settings);
        return occurrence;
    }
    /**
     * Second half, after the user's hooks: to the JSON text of `data`, of at most so many bytes.
     * Nothing is added to it later but the access token, so whatever options and hooks have put in has
     * passed here. A text that was sealed may come again, to be smaller.
     */
    function seal(occurrence, scrub, maxBytes = maxSealedBytes) {
        return fit(occurrence, maxBytes, scrub);
    }
    /** The whole payload, as it is posted. */
    function envelope(sealed, accessToken) {
        return `{"access_token":${JSON.stringify(accessToken)},"data":${sealed}}`;
    }

    const minuteMs = 60000;
    /** Makes one that has counted nothing. A minute begins with the first item after the one before. */
    function createLimiter() {
        let start = 0;
        let inMinute = 0;
        let all = 0;
        return {
            reached({ itemsPerMinute, maxItems }, at) {
                // Also where the clock has jumped, either way; without a clock no minute ends.
                if (Math.abs(at - start) >= minuteMs) {
                    start = at;
                    inMinute = 0;
                }
                // What is over the limit is counted, too, so that the text comes once.
                if (maxItems && all >= maxItems) {
                    return all++ === maxItems ? 'maxItems has been hit, ignoring errors until reset.' : '';
                }
                if (itemsPerMinute && inMinute >= itemsPerMinute) {
                    return inMinute++ === itemsPerMinute
                        ? 'item per minute limit reached, ignoring errors until timeout'
                        : '';
                }
                return undefined;
            },
            count() {
                inMinute++;
                all++;
            },
        };
    }

    const isPromise = (value) => !!read(value, 'then');
    /**
     * The one place where code of the user runs: between prepare and seal, each hook by itself. One
     * that throws is told in the console, and the item goes on as if it were not there. What a hook
     * logs while it runs is reported without hooks, so that it does not come back here; what it logs
     * later, from a promise, is a report like any other.
     */
    function createHooks(guard, filter) {
        let isRunning = false;
        return (settings, { isUncaught, args, uuid, isNotice }, occurrence) => {
            if (isRunning || isNotice)
                return false;
            isRunning = true;
            const call = (name, ...given) => guard(name, settings[name], ...given);
            try {
                call('onSendCallback', isUncaught, [...args], occurrence);
                const verdict = call('checkIgnore', isUncaught, [...args], occurrence);
                if (verdict && !isPromise(verdict))
                    return true;
                if (guard('a filter', filter?.isUnwanted, occurrence, settings))
                    return true;
                const changed = call('transform', occurrence, { uuid, isUncaught });
                return isPromise(changed) && changed;
            }
            finally {
                isRunning = false;
            }
        };
    }

    /**
     * Makes methods that report what `sort` sees in their arguments: from the capture to the outbox, or
     * to the reason why not.
     */
    function createReporter(ports, guard, { settings, seal, count }, outbox) {
        const hooks = createHooks(guard, ports.filter);
        const limiter = createLimiter();
        /** Thrown values that have gone into an item. */
        const reported = new WeakSet();
        /** Whether the last was over a limit. */
        let isLimited = false;
        /** Whether what is reported now had no room on the stack before. */
        let isLate;
        /** What goes into the outbox, or why nothing does. */
        const judge = ({ onEnd, copy, ...seen }, { uuid, at, url }, args, stack) => {
            const now = settings();
            const thrown = seen.thrown?.value;
            const isRepeated = () => now.ignoreDuplicateErrors && reported.has(thrown);
            if (isRepeated())
                return 'repeated';
            // Before anything is copied, read or parsed: in a storm, most ends here.
            const limit = !seen.isNotice && limiter.reached(now, at);
            if (limit)
                notice(limit);
            isLimited = typeof limit === 'string';
            if (isLimited)
                return 'limited';
            const facts = ports.facts();
            if (!facts || !now.enabled)
                return 'disabled';
            const capture = {
                isUncaught: true,
                level: now.uncaughtErrorLevel,
                ...seen,
                custom: copy?.(),
                uuid,
                at,
                url: url ?? facts.url,
                args,
                // What is replayed was not called from here.
                stack: url ? '' : stack,
            };
            const occurrence = prepare(capture, now, facts, ports);
            if (typeof occurrence === 'string')
                return occurrence;
            const changed = hooks(now, capture, occurrence);
            if (changed === true)
                return 'ignored';
            if (!now.transmit)
                return 'not-transmitted';
            // A hook may have reported it by itself.
            if (isRepeated())
                return 'repeated';
            const sealed = seal(occurrence);
            // Not what was dropped: when it comes again, it may be kept.
            if (Object(thrown) === thrown)
                reported.add(thrown);
            limiter.count();
            return { level: capture.level, sealed, occurrence, changed };
        };
        const reporter = (sort) => (...args) => {
            const logged = { uuid: '' };
            let stack;
            const report = () => {
                // A page without a clock or without dice still has errors.
                const birth = guard('the notifier', ports.birth) ?? { uuid: '', at: NaN };
                logged.uuid = birth.uuid;
                guard('the notifier', () => {
                    const seen = sort(args);
                    const ended = (what, why = what, response) => 
                    // An error costs its stack, and most have nobody who wants to hear of it.
                    seen.onEnd &&
                        guard('a callback', seen.onEnd, what === 'delivered' ? null : Object.assign(new Error(why), { code: what }), response);
                    const judged = judge(seen, birth, args, stack);
                    count('captured');
                    if (typeof judged === 'string') {
                        count(judged);
                        ended(judged);
                    }
                    else
                        outbox.add({ ...birth, ...judged, ended });
                });
            };
            try {
                // V8 needs most, to compile what runs for the first time: measured, fewer were not enough.
                // In a storm nothing does, and it would cost more than all the rest.
                enough(isLimited ? 200 : 400);
                // Made through the guard, whose place tells later frames of ours from those of the page.
                stack = guard('the notifier', ports.stackFor, settings());
                report();
            }
            catch {
                // Where a page has used up its stack we would not get far. When it was a late report that has
                // used it up, by a callback that reports with itself, it would go on without end.
                try {
                    if (!isLate) {
                        queueMicrotask(() => {
                            isLate = true;
                            report();
                            isLate = false;
                        });
                    }
                }
                catch (error) {
                    // Where there is no room even for that, there is more of it where the page catches this.
                    const { name } = Object(error);
                    if (name === 'RangeError' || name === 'InternalError')
                        throw error;
                    // Else it has broken both, and there is room.
                    report();
                }
            }
            return logged;
        };
        /** Says what limit is reached, and is held to none. */
        const notice = reporter(([message]) => ({
            message: String(message),
            level: 'warning',
            isUncaught: false,
            isNotice: true,
        }));
        return reporter;
    }

    /**
     * Makes a notifier and starts it: from here on errors of the page are reported, as the options
     * say. Without options it hears nothing until it is configured. Wrong options never throw; the class
     * `Rollbar` names them in the console. Where there is no page (Node) it does nothing. `ports` are the
     * browser, or stand in for it; `self` is the object that gets the methods.
     */
    function createNotifier(options, ports, self = {}) {
        const { say } = ports;
        const guard = createGuard(say);
        let chosen = {};
        let settings = settle(chosen, ports.defaults);
        let scrub = (data) => data;
        let stopListening;
        const { lost } = ports;
        const stats = {
            captured: lost,
            delivered: 0,
            dropped: (lost ? { evicted: lost } : {}),
        };
        const count = (what) => {
            const counts = what in stats ? stats : stats.dropped;
            counts[what] = (counts[what] ?? 0) + 1;
        };
        const desk = {
            settings: () => settings,
            envelope: (sealed) => envelope(sealed, settings.accessToken),
            seal(data, maxBytes) {
                const { dropped } = stats;
                // With every item, so that no loss is lost.
                const told = Object.keys(dropped).length && { notifier: { diagnostic: { dropped } } };
                return (ports.seal ?? seal)(merge(data, told), scrub, maxBytes);
            },
            count,
        };
        const outbox = ports.createOutbox(desk);
        const reporter = createReporter(ports, guard, desk, outbox);
        const log = (level) => reporter((args) => ({
            level: level ?? settings.logLevel,
            ...sortArguments(args),
            isUncaught: false,
        }));
        const handleUncaughtException = reporter(([message, filename, lineno, colno, error, custom]) => ({
            copy: () => plainObject(custom),
            thrown: { value: error ?? message },
            message: textOf$2(message),
            place: { filename, lineno, colno },
        }));
        const handleUnhandledRejection = reporter(([reason]) => ({
            thrown: { value: reason ?? `Promise rejected with ${reason}` },
        }));
        const configure = (changes, payload) => {
            guard('the notifier', () => {
                chosen = merge(merge(chosen, copyOf(ports.adapt?.(changes) ?? changes)), payload && copyOf({ payload }));
                settings = settle(chosen, ports.defaults);
                scrub = guard('scrubFields', () => ports.createScrub?.(settings, say)) ?? scrub;
                ports.configured?.(settings, notifier.error);
                if (!ports.facts() || !settings.enabled)
                    return;
                if (!settings.accessToken) {
                    say('no accessToken: items wait for one');
                }
                // What nobody has configured hears nothing: it may stand beside one that somebody has.
                if (stopListening || !changes)
                    return outbox.wake();
                stopListening = ports.listen({
                    uncaught: (...args) => settings.captureUncaught && handleUncaughtException(...args),
                    rejected: (reason) => settings.captureUnhandledRejections && handleUnhandledRejection(reason),
                    ...outbox,
                });
            });
            return notifier;
        };
        const notifier = Object.assign(self, {
            log: log(),
            warn: log('warning'),
            ...Object.fromEntries(levels.map((level) => [level, log(level)])),
            configure,
            handleUncaughtException,
            handleUnhandledRejection,
            stats: () => ({
                ...stats,
                dropped: { ...stats.dropped },
                waiting: guard('the notifier', outbox.size) ?? 0,
            }),
            wait: (callback) => void guard('the notifier', outbox.wait, () => guard('a callback', callback)),
            flush: (ms) => new Promise((resolve) => {
                outbox.wake();
                outbox.wait(() => resolve(true));
                setTimeout(resolve, ms, false);
            }),
        });
        configure(options);
        return notifier;
    }

    const statics = ['log', 'warn', ...levels, 'configure', 'wait', 'flush', 'stats'];
    /**
     * Makes the class; each of its notifiers gets ports of its own. `addTo` gives an instance more
     * methods, of which those named go to the class, too.
     */
    function rollbarClass(make, more = []) {
        let shared;
        class Rollbar {
            constructor(options) {
                const { addTo, ports } = make();
                const notifier = createNotifier(options, ports, this);
                addTo?.(notifier);
            }
            static init(options) {
                // Which gives it back.
                return shared ? shared.configure(options) : (shared = new Rollbar(options));
            }
        }
        for (const name of [...statics, ...more]) {
            // The method itself, so that no frame of ours stands between it and its caller. What is
            // reported before `init` has configured the shared notifier waits for the token.
            // Not by a descriptor, of which a page that has broken Object.prototype makes something else;
            // and it may be put in the place of, as by the mocks of a test.
            Rollbar.__defineGetter__(name, () => (shared ?? (shared = new Rollbar()))[name]);
        }
        return Rollbar;
    }

    /**
     * Takes over from the snippet and replays what happened meanwhile, or makes the notifier
     * `_rollbarConfig` asks for. Without either, the global is the class.
     */
    function takeOver(Rollbar) {
        const page = globalThis;
        const config = page._rollbarConfig;
        const alias = config?.globalAlias || 'Rollbar';
        const stub = page[alias];
        const held = stub?._h;
        if (!held) {
            // A notifier that is there already came with this bundle, which the page has loaded twice.
            if (stub?.handleUncaughtException)
                return;
            if (!config) {
                page[alias] = Rollbar;
                return;
            }
        }
        if (stub?._l > 0)
            countLost(stub._l);
        const rollbar = Rollbar.init(config ?? {});
        const take = ([method, args, uuid, at, url]) => bornAs({ uuid, at, url }, () => rollbar[method](...Array.from(args)));
        if (held) {
            stub._t = take;
            // For who has kept it. A method that was taken off it goes on by `_t`.
            Object.assign(stub, rollbar);
            // What the snippet was sending by itself comes back when that fails.
            held.push = take;
            held.forEach(take);
        }
        page[alias] = rollbar;
    }

    /** What the snippet's `wrap` adds to a context: the source of the function it has wrapped. */
    const source = '_wrappedSource';
    /** The context that the snippet's `wrap` has put onto an error, without what it has added. */
    function contextOf(error) {
        const context = read(error, '_rollbarContext');
        const keys = isRecord(context) ? keysOf(context).filter((key) => key !== source) : [];
        return keys.length ? Object.fromEntries(keys.map((key) => [key, read(context, key)])) : undefined;
    }
    /** Functions which the old snippet has wrapped stay so, and tell the context by the error alone. */
    const withOldContext = (ports) => ({
        ...ports,
        listen: (page) => ports.listen({
            ...page,
            uncaught: (message, url, lineno, colno, error) => page.uncaught(message, url, lineno, colno, error, contextOf(error)),
        }),
    });
    /** The arguments a notifier gets for those of a call that has waited. */
    function argumentsOf({ method, args, ts }) {
        // Told of the time by themselves.
        if (/^capture[DL]/.test(method))
            return [args[0], ts];
        // The snippet hands over the context of the last error that went through `wrap`, which may have
        // been caught, and be another.
        return method === 'handleUncaughtException' && read(args[5], source)
            ? [...args.slice(0, 5), contextOf(args[4])]
            : args;
    }
    /** A new identity, of that time. */
    function bornAt(ts) {
        try {
            return { ...birth(), at: +ts, url: location.href };
        }
        catch {
            // The page has broken what that takes; the notifier knows what to do then.
            return undefined;
        }
    }
    /** Whether a call comes from within the event it tells of. */
    function isOfEvent([message]) {
        const { event } = globalThis;
        return event instanceof ErrorEvent && event.message === message;
    }
    /** Has the notifier behind the wrapper do what was called on it, and what will be. */
    function swap(handler, messages, rollbar) {
        const handleUncaughtException = rollbar.handleUncaughtException;
        handler.impl = rollbar;
        // The wrapper hands on what rollbar.js had when it was written, and not all of that.
        for (const [name, value] of Object.entries(rollbar))
            handler[name] ?? (handler[name] = value);
        if (handler.options?.captureUncaught) {
            // A handler of the page that calls the snippet's stays where it is, beside our own listener.
            handler.handleUncaughtException = (...args) => isOfEvent(args) ? undefined : handleUncaughtException(...args);
        }
        const methods = rollbar;
        const take = (call) => {
            const act = () => methods[call.method]?.(...argumentsOf(call));
            const born = bornAt(call.ts);
            return born ? bornAs(born, act) : act();
        };
        messages.splice(0).forEach(take);
        // Who kept what was behind the wrapper goes on calling that.
        messages.push = take;
    }
    /**
     * Takes over from a snippet of rollbar.js, 2.x or 3.x, and replays what happened meanwhile; says
     * whether there was one. Its wrapper stays what the page calls `Rollbar`, as references to it have
     * been kept; its own handlers go.
     */
    function takeOverOld(Rollbar) {
        const page = globalThis;
        const config = page._rollbarConfig;
        const wrapper = page[config?.globalAlias || 'Rollbar'];
        const isThere = typeof wrapper?.shimId === 'function' && wrapper.shimId() !== undefined;
        if (isThere || !config) {
            page.rollbar = Rollbar;
            page._rollbarDidLoad = true;
        }
        if (!isThere)
            return false;
        page._rollbarInitialized = true;
        page._rollbarStartTime || (page._rollbarStartTime = +new Date());
        const { onerror, _rollbarURH } = page;
        if (onerror && '_rollbarOldOnError' in onerror)
            page.onerror = onerror._rollbarOldOnError ?? null;
        if (_rollbarURH?.belongsToShim)
            removeEventListener('unhandledrejection', _rollbarURH);
        // The first is the page's; others it has made by `new rollbar(…)` before the class came.
        Object.values(page._rollbarShims).forEach(({ handler, messages }, index) => swap(handler, messages, index ? new Rollbar(handler.options) : Rollbar.init(handler.options ?? {})));
        return true;
    }

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

    /** UTF-16 units that are kept of each argument. */
    const chars = 500;
    /** An argument as it is now: the page may change it at any time. */
    const said = (value) => clip(typeof value === 'object' && !isErrorLike(value)
        ? writeFast(plain(value, { chars, size: chars }) ?? null)
        : textOf$2(value), chars);
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
        if (!/^(Headers|Array|Object)$/.test(tagOf$1(given)))
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
                        entry.error = textOf$2(error);
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
            const finish = begin('fetch', readText(init, 'method') ?? readText(input, 'method') ?? 'GET', readText(input, 'url') ?? textOf$2(input), read(init, 'body'), () => read(init, 'headers') ?? read(input, 'headers'));
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
                opened.set(xhr, [textOf$2(first), textOf$2(second), []]);
            if (name === 'setRequestHeader')
                headers.push([textOf$2(first), textOf$2(second)]);
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
        return ['log', message || thrown ? { message: message || textOf$2(value) } : undefined];
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

    /** The door for script tags while a page is being set up: readable, and in words about options. */
    const Rollbar = rollbarClass(() => dropIn(withOldContext(withComplaints(withTelemetry(browserPorts(), collectors)))), dropInStatics);
    if (!takeOverOld(Rollbar))
        takeOver(Rollbar);

    } catch (error) {
        try {
          console.warn('Rollcage: cannot start: ' + error);
        } catch {}
      }

})();
