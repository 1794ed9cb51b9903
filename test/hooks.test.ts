import { describe, expect, test, vi } from 'vitest';
import type { MessageBody, Occurrence } from '../src/items-api';
import type { Options } from '../src/options';
import { later, start, turns, uuidOf } from './support/fakes';
import type { Fakes } from './support/fakes';
import { schemaErrors } from './support/item-schema.mjs';

type Data = Occurrence & Record<string, unknown>;

test('run in order: onSendCallback, checkIgnore, transform', () => {
  const ran: unknown[] = [];
  const { notifier } = start({
    transform: (data, item) => ran.push(['transform', data, item]),
    checkIgnore: (isUncaught, args, data) => void ran.push(['checkIgnore', isUncaught, args, data]),
    onSendCallback: (isUncaught, args, data) => ran.push(['onSend', isUncaught, args, data]),
  });
  notifier.error('x', { a: 1 });
  const data = expect.objectContaining({ uuid: uuidOf(1), level: 'error' });
  expect(ran).toEqual([
    ['onSend', false, ['x', { a: 1 }], data],
    ['checkIgnore', false, ['x', { a: 1 }], data],
    ['transform', data, { uuid: uuidOf(1), isUncaught: false }],
  ]);
});

test('are told of what nobody caught', () => {
  const told: unknown[] = [];
  const world = start({ checkIgnore: (isUncaught, args) => void told.push([isUncaught, args]) });
  const error = new Error('x');
  world.events.uncaught('m', 'u', 1, 2, error);
  world.events.rejected('y');
  expect(told).toEqual([
    [true, ['m', 'u', 1, 2, error]],
    [true, ['y']],
  ]);
});

test('change what is sent', () => {
  const world = start({
    onSendCallback: (_, __, data) => Object.assign(data, { context: 'first', title: 'first' }),
    transform: (data) => Object.assign(data, { title: 'last' }),
  });
  world.notifier.info('x');
  expect(world.items()[0]?.data).toMatchObject({ context: 'first', title: 'last' });
});

test('change this item only, neither the settings nor the next one', () => {
  const world = start({
    person: { id: '1' },
    payload: { custom: { list: [1] } },
    transform(found) {
      const data = found as Data;
      data.person = Object.assign(data.person ?? {}, { id: data.person?.id + '!' }) as never;
      (data.notifier as Record<string, unknown>).version += '!';
      ((data.custom as Record<string, unknown[]>).list as unknown[]).push(2);
    },
  });
  world.notifier.info('x');
  world.notifier.info('y');
  const [first, second] = world.items().map(({ data }) => data);
  expect(first?.person).toEqual({ id: '1!' });
  expect(second?.person).toEqual(first?.person);
  expect(second?.notifier).toEqual(first?.notifier);
  expect(second?.custom).toEqual({ list: [1, 2] });
});

test('that say to ignore it leave transform out', () => {
  const ran: string[] = [];
  const world = start({ checkIgnore: () => 'yes', transform: () => void ran.push('transform') });
  world.notifier.info('x');
  expect([world.posted, ran]).toEqual([[], []]);
});

test.each(['onSendCallback', 'checkIgnore', 'transform'])(
  'that throw are told, and the item goes on: %s',
  (name) => {
    const ran: string[] = [];
    const note = (other: string) => (): void => void ran.push(other);
    const world = start({
      onSendCallback: note('onSendCallback'),
      checkIgnore: note('checkIgnore'),
      transform: note('transform'),
      [name]: () => {
        throw new Error('mine');
      },
    });
    world.notifier.info('x');
    expect(world.said).toEqual([`${name} has thrown: Error: mine`]);
    expect(world.posted).toHaveLength(1);
    expect(ran).toHaveLength(2);
  },
);

test.each<(log: () => unknown) => Options>([
  (log) => ({ onSendCallback: log }),
  (log) => ({ checkIgnore: () => void log() }),
  (log) => ({ transform: log }),
])('that log do not come back to themselves: %o', async (options) => {
  let logged = 0;
  const world = start(options(() => void world.notifier.info(`from the hook ${++logged}`)));
  world.notifier.error('x');
  world.notifier.error('y');
  await turns();
  const texts = world.items().map(({ data }) => (data.body as MessageBody).message.body);
  expect(texts.sort()).toEqual(['from the hook 1', 'from the hook 2', 'x', 'y']);
});

