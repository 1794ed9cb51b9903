import { expect, test } from 'vitest';
import { occurrenceOf } from '../../src/core/occurrence';
import type { Occurrence } from '../../src/items-api';
import { settle } from '../../src/options';
import type { Options } from '../../src/options';
import type { Capture } from '../../src/shapes';

const body = { message: { body: 'text' } };
const capture: Capture = {
  uuid: 'the-uuid',
  at: 1_700_000_000_999,
  url: 'https://a.example/path?q=1&r=2#part',
  level: 'warning',
  isUncaught: false,
  custom: { order: 17 },
  args: [],
};
const javascript = { browser: 'agent', language: 'en', cookie_enabled: true };
const occurrence = (options: Options = {}): Occurrence =>
  occurrenceOf(capture, body, settle(options), { url: 'elsewhere', javascript });

test('says what is known, of the moment it was captured', () => {
  expect(occurrence({ environment: 'production', context: 'cart', codeVersion: '1.2.3' })).toEqual({
    environment: 'production',
    body,
    level: 'warning',
    uuid: 'the-uuid',
    timestamp: 1_700_000_000,
    code_version: '1.2.3',
    platform: 'browser',
    language: 'javascript',
    framework: 'browser-js',
    context: 'cart',
    request: {
      url: 'https://a.example/path?q=1&r=2#part',
      query_string: '?q=1&r=2',
      user_ip: '$remote_ip',
    },
    client: { javascript: { ...javascript, code_version: '1.2.3' } },
    custom: { order: 17 },
    notifier: expect.objectContaining({ name: 'rollcage' }),
  });
});

test.each<[Options['captureIp'], string | undefined]>([
  [true, '$remote_ip'],
  ['anonymize', '$remote_ip_anonymize'],
  [false, undefined],
])('with captureIp %s the address is %s', (captureIp, address) => {
  expect(occurrence({ captureIp: captureIp as boolean }).request?.user_ip).toBe(address);
});

test('codeVersion wins over code_version', () => {
  expect(occurrence({ code_version: '1' }).code_version).toBe('1');
  expect(occurrence({ code_version: '1', codeVersion: '2' }).code_version).toBe('2');
});

test('payload is laid over everything, deep, but not over the body', () => {
  const { request, person, level, client, custom, ...rest } = occurrence({
    person: { id: '1', username: 'option' },
    payload: {
      level: 'critical',
      person: { username: 'payload' },
      client: { javascript: { source_map_enabled: true } },
      custom: { more: 1 },
      body: { message: { body: 'other' } },
    },
  });
  expect(level).toBe('critical');
  expect(person).toEqual({ id: '1', username: 'payload' });
  expect(client?.javascript).toMatchObject({ browser: 'agent', source_map_enabled: true });
  expect(custom).toEqual({ order: 17, more: 1 });
  expect(rest.body).toBe(body);
  expect(request?.url).toBe(capture.url);
});

/** What is kept in `custom` of what was thrown, beside the data of the caller. */
const keptOf = (value: unknown, custom?: Capture['custom']): unknown => {
  const { custom: none, ...thrown } = { ...capture, thrown: { value } };
  const page = { url: 'elsewhere', javascript };
  return occurrenceOf({ ...thrown, ...(custom && { custom }) }, body, settle({}), page).custom;
};
const withFields = (fields: object): Error => Object.assign(new Error('m'), fields);

test.each<[string, unknown, unknown]>([
  ['its code', new DOMException('m', 'AbortError'), { code: 20 }],
  ['its code', withFields({ code: 'auth/expired' }), { code: 'auth/expired' }],
  ['its code', withFields({ code: { deep: 1 } }), { code: { deep: 1 } }],
  ['no code that says nothing', new DOMException('m', 'OfOurOwn'), undefined],
  ['a cause that is data', withFields({ cause: { order: 17 } }), { cause: { order: 17 } }],
  ['no cause that is an error', withFields({ cause: new Error('inner') }), undefined],
  ['nothing else', withFields({ config: { headers: { authorization: 'secret' } } }), undefined],
])('keeps of an error %s', (_, value, custom) => expect(keptOf(value)).toEqual(custom));

test.each<[string, unknown, unknown]>([
  ['a plain object', { name: 'n', reason: 7 }, { name: 'n', reason: 7 }],
  [
    'an object like an error',
    { message: 'm', stack: 's', status: 503, deep: { a: [1] } },
    { message: 'm', stack: 's', status: 503, deep: { a: [1] } },
  ],
  ['a list', [1], { value: [1] }],
])('keeps the whole of %s', (_, value, custom) => expect(keptOf(value)).toEqual(custom));

test.each([[undefined], [null], [42], ['text'], [new Error('e')]])('keeps nothing of %s', (value) =>
  expect(keptOf(value)).toBeUndefined(),
);

test('keeps what was thrown within bounds', () => {
  const kept = keptOf(withFields({ cause: { text: 'x'.repeat(1e6) } }));
  expect(JSON.stringify(kept).length).toBeLessThan(70_000);
});

test('lets the data of the caller win over what was thrown', () =>
  expect(keptOf({ code: 1, more: 3 }, { code: 2 })).toEqual({ code: 2, more: 3 }));
