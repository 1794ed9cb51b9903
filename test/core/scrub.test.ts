import { describe, expect, test, vi } from 'vitest';
import { plainObject } from '../../src/core/plain';
import { createScrub } from '../../src/core/scrub';
import { settle, wholeDefaults } from '../../src/options';
import type { Options } from '../../src/options';

const mask = '********';
const scrub = (value: object, options: Options = {}): unknown =>
  createScrub(settle(options, wholeDefaults), vi.fn())(plainObject(value));
const scrubbed = (text: string, options?: Options): unknown =>
  (scrub({ text }, options) as { text: unknown }).text;

/** As rollbar.js has them. */
const theirs = [
  ...['pw', 'pass', 'passwd', 'password', 'secret', 'confirm_password', 'confirmPassword'],
  ...['password_confirmation', 'passwordConfirmation', 'access_token', 'accessToken'],
  ...['X-Rollbar-Access-Token', 'secret_key', 'secretKey', 'secretToken'],
  ...['cc-number', 'card number', 'cardnumber', 'cardnum', 'ccnum', 'ccnumber', 'cc num'],
  ...['creditcardnumber', 'credit card number', 'newcreditcardnumber', 'new credit card'],
  ...['creditcardno', 'credit card no', 'card#', 'card #', 'cc-csc', 'cvc', 'cvc2', 'cvv2', 'ccv2'],
  ...['security code', 'card verification', 'name on credit card', 'name on card', 'nameoncard'],
  ...['cardholder', 'card holder', 'name des karteninhabers', 'ccname', 'card type', 'cardtype'],
  ...['cc type', 'cctype', 'payment type', 'expiration date', 'expirationdate', 'expdate'],
  ...['cc-exp', 'ccmonth', 'ccyear'],
];
const ours = [
  ...['token', 'api_key', 'apiKey', 'api-key', 'authorization', 'Authorization', 'cookie'],
  ...['Set-Cookie', 'csrf', 'session', 'ssn', 'jwt', 'csrf_token', 'authToken', 'user_password'],
  ...[
    'proxy-authorization',
    'PHPSESSION',
    'access_key',
    'privateKey',
    'user[password]',
    '[password]',
    'clientSecret',
  ],
];

describe('what stands under a name', () => {
  test.each([...theirs, ...ours])('%s is a secret, whatever it is', (name) => {
    for (const value of ['hunter2', 7, true, { deep: [1] }, ['a']]) {
      expect(scrub({ a: [{ [name]: value }] })).toEqual({ a: [{ [name]: mask }] });
    }
  });

  test.each([
    ...['cookie_enabled', 'passage', 'account', 'success', 'access', 'author', 'tok', 'upward'],
    ...['card', 'cards', 'wildcard', 'name', 'code', 'type', 'key', 'expected', 'x'.repeat(60_000)],
  ])('%.20s is none', (name) => {
    expect(scrub({ [name]: 'seen' })).toEqual({ [name]: 'seen' });
  });

  test('is found in pairs, too: of a Map, of headers, of what was sent', () => {
    const pairs: [string, string][] = [
      ['password', 'hunter2'],
      ['a', 'b'],
    ];
    const hidden = [
      ['password', mask],
      ['a', 'b'],
    ];
    expect(scrub({ pairs, map: new Map(pairs) })).toEqual({ pairs: hidden, map: hidden });
    const list = ['no password', 'a', 'b'];
    expect(scrub({ list })).toEqual({ list });
  });
});