describe('may put in what the API takes but nobody here makes:', () => {
  test('a crash report, which passes through', () => {
    const world = start({
      transform: (data) => Object.assign(data, { body: { crash_report: { raw: 'report' } } }),
    });
    world.notifier.error(new Error('x'));
    expect(world.items()[0]?.data.body).toEqual({ crash_report: { raw: 'report' } });
  });

  test('fields of their own, a fingerprint, a title', () => {
    const more = {
      fingerprint: 'f',
      title: 't',
      server: { host: 'h' },
      feature_flags: { a: true },
    };
    const world = start({ transform: (data) => Object.assign(data, more) });
    world.notifier.error(new Error('x'));
    expect(world.items()[0]?.data).toMatchObject(more);
  });
});

test('cannot make an item the API would refuse', () => {
  const world = start({
    transform(found) {
      for (const key of Object.keys(found)) delete (found as Record<string, unknown>)[key];
      Object.assign(found, { level: 'fatal', timestamp: 'now', request: 'r', extra: 1n });
    },
  });
  world.notifier.error('x');
  expect(world.items().map((item) => schemaErrors(item))).toEqual([[]]);
});

test('but transform are not waited for, and what they reject is nobody else’s', async () => {
  const rejections: unknown[] = [];
  const note = (reason: unknown): unknown => rejections.push(reason);
  process.on('unhandledRejection', note);
  const world = start({
    onSendCallback: () => Promise.reject(new Error('late')) as never,
    checkIgnore: () => Promise.resolve(true),
  });
  world.notifier.error('x');
  expect(world.items()).toHaveLength(1);
  await new Promise((resolve) => setTimeout(resolve));
  process.off('unhandledRejection', note);
  expect(rejections).toEqual([]);
});

