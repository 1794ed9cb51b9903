import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createCollector, type Collector } from '../../demo/collector.mjs';
import { itemOf, raw } from './requests';

let collector: Collector;
beforeEach(async () => {
  collector = await createCollector();
});
afterEach(() => collector.close());

const post = (body: unknown, init: RequestInit = {}) =>
  fetch(collector.endpoint, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    ...init,
  });
const json = async (reply: Promise<Response>) => {
  const response = await reply;
  return { status: response.status, body: (await response.json()) as unknown };
};
const refused = (message: RegExp) => ({ err: 1, message: expect.stringMatching(message) });

describe('It answers as the Items API does:', () => {
  test('200 with the uuid that was sent', async () => {
    expect(await json(post(itemOf('u1')))).toEqual({
      status: 200,
      body: { err: 0, result: { id: null, uuid: 'u1' } },
    });
    expect(collector.items).toMatchObject([{ uuid: 'u1', item: itemOf('u1') }]);
  });

  test('200 with a new uuid when none was sent', async () => {
    const { body } = await json(post(itemOf()));
    expect(body).toMatchObject({ err: 0, result: { uuid: expect.stringMatching(/^[\w-]{36}$/) } });
    expect(body).toMatchObject({ result: { uuid: collector.items[0]?.uuid } });
  });

  test.each(['application/json', 'text/plain;charset=UTF-8', 'application/x-www-form-urlencoded'])(
    'JSON is the body, also when it calls itself %s',
    async (type) => {
      const reply = post(itemOf('u1', 'ä 🙂 & =%'), { headers: { 'content-type': type } });
      expect((await reply).status).toBe(200);
      expect(collector.items[0]?.item).toEqual(itemOf('u1', 'ä 🙂 & =%'));
    },
  );

  test('JSON is the payload parameter of a form', async () => {
    const body = new URLSearchParams({ payload: JSON.stringify(itemOf('u1', 'ä 🙂 & =%+')) });
    const response = await fetch(collector.endpoint, { method: 'POST', body });
    expect(response.status).toBe(200);
    expect(collector.items[0]?.item).toEqual(itemOf('u1', 'ä 🙂 & =%+'));
  });

  test.each([
    ['nothing', ''],
    ['blanks', ' \n '],
    ['half of it', '{"access_token":'],
    ['a word', 'payload'],
  ])('400 for %s', async (_, text) => {
    expect(await json(post(text))).toEqual({ status: 400, body: refused(/JSON payload/) });
  });

  test('400 for a form without payload', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await post('data=%7B%7D', { headers })).status).toBe(400);
  });

  test('400 for bytes that are no UTF-8', async () => {
    const body = Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xff]), Buffer.from('"}')]);
    const reply = await raw(collector.port, '/api/1/item/', { method: 'POST', body });
    expect(reply.status).toBe(400);
  });

  test.each(['{}', 'null', '[]', '5', '{"access_token":""}', '{"access_token":7,"data":{}}'])(
    '401 for %s, which has no access token',
    async (text) => {
      expect(await json(post(text))).toEqual({ status: 401, body: refused(/access token/) });
    },
  );

  test('403 for a token it was told not to accept', async () => {
    const strict = await createCollector({ token: 'right' });
    const body = (token: string) => JSON.stringify({ ...itemOf(), access_token: token });
    const send = (token: string) =>
      json(fetch(strict.endpoint, { method: 'POST', body: body(token) }));
    expect(await send('wrong')).toEqual({ status: 403, body: refused(/not valid/) });
    expect(await send('right')).toMatchObject({ status: 200 });
    await strict.close();
  });

  test('413 from one byte above 128 kB of UTF-8 on', async () => {
    const empty = Buffer.byteLength(JSON.stringify(itemOf('u1', 'é')));
    const fitting = 'a'.repeat(131_072 - empty) + 'é';
    expect((await post(itemOf('u1', fitting))).status).toBe(200);
    expect(collector.items[0]?.bytes).toBe(131_072);
    expect(await json(post(itemOf('u2', `a${fitting}`)))).toEqual({
      status: 413,
      body: refused(/too large/),
    });
  });

  test('413 for a body that never seems to end, without keeping it', async () => {
    const reply = await raw(collector.port, '/api/1/item/', {
      method: 'POST',
      body: Buffer.alloc(9 * 1024 * 1024, 'a'),
    });
    expect(reply.status).toBe(413);
    expect(collector.requests).toMatchObject([{ status: 413, text: '', item: null }]);
  });

  test('422 with everything that is wrong', async () => {
    const wrong = { access_token: 'token', data: { environment: 1, body: {} } };
    expect(await json(post(wrong))).toEqual({
      status: 422,
      body: refused(
        /data\.environment must be string; is 1.*exactly one of|exactly one of.*string/,
      ),
    });
    expect(collector.items).toEqual([]);
    expect(collector.requests[0]).toMatchObject({ status: 422, item: wrong, repeat: false });
    expect(collector.requests[0]?.errors).toHaveLength(2);
  });

  test('a uuid counts once, and its second sending is answered like the first', async () => {
    await post(itemOf('u1'));
    expect(await json(post(itemOf('u1', 'again')))).toMatchObject({
      status: 200,
      body: { err: 0, result: { uuid: 'u1' } },
    });
    expect(collector.items).toHaveLength(1);
    expect(collector.requests.map(({ repeat }) => repeat)).toEqual([false, true]);
  });

  test('405 for what is not sent with POST', async () => {
    expect((await fetch(collector.endpoint)).status).toBe(405);
  });
});