describe('a text', () => {
  test.each([
    ['https://a.example/?password=hunter2&x=1#top', `https://a.example/?password=${mask}&x=1#top`],
    ['/login?next=/a&access_token=hunter2', `/login?next=/a&access_token=${mask}`],
    ['user%5Bpassword%5D=hunter2&a=b', `user%5Bpassword%5D=${mask}&a=b`],
    ['user[password]=hunter2', `user[password]=${mask}`],
    ['/b.js?token=hunter2:3:7', `/b.js?token=${mask}`],
    ['no route for password=hunter2, sorry', `no route for password=${mask}, sorry`],
    ['password = hunter2 in .env', `password = ${mask} in .env`],
    [
      '/q?json=%7B%22a%22%3A1%2C%22pw%22%3A%22hunter2%22%7D&b=2',
      `/q?json=%7B%22a%22%3A1%2C%22pw%22%3A${mask}&b=2`,
    ],
    ['a=1; session=hunter2; b=2', `a=1; session=${mask}; b=2`],
    ['<input password="hunter2 and 3">', `<input password=${mask}>`],
    ['{"a":1,"password":"hunter2 \\" and more","b":2}', `{"a":1,"password":${mask},"b":2}`],
    ['{"ssn": 123, "b": 2}', `{"ssn": ${mask}, "b": 2}`],
    ['{"token":"cut off in the mid', `{"token":${mask}`],
    ['{"body":"{\\"a\\":1,\\"pw\\":\\"hunter2\\"}"}', `{"body":"{\\"a\\":1,\\"pw\\":${mask}}`],
    ['Authorization: Bearer ey.J-h_b+G/c=', `Authorization: Bearer ${mask}`],
    ['{"h":"bearer  ey.J"}', `{"h":"bearer  ${mask}"}`],
    ['https://bob:hunter2@a.example/x', `https://${mask}@a.example/x`],
    ['postgres://bob@db', `postgres://${mask}@db`],
  ])('loses the secret of %s', (text, without) => expect(scrubbed(text)).toBe(without));

  test.each([
    'north=1&south=2',
    'Unexpected token: }',
    'token expired: please log in',
    'if (a == b && c >= d)',
    'https://cdn.example/@scope/lib@1.2.3/index.js',
    '{"tok":3,"a":"b=c"}',
    'Bearer',
    'mail bob@a.example',
    '',
  ])('without one stays: %s', (text) => expect(scrubbed(text)).toBe(text));
});

describe('the options', () => {
  test('add fields, which are patterns for whole names', () => {
    const options = { scrubFields: ['zip', 'iban_?\\d*'] };
    expect(scrub({ zip: 1, Zip: 1, unzip: 1, zip2: 1, IBAN_1: 1, password: 1 }, options)).toEqual({
      ...{ zip: mask, Zip: mask, unzip: 1, zip2: 1, IBAN_1: mask, password: mask },
    });
    expect(scrubbed('?zip=1&unzip=2&user[zip]=3&user%5Bzip%5D=4', options)).toBe(
      `?zip=${mask}&unzip=2&user[zip]=${mask}&user%5Bzip%5D=${mask}`,
    );
  });

  test('replace the usual ones', () => {
    const options = { scrubFields: ['zip'], overwriteScrubFields: true };
    expect(scrub({ zip: 1, password: 1 }, options)).toEqual({ zip: mask, password: 1 });
    expect(scrub({ password: 1 }, { overwriteScrubFields: true })).toEqual({ password: 1 });
  });

  test('take a field that is no pattern literally, and say so', () => {
    const say = vi.fn();
    const scrub = createScrub(settle({ scrubFields: ['c++', 'a['] }, wholeDefaults), say);
    expect(scrub({ 'c++': 1, c: 1, 'a[': 1 })).toEqual({ 'c++': mask, c: 1, 'a[': mask });
    expect(say.mock.calls.flat()).toEqual([
      expect.stringContaining('c++'),
      expect.stringContaining('a['),
    ]);
  });

  test('name places', () => {
    const scrubPaths = ['body.message.order', 'custom.list.1', 'no.such.place', 'custom.none', ''];
    const data = { body: { message: { body: 'x', order: 7 } }, custom: { list: [1, 2] } };
    expect(scrub(data, { scrubPaths })).toEqual({
      body: { message: { body: 'x', order: mask } },
      custom: { list: [1, mask] },
    });
  });

  test.each<unknown>(['zip', [7], [null], {}, 5])('may be %j, and nothing is thrown', (odd) => {
    const options = { scrubFields: odd, scrubPaths: odd } as Options;
    expect(scrub({ password: 1, a: 2 }, options)).toEqual({ password: mask, a: 2 });
  });
});

test('nothing of the page is changed, and cycles end', () => {
  const custom: Record<string, unknown> = { password: 'hunter2', list: [{ pw: 'hunter2' }] };
  custom.self = custom;
  const before = structuredClone(custom);
  expect(JSON.stringify(scrub({ custom }))).not.toContain('hunter2');
  expect(custom).toEqual(before);
});
