import { afterEach, describe, expect, test, vi } from 'vitest';
import { network } from '../../src/telemetry/network';
import type { TelemetryOptions } from '../../src/telemetry/options';
import { turns } from '../support/fakes';
import { openDesk } from '../support/telemetry';

afterEach(() => vi.unstubAllGlobals());

const answer = (status: number, body = '{"ok":true}', headers = {}): Response =>
  new Response(body, { status, headers: { 'content-type': 'application/json', ...headers } });

/** Telemetry over a fetch that answers so. */
function serve(
  response: () => Promise<unknown>,
  autoInstrument: TelemetryOptions['autoInstrument'] = true,
) {
  const theirs = vi.fn((..._: unknown[]) => response());
  vi.stubGlobal('fetch', theirs);
  return Object.assign(openDesk({ network }, { autoInstrument }), { theirs });
}
const bodies = ({ kept }: ReturnType<typeof openDesk>) => kept().map(([, , body]) => body);

describe('fetch', () => {
  test('is told with method, URL, status and times', async () => {
    const desk = serve(async () => answer(200));
    const begun = desk.now;
    const promise = fetch('/cart?step=2', { method: 'PUT' });
    expect(bodies(desk)).toEqual([
      {
        subtype: 'fetch',
        method: 'PUT',
        url: '/cart?step=2',
        status_code: null,
        start_time_ms: begun,
      },
    ]);
    desk.now += 30;
    await promise;
    expect(desk.entries()).toMatchObject([
      {
        level: 'info',
        type: 'network',
        timestamp_ms: begun,
        body: { status_code: 200, start_time_ms: begun, end_time_ms: begun + 30 },
      },
    ]);
  });

  test.each<[string, Parameters<typeof fetch>, object]>([
    ['a text', ['/a'], { method: 'GET', url: '/a' }],
    ['a URL', [new URL('https://a.example/b')], { method: 'GET', url: 'https://a.example/b' }],
    [
      'a request',
      [new Request('https://a.example/b', { method: 'PATCH' })],
      { method: 'PATCH', url: 'https://a.example/b' },
    ],
    [
      'a request and more',
      [new Request('https://a.example/b', { method: 'PATCH' }), { method: 'POST' }],
      { method: 'POST', url: 'https://a.example/b' },
    ],
  ])('is told of %s, and gets the very same', async (_, args, told) => {
    const desk = serve(async () => answer(200));
    await fetch(...args);
    expect(bodies(desk)).toMatchObject([told]);
    args.forEach((arg, i) => expect(desk.theirs.mock.lastCall?.[i]).toBe(arg));
  });

  test('gives what it gave, and rejects with what it rejected with', async () => {
    const response = answer(200);
    const error = new TypeError('Failed to fetch');
    const desk = serve(async () => response);
    expect(await fetch('/a')).toBe(response);
    desk.theirs.mockImplementation(async () => Promise.reject(error));
    await expect(fetch('/b')).rejects.toBe(error);
    expect(desk.kept()).toMatchObject([
      ['info', 'network', {}],
      ['error', 'network', { status_code: 0, error: 'TypeError: Failed to fetch' }],
    ]);
  });

  test('throws what it threw, and may give what is no promise', () => {
    const desk = serve(() => 5 as never);
    expect(fetch('/a')).toBe(5);
    desk.theirs.mockImplementation(() => {
      throw 'theirs';
    });
    expect(() => fetch('/b')).toThrow('theirs');
  });

  test('a promise of the page stays one of the page', async () => {
    class Mine<T> extends Promise<T> {}
    const desk = serve(() => Mine.resolve(answer(200)));
    expect(fetch('/a')).toBeInstanceOf(Mine);
    await turns();
    desk.theirs.mockImplementation(() => Mine.reject('theirs'));
    await expect(fetch('/b')).rejects.toBe('theirs');
    expect(bodies(desk)).toMatchObject([{ status_code: 200 }, { status_code: 0, error: 'theirs' }]);
  });

  test('a response of 400 or above is of the level error', async () => {
    const desk = serve(async () => answer(404));
    await fetch('/a');
    expect(desk.kept()).toMatchObject([['error', 'network', { status_code: 404 }]]);
  });

  test('our own requests are not recorded', async () => {
    const desk = serve(async () => answer(200));
    await fetch('https://api.rollbar.com/api/1/item/', { body: '{"access_token":"t","data":{}}' });
    expect(desk.entries()).toEqual([]);
  });

  test('headers and bodies are told only where that is asked for', async () => {
    const init = { method: 'POST', body: '{"a":1}', headers: { 'X-Trace': '7', Accept: 'b' } };
    const desk = serve(async () => answer(200, '{"b":2}', { 'x-answer': '8' }));
    await fetch('/a', init);
    await turns();
    expect(JSON.stringify(bodies(desk))).not.toMatch(/x-|"a"|"b"/i);

    desk.options({
      autoInstrument: {
        networkRequestHeaders: ['X-Trace'],
        networkRequestBody: true,
        networkResponseHeaders: true,
        networkResponseBody: true,
      },
    });
    await fetch('/a', init);
    await turns();
    await vi.waitFor(() => expect(bodies(desk)[1]).toHaveProperty('response.body'));
    expect(bodies(desk)[1]).toMatchObject({
      request_headers: { 'x-trace': '7' },
      request: '{"a":1}',
      response: {
        headers: { 'content-type': 'application/json', 'x-answer': '8' },
        body: '{"b":2}',
      },
    });
    expect(bodies(desk)[1]?.request_headers).not.toHaveProperty('accept');
  });

  test('the page can read the body that is told', async () => {
    const desk = serve(async () => answer(200), { networkResponseBody: true });
    const response = await fetch('/a');
    expect(response.bodyUsed).toBe(false);
    expect(await response.json()).toEqual({ ok: true });
    await vi.waitFor(() =>
      expect(bodies(desk)).toMatchObject([{ response: { body: '{"ok":true}' } }]),
    );
  });

  test('a body that may never end, or is no text, is not read', async () => {
    const response = answer(200, 'data: 1', { 'content-type': 'text/event-stream' });
    const clone = vi.spyOn(response, 'clone');
    serve(async () => response, { networkResponseBody: true });
    await fetch('/a');
    expect(clone).not.toHaveBeenCalled();
  });

  test('headers that can be read only once are left to fetch', async () => {
    const desk = serve(async () => answer(200), { networkRequestHeaders: true });
    const headers = new Map([['a', 'b']]).entries();
    await fetch('/a', { headers: headers as never });
    expect([...headers]).toEqual([['a', 'b']]);
    expect(desk.entries()).toHaveLength(1);
  });

  test('a failure is reported only where that is asked for, with the stack of who has asked', async () => {
    const desk = serve(async () => answer(503));
    await fetch('/a');
    expect(desk.reported).toEqual([]);
    desk.options({ autoInstrument: { networkErrorOnHttp5xx: true } });
    await (async function asking() {
      await fetch('/a');
    })();
    const [what, custom] = desk.reported[0] ?? [];
    expect(what).toMatchObject({ message: 'HTTP request failed with Status 503' });
    expect((what as Error).stack).toContain('asking');
    expect(custom).toEqual({ method: 'GET', url: '/a' });
  });

  test.each([
    [200, {}, false],
    [404, { networkErrorOnHttp5xx: true, networkErrorOnHttp0: true }, false],
    [404, { networkErrorOnHttp4xx: true }, true],
    [500, { networkErrorOnHttp4xx: true }, true],
    [0, { networkErrorOnHttp4xx: true, networkErrorOnHttp5xx: true }, false],
    [0, { networkErrorOnHttp0: true }, true],
  ])('of %i with %o is reported: %s', async (status, switches, isReported) => {
    const desk = serve(async () => (status ? answer(status) : Promise.reject('x')), switches);
    await fetch('/a').catch(() => undefined);
    expect(desk.reported).toHaveLength(isReported ? 1 : 0);
  });

  test('what cannot be read changes nothing for the page', async () => {
    const desk = serve(async () => 'no response', {
      networkRequestHeaders: true,
      networkResponseHeaders: true,
      networkResponseBody: true,
    });
    const init = Object.defineProperty({}, 'method', {
      get() {
        throw new Error('do not touch');
      },
    });
    expect(await fetch('/a', init)).toBe('no response');
    expect(desk.theirs).toHaveBeenCalledTimes(1);
  });
});

