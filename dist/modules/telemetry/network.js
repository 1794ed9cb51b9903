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
/** Records requests by fetch and XMLHttpRequest, but not ours. */
const network = ({ guard, now, record, report, settings }) => {
    const auto = () => Object(settings().autoInstrument);
    const begin = (subtype, method, url, body, headers) => {
        if (typeof body === 'string' && body.startsWith('{"access_token":'))
            return undefined;
        const asked = auto();
        const entry = {
            subtype,
            method,
            url,
            start_time_ms: now(),
            status_code: null,
            request_headers: chosen(asked.networkRequestHeaders, headers),
            request: asked.networkRequestBody ? plain(body, { chars: 1000, size: 1000 }) : undefined,
        };
        const amend = record('network', entry);
        // Made here, its stack says who has asked.
        const failure = new Error();
        return (status, headers, readBody, error) => {
            guard('telemetry', () => {
                const asked = auto();
                entry.status_code = status;
                entry.end_time_ms = now();
                if (error)
                    entry.error = textOf(error);
                const response = { headers: chosen(asked.networkResponseHeaders, headers) };
                const level = status && status < 400 ? 'info' : 'error';
                const tell = (body) => amend({ ...entry, response: { ...response, body } }, { level });
                tell();
                if (asked.networkResponseBody)
                    readBody?.(tell);
                if (status
                    ? (status >= 400 && asked.networkErrorOnHttp4xx) ||
                        (status >= 500 && asked.networkErrorOnHttp5xx)
                    : asked.networkErrorOnHttp0) {
                    failure.message = `HTTP request failed with Status ${status}`;
                    report(failure, { method, url });
                }
            });
        };
    };
    const stopFetch = patch(globalThis, ['fetch'], (_, __, [input, init]) => {
        const finish = begin('fetch', readText(init, 'method') ?? readText(input, 'method') ?? 'GET', readText(input, 'url') ?? textOf(input), read(init, 'body'), () => read(init, 'headers') ?? read(input, 'headers'));
        return (finish &&
            ((promise) => 
            // Whoever only listens to a promise has handled its rejection, and the page hears of none.
            promise.then((response) => {
                finish(read(response, 'status'), () => response.headers, (tell) => 
                // Others may be no text, or never end.
                /json|xml|text\/(?!ev)/.test(response.headers.get('content-type') ?? '') &&
                    response
                        .clone()
                        .text()
                        .then(tell, () => undefined));
                return response;
            }, (error) => {
                finish(0, undefined, undefined, error);
                throw error;
            })));
    });
    const opened = new WeakMap();
    const stopXhr = patch(globalThis.XMLHttpRequest?.prototype, ['open', 'setRequestHeader', 'send'], (name, self, [first, second]) => {
        const xhr = self;
        if (name === 'open') {
            opened.set(xhr, { method: textOf(first), url: textOf(second), headers: [] });
        }
        const request = opened.get(xhr);
        if (!request)
            return;
        const { method, url, headers } = request;
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
