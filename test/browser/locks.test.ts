// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { exclusively } from '../../src/browser/locks';

const longestMs = 90_000;
let running: string[];

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 23, 12) });
  running = [];
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  localStorage.clear();
});

/** Something that takes `ms` milliseconds. */
const act = (what: string, ms: number) => () => {
  running.push(what);
  return new Promise<void>((resolve) => setTimeout(resolve, ms));
};
const one = (what: string, ms = 1000, isNew = false): Promise<boolean> =>
  exclusively('name', longestMs, act(what, ms), isNew);

describe('with Web Locks', () => {
  type Request = (name: string, options: object, act: (lock: object | null) => unknown) => unknown;
  let request: ReturnType<typeof vi.fn<Request>>;
  beforeEach(() => {
    const held = new Set<string>();
    request = vi.fn<Request>(async (name, _, act) => {
      await Promise.resolve();
      if (held.has(name)) return act(null);
      held.add(name);
      return Promise.resolve(act({})).finally(() => held.delete(name));
    });
    vi.stubGlobal('navigator', { locks: { request } });
  });

  test('one runs, and the others are told that they do not', async () => {
    const all = Promise.all([one('a'), one('b')]);
    await vi.runAllTimersAsync();
    expect(await all).toEqual([true, false]);
    expect(running).toEqual(['a']);
    expect(request.mock.calls[0]?.slice(0, 2)).toEqual(['name', { ifAvailable: true }]);
  });

  test('the lock is let go of when the others have seen the end', async () => {
    const first = one('a', 1000);
    await vi.advanceTimersByTimeAsync(1200);
    expect(await one('b')).toBe(false);
    await vi.advanceTimersByTimeAsync(100);
    expect(await first).toBe(true);
    void one('c');
    await vi.advanceTimersByTimeAsync(0);
    expect(running).toEqual(['a', 'c']);
  });

  test('what is new runs at once, once', async () => {
    void one('a', 1000, true);
    expect(running).toEqual(['a']);
    await vi.advanceTimersByTimeAsync(500);
    expect(await one('b')).toBe(false);
    await vi.runAllTimersAsync();
    expect(running).toEqual(['a']);
  });

  test('what is new has run, though another holds the lock', async () => {
    void one('a', 1000);
    await vi.advanceTimersByTimeAsync(10);
    const second = one('b', 10, true);
    await vi.runAllTimersAsync();
    expect(await second).toBe(true);
    expect(running).toEqual(['a', 'b']);
  });

  test.each([
    [true, 'reject'],
    [false, 'reject'],
    [true, 'throw'],
    [false, 'throw'],
  ])('where locks are refused it runs all the same (new: %s, they %s)', async (isNew, how) => {
    request.mockImplementation(() => {
      const no = new DOMException('no', 'SecurityError');
      if (how === 'throw') throw no;
      return Promise.reject(no);
    });
    const done = one('a', 10, isNew);
    await vi.runAllTimersAsync();
    expect(await done).toBe(true);
    expect(running).toEqual(['a']);
  });
});

describe('without them', () => {
  test('what is new runs at once, and its lease keeps others off', async () => {
    const first = one('a', 1000, true);
    expect(running).toEqual(['a']);
    expect(await one('b')).toBe(false);
    await vi.runAllTimersAsync();
    expect(await first).toBe(true);
    expect({ ...localStorage }).toEqual({});
  });

  test('its lease ends when the page is left', () => {
    void one('a', 1000, true);
    expect(localStorage).toHaveLength(1);
    window.dispatchEvent(new Event('pagehide'));
    expect(localStorage).toHaveLength(0);
  });

  test('of two that begin together, the one whose note still stands there runs', async () => {
    localStorage.clear();
    const first = one('a');
    // What another page wrote before it could see the first note.
    localStorage.setItem('rollcage-lease:name', `${Date.now() + longestMs} other`);
    await vi.advanceTimersByTimeAsync(250);
    expect(await first).toBe(false);
    expect(running).toEqual([]);
  });

  test('the lease of a page that is gone ends by itself', async () => {
    localStorage.setItem('rollcage-lease:name', `${Date.now() + longestMs} gone`);
    await vi.advanceTimersByTimeAsync(longestMs - 1);
    expect(await one('a')).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    const second = one('b');
    await vi.runAllTimersAsync();
    expect(await second).toBe(true);
  });

  test.each(['x', '', String(Date.UTC(2100, 1))])('a lease of "%s" is none', async (note) => {
    localStorage.setItem('rollcage-lease:name', note);
    const done = one('a');
    await vi.runAllTimersAsync();
    expect(await done).toBe(true);
  });

  test('nor storage, it runs at once', () => {
    vi.stubGlobal('localStorage', null);
    void one('a');
    expect(running).toEqual(['a']);
  });
});
