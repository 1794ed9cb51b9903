import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createOutbox } from '../../src/browser/outbox';
import type { Level } from '../../src/items-api';
import { settle } from '../../src/options';
import { refusal, taken, uuidOf } from '../support/fakes';
import { createOrigin } from '../support/origin';
import type { Origin, Page } from '../support/origin';

let origin: Origin;
let page: Page;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 23, 12) });
  origin = createOrigin();
  page = origin.open();
});
afterEach(() => vi.useRealTimers());

const add = (...texts: string[]): void => texts.forEach((text) => page.add(text));
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
/** The items that lie in storage, as texts. */
const kept = (): string[] =>
  Object.entries(origin.storage.texts())
    .filter(([key]) => key.startsWith('rollcage:'))
    .map(([, sealed]) => (JSON.parse(sealed) as { text: string }).text);
/** What is noted of targets that do not answer. */
const notes = (): string[] =>
  Object.keys(origin.storage.texts()).filter((key) => key.startsWith('rollcage-rest'));

describe('items are sent', () => {
  test('in order, two at a time', async () => {
    add('a', 'b', 'c', 'd');
    expect(origin.sent()).toEqual(['a', 'b']);
    await origin.answer(taken);
    expect(origin.sent()).toEqual(['a', 'b', 'c']);
    for (let i = 0; i < 3; i++) await origin.answer(taken);
    expect(origin.sent()).toEqual(['a', 'b', 'c', 'd']);
    expect(page.ends.map((end) => end[0])).toEqual(['a', 'b', 'c', 'd']);
    page.outbox.wake();
    await pass(60_000);
    expect(origin.sent()).toHaveLength(4);
  });

  test('two at a time, also where what comes after a lock has failed', async () => {
    let accessToken = '';
    const sent: string[] = [];
    const outbox = createOutbox(
      {
        settings: () => settle({ accessToken }),
        envelope: (sealed) => sealed,
        seal: (data) => JSON.stringify(data),
        count: () => undefined,
      },
      {
        chance: () => 1,
        now: Date.now,
        say: () => undefined,
        tell: () => undefined,
        stored: () => undefined,
        async exclusively(_, __, act) {
          await act(true);
          await act(true);
        },
        send: (text) => (sent.push(text) > 1 ? new Promise(() => {}) : Promise.resolve(taken)),
      },
    );
    const add = (uuid: string): void =>
      outbox.add({ uuid, at: Date.now(), level: 'error', sealed: uuid, ended: () => undefined });
    add('a');
    accessToken = 'token';
    outbox.wake();
    await pass(0);
    for (const uuid of ['b', 'c', 'd', 'e']) add(uuid);
    await pass(0);
    expect(sent).toEqual(['a', 'b', 'c']);
  });

  test('at once where they are new, and once, while their lock is asked for', async () => {
    origin.lockMs = 300;
    add('a');
    expect(origin.sent()).toEqual(['a']);
    await origin.answer(taken);
    expect(page.ends).toEqual(['a delivered 200']);
    add('b', 'c');
    expect(origin.sent()).toEqual(['a', 'b', 'c']);
    await pass(1000);
    expect(origin.sent()).toEqual(['a', 'b', 'c']);
  });

  test('after the lock is there where they are not', async () => {
    page.options.accessToken = '';
    add('a');
    page.options.accessToken = 'token';
    origin.lockMs = 300;
    page.outbox.wake();
    await pass(299);
    expect(origin.sent()).toEqual([]);
    await pass(1);
    expect(origin.sent()).toEqual(['a']);
  });

  test('when there is a place to send them to', async () => {
    page.options.accessToken = '';
    add('a', 'b');
    expect(origin.sent()).toEqual([]);
    page.options.accessToken = 'token';
    page.outbox.wake();
    expect(origin.sent()).toEqual(['a', 'b']);
  });

  test('and a success without a readable body is one', async () => {
    origin.api = () => ({ status: 204 });
    add('a');
    await pass(0);
    expect(page.ends).toEqual(['a delivered 204']);
  });
});

describe('storage', () => {
  test('has an item before it is sent, and no longer once the API has answered for it', async () => {
    const seen: string[][] = [];
    origin.api = () => (seen.push(kept()), undefined);
    add('a');
    expect(seen).toEqual([['a']]);
    await origin.answer(taken);
    expect(kept()).toEqual([]);
  });

  test('keeps what the page has under the empty key', async () => {
    origin.storage.put('', 'of the page');
    add('a');
    await origin.answer(taken);
    origin.storage.mood = 'full';
    add('b');
    await origin.answer(taken);
    expect(page.ends).toHaveLength(2);
    expect(origin.storage.texts()['']).toBe('of the page');
  });

  test('has no token in it, and one key for each item', async () => {
    page.options.accessToken = 'a-very-long-token';
    add('a', 'b');
    expect(kept()).toEqual(['a', 'b']);
    expect(JSON.stringify(origin.storage.texts())).not.toContain('a-very-long-token');
  });

  test.each(['blocked', 'full', 'forgetful'] as const)(
    'that is %s leaves the items in memory',
    async (mood) => {
      origin.storage.mood = mood;
      origin.api = ({ text }) =>
        origin.sent().filter((one) => one === text)[1] ? taken : refusal(0);
      add('a', 'b', 'c');
      await pass(60_000);
      expect(page.ends.map((end) => end.slice(0, 11)).sort()).toEqual([
        'a delivered',
        'b delivered',
        'c delivered',
      ]);
    },
  );

  test('that is blocked under the items loses none of them, and counts none twice', async () => {
    origin.api = () => refusal(0);
    add('a', 'b', 'c');
    await pass(0);
    origin.storage.mood = 'blocked';
    add('d');
    origin.api = () => taken;
    page.outbox.wake();
    await pass(10_000);
    expect(page.counts).toEqual({ delivered: 4 });
    expect(origin.sent().slice(2).sort()).toEqual(['a', 'b', 'c', 'd']);
  });

  test('that is cleared under the items loses none of them', async () => {
    origin.api = () => refusal(0);
    add('a', 'b', 'c');
    await pass(0);
    origin.storage.clear();
    origin.api = () => taken;
    page.outbox.wake();
    await pass(1000);
    expect(page.counts).toEqual({ delivered: 3 });
    expect(origin.sent().filter((text) => text === 'c')).toHaveLength(1);
  });

  test('that another page clears and uses at once loses none of them', async () => {
    origin.api = () => refusal(0);
    add('a', 'b');
    const other = origin.open();
    await pass(500);
    origin.storage.clear();
    origin.chance = () => 0.3;
    other.add('c');
    origin.api = () => taken;
    page.outbox.wake();
    other.outbox.wake();
    await pass(10_000);
    expect(new Set(origin.sent().slice(3))).toEqual(new Set(['a', 'b', 'c']));
    expect([page.ends.length, other.ends.length]).toEqual([2, 1]);
  });

  test('that is cleared loses nothing of what a dead page has left with this one', async () => {
    page.options.accessToken = '';
    add('a');
    page.kill();
    const heir = origin.open({ accessToken: '' });
    heir.outbox.wake();
    origin.storage.clear();
    heir.outbox.wake();
    expect(kept()).toEqual(['a']);
  });

  test('that is cleared gets nothing of ours where nothing waits', () => {
    page.outbox.wake();
    origin.storage.clear();
    page.outbox.wake();
    page.outbox.leave(true);
    expect(origin.storage.texts()).toEqual({});
  });

  test('that was cleared holds them again before they are sent', async () => {
    origin.api = () => refusal(0);
    add('a');
    await pass(0);
    origin.storage.clear();
    let found: string[] = [];
    origin.api = () => ((found = kept()), taken);
    page.outbox.wake();
    await pass(1000);
    expect(found).toEqual(['a']);
  });

  test.each([
    ['no JSON', 'rollcage:1::1:x', '{'],
    ['no item', 'rollcage:1::1:x', '{"level":"terrible"}'],
    ['nothing', 'rollcage:1::1:x', ''],
    ['an item of a version to come', 'rollcage:2::1:x', '{"level":"error"}'],
  ])('that holds %s in the place of an item loses it, and counts it', async (_, key, text) => {
    origin.storage.put(key, text);
    origin.storage.put('theirs', 'of the page');
    origin.storage.put('rollcage-like', 'of the page');
    page.outbox.wake();
    await pass(10_000);
    expect(origin.requests).toEqual([]);
    expect(page.counts).toEqual({ captured: 1, unreadable: 1 });
    expect(origin.storage.texts()).toEqual({
      theirs: 'of the page',
      'rollcage-like': 'of the page',
    });
  });
});

