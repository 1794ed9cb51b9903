import { expect, test } from 'vitest';
import type { Occurrence } from '../src/items-api';
import { settle, wholeDefaults } from '../src/options';
import { enrich } from '../src/core/enrich';
import { createFilter } from '../src/core/filter';
import { createScrub } from '../src/core/scrub';
import { envelope, prepare, seal } from '../src/pipeline';
import type { Capture, Ports } from '../src/shapes';
import { page, token } from './support/fakes';
import { schemaErrors } from './support/item-schema.mjs';

const capture: Capture = {
  uuid: 'the-uuid',
  at: 0,
  url: page.url,
  level: 'info',
  isUncaught: false,
  args: [],
  message: 'text',
};

const scrub = createScrub(settle({}, wholeDefaults), () => {});

test('what is below the level is dropped before anything of it is read', () => {
  const thrown = {
    get value(): never {
      throw new Error('read');
    },
  };
  expect(
    prepare({ ...capture, thrown }, settle({ reportLevel: 'warning' }, wholeDefaults), page),
  ).toBe('level');
});

test('a message is never noise, though it has the calls that led to it', () => {
  const settings = settle({ ignore: ['bots'] }, wholeDefaults);
  const ports: Pick<Ports, 'enrich' | 'filter'> = {
    filter: createFilter(Math.random, () => {}),
    enrich: (...given) => enrich(...given, 0),
  };
  const own = '\n    at own (own.js:1:1)'.repeat(3);
  const stack = `Error${own}\n    at pay (https://a.example/b.js:3:9)`;
  const message = 'zaloJSV2 was here';
  expect(prepare({ ...capture, message, stack }, settings, page, ports)).toMatchObject({
    body: { trace: { exception: { class: 'Message', message } } },
  });
  const thrown = { value: message };
  expect(prepare({ ...capture, thrown }, settings, page, ports)).toBe('ignored');
});

test('what was captured becomes an item, sealed first and addressed when it is sent', () => {
  const occurrence = prepare(capture, settle({}, wholeDefaults), page) as Occurrence;
  const item: unknown = JSON.parse(envelope(seal(occurrence, scrub), token));
  expect(item).toMatchObject({
    access_token: token,
    data: { uuid: 'the-uuid', body: { message: { body: 'text' } } },
  });
  expect(schemaErrors(item)).toEqual([]);
});

test('what is changed after the seal is not sent', () => {
  const occurrence = prepare(capture, settle({}, wholeDefaults), page) as Occurrence;
  const sealed = seal(occurrence, scrub);
  occurrence.context = 'too late';
  expect(sealed).not.toContain('too late');
});

test('a token of any characters is one text in the item', () => {
  const odd = '","data":{"a":"\\\n';
  expect(JSON.parse(envelope('{}', odd))).toEqual({ access_token: odd, data: {} });
});

test('sealed anew it has the bytes that are said at most', () => {
  const custom = { text: 'é'.repeat(50_000), more: 'x'.repeat(20_000) };
  const sealed = seal(
    { ...(prepare(capture, settle({}, wholeDefaults), page) as Occurrence), custom },
    scrub,
  );
  const smaller = seal(JSON.parse(sealed), scrub, sealed.length / 4);
  expect(Buffer.byteLength(smaller)).toBeLessThanOrEqual(Buffer.byteLength(sealed) / 4);
  expect(JSON.parse(smaller)).toMatchObject({
    uuid: 'the-uuid',
    body: { message: { body: 'text' } },
  });
});