describe('A page of any origin may send:', () => {
  test('preflights are answered and counted apart', async () => {
    const response = await fetch(collector.endpoint, { method: 'OPTIONS' });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('access-control-allow-headers')).toBe('*');
    expect(response.headers.get('access-control-allow-methods')).toContain('POST');
    expect(collector.preflights).toBe(1);
    expect(collector.requests).toEqual([]);
  });

  test.each([itemOf(), {}])(
    'the answer to %j can be read, and so can Retry-After',
    async (body) => {
      const { headers } = await post(body);
      expect(headers.get('access-control-allow-origin')).toBe('*');
      expect(headers.get('access-control-expose-headers')).toBe('retry-after');
      expect(headers.get('content-type')).toBe('application/json');
    },
  );
});

describe('It misbehaves on demand:', () => {
  test('a status, until told otherwise, takes nothing', async () => {
    collector.behave({ status: 503 });
    const statuses = [await post(itemOf('u1')), await post(itemOf('u1'))].map((r) => r.status);
    expect(statuses).toEqual([503, 503]);
    expect(collector.items).toEqual([]);
    collector.behave();
    expect((await post(itemOf('u1'))).status).toBe(200);
    expect(collector.requests.map(({ repeat }) => repeat)).toEqual([false, false, false]);
  });

  test('for a number of requests', async () => {
    collector.behave({ status: 500, times: 2 });
    const statuses = [];
    for (let n = 0; n < 3; n++) statuses.push((await post(itemOf())).status);
    expect(statuses).toEqual([500, 500, 200]);
  });

  test('for a number of requests of each item', async () => {
    collector.behave({ status: 500, times: 2, each: true });
    const statuses = [];
    for (const uuid of ['u1', 'u2', 'u1', 'u1', 'u2', 'u2']) {
      statuses.push((await post(itemOf(uuid))).status);
    }
    expect(statuses).toEqual([500, 500, 500, 200, 500, 200]);
  });

  test('a list is used up one per request; the rest are normal', async () => {
    collector.behave([{ status: 429, retryAfter: 5 }, {}, { status: 500, times: 2 }]);
    const statuses = [];
    for (let n = 0; n < 5; n++) statuses.push((await post(itemOf())).status);
    expect(statuses).toEqual([429, 200, 500, 500, 200]);
    expect(collector.behaviours()).toEqual([]);
  });

  test('Retry-After as seconds or as a date', async () => {
    const date = 'Wed, 21 Oct 2026 07:28:00 GMT';
    collector.behave([
      { status: 429, retryAfter: 5 },
      { status: 503, retryAfter: date },
    ]);
    expect((await post(itemOf())).headers.get('retry-after')).toBe('5');
    expect((await post(itemOf())).headers.get('retry-after')).toBe(date);
  });

  test('a body of its own, as JSON or as it is', async () => {
    collector.behave([
      { status: 200, body: { err: 0 } },
      { status: 502, body: '<html>' },
      { status: 204 },
    ]);
    expect(await (await post(itemOf())).text()).toBe('{"err":0}');
    expect(await (await post(itemOf())).text()).toBe('<html>');
    expect(await (await post(itemOf())).text()).toBe('');
  });

  test('a late answer, to an item taken at once', async () => {
    collector.behave({ delayMs: 150 });
    const start = performance.now();
    const reply = post(itemOf('u1'));
    await collector.waitFor(1);
    expect(performance.now() - start).toBeLessThan(140);
    expect((await reply).status).toBe(200);
    expect(performance.now() - start).toBeGreaterThan(140);
  });

  test('no answer at all', async () => {
    collector.behave({ hang: true });
    const reply = post(itemOf('u1'), { signal: AbortSignal.timeout(150) });
    await expect(reply).rejects.toThrow(/timeout/);
    expect(collector.requests).toMatchObject([{ status: 0 }]);
    expect(collector.items).toEqual([]);
  });

  test('a cut connection', async () => {
    collector.behave([{ reset: true }]);
    await expect(post(itemOf('u1'))).rejects.toThrow();
    expect(collector.requests).toMatchObject([{ status: 0 }]);
    expect((await post(itemOf('u1'))).status).toBe(200);
  });

  test.each([{ reset: true }, { hang: true }, { status: 500 }])(
    'an item is taken and the answer lost: %j',
    async (mode) => {
      collector.behave([{ ...mode, acceptFirst: true }]);
      await post(itemOf('u1'), { signal: AbortSignal.timeout(150) }).catch(() => undefined);
      expect(collector.items).toHaveLength(1);
      expect((await post(itemOf('u1'))).status).toBe(200);
      expect(collector.items).toHaveLength(1);
      expect(collector.requests.at(-1)).toMatchObject({ status: 200, repeat: true });
    },
  );

  test('without CORS headers, also for preflights, which use up no turn', async () => {
    collector.behave({ cors: false, times: 1 });
    const preflight = await fetch(collector.endpoint, { method: 'OPTIONS' });
    expect(preflight.headers.has('access-control-allow-origin')).toBe(false);
    const first = await post(itemOf());
    expect(first.headers.has('access-control-allow-origin')).toBe(false);
    expect((await post(itemOf())).headers.get('access-control-allow-origin')).toBe('*');
  });

  test.each([
    [{ status: 42 }, /status cannot be 42/],
    [{ retryAfter: 'a\r\nb: c' }, /retryAfter cannot be/],
    [{ stauts: 500 }, /stauts is not known/],
    [{ times: 0 }, /times cannot be 0/],
    ['500', /A behaviour is an object/],
  ])('a mode that cannot be is refused: %j', (mode, message) => {
    expect(() => collector.behave(mode as object)).toThrow(message);
  });
});

