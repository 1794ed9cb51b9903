import { describe, expect, test } from 'vitest';
import type { Item } from '../../src/items-api';
import { schemaErrors, undocumented } from '../support/item-schema.mjs';

const message: Item = {
  access_token: 'token',
  data: { environment: 'production', body: { message: { body: 'Hello, world!' } } },
};

/** The document's own example, with what a browser sends besides. */
const full: Item = {
  access_token: 'aaaabbbbccccddddeeeeffff00001111',
  data: {
    environment: 'production',
    body: {
      trace: {
        frames: [
          {
            filename: '/Users/brian/www/mox/mox/views/project.py',
            lineno: 26,
            colno: 8,
            method: 'index',
            code: '_save_last_project(request, project_id, force=True)',
            context: { pre: ['project = request.context'], post: [] },
          },
          { filename: 'https://example.com/app.js' },
        ],
        exception: { class: 'NameError', message: 'global name', description: 'Went wrong' },
      },
      telemetry: [
        {
          level: 'info',
          type: 'navigation',
          source: 'client',
          timestamp_ms: 1369188822123,
          body: { from: '/', to: '/cart' },
        },
      ],
    },
    level: 'error',
    timestamp: 1369188822,
    code_version: '3da541559918a808c2402bba5012f6c60b27661c',
    platform: 'browser',
    language: 'javascript',
    framework: 'pyramid',
    context: 'project#index',
    request: { url: 'https://rollbar.com/project/1', GET: {}, user_ip: '$remote_ip', more: [1] },
    person: { id: '12345', username: 'brianr', email: 'brian@rollbar.com', plan: 'pro' },
    server: { host: 'web4', root: '/www', branch: 'master', anything: true },
    client: { javascript: { browser: 'Mozilla/5.0', source_map_enabled: false, dpr: 2 } },
    custom: { any: { thing: [null, 1.5] } },
    fingerprint: 'f'.repeat(100),
    title: 'NameError when setting last project',
    uuid: 'd4c7acef55bf4c9ea95e4fe9428a8287',
    notifier: { name: 'rollcage', version: '0.1.0', extra: 1 },
  },
};

/** A copy of the full payload, with `value` at `path`. */
function withAt(path: string, value: unknown): unknown {
  const copy: unknown = structuredClone(full);
  const keys = path.split('.');
  const last = keys.pop() as string;
  let at = copy as Record<string, unknown>;
  for (const key of keys) at = at[key] as Record<string, unknown>;
  if (value === undefined) delete at[last];
  else at[last] = value;
  return copy;
}

describe('The shapes of the document pass:', () => {
  const trace = { frames: [], exception: { class: 'Error' } };
  const bodies = {
    'a bare message': message.data.body,
    'a message with metadata': { message: { body: 'slow', route: 'home#index', time: 15.23 } },
    'a trace without frames': { trace },
    'a chain of one': { trace_chain: [trace] },
    'a chain of two': { trace_chain: [trace, trace] },
    'a crash report': { crash_report: { raw: '<crash report here>' } },
  };
  test.each(Object.entries(bodies))('%s', (_, body) => {
    expect(schemaErrors({ ...message, data: { ...message.data, body } })).toEqual([]);
  });
  test('everything at once', () => expect(schemaErrors(full)).toEqual([]));
  test('lengths count characters, not UTF-16 units', () => {
    expect(schemaErrors(withAt('data.title', '🙂'.repeat(255)))).toEqual([]);
  });
});