describe('a page that stays open, and reports nothing more', () => {
  test('sends what others have left behind, too', async () => {
    const dead = origin.open();
    add('a');
    ['x', 'y', 'z'].forEach((text) => dead.add(text));
    dead.kill();
    origin.api = () => taken;
    await origin.answer(taken);
    await pass(3_600_000);
    expect(kept()).toEqual([]);
    expect(new Set(origin.sent())).toEqual(new Set(['a', 'x', 'y', 'z']));
  });

  test('gives up what waits for too long while the API is down', async () => {
    page.options.maxWaitingMs = 60_000;
    origin.api = () => refusal(503);
    add('a', 'b', 'c');
    await pass(3_600_000);
    expect(page.counts).toMatchObject({ stale: 2 });
  });
});

test('what the page has broken is told to its developer, not thrown by a promise or a timer', async () => {
  add('a', 'b', 'c');
  const split = vi.spyOn(String.prototype, 'split').mockImplementation(() => {
    throw new Error('split');
  });
  await origin.answer(refusal(503));
  await origin.answer(taken);
  await pass(600_000);
  split.mockRestore();
  expect(new Set(page.said)).toEqual(new Set(['sending is broken']));
});

describe('an item that cannot be sent for what the page has broken', () => {
  beforeEach(() => {
    vi.stubGlobal('Promise', function () {
      throw new Error('broken');
    });
    add('a', 'b');
    vi.unstubAllGlobals();
  });

  test('is left to the next page, and not tried for ever', async () => {
    await pass(60_000);
    page.outbox.wake();
    await pass(60_000);
    expect(origin.sent()).toEqual([]);
    page.kill();
    origin.open().outbox.wake();
    await pass(0);
    expect(origin.sent()).toEqual(['a', 'b']);
  });

  test('is told of', async () => {
    await pass(0);
    expect(new Set(page.said)).toEqual(new Set(['sending is broken']));
  });

  test('is in the way of no other', async () => {
    await pass(0);
    add('c');
    expect(origin.sent()).toEqual(['c']);
  });

  test('ends when another page has delivered it', async () => {
    await pass(1000);
    const other = origin.open();
    origin.api = () => taken;
    other.outbox.wake();
    await pass(1000);
    expect(page.ends).toEqual(['a delivered 200', 'b delivered 200']);
    expect(page.outbox.size()).toBe(0);
  });

  test('is tried once more when the page leaves, also for another token', async () => {
    await pass(1000);
    page.options.accessToken = 'another';
    page.outbox.leave(true);
    expect(origin.sent()).toEqual(['a', 'b']);
  });

  test('is free again when the page is back', async () => {
    await pass(1000);
    page.hasRoom = false;
    page.outbox.leave(true);
    await pass(1000);
    page.outbox.wake(new Event('pageshow'));
    await pass(60_000);
    expect(origin.sent()).toEqual(['a', 'b']);
  });
});

test('an item whose sending throws at once ends when another page has delivered it', async () => {
  origin.api = () => {
    throw new Error('broken');
  };
  add('a');
  await pass(1000);
  origin.api = () => taken;
  origin.open().outbox.wake();
  await pass(1000);
  expect(page.ends).toEqual(['a delivered 200']);
});

test('what storage does not let go of is sent once, not for ever', async () => {
  for (const text of ['a', 'b', 'c']) origin.open({ accessToken: '' }).add(text);
  origin.storage.mood = 'rigid';
  origin.api = () => taken;
  page.outbox.wake();
  await pass(600_000);
  expect(origin.sent()).toEqual(['a', 'b', 'c']);
  add('own');
  await pass(0);
  expect(origin.sent()).toEqual(['a', 'b', 'c', 'own']);
});

test('what storage is slow to let go of hides nothing that another page has moved', async () => {
  add('first');
  origin.storage.mood = 'rigid';
  await origin.answer(taken);
  origin.storage.mood = 'fine';
  origin.api = () => refusal(500);
  add('mine');
  await pass(0);
  const { storage } = origin;
  const key = Object.keys(storage.texts()).find((one) => one.endsWith(uuidOf(2))) as string;
  storage.put(key.replace(/^rollcage:1:[^:]*/, 'rollcage:1:'), storage.texts()[key] as string);
  storage.stored((texts) => texts.removeItem(key));
  origin.api = () => taken;
  page.outbox.wake();
  await pass(60_000);
  expect(origin.sent()).toEqual(['first', 'mine', 'mine']);
});

