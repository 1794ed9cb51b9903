import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { keepForWorkers, withPages } from '../../src/integrations/worker';
import { createNotifier } from '../../src/notifier';
import { createFakes, later, refusal, taken, token, turns, uuidOf } from '../support/fakes';
import type { Fakes } from '../support/fakes';
import { createStorage } from '../support/storage';
import type { FakeStorage } from '../support/storage';

/** Every channel that is open in this world. */
let channels: Set<Channel>;
/** What has been said on any of them, in order. */
let said: unknown[];

class Channel extends EventTarget {
  constructor(readonly name: string) {
    super();
    channels.add(this);
  }
  /** To everybody else, later, and as a copy. */
  postMessage(message: unknown): void {
    const data: unknown = structuredClone(message);
    said.push(data);
    for (const other of channels) {
      if (other === this || other.name !== this.name) continue;
      queueMicrotask(() => other.dispatchEvent(Object.assign(new Event('message'), { data })));
    }
  }
}

/** The storage and the window of the page. */
let storage: FakeStorage;
let page: EventTarget;
/** The pages that wait for their turn to keep things; the first one has it. */
let line: (() => unknown)[];

beforeEach(() => {
  vi.useFakeTimers();
  channels = new Set();
  said = [];
  storage = createStorage();
  page = new EventTarget();
  line = [];
  vi.stubGlobal('BroadcastChannel', Channel);
  vi.stubGlobal('location', { href: 'https://shop.example/' });
  vi.stubGlobal('navigator', {
    locks: {
      request(_: string, act: () => unknown) {
        if (line.push(act) === 1) act();
        return new Promise(() => undefined);
      },
    },
  });
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  Object.defineProperty(globalThis, 'localStorage', {
    configurable: true,
    get: () => storage.stored((texts) => texts),
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
  Reflect.deleteProperty(globalThis, 'localStorage');
});

/** A worker with a notifier, whose first two requests stay under way until they are answered. */
function startWorker() {
  const fakes: Fakes = createFakes();
  const answer = later<typeof taken>();
  fakes.answers.push(answer.promise, answer.promise);
  const notifier = createNotifier({ accessToken: token }, withPages(fakes.ports));
  return Object.assign(fakes, { notifier, answer });
}

function startPage() {
  const flush = vi.fn(async () => true);
  keepForWorkers({ flush });
  return { flush };
}

/** An event of the window that tells what has become of a text in storage. */
const tell = (type: 'rollcage' | 'storage', key: string, newValue: string): unknown =>
  page.dispatchEvent(Object.assign(new Event(type), { key, newValue }));

const kept = (): string[] => Object.keys(storage.texts());
const delivered = JSON.stringify(['delivered', 'delivered', { err: 0, result: { uuid: 'u' } }]);

describe('with a page that keeps it', () => {
  test('what waits in a worker lies in the storage of the page, until it is sent', async () => {
    startPage();
    const worker = startWorker();
    worker.notifier.error('at work');
    await turns();
    expect(kept()).toEqual([expect.stringMatching(`^rollcage:1:.*${uuidOf(1)}$`)]);
    expect(Object.values(storage.texts()).join()).toContain('at work');
    expect(Object.values(storage.texts()).join()).not.toContain(token);
    worker.answer.resolve(taken);
    await turns();
    expect(worker.notifier.stats()).toMatchObject({ delivered: 1, waiting: 0 });
    expect(kept()).toEqual([]);
  });

  test('the page tries what it keeps, once, after the worker has had its first try', async () => {
    const { flush } = startPage();
    const { notifier } = startWorker();
    notifier.error('at work');
    notifier.error('once more');
    await vi.advanceTimersByTimeAsync(4_999);
    expect(flush).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(flush.mock.calls).toEqual([[0]]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(flush).toHaveBeenCalledTimes(1);
  });

  test('only items are told of, not how long the worker pauses', async () => {
    startPage();
    const worker = startWorker();
    worker.answer.resolve(refusal(503));
    worker.notifier.error('at work');
    await turns();
    expect(kept()).toHaveLength(1);
    expect(said).not.toContainEqual(
      expect.objectContaining({ keep: expect.stringContaining('rollcage-rest') }),
    );
  });

  test('a page that comes later is handed all that waits', async () => {
    const { notifier } = startWorker();
    notifier.error('at work');
    notifier.error('once more');
    await turns();
    expect(kept()).toEqual([]);
    startPage();
    await turns();
    expect(kept()).toHaveLength(2);
  });

  test('of several pages one keeps it, and the next when that has gone', async () => {
    startPage();
    startPage();
    const { notifier } = startWorker();
    const here = said.filter((message) => Object.hasOwn(Object(message) as object, 'here'));
    expect(here).toHaveLength(1);
    notifier.error('at work');
    await turns();
    storage.clear();
    line[1]?.();
    await turns();
    expect(kept()).toHaveLength(1);
  });

  test('where locks are refused it keeps all the same', async () => {
    vi.stubGlobal('navigator', { locks: { request: () => Promise.reject(new Error('no')) } });
    startPage();
    await turns();
    startWorker().notifier.error('at work');
    await turns();
    expect(kept()).toHaveLength(1);
  });

  test.each([
    { type: 'rollcage', who: 'this page' },
    { type: 'storage', who: 'another page, which knows nothing of workers,' },
  ] as const)('the worker learns of it when $who has sent it', async ({ type }) => {
    startPage();
    const { notifier, posted, answers } = startWorker();
    answers[0] = refusal(503);
    const callback = vi.fn();
    notifier.error('at work', callback);
    await turns();
    tell(type, kept()[0] as string, delivered);
    await turns();
    expect(callback.mock.calls).toEqual([[null, { err: 0, result: { uuid: 'u' } }]]);
    expect(notifier.stats()).toMatchObject({ delivered: 1, waiting: 0 });
    expect(kept()).toEqual([]);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(posted).toHaveLength(1);
  });

  test('what the page stores for itself is not read', () => {
    startPage();
    const parse = vi.spyOn(JSON, 'parse');
    tell('storage', 'cart', JSON.stringify(['delivered']));
    expect(parse).not.toHaveBeenCalled();
    expect(said).toEqual([{ here: true }]);
  });

  test('that a page has laid it down is no end', async () => {
    startPage();
    const { notifier } = startWorker();
    notifier.error('at work');
    await turns();
    const [[key, text]] = Object.entries(storage.texts()) as [[string, string]];
    tell('storage', key, text);
    await turns();
    expect(notifier.stats()).toMatchObject({ waiting: 1 });
  });
});

describe('what cannot be', () => {
  test('without channels it waits in memory', async () => {
    vi.stubGlobal('BroadcastChannel', undefined);
    startPage();
    const worker = startWorker();
    worker.notifier.error('at work');
    worker.answer.resolve(taken);
    await turns();
    expect(worker.notifier.stats()).toMatchObject({ delivered: 1, waiting: 0 });
  });

  test('without storage the page keeps nothing, and nothing is thrown', async () => {
    storage.mood = 'blocked';
    startPage();
    const worker = startWorker();
    worker.notifier.error('at work');
    worker.answer.resolve(taken);
    await turns();
    expect(worker.notifier.stats()).toMatchObject({ delivered: 1, waiting: 0 });
  });

  test.each([null, undefined, 'here', 7, [], { over: 'x', text: 'y' }])(
    'on the channel somebody says %j: nothing happens',
    async (message) => {
      const failed: unknown[] = [];
      // An EventTarget of Node tells what its listeners throw on the next turn.
      const nextTick = vi.spyOn(process, 'nextTick').mockImplementation((act) => {
        try {
          act();
        } catch (error) {
          failed.push(error);
        }
      });
      startPage();
      const { notifier } = startWorker();
      new Channel('rollcage-workers').postMessage(message);
      await turns();
      nextTick.mockRestore();
      expect(failed).toEqual([]);
      expect(kept()).toEqual([]);
      expect(notifier.stats()).toMatchObject({ waiting: 0 });
    },
  );

  test('on a server neither opens a channel, which would keep the process from ending', () => {
    vi.stubGlobal('location', undefined);
    vi.stubGlobal('addEventListener', undefined);
    startPage();
    const fakes = createFakes();
    fakes.facts = undefined;
    createNotifier({ accessToken: token }, withPages(fakes.ports)).error('on the server');
    expect([...channels]).toEqual([]);
  });
});
