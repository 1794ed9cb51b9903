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

/** Takes `ms` milliseconds, where it is alone; tells whether it was. */
async function one(what: string, ms = 1000): Promise<boolean> {
  let wasMine: boolean | undefined;
  await exclusively('name', longestMs, async (isMine) => {
    // Once, whatever comes of it.
    expect(wasMine).toBeUndefined();
    wasMine = isMine;
    if (!isMine) return;
    running.push(what);
    await new Promise<void>((resolve) => setTimeout(resolve, ms));
  });
  return !!wasMine;
}

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
    const second = one('b');
    await vi.advanceTimersByTimeAsync(100);
    const third = one('c');
    await vi.runAllTimersAsync();
    expect(await Promise.all([first, second, third])).toEqual([true, false, true]);
    expect(running).toEqual(['a', 'c']);
  });

  test.each(['reject', 'throw'])(
    'where locks are refused it runs all the same (%s)',
    async (how) => {
      request.mockImplementation(() => {
        const no = new DOMException('no', 'SecurityError');
        if (how === 'throw') throw no;
        return Promise.reject(no);
      });
      const done = one('a', 10);
      await vi.runAllTimersAsync();
      expect(await done).toBe(true);
      expect(running).toEqual(['a']);
    },
  );
});

describe('without them', () => {
  test('its lease keeps others off, and is gone after it', async () => {
    const first = one('a', 1000);
    expect(await one('b')).toBe(false);
    await vi.advanceTimersByTimeAsync(300);
    expect(running).toEqual(['a']);
    expect(await one('c')).toBe(false);
    await vi.runAllTimersAsync();
    expect(await first).toBe(true);
    expect({ ...localStorage }).toEqual({});
  });

  test('its lease ends when the page is left', async () => {
    for (const ms of [0, 300]) {
      void one('a', 1000);
      await vi.advanceTimersByTimeAsync(ms);
      expect(localStorage).toHaveLength(1);
      window.dispatchEvent(new Event('pagehide'));
      expect(localStorage).toHaveLength(0);
    }
  });

  test('of two that begin together, the one whose note still stands there runs', async () => {
    localStorage.clear();
    const first = one('a');
    // What another page wrote before it could see the first note.
    localStorage.setItem('rollcage-lease:name', `${Date.now() + longestMs} other`);
    await vi.advanceTimersByTimeAsync(250);
    expect(await first).toBe(false);
    expect(running).toEqual([]);
    // It is not its own to end.
    expect(localStorage).toHaveLength(1);
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