describe('an item the API will never take', () => {
  test.each([400, 422])('(%i) is dropped and named, and the next one goes', async (status) => {
    origin.api = ({ text }) => (text === 'a' ? refusal(status, 'no body') : taken);
    add('a', 'b');
    await pass(0);
    expect(page.ends).toEqual([`a refused ${status}: no body`, 'b delivered 200']);
    expect(page.said).toEqual([`the API refuses an item (${status}: no body)`]);
    expect(page.counts).toEqual({ refused: 1, delivered: 1 });
    expect(kept()).toEqual([]);
  });
});

test('a message of the API that is no text harms nothing', async () => {
  const message = { toString: 1, valueOf: 1 } as never;
  origin.api = () => ({ status: 400, response: { err: 1, message } });
  add('a');
  await pass(1000);
  expect(origin.sent()).toEqual(['a']);
  expect(page.ends).toEqual(['a refused 400: [Object]']);
});

describe('token trouble', () => {
  test.each([401, 403])('(%i) holds everything until the target changes', async (status) => {
    origin.api = () => refusal(status, 'bad token');
    add('a', 'b', 'c');
    await pass(0);
    expect(new Set(page.said).size).toBe(1);
    expect(page.said[0]).toContain(`(${status}: bad token)`);
    add('d');
    page.outbox.wake();
    page.outbox.leave(true);
    await pass(86_400_000);
    expect(origin.sent()).toEqual(['a', 'b']);
    expect(page.ends).toEqual([]);
    expect(kept().sort()).toEqual(['a', 'b', 'c', 'd']);

    page.options.accessToken = 'other';
    origin.api = () => taken;
    page.outbox.wake();
    await pass(1000);
    expect(origin.sent().slice(2).sort()).toEqual(['a', 'b', 'c', 'd']);
    expect(page.ends).toHaveLength(4);
  });

  test('with the old token, told when there is a new one, does not hold the new one', async () => {
    add('a');
    page.options.accessToken = 'other';
    await origin.answer(refusal(401));
    await pass(250);
    expect(origin.requests.map(({ token }) => token)).toEqual(['token', 'other']);
  });

  test('in one page does not end what another page has', async () => {
    const other = origin.open();
    origin.api = () => refusal(0);
    for (const text of ['a', 'b', 'c']) other.add(text);
    await pass(500);
    origin.api = () => refusal(401);
    page.outbox.wake();
    await pass(1000);
    other.outbox.wake();
    await pass(30_000);
    expect([other.ends, other.counts, page.counts]).toEqual([[], {}, {}]);
    expect(kept().sort()).toEqual(['a', 'b', 'c']);
    origin.api = () => taken;
    other.options.accessToken = 'another';
    other.outbox.wake();
    await pass(30_000);
    expect(other.counts).toEqual({ delivered: 3 });
  });

  test('in one page does not bring back what another has delivered meanwhile', async () => {
    const other = origin.open();
    page.options.accessToken = '';
    add('a', 'b', 'c');
    page.options.accessToken = 'token';
    other.outbox.wake();
    await pass(10);
    origin.api = () => taken;
    page.outbox.wake();
    await pass(500);
    expect(page.ends).toEqual(['c delivered 200']);
    await origin.answer(refusal(403));
    await origin.answer(refusal(403));
    expect(kept().sort()).toEqual(['a', 'b']);
    page.outbox.wake();
    await pass(10_000);
    expect(page.counts).toEqual({ delivered: 3 });
  });

  test('in one page moves what another has under way, which ends it all the same', async () => {
    const other = origin.open();
    add('a');
    origin.api = () => refusal(401);
    other.add('b');
    await pass(100);
    await origin.answer(taken);
    await pass(1000);
    expect(kept()).toEqual(['b']);
    origin.api = () => taken;
    other.options.accessToken = 'another';
    other.outbox.wake();
    await pass(10_000);
    expect(origin.sent()).toEqual(['a', 'b', 'b']);
  });

  test('leaves with the page what storage has lost meanwhile, for the next one', async () => {
    origin.api = () => refusal(401);
    add('a', 'b');
    await pass(1000);
    origin.storage.clear();
    page.outbox.leave(true);
    expect(kept().sort()).toEqual(['a', 'b']);
    page.kill();
    origin.api = () => taken;
    origin.open({ accessToken: 'other' }).outbox.wake();
    await pass(1000);
    expect(origin.sent().slice(2).sort()).toEqual(['a', 'b']);
  });

  test('is over for the next page that has another token', async () => {
    origin.api = () => refusal(401);
    add('a', 'b');
    await pass(1000);
    page.kill();
    origin.api = () => taken;
    origin.open({ accessToken: 'other' }).outbox.wake();
    await pass(1000);
    expect(origin.requests.slice(-2).map(({ text, token }) => [text, token])).toEqual([
      ['a', 'other'],
      ['b', 'other'],
    ]);
    expect(kept()).toEqual([]);
  });
});

describe('a token that is changed while a request is under way', () => {
  const change = (): void => {
    page.options.accessToken = 'other';
    page.outbox.wake();
  };
  const tokens = (): string[] => origin.requests.map(({ text, token }) => `${text} ${token}`);

  test.each([0, 429, 503])('is not held back by the answer to the old one (%i)', async (status) => {
    add('a');
    change();
    await origin.answer({ status, retryAfterMs: 60_000 });
    expect(notes()).toEqual([]);
    await pass(250);
    expect(tokens()).toEqual(['a token', 'a other']);
    add('b');
    expect(tokens()).toContain('b other');
  });

  test('does not hear that the old one was refused', async () => {
    add('a');
    change();
    await origin.answer(refusal(401));
    expect(page.said).toEqual([]);
    await pass(250);
    expect(tokens()).toEqual(['a token', 'a other']);
  });

  test('begins anew, however often the old one has failed', async () => {
    origin.api = () => refusal(503);
    add('a');
    await pass(10_000);
    origin.requests.length = 0;
    origin.api = () => undefined;
    change();
    add('b', 'c');
    expect(tokens()).toEqual(['a other', 'b other']);
    expect(notes()).toHaveLength(1);
  });

  describe('with an item of another page', () => {
    beforeEach(() => {
      const dead = origin.open();
      dead.add('a');
      dead.kill();
      origin.requests.length = 0;
    });
    const answer = async (status: number): Promise<void> => {
      origin.requests[0]?.answer(refusal(status));
      await pass(0);
    };

    test.each([0, 401, 413, 503])('leaves it to the old one (%i)', async (status) => {
      page.outbox.wake();
      expect(tokens()).toEqual(['a token']);
      change();
      await answer(status);
      await pass(60_000);
      expect(tokens()).toEqual(['a token']);
      expect(page.counts).toEqual({});
      origin.api = () => taken;
      origin.open().outbox.wake();
      await pass(60_000);
      expect(tokens().slice(1).join()).toMatch(/^(small )?a token$/);
    });

    test('leaves it to the old one where it waits for a lock', async () => {
      origin.lockMs = 300;
      page.outbox.wake();
      change();
      await pass(60_000);
      expect(tokens()).toEqual([]);
    });

    test('leaves it to the old one though the new one is refused, or storage cleared', async () => {
      page.outbox.wake();
      change();
      origin.api = () => refusal(401);
      add('b');
      await pass(10);
      origin.storage.clear();
      page.outbox.leave(false);
      await answer(503);
      page.kill();
      await pass(60_000);
      origin.api = () => taken;
      origin.open({ accessToken: 'third' }).outbox.wake();
      await pass(60_000);
      origin.open().outbox.wake();
      await pass(60_000);
      expect(tokens()).toEqual(['a token', 'b other', 'b third', 'a token']);
    });
  });
});

