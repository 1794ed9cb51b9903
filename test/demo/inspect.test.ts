import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createCollector, type Collector } from '../../demo/collector.mjs';
import { itemOf, raw } from './requests';

let collector: Collector;
beforeEach(async () => {
  collector = await createCollector();
});
afterEach(() => collector.close());

const post = (item: unknown) =>
  fetch(collector.endpoint, {
    method: 'POST',
    body: typeof item === 'string' ? item : JSON.stringify(item),
  });
const control = (command: unknown, headers: Record<string, string> = {}) =>
  raw(collector.port, '/control', { method: 'POST', headers, body: JSON.stringify(command) });

/** Events of the stream until one of them passes. */
async function eventsUntil(isLast: (name: string, data: unknown) => boolean, act: () => unknown) {
  const response = await fetch(`${collector.url}/events`);
  const events: [string, unknown][] = [];
  let text = '';
  let acted = false;
  for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const name = /^event: (.*)$/m.exec(block)?.[1] ?? '';
      const lines = [...block.matchAll(/^data: ([^\n]*)$/gm)].map(([, line]) => line);
      const data: unknown = JSON.parse(lines.join('\n'));
      events.push([name, data]);
      if (isLast(name, data)) return events;
    }
    if (!acted) {
      acted = true;
      await act();
    }
  }
  throw new Error('The stream ended');
}

describe('The page', () => {
  test('is served under a policy that runs nothing but its own files', async () => {
    const response = await fetch(collector.url);
    expect(response.headers.get('content-type')).toMatch(/^text\/html/);
    const policy = response.headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    const html = await response.text();
    for (const [, path] of html.matchAll(/(?:src|href)="(\/[^"]+)"/g)) {
      expect((await fetch(collector.url + path)).status, path).toBe(200);
    }
    expect(html).not.toMatch(/ style=| on\w+=/);
  });

  test('has no way out of its folder', async () => {
    const paths = [
      '/inspector/../collector.mjs',
      '/inspector/..%2fcollector.mjs',
      '/inspector/%2e%2e/collector.mjs',
      '/inspector/%00',
      '/inspector/%',
      '/inspector/',
      '/inspector//etc/passwd',
      '/collector.mjs',
    ];
    for (const path of paths) expect((await raw(collector.port, path)).status, path).toBe(404);
  });
});

describe('The items', () => {
  test('are listed, oldest first, and found by uuid', async () => {
    await post(itemOf('u 1'));
    await post(itemOf('u2'));
    const all = (await (await fetch(`${collector.url}/api/items`)).json()) as unknown;
    expect(all).toMatchObject([{ uuid: 'u 1', item: itemOf('u 1') }, { uuid: 'u2' }]);
    const one = await fetch(`${collector.url}/api/items/u%201`);
    expect(await one.json()).toMatchObject({ uuid: 'u 1', item: itemOf('u 1') });
    for (const wrong of ['u3', '%', '']) {
      expect((await raw(collector.port, `/api/items/${wrong}`)).status).toBe(404);
    }
  });

  test('have originals of their frames, if of nothing else an empty list', async () => {
    await post(itemOf('u 1'));
    const found = await fetch(`${collector.url}/api/originals/u%201`);
    expect(await found.json()).toEqual([]);
    expect((await raw(collector.port, '/api/originals/u3')).status).toBe(404);
  });

  test('are not for other sites, not even to have us fetch something', async () => {
    await post(itemOf('u1'));
    for (const path of ['/api/items', '/api/items/u1', '/api/originals/u1']) {
      const status = async (site: string) =>
        (await raw(collector.port, path, { headers: { 'sec-fetch-site': site } })).status;
      expect(await status('same-origin'), path).toBe(200);
      expect(await status('none'), path).toBe(200);
      expect(await status('cross-site'), path).toBe(403);
      expect(await status('same-site'), path).toBe(403);
    }
  });

  test('may be nested more deeply than can be written out again', async () => {
    const nested = '['.repeat(30_000) + ']'.repeat(30_000);
    const item = JSON.stringify({ ...itemOf('u1'), data: { ...itemOf('u1').data, custom: {} } });
    expect((await post(item.replace('{}', `{"nested":${nested}}`))).status).toBe(200);
    expect(await (await fetch(`${collector.url}/api/items`)).text()).toContain(nested);
  });
});

