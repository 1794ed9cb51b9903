import { describe, expect, test } from 'vitest';
import type { MessageBody, Trace, TraceBody } from '../../src/items-api';
import type { Options } from '../../src/options';
import { start, turns } from '../support/fakes';
import type { Fakes } from '../support/fakes';

const saidBy = ({ items }: Fakes): unknown[] =>
  items().map(
    ({ data: { body } }) =>
      (body as MessageBody).message?.body ?? (body as TraceBody).trace.exception.message,
  );

/** An error with the stack of these files, the newest call first. */
const through = (message: string, ...files: string[]): Error =>
  Object.assign(new Error(message), {
    stack: [`Error: ${message}`, ...files.map((file) => `    at f (${file}:1:2)`)].join('\n'),
  });

describe('ignoredMessages', () => {
  test.each<[string, Options['ignoredMessages'], string, boolean]>([
    ['a pattern, found anywhere', ['time.?out'], 'a TIMEOUT, again', true],
    ['an expression', [/^quota/], 'Quota exceeded', true],
    ['an expression that is not there', [/^quota/], 'the quota', false],
    ['a text that is no pattern, taken as it is', ['(nothing'], 'there is (nothing', true],
    ['a text that is no pattern, elsewhere', ['(nothing'], 'there is nothing', false],
  ])('drop or keep a message: %s', (_, ignoredMessages, message, isDropped) => {
    const world = start({ ignoredMessages: ignoredMessages as string[] });
    world.notifier.info(message);
    expect(saidBy(world)).toEqual(isDropped ? [] : [message]);
    expect(world.notifier.stats().dropped).toEqual(isDropped ? { ignored: 1 } : {});
  });

  test('are searched in an error and in what lies behind it, and what is no pattern is said', () => {
    const world = start({ ignoredMessages: ['aborted', 'c++'] });
    world.notifier.error(new Error('aborted by the user'));
    world.notifier.error(new Error('outer', { cause: new Error('was aborted') }));
    world.notifier.error(new Error('kept'));
    expect(saidBy(world)).toEqual(['kept']);
    expect(new Set(world.said)).toEqual(
      new Set([expect.stringMatching(/^taken as it is, for it is no pattern: c\+\+$/)]),
    );
  });
});

describe('hosts', () => {
  const ours = through('ours', 'https://shop.example/app.js');
  const mixed = through('mixed', 'https://cdn.example/lib.js', 'https://shop.example/app.js');
  const theirs = through('theirs', 'https://ads.example/ad.js');

  test.each<[string, Options, string[]]>([
    ['hostSafeList', { hostSafeList: ['shop\\.example'] }, ['ours', 'mixed']],
    ['hostBlockList', { hostBlockList: [/cdn\.example/, 'ads\\.example'] }, ['ours']],
    ['hostWhiteList, its name of old', { hostWhiteList: ['shop'] }, ['ours', 'mixed']],
    ['hostBlackList, its name of old', { hostBlackList: ['ads'] }, ['ours', 'mixed']],
    ['both', { hostSafeList: ['shop'], hostBlockList: ['cdn'] }, ['ours']],
  ])('by %s', async (_, options, kept) => {
    const world = start(options);
    for (const error of [ours, mixed, theirs]) world.notifier.error(error);
    await turns();
    expect(saidBy(world)).toEqual(kept);
  });

  test('never silence what has no file name: messages, reasons, other scripts', async () => {
    const world = start({ hostSafeList: ['shop\\.example'] });
    world.notifier.info('message');
    world.events.rejected('reason');
    world.events.uncaught('Script error.', '', 0, 0, null);
    await turns();
    expect(saidBy(world)).toEqual(['message', 'reason', 'Script error.']);
  });
});

describe('sampleRate', () => {
  test.each<[Options['sampleRate'], number, boolean]>([
    [0.5, 0.49, true],
    [0.5, 0.5, false],
    [0, 0, false],
    [1, 0.999, true],
    [{ info: 0.1 }, 0.2, false],
    [{ error: 0.1 }, 0.2, true],
  ])('%j with a chance of %d reports: %s', (sampleRate, chance, isKept) => {
    const world = start({ sampleRate: sampleRate as number });
    world.chance = chance;
    world.notifier.info('x');
    expect(world.posted).toHaveLength(isKept ? 1 : 0);
    expect(world.notifier.stats().dropped).toEqual(isKept ? {} : { sampled: 1 });
  });

  test('goes by the level that the data asks for, and before anything is parsed', () => {
    const world = start({ sampleRate: { critical: 0 } });
    let reads = 0;
    const error = new Error('x');
    Object.defineProperty(error, 'stack', { get: () => void reads++ });
    world.notifier.info('x', error, { level: 'critical' });
    expect([world.posted.length, world.notifier.stats().dropped]).toEqual([0, { sampled: 1 }]);
    expect(reads).toBe(0);
  });
});