describe('It can be waited for:', () => {
  test('until so many items are there', async () => {
    const waiting = collector.waitFor(2);
    await post(itemOf('u1'));
    await post(itemOf('u2'));
    expect((await waiting).map(({ uuid }) => uuid)).toEqual(['u1', 'u2']);
  });

  test('until the items pass a test', async () => {
    const waiting = collector.waitFor((items) => items.some(({ uuid }) => uuid === 'u2'));
    await post(itemOf('u1'));
    await post(itemOf('u2'));
    expect(await waiting).toHaveLength(2);
  });

  test('until so many requests were made', async () => {
    collector.behave({ status: 500 });
    const waiting = collector.waitForRequests(1);
    await post(itemOf());
    expect(await waiting).toMatchObject([{ status: 500 }]);
  });

  test('in vain, and then it says what did arrive', async () => {
    await post(itemOf('u1', 'The first'));
    await post({ access_token: 'token' });
    const waiting = collector.waitFor(2, { timeoutMs: 50 });
    await expect(waiting).rejects.toThrow(
      'Timed out after 50 ms while waiting for at least 2 items. ' +
        '1 items arrived: info The first. ' +
        '2 requests, answered: 200, 422 (data is missing); 0 preflights.',
    );
  });

  test('a test that throws is heard', async () => {
    const failing = () => {
      throw new Error('wrong');
    };
    await expect(collector.waitFor(failing)).rejects.toThrow('wrong');
  });

  test('closing ends it', async () => {
    const waiting = expect(collector.waitFor(1)).rejects.toThrow('The collector was closed');
    await collector.close();
    await waiting;
  });
});

describe('It comes and goes:', () => {
  test('stopped it is a dead port, started it is back with what it had', async () => {
    await post(itemOf('u1'));
    await collector.stop();
    await expect(post(itemOf('u2'))).rejects.toThrow();
    await collector.start();
    await collector.start();
    expect((await post(itemOf('u2'))).status).toBe(200);
    expect(collector.items).toHaveLength(2);
  });

  test('stopping cuts whoever is waiting for an answer', async () => {
    collector.behave({ hang: true });
    const reply = expect(post(itemOf())).rejects.toThrow();
    await collector.waitForRequests(1);
    await collector.stop();
    await reply;
  });

  test('cleared it has forgotten everything, also which uuids it saw', async () => {
    const { items, requests } = collector;
    await post(itemOf('u1'));
    await fetch(collector.endpoint, { method: 'OPTIONS' });
    collector.clear();
    expect([items.length, requests.length, collector.preflights]).toEqual([0, 0, 0]);
    await post(itemOf('u1'));
    expect(items).toHaveLength(1);
    expect(requests).toMatchObject([{ repeat: false }]);
  });

  test('subscribers hear what happens until they leave', async () => {
    const heard: string[] = [];
    const leave = collector.subscribe(({ type }) => heard.push(type));
    collector.behave([{ status: 500 }]);
    await post(itemOf());
    await post(itemOf());
    collector.clear();
    leave();
    await post(itemOf());
    expect(heard).toEqual(['behaviour', 'behaviour', 'request', 'item', 'request', 'cleared']);
  });
});

test('It keeps as many requests as it was told to', async () => {
  const small = await createCollector({ maxRequests: 3 });
  for (const uuid of ['u1', 'u2', 'u3', 'u4']) {
    await fetch(small.endpoint, { method: 'POST', body: JSON.stringify(itemOf(uuid)) });
  }
  expect(small.requests.map(({ item }) => item?.data.uuid)).toEqual(['u2', 'u3', 'u4']);
  expect(small.items).toHaveLength(4);
  await small.close();
});

test('Texts of refused requests cannot fill the memory', async () => {
  const text = ' '.repeat(7 * 1024 * 1024);
  for (let n = 0; n < 12; n++) await (await post(text)).arrayBuffer();
  expect(collector.requests).toHaveLength(9);
});
