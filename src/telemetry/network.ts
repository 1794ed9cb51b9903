import { on } from '../browser/on';
import { patch } from '../browser/patch';
import { read, readText, tagOf, textOf } from '../core/foreign';
import { plain, plainObject } from '../core/plain';
import type { JsonObject } from '../items-api';
import type { Collector } from './contract';
import type { AutoInstrument } from './options';

type Headers = () => JsonObject;

/** Tells how a request has ended. `status` is 0 where nothing has come back. */
type Finish = (
  status: number,
  headers: Headers,
  /** Gives the body of the response, where there is one and it is asked for. */
  readBody: (tell: (body: unknown) => void) => unknown,
  error?: unknown,
) => void;

/** Of headers those that are asked for: all, or a list of names. */
const chosen = (
  asked: AutoInstrument['networkRequestHeaders'],
  headers: Headers,
): JsonObject | undefined =>
  asked
    ? Object.fromEntries(
        Object.entries(headers()).filter(
          ([name]) =>
            asked === true || `,${asked},`.toLowerCase().includes(`,${name.toLowerCase()},`),
        ),
      )
    : undefined;

/** Headers as fetch takes them; but an iterator would be used up before it gets it. */
const headersOf = (given: unknown): JsonObject =>
  /^(Headers|Array)$/.test(tagOf(given))
    ? Object.fromEntries(given as [string, string][])
    : plainObject(given);

/** Records requests by fetch and XMLHttpRequest, but not ours. */
export const network: Collector = ({ guard, now, record, report, settings }) => {
  const auto = (): AutoInstrument => Object(settings().autoInstrument) as AutoInstrument;

  const begin = (
    subtype: 'fetch' | 'xhr',
    method: string,
    url: string,
    body: unknown,
    headers: Headers,
  ): Finish | undefined => {
    if (typeof body === 'string' && body.startsWith('{"access_token":')) return undefined;
    const asked = auto();
    const entry: JsonObject = {
      subtype,
      method,
      url,
      start_time_ms: now(),
      status_code: null,
      request_headers: chosen(asked.networkRequestHeaders, headers),
      request: asked.networkRequestBody ? plain(body, { chars: 1000, size: 1000 }) : undefined,
    };
    const amend = record('network', entry);
    const { networkErrorOnHttp0, networkErrorOnHttp4xx, networkErrorOnHttp5xx } = asked;
    // Made here, its stack says who has asked.
    const error =
      networkErrorOnHttp0 || networkErrorOnHttp4xx || networkErrorOnHttp5xx
        ? new Error()
        : undefined;
    return (status, headers, readBody, failure) => {
      guard('telemetry', () => {
        const { networkResponseBody, networkResponseHeaders } = auto();
        entry.status_code = status;
        entry.end_time_ms = now();
        if (failure) entry.error = textOf(failure);
        const response: JsonObject = { headers: chosen(networkResponseHeaders, headers) };
        const tell = (body?: unknown): void =>
          amend(
            { ...entry, response: { ...response, body } },
            { level: status && status < 400 ? 'info' : 'error' },
          );
        tell();
        if (networkResponseBody) readBody(tell);
        if (
          error &&
          (status
            ? (networkErrorOnHttp4xx && status >= 400) || (networkErrorOnHttp5xx && status >= 500)
            : networkErrorOnHttp0)
        ) {
          error.message = `HTTP request failed with Status ${status}`;
          report(error, { method, url });
        }
      });
    };
  };

  const stopFetch = patch(globalThis, ['fetch'], (_, __, [input, init]) => {
    const finish = begin(
      'fetch',
      readText(init, 'method') ?? readText(input, 'method') ?? 'GET',
      readText(input, 'url') ?? textOf(input),
      read(init, 'body'),
      () => headersOf(read(init, 'headers') ?? read(input, 'headers')),
    );
    // Whoever only listened to the promise would have handled its rejection, for the whole page.
    return (
      finish &&
      ((promise) =>
        (promise as Promise<Response>).then(
          (response) => {
            const headers = (): JsonObject => headersOf(response.headers);
            finish(
              read(response, 'status') as number,
              headers,
              (tell) =>
                // Others may be no text, or never end.
                /json|xml|text\/(?!event)/.test(response.headers.get('content-type') ?? '') &&
                response
                  .clone()
                  .text()
                  .then(tell, () => undefined),
            );
            return response;
          },
          (error) => {
            finish(
              0,
              () => ({}),
              () => undefined,
              error,
            );
            throw error;
          },
        ))
    );
  });

  const opened = new WeakMap<object, { method: string; url: string; headers: JsonObject }>();
  const stopXhr = patch(
    globalThis.XMLHttpRequest?.prototype,
    ['open', 'setRequestHeader', 'send'],
    (name, self, args) => {
      const xhr = self as XMLHttpRequest;
      const [first, second] = args;
      if (name === 'open') {
        opened.set(xhr, { method: textOf(first), url: textOf(second), headers: {} });
      }
      const request = opened.get(xhr);
      if (!request) return;
      if (name === 'setRequestHeader') request.headers[textOf(first)] = textOf(second);
      if (name !== 'send') return;
      const finish = begin('xhr', request.method, request.url, first, () => request.headers);
      if (!finish) return;
      const stop = on(xhr, ['loadend'], () => {
        stop();
        finish(
          xhr.status,
          () =>
            Object.fromEntries(
              xhr
                .getAllResponseHeaders()
                .split('\r\n')
                .map((line) => line.split(/: (.*)/)),
            ),
          (tell) => tell(xhr.response),
        );
      });
    },
  );
  return () => {
    stopFetch();
    stopXhr();
  };
};