describe('an item that is too large', () => {
  test('is cut down once and sent again at once', async () => {
    origin.api = ({ text }) => (text === 'a' ? refusal(413) : taken);
    add('a');
    await pass(500);
    expect(origin.sent()).toEqual(['a', 'small a']);
    expect(page.ends).toEqual(['a delivered 200']);
  });

  test('still then is dropped', async () => {
    origin.api = () => refusal(413, 'too large');
    add('a');
    await pass(500);
    expect(origin.sent()).toEqual(['a', 'small a']);
    expect(page.ends).toEqual(['a too-big 413: too large']);
  });

  test('is cut down for the next page, too', async () => {
    origin.api = ({ text }) => refusal(text === 'a' ? 413 : 503);
    add('a');
    await pass(500);
    page.kill();
    origin.api = () => taken;
    origin.open().outbox.wake();
    await pass(10_000);
    expect(origin.sent()).toEqual(['a', 'small a', 'small a']);
  });
});

describe('trouble that passes', () => {
  test.each([0, 404, 429, 500, 503])('(%i) pauses everything, and then goes on', async (status) => {
    origin.api = () => refusal(status);
    add('a');
    await pass(0);
    origin.api = () => taken;
    add('b');
    await pass(999);
    expect(origin.sent()).toEqual(['a']);
    await pass(1);
    expect(origin.sent().slice(0, 2)).toEqual(['a', 'a']);
    await pass(1000);
    expect(page.ends).toEqual(['a delivered 200', 'b delivered 200']);
  });

  /** How long each of so many pauses is, in seconds. */
  async function pauses(count: number, status = 500): Promise<number[]> {
    const found: number[] = [];
    let before = Date.now();
    origin.api = () => {
      found.push((Date.now() - before) / 1000);
      before = Date.now();
      return refusal(status);
    };
    add('a');
    while (found.length <= count) await pass(1000);
    return found.slice(1);
  }

  test('makes the pauses longer, up to five minutes, and a success makes them short again', async () => {
    expect(await pauses(12)).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300]);
    origin.api = () => taken;
    await pass(300_000);
    expect(await pauses(2)).toEqual([1, 2]);
  });

  describe.each([
    [503, 'trouble'],
    [0, 'silence'],
  ])('(%i: %s)', (status) => {
    /** A later visit, long after the pause of the one before. */
    const visit = async (): Promise<void> => {
      page.kill();
      await pass(3_600_000);
      page = origin.open();
    };
    beforeEach(async () => {
      origin.api = () => refusal(status);
      add('first');
      // Tried after 1, 2 and 4 s, and next after 8.
      await pass(10_000);
      expect(origin.requests).toHaveLength(4);
      await visit();
    });

    test('makes the pauses of a later visit go on from there, but its first try comes at once', async () => {
      const found = pauses(3, status);
      expect(origin.requests).toHaveLength(5);
      expect(await found).toEqual([16, 32, 64]);
    });

    test('has a later visit try one at a time', async () => {
      origin.api = () => undefined;
      add('b', 'c');
      expect(origin.requests).toHaveLength(5);
    });

    test.each([200, 400, 401, 413])(
      'is over for every visit with an answer (%i)',
      async (answer) => {
        origin.api = () => refusal(answer);
        page.outbox.wake();
        await pass(1000);
        expect(notes()).toEqual([]);
        await visit();
        const found = await pauses(3, status);
        // Two may fail at once.
        expect(found.filter(Boolean).slice(0, 2)).toEqual([1, 2]);
      },
    );
  });

  test('keeps to the interval that was asked for', async () => {
    page.options.retryInterval = 7000;
    expect(await pauses(4)).toEqual([7, 7, 7, 7]);
  });

  test('ends with the retries that were asked for', async () => {
    page.options.maxRetries = 2;
    origin.api = () => refusal(500, 'down');
    add('a');
    await pass(3_600_000);
    expect(origin.sent()).toEqual(['a', 'a', 'a']);
    expect(page.ends).toEqual(['a retried 500: down']);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('of two requests at once counts once, and one at a time is tried after it', async () => {
    add('a', 'b');
    await origin.answer(refusal(500));
    await origin.answer(refusal(500));
    await pass(1000);
    expect(origin.sent()).toEqual(['a', 'b', 'a']);
    await origin.answer(refusal(500));
    await pass(1999);
    expect(origin.sent()).toHaveLength(3);
  });

  test('lasts at least as long as the API has asked for', async () => {
    origin.chance = () => 0;
    origin.api = () => ({ status: 429, retryAfterMs: 7000 });
    add('a');
    await pass(0);
    origin.api = () => taken;
    page.outbox.wake();
    await pass(6999);
    expect(origin.sent()).toEqual(['a']);
    await pass(1);
    expect(page.ends).toEqual(['a delivered 200']);
  });

  test('lasts as long as the one that was told when, though others fail or succeed', async () => {
    add('a', 'b', 'c');
    await origin.answer(refusal(500));
    await origin.answer({ status: 429, retryAfterMs: 60_000 });
    await pass(30_000);
    expect(origin.sent()).toEqual(['a', 'b']);
    await pass(40_000);
    origin.requests.length = 0;
    page.add('d');
    await origin.answer({ status: 429, retryAfterMs: 60_000 });
    await origin.answer(taken);
    page.outbox.wake();
    await pass(50_000);
    expect(origin.sent().length).toBeLessThanOrEqual(2);
  });

  test('is over for a page alone that has had no answer', async () => {
    const other = origin.open();
    origin.api = () => refusal(0);
    add('a');
    await pass(0);
    origin.api = () => ({ status: 503, retryAfterMs: 60_000 });
    other.add('b');
    await pass(0);
    const before = origin.requests.length;
    await pass(10_000);
    expect(origin.requests.length).toBe(before);
  });

  test('sends a bad item to the end of the line', async () => {
    origin.api = ({ text }) => (text === 'bad' && origin.sent().length < 5 ? refusal(500) : taken);
    add('bad', 'b', 'c', 'd');
    await pass(2000);
    expect(page.ends.map((end) => end.split(' ')[0])).toEqual(['b', 'c', 'd', 'bad']);
  });

  test.each([-86_400_000, -600_000])(
    'is waited out by the timer, whatever the clock does (%i)',
    async (skew) => {
      origin.api = () => refusal(503);
      add('a');
      await pass(0);
      origin.skew = skew;
      origin.api = () => taken;
      await pass(1000);
      expect(page.ends).toEqual(['a delivered 200']);
    },
  );

  test('leaves no timer behind when it is over', async () => {
    origin.api = () => refusal(503);
    add('a');
    await pass(0);
    origin.api = () => taken;
    await pass(1500);
    expect(vi.getTimerCount()).toBe(0);
    expect(Object.keys(origin.storage.texts())).toEqual(['rollcage']);
  });
});

