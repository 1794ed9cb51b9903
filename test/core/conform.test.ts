import { describe, expect, test } from 'vitest';
import { conform, noMessage } from '../../src/core/conform';
import { write } from '../../src/core/plain';
import type { Json, JsonObject } from '../../src/items-api';
import { schemaErrors } from '../support/item-schema.mjs';

/** As it is sent, and valid. */
function sent(data: JsonObject): JsonObject {
  const conformed = JSON.parse(write(conform(data))) as JsonObject;
  expect(schemaErrors({ access_token: 'token', data: conformed })).toEqual([]);
  return conformed;
}

const trace: JsonObject = {
  frames: [{ filename: 'a.js', lineno: 3, colno: 7, method: 'f', code: 'f()' }],
  exception: { class: 'Error', message: 'm', description: 'd' },
};

test('what the API takes goes as it is', () => {
  const data: JsonObject = {
    environment: 'production',
    body: { trace },
    level: 'critical',
    timestamp: 1_700_000_000,
    code_version: '1.2.3',
    platform: 'browser',
    language: 'javascript',
    framework: 'x',
    context: 'cart#pay',
    request: { url: 'u', GET: { a: '1' }, any: [1] },
    person: { id: '1', username: 'u', email: 'e', plan: 'pro' },
    server: { host: 'h' },
    client: { javascript: { browser: 'b', source_map_enabled: true }, other: 1 },
    custom: { any: { thing: [null] } },
    fingerprint: 'f',
    title: 't',
    uuid: 'u',
    notifier: { name: 'n', version: 'v', more: 1 },
    unheardOf: 1,
  };
  expect(sent(structuredClone(data))).toEqual(data);
});

test('a frame has the lines around it, blank ones too, and only lists of texts', () => {
  const framed = (context: Json | undefined) => {
    const frame = { filename: 'a.js', context };
    const { body } = sent({ body: { trace: { ...trace, frames: [frame] } } });
    return (body as { trace: { frames: JsonObject[] } }).trace.frames[0]?.context;
  };
  const context = { pre: ['', '  a();'], post: ['}', ''] };
  expect(framed(context)).toEqual(context);
  expect(framed({ pre: 'one', other: 1 })).toEqual({ pre: ['one'], post: [] });
  expect(framed({ pre: [1, null], post: null })).toEqual({ pre: ['1', ''], post: [] });
  expect(framed('text')).toEqual({ pre: [], post: [] });
  for (const none of [undefined, null]) expect(framed(none)).toBeUndefined();
});

test('of nothing comes the least that is an item', () => {
  expect(sent({})).toEqual({
    environment: 'unknown',
    body: { message: { body: noMessage } },
    level: 'error',
  });
});

test.each([
  ['environment', 255],
  ['code_version', 40],
  ['context', 255],
  ['framework', 255],
  ['title', 255],
  ['fingerprint', 255],
])('%s is a text of at most %i characters', (name, chars) => {
  expect(sent({ [name]: 'x'.repeat(999) })[name]).toBe('x'.repeat(chars - 1) + '…');
  expect(sent({ [name]: 12 })[name]).toBe('12');
  expect(sent({ [name]: { a: 1 } })[name]).toBe('{"a":1}');
});

describe('a timestamp', () => {
  test.each<Json>(['1700000000', 1.5, -1, 1_700_000_000_000, NaN, null, {}, true])(
    '%j is none',
    (timestamp) => expect(sent({ timestamp })).not.toHaveProperty('timestamp'),
  );
});

test.each<[Json, string]>([
  ['warning', 'warning'],
  ['fatal', 'error'],
  [3, 'error'],
  [{ toString: 'debug' }, 'error'],
])('the level %j is sent as %s', (level, known) => expect(sent({ level }).level).toBe(known));

test.each<Json>(['', 'x'.repeat(37), 'é😀', {}])(
  'a uuid %j would be refused, so none is sent',
  (uuid) => expect(sent({ uuid })).not.toHaveProperty('uuid'),
);

test('a person without an id, which the API refuses, becomes custom data', () => {
  const person = { username: 'brian' };
  expect(sent({ person, custom: { a: 1 } })).toMatchObject({ custom: { a: 1, person } });
  expect(sent({ person: 'brian' })).toMatchObject({ custom: { person: { value: 'brian' } } });
  expect(sent({ person })).not.toHaveProperty('person');
  expect(sent({ person: { id: 7, username: 'x'.repeat(300) } }).person).toEqual({
    id: '7',
    username: 'x'.repeat(254) + '…',
  });
});

test.each(['request', 'server', 'client', 'custom', 'notifier'])(
  '%s is an object, whatever was put there',
  (name) => {
    expect(sent({ [name]: 'text' })[name]).toEqual({ value: 'text' });
    expect(sent({ [name]: [1] })[name]).toEqual({ value: [1] });
    expect(sent({ [name]: null })).not.toHaveProperty(name);
  },
);

describe('the body has exactly one form:', () => {
  test.each<[string, JsonObject, string]>([
    ['a crash report beside anything', { trace, crash_report: { raw: 'r' } }, 'crash_report'],
    ['a chain beside a trace', { trace, trace_chain: [trace] }, 'trace_chain'],
    ['a trace beside a message', { message: { body: 'm' }, trace }, 'trace'],
    [
      'a message beside nothing usable',
      { message: { body: 'm' }, trace_chain: [], trace: 5 },
      'message',
    ],
  ])('%s', (_, body, form) => {
    const found = sent({ body }).body as JsonObject;
    expect(Object.keys(found)).toEqual([form]);
    expect(found[form]).toEqual(body[form]);
  });

  test('where there is none, what there is goes with a message', () => {
    expect(sent({ body: { other: 1, trace: null } }).body).toEqual({
      message: { body: noMessage, other: 1, trace: null },
    });
    expect(sent({ body: 'text' }).body).toEqual({ message: { body: noMessage, value: 'text' } });
  });
});

test('a crash report that is none says so', () => {
  expect(sent({ body: { crash_report: { raw: { a: 1 }, b: 2 } } }).body).toEqual({
    crash_report: { raw: '{"a":1}' },
  });
  expect(sent({ body: { crash_report: { b: 2 } } }).body).toEqual({
    crash_report: { raw: noMessage },
  });
});

test('a trace has frames and an exception, whatever a hook has made of them', () => {
  expect(sent({ body: { trace: { frames: 'x', exception: null, more: 1 } } }).body).toEqual({
    trace: { frames: [{ filename: '(unknown)' }], exception: { class: '(unknown)' } },
  });
  const frames = [null, { filename: 5, lineno: '3', colno: -1, method: {}, args: 7, locals: 'x' }];
  expect(sent({ body: { trace_chain: [{ frames, exception: { class: 7 } }] } }).body).toEqual({
    trace_chain: [
      {
        frames: [{ filename: '(unknown)' }, { filename: '5', method: '{}' }],
        exception: { class: '7' },
      },
    ],
  });
});

test('a message keeps its metadata, and its text is text', () => {
  expect(sent({ body: { message: { body: 5, route: 'home' } } }).body).toEqual({
    message: { body: '5', route: 'home' },
  });
  expect(sent({ body: { message: { route: 'home' } } }).body).toEqual({
    message: { body: noMessage, route: 'home' },
  });
});
