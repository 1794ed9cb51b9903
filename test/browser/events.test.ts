// @vitest-environment jsdom
import { afterEach, describe, expect, test, vi } from 'vitest';
import { listen, tell } from '../../src/browser/events';

const source = {
  uncaught: vi.fn(),
  rejected: vi.fn(),
  wake: vi.fn(),
  leave: vi.fn(),
  told: vi.fn(),
};
let stop = (): void => undefined;

afterEach(() => {
  stop();
  window.onerror = null;
  vi.clearAllMocks();
});

const raise = (type: string, more: object): boolean =>
  window.dispatchEvent(
    type === 'error'
      ? new ErrorEvent(type, { cancelable: true, ...more })
      : Object.assign(new Event(type, { cancelable: true }), more),
  );

/** Storage is listened to a moment later. */
const moment = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve));

const event = { message: 'm', filename: 'https://a.example/b.js', lineno: 3, colno: 9 };

test('an error event is told with what it says', () => {
  stop = listen(source);
  const error = new Error('m');
  raise('error', { ...event, error });
  expect(source.uncaught.mock.calls).toEqual([['m', 'https://a.example/b.js', 3, 9, error]]);
  expect(source.rejected).not.toHaveBeenCalled();
});

test('a rejection is told with its reason', () => {
  stop = listen(source);
  raise('unhandledrejection', { reason: undefined });
  raise('unhandledrejection', { reason: 'why' });
  expect(source.rejected.mock.calls).toEqual([[undefined], ['why']]);
});

test('the handler of the page stays its own, set before or after', () => {
  const theirs = (): void => undefined;
  window.onerror = theirs;
  stop = listen(source);
  expect(window.onerror).toBe(theirs);
  window.onerror = null;
  raise('error', event);
  expect(source.uncaught).toHaveBeenCalledTimes(1);
});

test('the event goes on to others, and the browser still writes it in its console', () => {
  stop = listen(source);
  const other = vi.fn();
  window.addEventListener('error', other);
  expect(raise('error', event)).toBe(true);
  window.removeEventListener('error', other);
  expect(other).toHaveBeenCalledTimes(1);
});

test('that a picture could not be loaded is no error of the page', () => {
  stop = listen(source);
  const image = document.body.appendChild(document.createElement('img'));
  image.dispatchEvent(new Event('error'));
  expect(source.uncaught).not.toHaveBeenCalled();
});

test.each([
  ['at once', () => undefined],
  ['later', moment],
])('after the end, %s, nothing is told', async (_, wait) => {
  stop = listen(source);
  await wait();
  stop();
  await moment();
  window.dispatchEvent(new StorageEvent('storage', { key: 'a', newValue: 'text' }));
  expect(source.told).not.toHaveBeenCalled();
  raise('error', event);
  raise('unhandledrejection', { reason: 1 });
  expect(source.uncaught).not.toHaveBeenCalled();
  expect(source.rejected).not.toHaveBeenCalled();
});

describe('the page', () => {
  const hide = (hidden: boolean): void => {
    vi.spyOn(document, 'hidden', 'get').mockReturnValue(hidden);
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  };

  test('wakes when it is online, shown or seen again', () => {
    stop = listen(source);
    window.dispatchEvent(new Event('online'));
    window.dispatchEvent(new Event('pageshow'));
    hide(false);
    expect(source.wake.mock.calls).toEqual(Array(3).fill([expect.any(Event)]));
    expect(source.leave).not.toHaveBeenCalled();
  });

  test('leaves when it is hidden or left', () => {
    stop = listen(source);
    hide(true);
    window.dispatchEvent(new Event('pagehide'));
    expect(source.leave.mock.calls).toEqual([[false], [true]]);
    expect(source.wake).not.toHaveBeenCalled();
  });

  test('is told what other pages write and remove', async () => {
    stop = listen(source);
    await moment();
    const change = (more: StorageEventInit): boolean =>
      window.dispatchEvent(new StorageEvent('storage', more));
    change({ key: 'a', newValue: 'text', oldValue: null });
    change({ key: 'a', newValue: null, oldValue: 'text' });
    change({ key: null, newValue: null });
    expect(source.told.mock.calls).toEqual([
      ['a', 'text'],
      ['a', null],
      [null, null],
    ]);
  });

  test('is told what another notifier in it writes, and nobody else is', () => {
    const theirs = vi.fn();
    window.addEventListener('storage', theirs);
    stop = listen(source);
    tell('a', 'text');
    window.removeEventListener('storage', theirs);
    expect(source.told.mock.calls).toEqual([['a', 'text']]);
    expect(theirs).not.toHaveBeenCalled();
  });

  test('hears of no storage at once, which the browser would have to read before', async () => {
    const added = vi.spyOn(window, 'addEventListener');
    const types = (): string => added.mock.calls.map(([type]) => type).join();
    stop = listen(source);
    expect(types()).not.toContain('storage');
    await moment();
    expect(types()).toContain('storage');
  });

  test('wakes a moment after it is listened to', async () => {
    stop = listen(source);
    expect(source.wake).not.toHaveBeenCalled();
    await moment();
    expect(source.wake.mock.calls).toEqual([[]]);
  });

  test('that cannot be listened to wakes all the same', async () => {
    const added = vi.spyOn(window, 'addEventListener').mockImplementation(() => {
      throw new Error('broken');
    });
    expect(() => listen(source)).toThrow('broken');
    added.mockRestore();
    await moment();
    expect(source.wake).toHaveBeenCalledTimes(1);
  });

  test('that has broken how it is listened to hears nothing of it', async () => {
    const heard = vi.fn();
    process.on('uncaughtException', heard);
    window.onerror = heard;
    vi.spyOn(window, 'addEventListener').mockImplementation((type) => {
      if (type === 'storage') throw new Error('broken');
    });
    stop = listen(source);
    await moment();
    process.off('uncaughtException', heard);
    expect(heard).not.toHaveBeenCalled();
  });

  test('without timers is listened to, and left again', () => {
    vi.stubGlobal('setTimeout', () => {
      throw new Error('broken');
    });
    stop = listen(source);
    vi.unstubAllGlobals();
    raise('error', event);
    stop();
    raise('error', event);
    expect(source.uncaught).toHaveBeenCalledTimes(1);
  });

  test('is never listened to for its unloading', () => {
    const added = vi.spyOn(window, 'addEventListener');
    stop = listen(source);
    expect(added.mock.calls.map(([type]) => type).join()).not.toContain('unload');
  });
});
