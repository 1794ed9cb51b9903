import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createOutbox } from '../../src/browser/outbox';
import type { Level } from '../../src/items-api';
import type { Answer } from '../../src/shapes';
import { refusal, taken, turns } from '../support/fakes';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** An outbox whose requests the test answers by hand, in the order they were made. */
function world() {
  const requests: { sealed: string; answer(answer: Answer): Promise<void> }[] = [];
  const ended: string[] = [];
  const said: string[] = [];
  const state = { target: 'one' as string | undefined, chance: 1 };
  const outbox = createOutbox({
    target: () => state.target,
    send: (sealed) =>
      new Promise((resolve) => {
        requests.push({
          sealed,
          answer: async (answer) => {
            resolve(answer);
            await turns();
          },
        });
      }),
    shrink: (sealed) => `${sealed}, smaller`,
    chance: () => state.chance,
    say: (text) => void said.push(text),
  });
  const add = (sealed: string, level: Level = 'error'): void =>
    outbox.add({
      level,
      sealed,
      delivered: () => void ended.push(`${sealed}: delivered`),
      dropped: (reason) => void ended.push(`${sealed}: ${reason}`),
    });
  const sent = (): string[] => requests.map(({ sealed }) => sealed);
  const answer = (index: number, answer: Answer): Promise<void> | undefined =>
    requests[index]?.answer(answer);
  return { ...outbox, add, answer, ended, said, sent, state };
}

test('sends in order, two at a time, and tells each end once', async () => {
  const { add, answer, ended, sent } = world();
  for (const sealed of ['a', 'b', 'c']) add(sealed);
  expect(sent()).toEqual(['a', 'b']);
  await answer(1, taken);
  expect(sent()).toEqual(['a', 'b', 'c']);
  await answer(0, taken);
  await answer(2, taken);
  expect(ended).toEqual(['b: delivered', 'a: delivered', 'c: delivered']);
  expect(vi.getTimerCount()).toBe(0);
});

describe('after trouble', () => {
  test('everything waits, twice as long each time, until one succeeds', async () => {
    const { add, answer, sent } = world();
    add('a');
    await answer(0, refusal(503));
    add('b');
    expect(sent()).toEqual(['a']);
    await vi.advanceTimersByTimeAsync(999);
    expect(sent()).toEqual(['a']);
    await vi.advanceTimersByTimeAsync(1);
    expect(sent()).toEqual(['a', 'a', 'b']);
    await answer(1, { status: 0 });
    await answer(2, { status: 0 });
    await vi.advanceTimersByTimeAsync(1999);
    expect(sent()).toHaveLength(3);
    await vi.advanceTimersByTimeAsync(1);
    expect(sent()).toHaveLength(5);
    await answer(3, taken);
    await answer(4, refusal(500));
    await vi.advanceTimersByTimeAsync(1000);
    expect(sent()).toHaveLength(6);
  });

  test('the server may ask for more', async () => {
    const { add, answer, sent, state } = world();
    state.chance = 0;
    add('a');
    await answer(0, { status: 429, retryAfterMs: 5000 });
    await vi.advanceTimersByTimeAsync(4999);
    expect(sent()).toEqual(['a']);
    await vi.advanceTimersByTimeAsync(1);
    expect(sent()).toEqual(['a', 'a']);
  });

  test('the item that had it goes to the end of the line', async () => {
    const { add, answer, sent } = world();
    for (const sealed of ['bad', 'b', 'c', 'd']) add(sealed);
    await answer(0, { status: 0 });
    await answer(1, taken);
    await vi.advanceTimersByTimeAsync(1000);
    expect(sent()).toEqual(['bad', 'b', 'c', 'd']);
    await answer(2, taken);
    expect(sent().at(-1)).toBe('bad');
  });
});

describe('an answer for ever', () => {
  test.each([400, 422])('%i ends the item, said with the words of the API', async (status) => {
    const { add, answer, ended, said, sent } = world();
    add('a');
    await answer(0, refusal(status, 'nonsense'));
    expect(ended).toEqual(['a: refused']);
    expect(said).toEqual([`the API refuses an item (${status}: nonsense)`]);
    await vi.advanceTimersByTimeAsync(1e6);
    expect(sent()).toEqual(['a']);
  });

  test('413 makes it smaller once, and then ends it', async () => {
    const { add, answer, ended, sent } = world();
    add('a');
    await answer(0, refusal(413));
    expect(sent()).toEqual(['a', 'a, smaller']);
    await answer(1, refusal(413));
    expect(ended).toEqual(['a: too-big']);
    expect(sent()).toHaveLength(2);
  });
});

describe('a token the API refuses', () => {
  test.each([401, 403])('(%i) holds everything until there is another', async (status) => {
    const { add, answer, ended, said, sent, state, wake } = world();
    add('a');
    await answer(0, refusal(status));
    add('b');
    wake();
    expect(sent()).toEqual(['a']);
    expect(said).toHaveLength(1);
    state.target = 'two';
    wake();
    expect(sent()).toEqual(['a', 'a', 'b']);
    await answer(1, taken);
    await answer(2, taken);
    expect(ended).toEqual(['a: delivered', 'b: delivered']);
  });

  test('may be missing from the start', () => {
    const { add, sent, state, wake } = world();
    state.target = undefined;
    add('a');
    expect(sent()).toEqual([]);
    state.target = 'one';
    wake();
    expect(sent()).toEqual(['a']);
  });
});

test('of more than a hundred, the oldest of the lowest level goes, but none under way', async () => {
  const { add, answer, ended, sent, state, wake } = world();
  add('under way', 'debug');
  state.target = undefined;
  add('info 1', 'info');
  add('info 2', 'info');
  for (let i = 0; i < 97; i++) add(`error ${i}`);
  expect(ended).toEqual([]);
  add('critical', 'critical');
  add('debug', 'debug');
  expect(ended).toEqual(['info 1: evicted', 'debug: evicted']);
  await answer(0, taken);
  state.target = 'one';
  wake();
  expect(sent()).toEqual(['under way', 'info 2', 'error 0']);
});
