import { describe, expect, test, vi } from 'vitest';
import type { MessageBody, TraceBody } from '../src/items-api';
import { createNotifier } from '../src/notifier';
import type { Options } from '../src/options';
import {
  createFakes,
  later,
  noon,
  refusal,
  start,
  taken,
  token,
  turns,
  uuidOf,
} from './support/fakes';
import type { Answer } from '../src/shapes';

const bodyOf = ({ items }: ReturnType<typeof start>, index = 0): string =>
  (items()[index]?.data.body as MessageBody).message.body;

describe('a report', () => {
  test('gives the uuid at once, and goes out with it and the time of the call', () => {
    const world = start();
    expect(world.notifier.error('text')).toEqual({ uuid: uuidOf(1) });
    const [item] = world.items();
    expect(item?.access_token).toBe(token);
    expect(item?.data).toMatchObject({ uuid: uuidOf(1), timestamp: Math.floor(noon / 1000) });
  });

  test.each(['debug', 'info', 'warning', 'error', 'critical'] as const)(
    'by %s has that level',
    (level) => {
      const world = start();
      world.notifier[level]('text');
      expect(world.items()[0]?.data.level).toBe(level);
    },
  );

  test('by warn is a warning, by log what logLevel says', () => {
    const world = start({ logLevel: 'info' });
    world.notifier.warn('one');
    world.notifier.log('two');
    expect(world.items().map(({ data }) => data.level)).toEqual(['warning', 'info']);
  });

  test('below reportLevel is dropped, and its callback told so', () => {
    const world = start({ reportLevel: 'warning' });
    const told = vi.fn();
    world.notifier.info('quiet', told);
    world.notifier.warning('loud');
    expect(world.items()).toHaveLength(1);
    expect(told).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ code: 'level' }),
      undefined,
    );
  });

  test('holds data as it was at the call', () => {
    const world = start();
    const data = { count: 1 };
    world.notifier.error('text', data);
    data.count = 2;
    expect(world.items()[0]?.data.custom).toEqual({ count: 1 });
  });

  test('may be made with a method taken off the notifier', () => {
    const world = start();
    const { error } = world.notifier;
    error('alone');
    expect(bodyOf(world)).toBe('alone');
  });
});

describe('a callback', () => {
  test('is told once, with the answer of the API', async () => {
    const world = start();
    const told = vi.fn();
    world.notifier.error('text', told);
    expect(told).not.toHaveBeenCalled();
    await turns();
    expect(told).toHaveBeenCalledExactlyOnceWith(null, taken.response);
  });

  test('is told the reason of a refusal', async () => {
    const world = start();
    world.answers.push(refusal(422, 'no such field'));
    const told = vi.fn();
    world.notifier.error('text', told);
    await turns();
    expect(told).toHaveBeenCalledOnce();
    expect(told.mock.calls[0]?.[0]).toMatchObject({
      code: 'refused',
      message: '422: no such field',
    });
  });

  test.each<[string, Options]>([
    ['disabled', { enabled: false }],
    ['not-transmitted', { transmit: false }],
    ['ignored', { checkIgnore: () => true }],
  ])('is told "%s"', async (code, options) => {
    const world = start(options);
    const told = vi.fn();
    world.notifier.error('text', told);
    await turns();
    expect(told).toHaveBeenCalledOnce();
    expect(told.mock.calls[0]?.[0]).toMatchObject({ code });
    expect(world.posted).toEqual([]);
  });

  test('that throws is told in the console, and harms nobody', async () => {
    const world = start();
    world.notifier.error('one', () => {
      throw new Error('mine');
    });
    await turns();
    world.notifier.error('two');
    expect(world.said).toEqual(['A log callback has thrown: Error: mine']);
    expect(world.items()).toHaveLength(2);
  });
});

describe('what the page raises', () => {
  test('an uncaught error is an item, with the words of the browser beside it', () => {
    const world = start();
    world.uncaught('Uncaught TypeError: m', 'https://a.example/b.js', 3, 9, new TypeError('m'));
    const { exception, frames } = (world.items()[0]?.data.body as TraceBody).trace;
    expect(exception).toEqual({
      class: 'TypeError',
      message: 'm',
      description: 'Uncaught TypeError: m',
    });
    expect(frames.length).toBeGreaterThan(0);
  });

  test('without an error it is its message at its place', () => {
    const world = start();
    world.uncaught('Script error.', 'https://a.example/b.js', 3, 9, undefined);
    expect((world.items()[0]?.data.body as TraceBody).trace).toEqual({
      exception: { class: '(unknown)', message: 'Script error.', description: 'Script error.' },
      frames: [{ filename: 'https://a.example/b.js', lineno: 3, colno: 9, method: '[anonymous]' }],
    });
  });

  test('a rejection without a reason says so', () => {
    const world = start();
    world.rejected(undefined);
    world.rejected(null);
    const messages = world
      .items()
      .map(({ data }) => (data.body as TraceBody).trace.exception.message);
    expect(messages).toEqual(['Promise rejected with undefined', 'Promise rejected with null']);
  });

  test('has the level uncaughtErrorLevel', () => {
    const world = start({ uncaughtErrorLevel: 'critical' });
    world.rejected('x');
    expect(world.items()[0]?.data.level).toBe('critical');
  });

  test('is left alone when the options say so, also later', () => {
    const world = start({ captureUncaught: false });
    world.uncaught('m', '', 0, 0, new Error('m'));
    world.rejected('first');
    world.notifier.configure({ captureUncaught: true, captureUnhandledRejections: false });
    world.uncaught('m', '', 0, 0, new Error('now'));
    world.rejected('second');
    const messages = world
      .items()
      .map(({ data }) => (data.body as TraceBody).trace.exception.message);
    expect(messages).toEqual(['first', 'now']);
    expect(world.listeners).toBe(1);
  });
});

