import { on } from '../browser/on.js';
import { patch } from '../browser/patch.js';
import { read, readText, textOf, tagOf } from '../core/foreign.js';
import { plain } from '../core/plain.js';

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
                    entry.error = textOf(error);
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
        const finish = begin('fetch', readText(init, 'method') ?? readText(input, 'method') ?? 'GET', readText(input, 'url') ?? textOf(input), read(init, 'body'), () => read(init, 'headers') ?? read(input, 'headers'));
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
            opened.set(xhr, [textOf(first), textOf(second), []]);
        if (name === 'setRequestHeader')
            headers.push([textOf(first), textOf(second)]);
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

export { network };