describe('The stream of events', () => {
  test('begins with the state and tells every item, answer and change', async () => {
    await post(itemOf('u1'));
    const events = await eventsUntil(
      (name) => name === 'cleared',
      async () => {
        await post(itemOf('u2'));
        await post('{}');
        collector.behave({ status: 500 });
        collector.clear();
      },
    );
    expect(events.map(([name]) => name)).toEqual([
      'state',
      'item',
      'request',
      'request',
      'behaviour',
      'cleared',
    ]);
    expect(events[0]?.[1]).toMatchObject({
      endpoint: collector.endpoint,
      limits: { items: 2_000 },
      behaviours: [],
      answers: [{ status: 200 }],
    });
    expect(events[1]?.[1]).toMatchObject({ uuid: 'u2', item: itemOf('u2') });
    expect(events[3]?.[1]).toMatchObject({ status: 401, errors: ['No access token was found'] });
    expect(events[4]?.[1]).toEqual([{ status: 500 }]);
  });

  test('keeps an item whole whatever line breaks stand in it', async () => {
    const item = itemOf('u1', 'one\ntwo\u2028three\rfour');
    const text = JSON.stringify(item, null, 2).replaceAll('\n', '\r\n');
    const events = await eventsUntil(
      (name) => name === 'item',
      () => post(text),
    );
    expect(events.at(-1)?.[1]).toMatchObject({ item });
  });
});

describe('The controls', () => {
  test('change the behaviour and clear the list', async () => {
    await post(itemOf());
    expect((await control({ behave: { status: 503 } })).status).toBe(200);
    expect((await post(itemOf())).status).toBe(503);
    await control({ behave: null, clear: true });
    expect(collector.items).toEqual([]);
    expect((await post(itemOf())).status).toBe(200);
  });

  test('obey the inspector and programs, and no other site', async () => {
    const own = { origin: collector.url };
    expect((await control({ clear: true }, own)).status).toBe(200);
    await post(itemOf());
    for (const origin of [
      'http://evil.example',
      'null',
      `http://127.0.0.1:${collector.port + 1}`,
    ]) {
      expect((await control({ clear: true }, { origin })).status, origin).toBe(403);
    }
    expect(collector.items).toHaveLength(1);
  });

  test('refuse what is no command', async () => {
    expect((await control({ behave: { status: 1 } })).text).toContain('status cannot be 1');
    expect((await control(null)).status).toBe(400);
    expect((await raw(collector.port, '/control', { method: 'POST', body: '{' })).status).toBe(400);
    expect((await raw(collector.port, '/control')).status).toBe(405);
  });
});

test('A foreign name for this address reads and controls nothing', async () => {
  await post(itemOf());
  const host = `evil.example:${collector.port}`;
  for (const path of [
    '/',
    '/api/items',
    '/api/originals/u1',
    '/events',
    '/inspector/inspector.js',
  ]) {
    expect((await raw(collector.port, path, { headers: { host } })).status, path).toBe(403);
  }
  const reply = await control({ clear: true }, { host, origin: `http://${host}` });
  expect(reply.status).toBe(403);
  expect(collector.items).toHaveLength(1);
  const byName = { host: `localhost:${collector.port}` };
  expect((await raw(collector.port, '/', { headers: byName })).status).toBe(200);
});

test('Other methods and places are refused', async () => {
  expect((await raw(collector.port, '/', { method: 'POST' })).status).toBe(405);
  expect((await raw(collector.port, '/nowhere')).status).toBe(404);
  expect((await raw(collector.port, '/', { method: 'HEAD' })).text).toBe('');
});
