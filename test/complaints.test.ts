import { describe, expect, test } from 'vitest';
import { complaintsAbout } from '../src/complaints';
import { settle } from '../src/options';
import type { Options } from '../src/options';

test('right options are no reason to complain', () => {
  const options: Options = {
    accessToken: 'token',
    endpoint: '/items',
    codeVersion: 45,
    captureIp: 'anonymize',
    reportLevel: 'warning',
    timeout: 1,
    person: { id: '1' },
    payload: {},
    transform: () => undefined,
  };
  expect(complaintsAbout(options)).toEqual([]);
  expect(complaintsAbout({ accessToken: undefined, environment: null })).toEqual([]);
});

describe('an unknown option', () => {
  test.each([
    ['acessToken', 'accessToken'],
    ['accesstoken', 'accessToken'],
    ['access_token', 'accessToken'],
    ['enviroment', 'environment'],
    ['captureUncaugth', 'captureUncaught'],
    ['reportLvl', 'reportLevel'],
    ['Endpoint', 'endpoint'],
  ])('%s is near %s', (name, near) => {
    expect(complaintsAbout({ [name]: 1 })).toEqual([
      `unknown option "${name}"; did you mean "${near}"?`,
    ]);
  });

  test('like no other has no hint, and a long one is cut', () => {
    expect(complaintsAbout({ somethingElse: 1 })).toEqual(['unknown option "somethingElse"']);
    expect(complaintsAbout({ ['x'.repeat(1e6)]: 1 })).toEqual([
      `unknown option "${'x'.repeat(40)}"`,
    ]);
  });

  test('may have the name of what every object has', () => {
    expect(complaintsAbout({ constructor: 1 })).toHaveLength(1);
  });
});

describe('a wrong value is named, with what it must be:', () => {
  test.each<[string, unknown, string]>([
    ['accessToken', {}, 'option "accessToken" is [object Object]; it must be of type string'],
    ['enabled', 'no', 'option "enabled" is no; it must be of type boolean'],
    ['captureIp', 'blurred', 'option "captureIp" is blurred; it must be of type boolean'],
    ['timeout', -1, 'option "timeout" is -1; it must be of type number'],
    ['payload', [1], 'option "payload" is [Array]; it must be of type object'],
    ['ignore', 'bots', 'option "ignore" is bots; it must be of type list'],
    ['transform', 'f', 'option "transform" is f; it must be of type function'],
    [
      'reportLevel',
      'fatal',
      'option "reportLevel" is fatal; it must be debug, info, warning, error, critical',
    ],
    [
      'endpoint',
      'ftp://a.example',
      'option "endpoint" is ftp://a.example; it must be a URL: items wait for one',
    ],
  ])('%s', (name, value, complaint) => {
    expect(complaintsAbout({ [name]: value })).toEqual([complaint]);
  });
});

test('what is no object is named', () => {
  expect(complaintsAbout('token')).toEqual(['options must be an object, not token']);
  expect(complaintsAbout(null)).toEqual(['options must be an object, not null']);
});

test('options that throw when read are no options, and throw nothing', () => {
  const options = {
    get accessToken(): string {
      throw new Error('no');
    },
  };
  expect(complaintsAbout(options)).toEqual([]);
});

describe('an endpoint', () => {
  test.each([
    ['api.rollbar.com/api/1/item/', 'https://api.rollbar.com/api/1/item/'],
    ['https://a.example:8443/x?y=1', 'https://a.example:8443/x?y=1'],
    ['HTTP://a.example/', 'HTTP://a.example/'],
    ['localhost:8001/api', 'https://localhost:8001/api'],
    ['http://[::1]:8001/', 'http://[::1]:8001/'],
    ['//a.example/x', '//a.example/x'],
    ['/items', '/items'],
    ['./items', './items'],
    ['../items', '../items'],
  ])('%s is posted to as %s', (endpoint, url) => {
    expect(settle({ endpoint }).endpoint).toBe(url);
  });

  test.each(['', 'http://', 'a b', 'ftp://a.example', 'javascript://x', 'https:// a.example'])(
    '"%s" is none, and no default takes its place',
    (endpoint) => {
      expect(settle({ endpoint }).endpoint).toBe('');
    },
  );
});

test('null and undefined leave the default', () => {
  const { environment, timeout } = settle({
    environment: undefined,
    timeout: null,
  } as unknown as Options);
  expect({ environment, timeout }).toEqual({ environment: 'unknown', timeout: 30_000 });
});

test.each(['retryInterval', 'maxRetries', 'maxWaitingItems', 'maxWaitingBytes', 'maxWaitingMs'])(
  'a %s that is no number from 0 up is none: nothing hammers and nothing is dropped for it',
  (name) => {
    const usual = settle({})[name as 'maxRetries'];
    for (const value of [-1, NaN, 'soon', {}, 5n]) {
      expect(settle({ [name]: value } as Options)[name as 'maxRetries']).toBe(usual);
    }
    expect(settle({ [name]: 0 } as Options)[name as 'maxRetries']).toBe(0);
  },
);

test('switched off, there is no place to post to: what waits stays', () => {
  expect(settle({ enabled: false }).endpoint).toBe('');
  expect(settle({ transmit: false }).endpoint).toBe('');
});

test('settings are frozen', () => {
  expect(Object.isFrozen(settle({}))).toBe(true);
});