describe('without an answer', () => {
  beforeEach(async () => {
    origin.api = () => refusal(0);
    add('a', 'b');
    await pass(0);
    origin.api = () => taken;
  });

  test('nothing is tried again before its time', async () => {
    await pass(999);
    expect(origin.sent()).toEqual(['a', 'b']);
  });

  test('being online, or seen, again is reason enough', async () => {
    await pass(500);
    page.outbox.wake();
    await pass(500);
    expect(page.counts).toEqual({ delivered: 2 });
  });

  test('the next page does not wait', async () => {
    page.kill();
    origin.open().outbox.wake();
    await pass(500);
    expect(kept()).toEqual([]);
  });
});

describe('an answer that says later', () => {
  beforeEach(async () => {
    origin.api = () => ({ status: 503, retryAfterMs: 30_000 });
    origin.chance = () => 0;
    add('a');
    await pass(0);
    origin.api = () => taken;
  });

  test('holds for the next page of the origin as well', async () => {
    page.kill();
    await pass(1000);
    const next = origin.open();
    next.outbox.wake();
    next.add('b');
    await pass(28_900);
    expect(origin.sent()).toEqual(['a']);
    await pass(5000);
    expect(kept()).toEqual([]);
  });

  test('holds when the page is left, for what is safe in storage', () => {
    page.outbox.leave(true);
    expect(origin.sent()).toEqual(['a']);
    origin.storage.mood = 'full';
    add('not safe');
    page.outbox.leave(true);
    expect(origin.sent()).toEqual(['a', 'not safe']);
  });

  test.each(['blocked', 'fine'] as const)(
    'holds for a page that is hidden and seen again, with storage that is %s',
    async (mood) => {
      origin.storage.mood = mood;
      origin.api = () => ({ status: 429, retryAfterMs: 60_000 });
      const other = origin.open();
      other.add('b');
      await pass(0);
      const before = origin.requests.length;
      for (let i = 0; i < 5; i++) {
        other.outbox.leave(false);
        await pass(1000);
        other.outbox.wake();
        await pass(1000);
      }
      expect(origin.requests.length).toBe(before);
    },
  );

  test.each([
    ['silent', refusal(0)],
    ['taken', taken],
  ])('holds for the next page though a request before it is %s', async (_, answer) => {
    page.kill();
    const [one, two] = [origin.open(), origin.open()];
    await pass(40_000);
    origin.api = () => undefined;
    one.add('b');
    const [before] = origin.requests.slice(-1);
    origin.api = () => ({ status: 429, retryAfterMs: 60_000 });
    two.add('c');
    await pass(10);
    before?.answer(answer);
    await pass(10);
    one.kill();
    two.kill();
    origin.requests.length = 0;
    origin.open().outbox.wake();
    await pass(59_000);
    expect(origin.sent()).toEqual([]);
    await pass(1000);
    expect(origin.sent()).not.toEqual([]);
  });

  describe('and when, to another page', () => {
    /** When a request comes, in milliseconds from now on. */
    const moments = (): number[] => {
      const from = Date.now();
      const found: number[] = [];
      origin.api = () => (found.push(Date.now() - from), refusal(500));
      return found;
    };
    let other: Page;
    beforeEach(async () => {
      page.kill();
      await pass(40_000);
      [page, other] = [origin.open(), origin.open()];
      origin.chance = () => 1;
    });

    test('holds though a request of this one fails, which was under way', async () => {
      origin.api = () => undefined;
      add('b');
      const [mine] = origin.requests.slice(-1);
      origin.api = () => ({ status: 429, retryAfterMs: 60_000 });
      other.add('c');
      await pass(10);
      const found = moments();
      mine?.answer(refusal(500));
      await pass(59_000);
      expect(found).toEqual([]);
      await pass(10_000);
      expect(found).not.toEqual([]);
    });

    test('holds though a longer pause of this one ends meanwhile', async () => {
      origin.api = () => refusal(0);
      add('b');
      // Tried again after 1, 2, 4 … 32 s, and next after 64.
      await pass(63_000 + 60_000);
      origin.api = () => ({ status: 429, retryAfterMs: 30_000 });
      other.add('c');
      await pass(0);
      const found = moments();
      await pass(29_000);
      expect(found).toEqual([]);
      // On top of it, as much as all pages together have failed before.
      await pass(130_000);
      expect(found).not.toEqual([]);
    });
  });

  test('in a form that cannot be read makes nobody hammer', async () => {
    const [key] = Object.keys(origin.storage.texts()).filter((key) => key.includes('rest'));
    page.kill();
    origin.storage.put(key as string, `${Date.now() + 1000} x`);
    origin.api = () => refusal(503);
    origin.chance = () => 1;
    origin.open().outbox.wake();
    await pass(60_000);
    expect(origin.requests.length).toBeLessThan(10);
  });

  test('is not believed from another clock', async () => {
    page.kill();
    origin.skew = -86_400_000;
    origin.open().outbox.wake();
    await pass(500);
    expect(kept()).toEqual([]);
  });
});

