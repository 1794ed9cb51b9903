import { on } from '../browser/on';
import { patch } from '../browser/patch';
import { read, readText, tagOf, textOf } from '../core/foreign';
import { plain } from '../core/plain';
import type { JsonObject } from '../items-api';
import type { Collector } from './contract';
import type { AutoInstrument } from './options';

/** Tells how a request has ended. */
type Finish = (
  /** 0 where nothing has come back. */
  status: number,
  headers?: () => unknown,
  /** Gives the body of the response. */
  readBody?: (tell: (body: unknown) => void) => unknown,
  error?: unknown,
) => void;

/** Of headers those that are asked for: all, or a list of names. */
const chosen = (
  asked: AutoInstrument['networkRequestHeaders'],
  headers?: () => unknown,
): JsonObject | undefined => {
  const given = asked && headers?.();
  // An iterator would be used up before fetch gets it.
  if (!/^(Headers|Array|Object)$/.test(tagOf(given))) return undefined;
  const names = `,${asked},`.toLowerCase();
  return Object.fromEntries(
    [...new Headers(given as HeadersInit)].filter(
      ([name]) => asked === true || names.includes(`,${name},`),
    ),
  );
};

/** Gives a promise of the browser's own making. */
const none = async (): Promise<void> => undefined;

/** Records requests by fetch and XMLHttpRequest, but not ours. */
export const network: Collector = ({ asked, guard, now, record, report }) => {
  const begin = (
    subtype: 'fetch' | 'xhr',
    method: string,
    url: string,
    body: unknown,
    headers: () => unknown,
  ): Finish | undefined => {
    if (typeof body === 'string' && body.startsWith('{"access_token":')) return undefined;
    const { networkRequestBody, networkRequestHeaders } = asked();
    const entry: JsonObject = {
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
        if (error) entry.error = textOf(error);
        const told = chosen(switches.networkResponseHeaders, headers);
        const level = status && status < 400 ? 'info' : 'error';
        const tell = (body?: unknown): unknown =>
          amend({ ...entry, response: (told || body) && { headers: told, body } }, { level });
        tell();
        if (switches.networkResponseBody) readBody?.(tell);
        if (
          status
            ? (status >= 400 && switches.networkErrorOnHttp4xx) ||
              (status >= 500 && switches.networkErrorOnHttp5xx)
            : switches.networkErrorOnHttp0
        ) {
          failure.message = `HTTP request failed with Status ${status}`;
          report(failure, { method, url });
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
      () => read(init, 'headers') ?? read(input, 'headers'),
    );
    if (!finish) return undefined;
    const came = (response: Response): Response => {
      finish(
        read(response, 'status') as number,
        () => response.headers,
        (tell) =>
          // Others may be no text, or never end.
          /json|xml|text\/(?!ev)/.test(response.headers.get('content-type') ?? '') &&
          response
            .clone()
            .text()
            .then(tell, () => undefined),
      );
      return response;
    };
    const failed = (error: unknown): never => {
      finish(0, undefined, undefined, error);
      throw error;
    };
    const watch = async (promise: Promise<Response>): Promise<Response> => {
      try {
        return came(await promise);
      } catch (error) {
        return failed(error);
      }
    };
    // Whoever only listens to a promise has handled its rejection, and the page hears of none. Awaited,
    // one of the browser stays one, also where zone.js has replaced Promise and its `then`.
    return (promise) =>
      (promise as Promise<Response>).constructor === none().constructor
        ? watch(promise as Promise<Response>)
        : (promise as Promise<Response>).then(came, failed);
  });

  const opened = new WeakMap<object, [method: string, url: string, headers: string[][]]>();
  const stopXhr = patch(
    globalThis.XMLHttpRequest?.prototype,
    ['open', 'setRequestHeader', 'send'],
    (name, self, [first, second]) => {
      const xhr = self as XMLHttpRequest;
      const [method = '', url = '', headers = []] = opened.get(xhr) ?? [];
      if (name === 'open') opened.set(xhr, [textOf(first), textOf(second), []]);
      if (name === 'setRequestHeader') headers.push([textOf(first), textOf(second)]);
      const finish = name === 'send' && begin('xhr', method, url, first, () => headers);
      if (!finish) return;
      const stop = on(xhr, ['loadend'], () => {
        stop();
        finish(
          xhr.status,
          () =>
            xhr
              .getAllResponseHeaders()
              .match(/.+/g)
              ?.map((line) => line.split(': ', 2)),
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