describe('configure', () => {
  test('lays new options, deep, over the old ones, and gives back the notifier', () => {
    const world = start({ environment: 'one', payload: { custom: { a: 1 } } });
    const same = world.notifier.configure({ payload: { custom: { b: 2 } } });
    expect(same).toBe(world.notifier);
    world.notifier.error('text');
    expect(world.items()[0]?.data).toMatchObject({ environment: 'one', custom: { a: 1, b: 2 } });
  });

  test('its second argument is laid over payload', () => {
    const world = start();
    world.notifier.configure({ payload: { title: 'one' } }, { title: 'two' });
    world.notifier.error('text');
    expect(world.items()[0]?.data.title).toBe('two');
  });

  test('undefined leaves an option as it is, null sets it back', () => {
    const world = start({ environment: 'one' });
    world.notifier.configure({ environment: undefined } as unknown as Options);
    world.notifier.error('text');
    world.notifier.configure({ environment: null } as unknown as Options);
    world.notifier.error('text');
    expect(world.items().map(({ data }) => data.environment)).toEqual(['one', 'unknown']);
  });

  test('copies: what the page does to its options afterwards changes nothing', () => {
    const payload = { custom: { a: 1 } };
    const world = start({ payload });
    payload.custom.a = 2;
    world.notifier.error('text');
    expect(world.items()[0]?.data.custom).toEqual({ a: 1 });
  });
});

describe('without', () => {
  test('a token one thing is said, and items wait until one comes', async () => {
    const world = createFakes();
    const notifier = createNotifier({}, world.ports);
    notifier.error('early');
    await turns();
    expect(world.posted).toEqual([]);
    expect(world.said).toEqual([
      'there is no accessToken; items wait until configure({ accessToken }) brings one',
    ]);
    notifier.configure({ accessToken: 'now' });
    expect(world.items().map(({ access_token }) => access_token)).toEqual(['now']);
  });

  test('a readable endpoint items wait until one comes, and nothing goes to the default', async () => {
    const world = start({ endpoint: 'ftp://a.example' });
    world.notifier.error('early');
    await turns();
    expect(world.posted).toEqual([]);
    world.notifier.configure({ endpoint: 'a.example/items' });
    expect(world.posted.map(({ endpoint }) => endpoint)).toEqual(['https://a.example/items']);
  });

  test('a page, as in Node, it does nothing, and asks for nothing', () => {
    const world = createFakes();
    world.facts = undefined;
    const notifier = createNotifier({}, world.ports);
    const told = vi.fn();
    expect(notifier.error('text', told).uuid).toHaveLength(36);
    expect(told.mock.calls[0]?.[0]).toMatchObject({ code: 'disabled' });
    expect([world.listeners, world.said, world.posted]).toEqual([0, [], []]);
  });
});

describe('hooks', () => {
  test('run in order, with the occurrence, and may change it', () => {
    const calls: string[] = [];
    const world = start({
      onSendCallback: (isUncaught, args) => void calls.push(`send ${isUncaught} ${args[0]}`),
      checkIgnore: () => void calls.push('ignore'),
      transform: (data) => {
        calls.push('transform');
        Object.assign(data, { title: 'mine' });
      },
    });
    world.notifier.error('text');
    expect(calls).toEqual(['send false text', 'ignore', 'transform']);
    expect(world.items()[0]?.data.title).toBe('mine');
  });

  test.each(['onSendCallback', 'checkIgnore', 'transform'])(
    '%s that throws is told, and the item goes on',
    (name) => {
      const world = start({
        [name]: () => {
          throw new Error('mine');
        },
      });
      world.notifier.error('text');
      expect(world.said).toEqual([`The hook ${name} has thrown: Error: mine`]);
      expect(world.items()).toHaveLength(1);
    },
  );

  test('that log are reported without hooks, and do not come back', () => {
    let calls = 0;
    const world = start({
      checkIgnore: () => {
        calls++;
        world.notifier.info('from the hook');
      },
    });
    world.notifier.error('text');
    expect(calls).toBe(1);
    expect([bodyOf(world, 0), bodyOf(world, 1)]).toEqual(['from the hook', 'text']);
  });

  test('may hand a crash report through', () => {
    const world = start({
      transform: (data) => void Object.assign(data, { body: { crash_report: { raw: 'report' } } }),
    });
    world.notifier.error('text');
    expect(world.items()[0]?.data.body).toEqual({ crash_report: { raw: 'report' } });
  });

  test('cannot change the settings through what they are given', () => {
    const world = start({
      payload: { custom: { list: { a: 1 } } },
      transform: (data) => {
        (data as { custom: { list: { a: number } } }).custom.list.a++;
      },
    });
    world.notifier.error('one');
    world.notifier.error('two');
    expect(world.items().map(({ data }) => data.custom)).toEqual([
      { list: { a: 2 } },
      { list: { a: 2 } },
    ]);
  });
});

test('one that is under way when the token is refused goes out with the next one', async () => {
  const world = start();
  const answer = later<Answer>();
  world.answers.push(answer.promise);
  world.notifier.error('text');
  answer.resolve(refusal(403));
  await turns();
  world.notifier.configure({ accessToken: 'better' });
  expect(world.items().map(({ access_token }) => access_token)).toEqual([token, 'better']);
});
