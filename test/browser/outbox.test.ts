import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createOutbox } from '../../src/browser/outbox';
import type { Outbox, Parcel } from '../../src/browser/outbox';
import type { Level } from '../../src/items-api';
import type { Answer } from '../../src/shapes';
import { later, refusal, taken, turns } from '../support/fakes';

let outbox: Outbox;
let target: string | undefined;
let chance: number;
/** What has been sent, in order. */
let sent: string[];
/** The end of each parcel, in order: its text and how it went. */
let ends: string[];
let said: string[];
/** Answers to come; none: the request stays under way. */
let answers: Answer[];
let underWay: { resolve(answer: Answer): void }[];

beforeEach(() => {
  vi.useFakeTimers();
  target = 'token endpoint';
  chance = 1;
  [sent, ends, said, answers, underWay] = [[], [], [], [], []];
  outbox = createOutbox({
    target: () => target,
    send(sealed) {
      sent.push(sealed);
      const answer = answers.shift();
      if (answer) return Promise.resolve(answer);
      const request = later<Answer>();
      underWay.push(request);
      return request.promise;
    },
    shrink: (sealed) => `small ${sealed}`,
    chance: () => chance,
    say: (text) => said.push(text),
  });
});
afterEach(() => vi.useRealTimers());

function parcel(sealed: string, level: Level = 'error'): Parcel {
  return {
    level,
    sealed,
    delivered: (response) => ends.push(`${sealed} delivered ${response?.err ?? ''}`.trim()),
    dropped: (reason, why) => ends.push([sealed, reason, why].filter(Boolean).join(' ')),
  };
}

const add = (...all: string[]): void => all.forEach((sealed) => outbox.add(parcel(sealed)));

/** The oldest request that is under way is answered. */
async function answer(what: Answer): Promise<void> {
  underWay.shift()?.resolve(what);
  await turns();
}

describe('items are sent', () => {
  test('in order, two at a time', async () => {
    add('a', 'b', 'c', 'd');
    expect(sent).toEqual(['a', 'b']);
    await answer(taken);
    expect(sent).toEqual(['a', 'b', 'c']);
    await answer(taken);
    await answer(taken);
    await answer(taken);
    expect(sent).toEqual(['a', 'b', 'c', 'd']);
    expect(ends).toEqual(['a delivered 0', 'b delivered 0', 'c delivered 0', 'd delivered 0']);
    outbox.wake();
    expect(sent).toHaveLength(4);
  });

  test('when there is a place to send them to', async () => {
    target = undefined;
    add('a', 'b');
    expect(sent).toEqual([]);
    target = 'token endpoint';
    outbox.wake();
    expect(sent).toEqual(['a', 'b']);
  });

  test('and a success without a readable body is one', async () => {
    answers = [{ status: 204 }];
    add('a');
    await turns();
    expect(ends).toEqual(['a delivered']);
  });
});

describe('an item the API will never take', () => {
  test.each([400, 422])('(%i) is dropped and named, and the next one goes', async (status) => {
    answers = [refusal(status, 'no body'), taken];
    add('a', 'b');
    await turns();
    expect(ends).toEqual([`a refused ${status}: no body`, 'b delivered 0']);
    expect(said).toEqual([`the API refuses an item (${status}: no body)`]);
  });
});

describe('token trouble', () => {
  test.each([401, 403])('(%i) holds everything until the target changes', async (status) => {
    add('a', 'b', 'c');
    await answer(refusal(status, 'bad token'));
    await answer(refusal(status, 'bad token'));
    expect(new Set(said).size).toBe(1);
    expect(said[0]).toContain(`(${status}: bad token)`);
    add('d');
    outbox.wake();
    await vi.advanceTimersByTimeAsync(86_400_000);
    expect(sent).toEqual(['a', 'b']);
    expect(ends).toEqual([]);

    target = 'other endpoint';
    answers = [taken, taken, taken, taken];
    outbox.wake();
    await turns();
    expect(sent.slice(2)).toEqual(['a', 'b', 'c', 'd']);
    expect(ends).toHaveLength(4);
  });

  test('with the old token, told when there is a new one, does not hold the new one', async () => {
    add('a');
    target = 'other endpoint';
    await answer(refusal(401));
    expect(sent).toEqual(['a', 'a']);
  });
});

describe('an item that is too large', () => {
  test('is cut down once and sent again at once', async () => {
    answers = [refusal(413), taken];
    add('a');
    await turns();
    expect(sent).toEqual(['a', 'small a']);
    expect(ends).toEqual(['a delivered 0']);
  });

  test('still then is dropped', async () => {
    answers = [refusal(413), refusal(413, 'too large')];
    add('a');
    await turns();
    expect(sent).toEqual(['a', 'small a']);
    expect(ends).toEqual(['a too-big 413: too large']);
  });
});