describe('bounds', () => {
  const fill = (...levels: Level[]): void =>
    levels.forEach((level, i) => {
      vi.setSystemTime(Date.now() + 1);
      page.add(`${level} ${i}`, level);
    });
  beforeEach(() => {
    page.options.accessToken = '';
  });

  test('over 100 items, the oldest of the lowest level goes', () => {
    fill(...Array.from({ length: 100 }, (_, i): Level => (i % 2 ? 'error' : 'info')));
    expect(page.ends).toEqual([]);
    fill('critical', 'warning', 'debug', 'error');
    expect(page.ends).toEqual([
      'info 0 evicted',
      'info 2 evicted',
      'debug 2 evicted',
      'info 4 evicted',
    ]);
    expect(kept()).toHaveLength(100);
    expect(page.counts).toEqual({ evicted: 4 });
  });

  test('over the characters, too', () => {
    page.options.maxWaitingBytes = 1000;
    page.add('x'.repeat(500), 'error');
    page.add('y'.repeat(400), 'debug');
    page.add('z'.repeat(50), 'warning');
    expect(page.ends.map((end) => end[0])).toEqual(['y']);
    expect(kept().join('').length).toBe(550);
  });

  test('count what other pages have stored', () => {
    page.options.maxWaitingItems = 3;
    fill('error', 'info', 'error');
    const other = origin.open({ accessToken: '', maxWaitingItems: 3 });
    other.add('one more', 'critical');
    expect(kept().sort()).toEqual(['error 0', 'error 2', 'one more']);
    expect(other.counts).toEqual({ captured: 1, evicted: 1 });
  });

  test('after seven days an item is stale, of whatever target', async () => {
    fill('error');
    page.kill();
    const other = origin.open({ accessToken: 'of another project' });
    origin.api = () => refusal(401);
    other.add('held');
    await pass(604_800_000 - 1);
    const third = origin.open({ accessToken: '' });
    third.outbox.wake();
    expect(kept().sort()).toEqual(['error 0', 'held']);
    await pass(10_000);
    third.outbox.wake();
    expect(kept()).toEqual([]);
    expect(third.counts).toEqual({ captured: 2, stale: 2 });
  });

  test('do not touch what is under way', async () => {
    page.options = { accessToken: 'token', maxWaitingItems: 2 };
    fill('debug', 'debug', 'error');
    expect(page.ends).toEqual(['error 2 evicted']);
    await origin.answer(taken);
    await origin.answer(taken);
    expect(page.counts).toEqual({ delivered: 2, evicted: 1 });
  });
});

describe('a page that is left', () => {
  test('sends all it has at once, the most important first, and goes on doing so', async () => {
    page.add('first', 'info');
    page.add('second', 'info');
    page.add('low', 'debug');
    page.add('high', 'critical');
    expect(origin.sent()).toEqual(['first', 'second']);
    page.outbox.leave(true);
    expect(origin.sent()).toEqual(['first', 'second', 'high', 'low']);
    page.add('late');
    expect(origin.sent().slice(4)).toEqual(['late']);
    page.outbox.leave(true);
    expect(origin.sent()).toHaveLength(5);
  });

  test('or only hidden does so too, but no faster than other pages may know', async () => {
    add('a', 'b', 'c');
    const other = origin.open();
    other.outbox.wake();
    page.outbox.leave(false);
    await pass(0);
    expect(origin.sent()).toEqual(['a', 'b', 'c']);
    add('late');
    expect(origin.sent().slice(3)).toEqual([]);
    await origin.answer(taken);
    expect(origin.requests.every(({ isLeaving }) => !isLeaving)).toBe(true);
  });

  test('does not become a hidden one when it is hidden after that, as browsers have it', async () => {
    page.outbox.leave(true);
    page.outbox.leave(false);
    add('late');
    expect(origin.requests.map(({ isLeaving }) => isLeaving)).toEqual([true]);
  });

  test('and asked to look again, as by `flush`, is still one that is left', () => {
    add('a', 'b');
    page.outbox.leave(true);
    page.outbox.wake();
    add('late');
    expect(origin.requests.map(({ isLeaving }) => isLeaving)).toEqual([false, false, true]);
  });

  test('and comes back without answers to what was under way sends it again, soon', async () => {
    add('a', 'b', 'c');
    page.outbox.leave(true);
    page.outbox.wake(true);
    await pass(1900);
    await origin.answer(taken);
    expect(origin.sent()).toEqual(['a', 'b', 'c']);
    origin.api = () => taken;
    await pass(3000);
    expect(origin.sent().slice(3).sort()).toEqual(['b', 'c']);
    expect(page.counts).toEqual({ delivered: 3 });
  });

  test('keeps what does not fit for the next visit', async () => {
    add('a', 'b', 'c');
    page.hasRoom = false;
    page.outbox.leave(true);
    expect(origin.sent()).toEqual(['a', 'b']);
    expect(kept()).toEqual(['a', 'b', 'c']);
  });

  test('and comes back has what was too large on the way cut down and sent', async () => {
    add('a', 'b', 'c');
    page.outbox.leave(true);
    page.outbox.wake(true);
    await origin.answer(taken);
    await origin.answer(taken);
    await pass(500);
    origin.api = () => taken;
    await origin.answer(refusal(413));
    await pass(500);
    expect(origin.sent()).toEqual(['a', 'b', 'c', 'small c']);
    expect(page.counts).toEqual({ delivered: 3 });
  });

  test('and seen again sends two at a time as before', async () => {
    page.outbox.leave(true);
    page.outbox.wake(true);
    add('a', 'b', 'c');
    expect(origin.sent()).toEqual(['a', 'b']);
  });

  test('has its items sent by the next page, with their names, and hears of it when it is back', async () => {
    add('a', 'b', 'c');
    page.outbox.leave(true);
    // In the back/forward cache: nothing of it runs.
    const frozen = [...origin.requests];
    page.kill();
    const next = origin.open();
    origin.api = () => taken;
    next.outbox.wake();
    await pass(1000);
    expect(frozen).toHaveLength(3);
    expect(next.counts).toEqual({ captured: 3, delivered: 3 });
    expect(kept()).toEqual([]);
  });
});

test('a page that is left and then hidden, where locks are refused, comes to rest', async () => {
  origin.hasLocks = false;
  origin.storage.mood = 'blocked';
  page.outbox.leave(true);
  add('a');
  page.outbox.leave(false);
  page.outbox.leave(true);
  await pass(100);
  expect(origin.sent()).toEqual(['a']);
});

test('a document that was taken out of its page, where timers are none, comes to rest', async () => {
  origin.hasLocks = false;
  origin.api = () => (origin.requests.length < 50 ? { status: 0 } : undefined);
  vi.spyOn(globalThis, 'setTimeout').mockReturnValue(0 as never);
  ['a', 'b', 'c'].forEach((text) => add(text));
  page.outbox.leave(true);
  for (let i = 0; i < 1000; i++) await Promise.resolve();
  vi.restoreAllMocks();
  expect(origin.sent().length).toBeLessThan(10);
});

