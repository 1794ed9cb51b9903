import { describe, expect, test } from 'vitest';
import { createAdapter } from '../../src/core/aliases';
import { start } from '../support/fakes';

describe('another name', () => {
  test.each([
    [{ handleUncaughtExceptions: false }, { captureUncaught: false }],
    [{ handleUnhandledRejections: false }, { captureUnhandledRejections: false }],
    [{ hostWhiteList: ['a'] }, { hostSafeList: ['a'] }],
    [{ hostBlackList: ['a'] }, { hostBlockList: ['a'] }],
  ])('%j stands for %j', (options, adapted) => {
    expect(createAdapter()(options)).toEqual(adapted);
  });

  test.each([
    [{ handleUncaughtExceptions: false, captureUncaught: true }],
    [{ captureUncaught: true, handleUncaughtExceptions: false }],
  ])('never wins over the one here: %j', (options) => {
    expect(createAdapter()(options)).toEqual({ captureUncaught: true });
  });

  test('switches off what nobody caught', () => {
    const world = start({ handleUncaughtExceptions: false, handleUnhandledRejections: false });
    world.events.uncaught('x', '', 0, 0, new Error('x'));
    world.events.rejected(new Error('y'));
    expect(world.posted).toEqual([]);
  });
});

test('an expression is a pattern; a text that is one stays a text', () => {
  const hostSafeList = [/shop\.example/i, 'cdn\\.example'];
  expect(createAdapter()({ hostSafeList })).toEqual({
    hostSafeList: ['shop\\.example', 'cdn\\.example'],
  });
  expect(createAdapter()({ ignoredMessages: /one/ })).toEqual({ ignoredMessages: ['one'] });
});

describe('scrubFields', () => {
  const custom = { zip: 1, phone: 2, password: 3, other: 4 };
  const scrubbed = (...calls: object[]): unknown => {
    const world = start();
    for (const options of calls) world.notifier.configure(options);
    world.notifier.info('x', custom);
    return world.items()[0]?.data.custom;
  };
  const mask = '********';

  test('of each call come to those before', () => {
    expect(scrubbed({ scrubFields: ['zip'] }, { scrubFields: ['phone'] })).toEqual({
      zip: mask,
      phone: mask,
      password: mask,
      other: 4,
    });
  });

  test('of a call with overwriteScrubFields stand alone', () => {
    expect(
      scrubbed({ scrubFields: ['zip'] }, { scrubFields: ['phone'], overwriteScrubFields: true }),
    ).toEqual({ zip: 1, phone: mask, password: 3, other: 4 });
  });

  test('set back by null leave the usual ones', () => {
    expect(scrubbed({ scrubFields: ['zip'] }, { scrubFields: null })).toEqual({
      zip: 1,
      phone: 2,
      password: mask,
      other: 4,
    });
  });

  test('may be expressions', () => {
    expect(scrubbed({ scrubFields: [/^z.p/] })).toEqual({ ...custom, zip: mask, password: mask });
  });

  test('are those of one notifier', () => {
    scrubbed({ scrubFields: ['zip'] });
    expect(scrubbed({ scrubFields: ['phone'] })).toMatchObject({ zip: 1, phone: mask });
  });
});

test.each([null, 'token', 7, undefined])('what is no object has no options: %j', (options) => {
  expect(createAdapter()(options)).toEqual({});
});