describe('a transform that gives a promise', () => {
  const texts = ({ items }: Fakes): unknown[] =>
    items().map(({ data }) => [(data.body as MessageBody).message.body, data.title]);

  test('is waited for, with what it has changed', async () => {
    const { promise, resolve } = later<void>();
    const world = start({
      transform: async (data) => {
        await promise;
        Object.assign(data, { title: 'late' });
      },
    });
    const { uuid } = world.notifier.error('x');
    expect(world.posted).toEqual([]);
    expect(world.notifier.stats()).toMatchObject({ captured: 1, waiting: 1 });
    resolve();
    await turns();
    expect(texts(world)).toEqual([['x', 'late']]);
    expect(world.items()[0]?.data.uuid).toBe(uuid);
    expect(world.notifier.stats()).toMatchObject({ captured: 1, delivered: 1, waiting: 0 });
  });

  test('may bring another object in the place of data', async () => {
    const transform = async (data: object) => ({ ...data, title: 'another' });
    const world = start({ transform });
    world.notifier.error('x');
    await turns();
    expect(texts(world)).toEqual([['x', 'another']]);
  });

  test('that rejects is told, and the item goes on', async () => {
    const world = start({ transform: () => Promise.reject(new Error('no')) });
    world.notifier.error('x');
    await turns();
    expect(texts(world)).toEqual([['x', undefined]]);
    expect(world.said).toEqual(['transform has thrown: Error: no']);
  });

  test('has five seconds; then the item goes as it is, once', async () => {
    vi.useFakeTimers();
    const { promise, resolve } = later<void>();
    const world = start({ transform: () => promise });
    world.notifier.error('x');
    vi.advanceTimersByTime(4999);
    expect(world.posted).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(texts(world)).toEqual([['x', undefined]]);
    expect(world.said).toEqual([expect.stringMatching(/^transform has not come to an end/)]);
    resolve();
    await turns();
    expect(world.posted).toHaveLength(1);
    vi.useRealTimers();
  });

  test('that cannot be waited for is not waited for longer than any', async () => {
    vi.useFakeTimers();
    const { promise } = later<void>();
    const world = start({ transform: () => promise });
    const resolve = vi.spyOn(Promise, 'resolve').mockImplementation(() => {
      throw new Error('broken');
    });
    world.notifier.error('x');
    resolve.mockRestore();
    vi.advanceTimersByTime(5000);
    vi.useRealTimers();
    expect(texts(world)).toEqual([['x', undefined]]);
  });

  test('that has an end at once is not said to have none', () => {
    vi.useFakeTimers();
    const world = start({ transform: () => ({ then: () => undefined }) });
    const then = (act: () => void): void => act();
    const resolve = vi.spyOn(Promise, 'resolve').mockReturnValue({ then } as Promise<unknown>);
    world.notifier.error('x');
    resolve.mockRestore();
    vi.advanceTimersByTime(5000);
    vi.useRealTimers();
    expect(texts(world)).toEqual([['x', undefined]]);
    expect(world.said).toEqual([]);
  });

  test('is waited for in a page without timers, too', async () => {
    const world = start({ transform: () => Promise.resolve() });
    vi.stubGlobal('setTimeout', () => {
      throw new Error('broken');
    });
    world.notifier.error('x');
    vi.unstubAllGlobals();
    await turns();
    expect(texts(world)).toEqual([['x', undefined]]);
  });

  test('is not waited for where the page leaves', () => {
    const world = start({ transform: () => new Promise(() => {}) });
    world.notifier.error('x');
    world.events.leave(true);
    expect(texts(world)).toEqual([['x', undefined]]);
  });

  test('is not waited for once the page has left, until it is back', async () => {
    const world = start({ transform: () => new Promise(() => {}) });
    world.events.leave(true);
    world.notifier.error('x');
    await turns();
    expect(texts(world)).toEqual([['x', undefined]]);
    world.events.wake({});
    world.notifier.error('y');
    await turns();
    expect(texts(world)).toHaveLength(1);
    expect(world.notifier.stats().waiting).toBe(1);
  });

  test('is waited for by wait', async () => {
    const { promise, resolve } = later<void>();
    const world = start({ transform: () => promise });
    const told = vi.fn();
    world.notifier.error('x');
    world.notifier.wait(told);
    await turns();
    expect(told).not.toHaveBeenCalled();
    resolve();
    await turns();
    expect(told).toHaveBeenCalledTimes(1);
  });

  test('cannot bring what would not be scrubbed', async () => {
    const transform = async () => ({ custom: { password: 'hunter2' } });
    const world = start({ transform });
    world.notifier.error('x');
    await turns();
    expect(world.items()[0]?.data.custom).toEqual({ password: '********' });
  });

  test('may leave what throws, and loses neither the item nor its callback', async () => {
    const trap = { enumerable: true, get: () => expect.unreachable() };
    const world = start({
      onSendCallback: (_, __, payload) => void Object.defineProperty(payload, 'trap', trap),
      async transform(payload) {
        await turns();
        payload.notifier = Object.defineProperty({}, 'diagnostic', trap);
      },
    });
    const told = vi.fn();
    world.notifier.configure({ reportLevel: 'info' });
    world.notifier.debug('dropped');
    world.notifier.error('x', told);
    await turns();
    await turns();
    expect(texts(world)).toEqual([['x', undefined]]);
    expect(told).toHaveBeenCalledTimes(1);
    expect(world.notifier.stats()).toMatchObject({ captured: 2, delivered: 1, waiting: 0 });
  });

  test.each<[string, () => unknown]>([
    ['a circle', () => ((circle) => Object.assign(circle, { circle }))({})],
    [
      'the same millions of times',
      () => [...'abcdefghijklmnopqrstuvw'].reduce((o) => ({ a: o, b: o }), {}),
    ],
    ['a number beyond all', () => 10n],
  ])('takes no time for %s that another hook has left', async (_, make) => {
    const world = start({
      onSendCallback: (_, __, payload) => (payload.custom = { left: make() }),
      transform: () => turns(),
    });
    const begun = performance.now();
    world.notifier.error('x');
    expect(performance.now() - begun).toBeLessThan(1000);
    await turns();
    await turns();
    expect(texts(world)).toHaveLength(1);
    expect(world.said).toEqual([]);
  });

  test('tells what has been dropped, as every item does', async () => {
    const world = start({ transform: async () => {}, reportLevel: 'error' });
    world.notifier.info('x');
    world.notifier.error('y');
    await turns();
    expect(world.items()[0]?.data.notifier?.diagnostic).toMatchObject({ dropped: { level: 1 } });
  });

  test('and that logs before or after it has waited, does not call itself without end', async () => {
    const world = start({
      itemsPerMinute: 30,
      async transform() {
        world.notifier.info('before');
        await turns();
        world.notifier.info('after');
      },
    });
    world.notifier.error('x');
    for (let i = 0; i < 100; i++) await turns();
    const seen = texts(world).map((item) => (item as unknown[])[0]);
    expect(seen.sort()).toEqual(['after', 'before', 'before', 'x']);
    expect(world.notifier.stats()).toMatchObject({ waiting: 0, dropped: { ignored: 1 } });
  });

  test('holds up nothing that says something else, or has other data, or comes later', async () => {
    const world = start({ transform: () => turns() });
    world.notifier.error('x');
    world.notifier.error('y');
    world.notifier.error('x', { other: 'data' });
    await turns();
    await turns();
    world.notifier.error('x');
    await turns();
    await turns();
    expect(texts(world).map((item) => (item as unknown[])[0])).toEqual(['x', 'y', 'x', 'x']);
  });
});