/** As much of an XMLHttpRequest as is patched, sent by the test. */
class FakeXhr extends EventTarget {
  status = 0;
  response: unknown = null;
  open(..._: unknown[]): void {}
  setRequestHeader(..._: unknown[]): void {}
  send(..._: unknown[]): string {
    return 'theirs';
  }
  getAllResponseHeaders(): string {
    return 'content-type: text/plain\r\nx-answer: 8\r\n';
  }
  end(status: number, response: unknown = ''): void {
    this.status = status;
    this.response = response;
    this.dispatchEvent(new Event('loadend'));
  }
}

describe('XMLHttpRequest', () => {
  const start = (autoInstrument: TelemetryOptions['autoInstrument'] = true) => {
    vi.stubGlobal('XMLHttpRequest', FakeXhr);
    return openDesk({ network }, { autoInstrument });
  };

  test('is told with method, URL, status and times', () => {
    const desk = start();
    const xhr = new FakeXhr();
    xhr.open('PUT', new URL('https://a.example/b'));
    expect(desk.entries()).toEqual([]);
    expect(xhr.send()).toBe('theirs');
    const begun = desk.now;
    desk.now += 30;
    xhr.end(500);
    expect(desk.kept()).toEqual([
      [
        'error',
        'network',
        {
          subtype: 'xhr',
          method: 'PUT',
          url: 'https://a.example/b',
          status_code: 500,
          start_time_ms: begun,
          end_time_ms: begun + 30,
        },
      ],
    ]);
  });

  test('tells headers and bodies where that is asked for', () => {
    const desk = start({
      networkRequestHeaders: true,
      networkRequestBody: true,
      networkResponseHeaders: ['X-Answer'],
      networkResponseBody: true,
    });
    const xhr = new FakeXhr();
    xhr.open('POST', '/a');
    xhr.setRequestHeader('X-Trace', '7');
    xhr.send('{"a":1}');
    xhr.end(200, { b: 2 });
    expect(bodies(desk)).toMatchObject([
      {
        request_headers: { 'x-trace': '7' },
        request: '{"a":1}',
        response: { headers: { 'x-answer': '8' }, body: { b: 2 } },
      },
    ]);
  });

  test('is told anew when it is sent anew, and not when it is ours', () => {
    const desk = start();
    const xhr = new FakeXhr();
    for (const [url, body] of [
      ['/a', 'x'],
      ['/b', '{"access_token":"t"}'],
      ['/c', null],
    ]) {
      xhr.open('GET', url);
      xhr.send(body);
      xhr.end(url === '/a' ? 200 : 404);
    }
    expect(desk.kept()).toMatchObject([
      ['info', 'network', { url: '/a', status_code: 200 }],
      ['error', 'network', { url: '/c', status_code: 404 }],
    ]);
  });
});

test('stopped, fetch and XMLHttpRequest are what they were', () => {
  const theirs = vi.fn();
  vi.stubGlobal('fetch', theirs);
  vi.stubGlobal('XMLHttpRequest', FakeXhr);
  const { open, send, setRequestHeader } = FakeXhr.prototype;
  openDesk({ network }).stop();
  expect(fetch).toBe(theirs);
  expect(FakeXhr.prototype).toMatchObject({ open, send, setRequestHeader });
});

test('where there is neither, nothing happens', () => {
  vi.stubGlobal('fetch', undefined);
  expect(openDesk({ network }).said).toEqual([]);
});
