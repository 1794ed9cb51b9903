import { afterEach, describe, expect, test, vi } from 'vitest';
import { patch } from '../../src/browser/patch';
import type { Listener } from '../../src/browser/patch';

/** An object as a page has them: a method on a prototype, neither of our making. */
class Till {
  drawer = 1;
  add(first: number, second: number): number {
    return this.drawer + first + second;
  }
  fail(): never {
    throw this;
  }
}
const original = Object.getOwnPropertyDescriptor(Till.prototype, 'add');
const listener = (): ReturnType<typeof vi.fn<Listener>> => vi.fn<Listener>();

afterEach(() => {
  Object.defineProperty(Till.prototype, 'add', original as PropertyDescriptor);
});

describe('to its caller, a patched method', () => {
  test('has the same this, arguments and result', () => {
    const heard = listener();
    patch(new Till(), ['add'], heard);
    const till = new Till();
    expect(till.add(2, 3)).toBe(6);
    expect(heard.mock.calls).toEqual([['add', till, [2, 3]]]);
  });

  test('throws the very same', () => {
    const stop = patch(Till.prototype, ['fail'], listener());
    const till = new Till();
    expect(() => till.fail()).toThrow(expect.toSatisfy((thrown) => thrown === till));
    stop();
  });

  test('has the same name, length, prototypes, properties and descriptor', () => {
    const method = Object.assign(() => 0, { polyfill: true });
    const owner = {};
    Object.defineProperty(owner, 'add', { value: method, configurable: true });
    patch(owner, ['add'], listener());
    const { value, ...descriptor } = Object.getOwnPropertyDescriptor(owner, 'add') ?? {};
    expect(value).not.toBe(method);
    expect(descriptor).toEqual({ writable: false, enumerable: false, configurable: true });
    expect(Object.getOwnPropertyDescriptors(value)).toEqual(
      Object.getOwnPropertyDescriptors(method),
    );
    expect(Object.getPrototypeOf(value)).toBe(Function.prototype);
  });

  test('can be made new, or cannot, as before', () => {
    const owner = { Made: class {}, made: () => 0 };
    const { Made } = owner;
    patch(owner, ['Made', 'made'], listener());
    expect(new owner.Made()).toBeInstanceOf(Made);
    expect(() => Reflect.construct(owner.made, [])).toThrow(TypeError);
  });

  test('looks native in its text', () => {
    const owner = { now: Date.now };
    patch(owner, ['now'], listener());
    expect(String(owner.now)).toContain('[native code]');
  });

  test('is where it was: what inherits it gets none of its own', () => {
    const till = new Till();
    patch(till, ['add'], listener());
    expect(Object.keys(till)).toEqual(['drawer']);
  });

  test('is not changed by what a page puts on Object.prototype', () => {
    const trap = vi.fn();
    const polluted = Object.prototype as { get?: unknown };
    const owner = { add: (n: number) => n };
    patch(owner, ['add'], () => undefined);
    polluted.get = trap;
    const { name } = owner.add;
    const result = owner.add(4);
    delete polluted.get;
    expect([name, result]).toEqual(['add', 4]);
    expect(trap).not.toHaveBeenCalled();
  });
});

describe('a listener', () => {
  test('is told before the call, and of the result after it', () => {
    const order: unknown[] = [];
    const owner = { act: () => order.push('act') };
    patch(owner, ['act'], () => {
      order.push('before');
      return (result) => {
        order.push(`after ${result}`);
        return 'changed';
      };
    });
    expect(owner.act()).toBe('changed');
    expect(order).toEqual(['before', 'act', 'after 2']);
  });

  test('may throw before or after, and neither caller nor other listeners notice', () => {
    const refuse = (): never => {
      throw new Error('not for the page');
    };
    const stops = [
      patch(Till.prototype, ['add'], refuse),
      patch(Till.prototype, ['add'], () => refuse),
    ];
    const heard = listener();
    stops.push(patch(Till.prototype, ['add'], heard));
    expect(new Till().add(1, 1)).toBe(3);
    expect(heard).toHaveBeenCalledTimes(1);
    stops.forEach((stop) => stop());
  });

  test('shares the patch with others', () => {
    const [first, second] = [listener(), listener()];
    const stopFirst = patch(Till.prototype, ['add'], first);
    const { add } = Till.prototype;
    const stopSecond = patch(Till.prototype, ['add'], second);
    expect(Till.prototype.add).toBe(add);
    new Till().add(1, 1);
    stopFirst();
    new Till().add(1, 1);
    expect([first.mock.calls.length, second.mock.calls.length]).toEqual([1, 2]);
    stopSecond();
    expect(Object.getOwnPropertyDescriptor(Till.prototype, 'add')).toEqual(original);
  });
});

describe('stopped', () => {
  test('it leaves what was there', () => {
    const stop = patch(Till.prototype, ['add'], listener());
    stop();
    stop();
    expect(Object.getOwnPropertyDescriptor(Till.prototype, 'add')).toEqual(original);
  });

  test('it leaves what somebody has put over it, and hears nothing any more', () => {
    const heard = listener();
    const stop = patch(Till.prototype, ['add'], heard);
    const ours = Till.prototype.add;
    const theirs = function (this: Till, first: number, second: number): number {
      return ours.call(this, first, second) * 10;
    };
    Till.prototype.add = theirs;
    stop();
    expect(Till.prototype.add).toBe(theirs);
    expect(new Till().add(1, 1)).toBe(30);
    expect(heard).not.toHaveBeenCalled();
  });

  test('it hears again through a patch the page has kept', () => {
    const stop = patch(Till.prototype, ['add'], listener());
    const kept = Till.prototype.add;
    stop();
    Till.prototype.add = kept;
    const heard = listener();
    patch(Till.prototype, ['add'], heard);
    new Till().add(1, 1);
    expect(heard).toHaveBeenCalledTimes(1);
  });
});

test('what is not there, no function, made by a getter or frozen, is left alone', () => {
  const owner = Object.freeze({ frozen: () => 1 });
  const odd = Object.defineProperty({ text: 'x' }, 'made', { get: () => 1, configurable: true });
  const before = Object.getOwnPropertyDescriptors(odd);
  const stops = [
    patch(undefined, ['any'], listener()),
    patch(owner, ['frozen', 'absent'], listener()),
    patch(odd, ['text', 'made'], listener()),
  ];
  expect(owner.frozen()).toBe(1);
  expect(Object.getOwnPropertyDescriptors(odd)).toEqual(before);
  stops.forEach((stop) => stop());
});