describe('trouble that passes', () => {
  test.each([0, 404, 429, 500, 503])('(%i) pauses everything, and then goes on', async (status) => {
    answers = [refusal(status), taken, taken];
    add('a');
    await turns();
    add('b');
    await vi.advanceTimersByTimeAsync(999);
    expect(sent).toEqual(['a']);
    await vi.advanceTimersByTimeAsync(1);
    expect(sent).toEqual(['a', 'a', 'b']);
    expect(ends).toEqual(['a delivered 0', 'b delivered 0']);
  });

  test('makes the pauses longer, up to five minutes, and a success makes them short again', async () => {
    answers = Array.from({ length: 12 }, () => refusal(500));
    add('a');
    const pauses: number[] = [];
    for (let i = 0; i < 12; i++) {
      await turns();
      const before = Date.now();
      await vi.advanceTimersToNextTimerAsync();
      pauses.push((Date.now() - before) / 1000);
    }
    expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300]);
    await answer(taken);
    answers = [refusal(500)];
    add('b');
    await turns();
    const before = Date.now();
    await vi.advanceTimersToNextTimerAsync();
    expect(Date.now() - before).toBe(1000);
  });

  test('of two requests at once counts once', async () => {
    add('a', 'b');
    await answer(refusal(500));
    await answer(refusal(500));
    expect(vi.getTimerCount()).toBe(1);
    await vi.advanceTimersByTimeAsync(1000);
    expect(sent).toEqual(['a', 'b', 'a', 'b']);
    await answer(refusal(500));
    await vi.advanceTimersByTimeAsync(1999);
    expect(sent).toHaveLength(4);
  });

  test('lasts at least as long as the API has asked for', async () => {
    chance = 0;
    answers = [{ status: 429, retryAfterMs: 7000 }, taken];
    add('a');
    await vi.advanceTimersByTimeAsync(6999);
    expect(sent).toEqual(['a']);
    await vi.advanceTimersByTimeAsync(1);
    expect(ends).toEqual(['a delivered 0']);
  });

  test('sends a bad item to the end of the line', async () => {
    target = undefined;
    add('bad', 'b', 'c', 'd');
    answers = [refusal(500), taken];
    target = 'token endpoint';
    outbox.wake();
    await turns();
    answers = [taken, taken, taken];
    await vi.advanceTimersByTimeAsync(1000);
    expect(sent).toEqual(['bad', 'b', 'c', 'd', 'bad']);
    expect(ends).toEqual(['b delivered 0', 'c delivered 0', 'd delivered 0', 'bad delivered 0']);
  });
});

describe('over 100 waiting items', () => {
  const fill = (levels: Level[]): void =>
    levels.forEach((level, i) => outbox.add(parcel(`${level} ${i}`, level)));

  test('the oldest of the lowest level goes', () => {
    target = undefined;
    fill(Array.from({ length: 100 }, (_, i) => (i % 2 ? 'error' : 'info')));
    expect(ends).toEqual([]);
    fill(['critical', 'warning', 'debug', 'error']);
    expect(ends).toEqual(['info 0 evicted', 'info 2 evicted', 'debug 2 evicted', 'info 4 evicted']);
  });

  test('those under way stay, and their end is told once like any other', async () => {
    fill(['debug', 'debug']);
    fill(Array.from({ length: 98 }, () => 'error' as const));
    outbox.add(parcel('new', 'critical'));
    expect(sent).toEqual(['debug 0', 'debug 1']);
    expect(ends).toEqual(['error 0 evicted']);
    answers = Array.from({ length: 98 }, () => taken);
    await answer(taken);
    await answer(taken);
    await vi.runAllTimersAsync();
    expect(ends).toHaveLength(101);
    expect(new Set(ends).size).toBe(101);
  });
});

test('whatever is answered, the end of each item is told exactly once', async () => {
  const kinds = [200, 400, 413, 429, 500, 0, 422, 200, 413, 404];
  answers = Array.from({ length: 400 }, (_, i) => refusal(kinds[(i * 7) % kinds.length] as number));
  answers = answers.map((found) => (found.status === 200 ? taken : found));
  add(...Array.from({ length: 60 }, (_, i) => `item ${i}.`));
  await vi.advanceTimersByTimeAsync(86_400_000);
  const names = ends.map((end) => end.split('.')[0]);
  expect(names).toHaveLength(60);
  expect(new Set(names).size).toBe(60);
});

describe('a page that reports in the middle of our work', () => {
  const parcel = (sealed: string): Parcel => ({
    level: 'error',
    sealed,
    delivered: () => void ends.push(`${sealed} delivered`),
    dropped: (reason) => void ends.push(`${sealed} ${reason}`),
  });

  test('when the console is told has its item refused once', async () => {
    const own = createOutbox({
      target: () => target,
      send: async (sealed) => (sent.push(sealed), sealed === 'a' ? refusal(400) : taken),
      shrink: (sealed) => sealed,
      chance: () => 1,
      say: () => own.add(parcel('b')),
    });
    own.add(parcel('a'));
    await turns();
    expect(sent).toEqual(['a', 'b']);
    expect(ends).toEqual(['a refused', 'b delivered']);
  });

  test('when something is sent has each item sent once', async () => {
    let reports = 2;
    target = undefined;
    const own = createOutbox({
      target: () => target,
      async send(sealed) {
        if (reports-- > 0) own.add(parcel(`from fetch ${reports}`));
        sent.push(sealed);
        return taken;
      },
      shrink: (sealed) => sealed,
      chance: () => 1,
      say: () => undefined,
    });
    own.add(parcel('a'));
    own.add(parcel('b'));
    target = 'token endpoint';
    own.wake();
    await turns();
    await turns();
    expect([...sent].sort()).toEqual(['a', 'b', 'from fetch 0', 'from fetch 1']);
    expect([...ends].sort()).toEqual(sent.map((sealed) => `${sealed} delivered`).sort());
  });
});