describe('a level in the data', () => {
  test.each<[string, Options, object]>([
    ['that is logged, which is not data any more', {}, { level: 'critical', order: 7 }],
    ['of payload', { payload: { level: 'critical' } }, { order: 7 }],
  ])('is the level of the item: %s', (_, options, custom) => {
    const world = start({ reportLevel: 'error', ...options });
    world.notifier.debug('x', custom);
    expect(world.items().map(({ data }) => [data.level, data.custom])).toEqual([
      ['critical', { order: 7 }],
    ]);
  });

  test('that is none is data', () => {
    const world = start();
    world.notifier.debug('x', { level: 9 });
    expect(world.items().map(({ data }) => [data.level, data.custom])).toEqual([
      ['debug', { level: 9 }],
    ]);
  });
});

test('payload.level decides what reportLevel drops', () => {
  const world = start({ reportLevel: 'error', payload: { level: 'info' } });
  world.notifier.critical('x');
  expect([world.posted.length, world.notifier.stats().dropped]).toEqual([0, { level: 1 }]);
});

test('plugins.jquery.ignoreAjaxErrors drops what says it is of one, and nothing else', async () => {
  const world = start({ plugins: { jquery: { ignoreAjaxErrors: true } } });
  world.notifier.error('ajax', { isAjax: true });
  world.notifier.error('other');
  world.notifier.configure({ plugins: { jquery: { ignoreAjaxErrors: false } } });
  world.notifier.error('ajax, asked for', { isAjax: true });
  await turns();
  expect(saidBy(world)).toEqual(['other', 'ajax, asked for']);
});

describe('what nobody caught', () => {
  const twice = (world: Fakes): void => {
    for (let i = 0; i < 2; i++) world.events.uncaught('m', 'u', 1, 2, through('same', 'https://a'));
  };

  test('and is what the one before was, is dropped, with another object, too', async () => {
    const world = start();
    twice(world);
    world.events.uncaught('m', 'u', 1, 2, through('another', 'https://a'));
    twice(world);
    await turns();
    expect(saidBy(world)).toEqual(['same', 'another', 'same']);
  });

  test('is reported each time where ignoreDuplicateErrors is off', async () => {
    const world = start({ ignoreDuplicateErrors: false });
    twice(world);
    await turns();
    expect(saidBy(world)).toEqual(['same', 'same']);
  });
});

test('payload.ignoreRateLimit exempts nothing from a limit', async () => {
  const world = start({ maxItems: 1, payload: { ignoreRateLimit: true } });
  ['a', 'b', 'c'].forEach((text) => world.notifier.error(text));
  await turns();
  expect(saidBy(world)).toEqual(['a', 'maxItems has been hit, ignoring errors until reset.']);
});

test('skipFrames takes that many of the newest calls off the error, and is not data', () => {
  const world = start();
  const files = ['c', 'b', 'a'].map((name) => `https://a.example/${name}.js`);
  world.notifier.error(through('x', ...files), { skipFrames: 1, order: 7 });
  const [{ data } = { data: undefined }] = world.items();
  const { frames } = (data?.body as TraceBody).trace as Trace;
  expect(frames.map(({ filename }) => filename)).toEqual([files[2], files[1]]);
  expect(data?.custom).toEqual({ order: 7 });
});

test.each<[string, object]>([
  ['no frames', { trace: { exception: { message: 'unwanted' } } }],
  ['no exception', { trace: { frames: [null, 7] }, message: { body: 'unwanted' } }],
  ['a chain of nothing', { trace_chain: [null, { exception: { message: 'unwanted' } }] }],
  ['nothing for a chain', { trace_chain: null, trace: { exception: { message: 'unwanted' } } }],
])('a filter reads what hooks have left: %s', (_, body) => {
  const world = start({
    ignoredMessages: ['unwanted'],
    hostBlockList: ['cdn'],
    onSendCallback: (_uncaught, _args, data) => Object.assign(data, { body }),
  });
  world.notifier.error(new Error('x'));
  expect(world.said).toEqual([]);
  expect(world.notifier.stats().dropped).toEqual({ ignored: 1 });
});