test('a page that is left without room, where locks are refused, comes to rest', async () => {
  origin.hasLocks = false;
  origin.storage.mood = 'blocked';
  add('a', 'b', 'c');
  page.hasRoom = false;
  page.outbox.leave(true);
  // Fails rather than hangs.
  let turns = 0;
  Object.defineProperty(page, 'hasRoom', { configurable: true, get: () => ++turns > 100 });
  await origin.answer(taken);
  await pass(0);
  expect(turns).toBeLessThan(10);
  delete (page as Partial<Page>).hasRoom;
  page.hasRoom = true;
  origin.api = () => taken;
  page.outbox.wake(true);
  await pass(5000);
  expect(page.counts).toEqual({ delivered: 3 });
});

describe('two pages', () => {
  let other: Page;
  beforeEach(() => {
    other = origin.open();
  });

  test('do not send what the other has under way', async () => {
    add('a');
    other.outbox.wake();
    await pass(20_000);
    expect(origin.sent()).toEqual(['a']);
    await origin.answer(taken);
    await pass(20_000);
    expect(origin.sent()).toEqual(['a']);
    expect([page.counts, other.counts]).toEqual([{ delivered: 1 }, {}]);
  });

  test('send something else meanwhile', async () => {
    add('a', 'b');
    const dead = origin.open();
    dead.add('c');
    dead.kill();
    other.outbox.wake();
    await pass(10);
    expect(origin.requests.filter((one) => one.page === other).map(({ text }) => text)).toEqual([
      'c',
    ]);
  });

  test('send what one that is gone had under way', async () => {
    add('a');
    page.kill();
    other.outbox.wake();
    await pass(0);
    expect(origin.sent()).toEqual(['a', 'a']);
    await origin.answer(taken);
    await origin.answer(taken);
    expect(other.counts).toEqual({ captured: 1, delivered: 1 });
  });

  test('keep what one that is gone has left, though storage is cleared', async () => {
    origin.api = () => refusal(0);
    add('a', 'b', 'c');
    await pass(0);
    page.kill();
    other.outbox.wake();
    await pass(0);
    origin.storage.clear();
    origin.api = () => taken;
    await pass(60_000);
    expect(other.counts).toEqual({ captured: 3, delivered: 3 });
  });

  test('share the work after an outage, each item once', async () => {
    origin.api = () => refusal(0);
    add(...Array.from({ length: 20 }, (_, i) => `a${i}`));
    for (let i = 0; i < 20; i++) other.add(`b${i}`);
    await pass(1000);
    const before = origin.requests.length;
    origin.api = () => taken;
    page.outbox.wake();
    other.outbox.wake();
    await pass(60_000);
    const sent = origin.sent().slice(before);
    expect(sent).toHaveLength(40);
    expect(new Set(sent).size).toBe(40);
    expect(kept()).toEqual([]);
    // Each is told of its own, whoever has sent it.
    expect([page.ends.length, other.ends.length]).toEqual([20, 20]);
    expect([page.outbox.size(), other.outbox.size()]).toEqual([0, 0]);
  });

  test('with different targets leave each other’s items alone', async () => {
    const foreign = origin.open({ accessToken: 'of another project' });
    origin.api = () => refusal(0);
    add('a');
    await pass(0);
    page.kill();
    origin.api = () => taken;
    foreign.outbox.wake();
    await pass(10_000);
    expect(kept()).toEqual(['a']);
  });
});