describe('A wrong payload is told what is wrong and where:', () => {
  const frame = 'data.body.trace.frames.0';
  const wrong: [string, unknown, string][] = [
    ['access_token', undefined, 'access_token is missing'],
    ['data', undefined, 'data is missing'],
    ['extra', 1, 'extra is not a field of the document'],
    ['data.environment', undefined, 'data.environment is missing'],
    [
      'data.environment',
      'e'.repeat(256),
      'data.environment must have at most 255 characters; has 256',
    ],
    ['data.body', undefined, 'data.body is missing'],
    [
      'data.body',
      {},
      'data.body must have exactly one of trace, trace_chain, message, crash_report; has none',
    ],
    [
      'data.body.message',
      { body: 'two' },
      'data.body must have exactly one of trace, trace_chain, message, crash_report; has trace, message',
    ],
    [
      'data.body',
      { trace_chain: [] },
      'data.body.trace_chain must NOT have fewer than 1 items; is a list',
    ],
    ['data.body', { message: {} }, 'data.body.message.body is missing'],
    ['data.body', { crash_report: {} }, 'data.body.crash_report.raw is missing'],
    ['data.body.trace.frames', undefined, 'data.body.trace.frames is missing'],
    ['data.body.trace.exception', undefined, 'data.body.trace.exception is missing'],
    ['data.body.trace.exception.class', undefined, 'data.body.trace.exception.class is missing'],
    [
      'data.body.trace.exception.class',
      null,
      'data.body.trace.exception.class must be string; is null',
    ],
    [`${frame}.filename`, undefined, 'data.body.trace.frames[0].filename is missing'],
    [`${frame}.lineno`, null, 'data.body.trace.frames[0].lineno must be integer; is null'],
    [`${frame}.colno`, -1, 'data.body.trace.frames[0].colno must be >= 0; is -1'],
    [
      'data.level',
      'fatal',
      'data.level must be one of critical, error, warning, info, debug; is "fatal"',
    ],
    ['data.timestamp', 1369188822.5, 'data.timestamp must be integer; is 1369188822.5'],
    ['data.timestamp', 1369188822123, 'data.timestamp must be <= 99999999999; is 1369188822123'],
    [
      'data.code_version',
      'c'.repeat(41),
      'data.code_version must have at most 40 characters; has 41',
    ],
    ['data.code_version', 45, 'data.code_version must be string; is 45'],
    ['data.context', 'c'.repeat(256), 'data.context must have at most 255 characters; has 256'],
    ['data.title', 't'.repeat(256), 'data.title must have at most 255 characters; has 256'],
    ['data.uuid', 'u'.repeat(37), 'data.uuid must have at most 36 characters; has 37'],
    ['data.fingerprint', 5, 'data.fingerprint must be string; is 5'],
    ['data.custom', [], 'data.custom must be object; is a list'],
    ['data.person', {}, 'data.person.id is missing'],
    ['data.person.id', 12345, 'data.person.id must be string; is 12345'],
    ['data.person.id', 'i'.repeat(41), 'data.person.id must have at most 40 characters; has 41'],
    [
      'data.body.telemetry.0.timestamp_ms',
      1.5,
      'data.body.telemetry[0].timestamp_ms must be integer; is 1.5',
    ],
    [
      'data.body.telemetry.0.source',
      'server',
      'data.body.telemetry[0].source must be client; is "server"',
    ],
    ['data.body.telemetry.0.body', 'text', 'data.body.telemetry[0].body must be object; is "text"'],
  ];
  test.each(wrong)('%s = %j', (path, value, expected) => {
    expect(schemaErrors(withAt(path, value))).toEqual([expected]);
  });
  test.each([null, 'text', [], 5])('%j is no payload at all', (value) => {
    expect(schemaErrors(value)).toHaveLength(1);
  });
  test('a latin1 uuid is asked for', () => {
    expect(schemaErrors(withAt('data.uuid', '🙂'))[0]).toMatch(/^data\.uuid must match pattern/);
  });
});

test('A field the document does not list is named, though it is no fault of the payload', () => {
  const item = withAt('data.codeVersion', '1');
  expect(schemaErrors(item)).toEqual([]);
  expect(undocumented(item as Item)).toEqual(['occurrence.codeVersion']);
  expect(undocumented(withAt('data.body.trace.frames.0.lineNumber', 1) as Item)).toEqual([
    'frame.lineNumber',
  ]);
  expect(undocumented(withAt('data.body.trace.exception.stack', '') as Item)).toEqual([
    'exception.stack',
  ]);
});