describe('an item that another page ends', () => {
  let other: Page;
  const ended = vi.fn();
  /** The key of an item that waits here, as its request has failed. */
  const key = (): string =>
    Object.keys(origin.storage.texts()).find((one) => one.startsWith('rollcage:')) as string;
  beforeEach(async () => {
    ended.mockReset();
    other = origin.open();
    origin.api = () => refusal(0);
    page.add('a', 'info', { ended });
    await pass(500);
  });

  test('is told with the answer of the API, once', async () => {
    origin.api = () => taken;
    other.outbox.wake();
    await pass(0);
    expect(ended.mock.calls).toEqual([['delivered', '200', taken.response]]);
    expect([page.counts, other.counts]).toEqual([{ delivered: 1 }, { captured: 1, delivered: 1 }]);
    expect(page.outbox.size()).toBe(0);
    page.outbox.wake();
    await pass(60_000);
    expect(ended).toHaveBeenCalledTimes(1);
    expect(origin.sent()).toEqual(['a', 'a']);
    expect(Object.keys(origin.storage.texts())).toEqual(['rollcage']);
  });

  test('is told with the reason why it was dropped', async () => {
    origin.api = () => refusal(422, 'no body');
    other.outbox.wake();
    await pass(0);
    expect(ended.mock.calls).toEqual([['refused', '422: no body', undefined]]);
    expect(page.counts).toEqual({ refused: 1 });
  });

  test('is over for who waits for it', async () => {
    const told = vi.fn();
    page.outbox.wait(told);
    origin.api = () => taken;
    other.outbox.wake();
    await pass(0);
    expect(told).toHaveBeenCalledTimes(1);
  });

  test('has the true end, though this page looks before it is told', async () => {
    origin.lagMs = 200;
    other.options.maxWaitingItems = 1;
    other.add('b');
    page.outbox.wake();
    await pass(1000);
    expect(ended.mock.calls).toEqual([['evicted', 'evicted', undefined]]);
    expect(page.counts).toEqual({ evicted: 1 });
  });

  test('is told under whatever key it has moved to', async () => {
    origin.api = () => refusal(401);
    other.outbox.wake();
    await pass(260);
    origin.api = () => taken;
    other.options.accessToken = 'another';
    other.outbox.wake();
    await pass(0);
    expect(ended.mock.calls).toEqual([['delivered', '200', taken.response]]);
  });

  test('while it is under way here has the end that the API says', async () => {
    origin.api = () => undefined;
    page.outbox.wake();
    other.options.maxWaitingItems = 0;
    other.outbox.wake();
    await pass(100);
    expect(ended).not.toHaveBeenCalled();
    await origin.answer(taken);
    expect(ended.mock.calls).toEqual([['delivered', '200', taken.response]]);
    expect(page.counts).toEqual({ delivered: 1 });
  });

  test('while it is under way here has the end of the other, where the API says none', async () => {
    origin.api = () => undefined;
    page.outbox.wake();
    other.options.maxWaitingItems = 0;
    other.outbox.wake();
    await pass(100);
    await origin.answer(refusal(503));
    await pass(30_000);
    expect(ended.mock.calls).toEqual([['evicted', 'evicted', undefined]]);
    expect(page.counts).toEqual({ evicted: 1 });
  });

  describe('in its own document, which gets no event of storage,', () => {
    let beside: Page;
    beforeEach(() => {
      beside = origin.open({}, page);
    });

    test('is told all the same', async () => {
      origin.api = () => refusal(422, 'no body');
      beside.outbox.wake();
      await pass(0);
      expect(ended.mock.calls).toEqual([['refused', '422: no body', undefined]]);
      expect([page.counts, beside.counts]).toEqual([{ refused: 1 }, { captured: 1, refused: 1 }]);
      await pass(10_000);
      expect(ended).toHaveBeenCalledTimes(1);
    });

    test('is over when a callback is back there', () => {
      beside.options.maxWaitingItems = 0;
      ended.mockImplementation(() => beside.add('b'));
      beside.outbox.wake();
      expect([page.counts, beside.counts]).toEqual([{ evicted: 1 }, { captured: 1, evicted: 2 }]);
    });
  });

  test('is over all the same for a page that was not told, without an answer', async () => {
    page.hears = false;
    origin.api = () => taken;
    other.outbox.wake();
    await pass(1000);
    page.outbox.wake();
    await pass(1000);
    expect(ended.mock.calls).toEqual([['delivered']]);
    expect(origin.sent()).toEqual(['a', 'a']);
  });

  test('is told where what lay in its place was no item', async () => {
    page.outbox.leave(true);
    origin.storage.put(key(), '{');
    other.outbox.wake();
    await pass(0);
    expect(ended.mock.calls).toEqual([['unreadable', 'unreadable', undefined]]);
  });

  test('is told even where there is no room for a longer text', async () => {
    origin.storage.mood = 'full';
    origin.api = () => ({ status: 200, response: { err: 1, message: 'x'.repeat(1000) } });
    other.outbox.wake();
    await pass(0);
    expect(kept()).toEqual([]);
    await pass(10_000);
    expect(ended.mock.calls).toEqual([['delivered']]);
  });

  test.each([
    '',
    '{',
    'null',
    '5',
    '"delivered"',
    '{}',
    '[]',
    '[["delivered"]]',
    '["captured"]',
    '["dropped"]',
    '["__proto__"]',
    '["delivered",{"toString":1,"valueOf":1}]',
    '{"level":"error"}',
  ])('is none where the text says %s', async (text) => {
    page.outbox.told(key(), text);
    page.outbox.told('rollcage', text);
    page.outbox.told('', text);
    expect(ended).not.toHaveBeenCalled();
    expect(page.outbox.size()).toBe(1);
    page.outbox.told(key(), '["delivered",{"odd":1},null]');
    expect(ended.mock.calls).toEqual([['delivered', '[object Object]', undefined]]);
  });

  test('is told to nobody where it is of the page that ends it', async () => {
    const told = vi.spyOn(other.outbox, 'told');
    page.options.maxWaitingItems = 0;
    page.outbox.wake();
    await pass(0);
    expect(ended.mock.calls).toEqual([['evicted']]);
    expect(told).not.toHaveBeenCalled();
  });

  test('is none for what is not of this page', async () => {
    other.outbox.wake();
    await pass(500);
    other.outbox.told(key(), '["evicted"]');
    other.outbox.told('rollcage:1::1:of somebody', '["evicted"]');
    expect([other.ends, other.counts]).toEqual([[], {}]);
  });

  test('leaves nothing behind, though the other dies before it has removed it', async () => {
    page.kill();
    origin.storage.put(key(), '["delivered","200",{"err":0}]');
    other.outbox.wake();
    await pass(10_000);
    expect(other.counts).toEqual({});
    expect(origin.sent()).toEqual(['a']);
    expect(kept()).toEqual([]);
  });
});

describe('waiting', () => {
  test('is over when the last item has its end, for each who waits, once', async () => {
    const told = vi.fn();
    add('a', 'b');
    page.outbox.wait(told);
    page.outbox.wait(told);
    await origin.answer(taken);
    expect(told).not.toHaveBeenCalled();
    expect(page.outbox.size()).toBe(1);
    await origin.answer(refusal(400));
    expect(told).toHaveBeenCalledTimes(2);
    add('c');
    await origin.answer(taken);
    expect(told).toHaveBeenCalledTimes(2);
  });

  test('is over at once where nothing waits', () => {
    const told = vi.fn();
    page.outbox.wait(told);
    expect(told).toHaveBeenCalledTimes(1);
  });
});

test('whatever is answered, the end of each item is told exactly once', async () => {
  const kinds = [200, 400, 413, 429, 500, 0, 422, 200, 413, 404];
  let count = 0;
  origin.api = () => {
    const status = kinds[(count++ * 7) % kinds.length] as number;
    return count > 400 || status === 200 ? taken : refusal(status);
  };
  add(...Array.from({ length: 60 }, (_, i) => `item ${i}.`));
  await pass(86_400_000);
  const names = page.ends.map((end) => end.split('.')[0]);
  expect(names).toHaveLength(60);
  expect(new Set(names).size).toBe(60);
});

describe('a page that reports in the middle of our work', () => {
  test('when it is told of an end has each item end once', async () => {
    page.options = { accessToken: '', maxWaitingItems: 5 };
    const ends: string[] = [];
    let more = 3;
    const one = (text: string): void => {
      vi.setSystemTime(Date.now() + 1);
      page.add(text, 'error', {
        ended: (what) => {
          ends.push(`${text} ${what}`);
          if (more-- > 0) one(`from a callback ${more}`);
        },
      });
    };
    for (let i = 0; i < 5; i++) one(`item ${i}`);
    page.options.maxWaitingItems = 2;
    one('last');
    expect(new Set(ends).size).toBe(ends.length);
    expect(page.outbox.size()).toBe(2);
  });

  test('when the console is told has its item refused once', async () => {
    origin.api = ({ text }) => (text === 'a' ? refusal(400) : taken);
    page.said.push = () => (page.add('b'), 0);
    add('a');
    await pass(1000);
    expect(origin.sent()).toEqual(['a', 'b']);
    expect(page.ends).toEqual(['a refused 400: told to', 'b delivered 200']);
  });

  test('when something is sent has each item sent once', async () => {
    let reports = 2;
    page.options.accessToken = '';
    add('a', 'b');
    origin.api = () => {
      if (reports-- > 0) add(`from fetch ${reports}`);
      return taken;
    };
    page.options.accessToken = 'token';
    page.outbox.wake();
    await pass(5000);
    expect(origin.sent().sort()).toEqual(['a', 'b', 'from fetch 0', 'from fetch 1']);
    expect(page.ends).toHaveLength(4);
  });
});
