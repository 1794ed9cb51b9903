import { describe, expect, test } from 'vitest';
import type { TraceBody } from '../src/items-api';
import { startDropIn } from './support/drop-in';

/** What a call throws. */
const thrownBy = (act: () => unknown): unknown => {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error('Nothing was thrown');
};

describe('wrap', () => {
  test('makes a function that does the same, with its `this`, arguments and properties', () => {
    const { rollbar } = startDropIn();
    const add = Object.assign(
      function (this: { base: number }, a: number, b: number) {
        return this.base + a + b;
      },
      { unit: 'kg' },
    );
    const wrapped = rollbar.wrap(add);
    expect([wrapped.call({ base: 1 }, 2, 3), wrapped.unit]).toEqual([6, 'kg']);
  });

  test('makes one for each function, and one of its own is not wrapped again', () => {
    const { rollbar } = startDropIn();
    const act = (): number => 1;
    const wrapped = rollbar.wrap(act);
    expect(rollbar.wrap(act)).toBe(wrapped);
    expect(rollbar.wrap(wrapped)).toBe(wrapped);
  });

  test.each([undefined, null, 'text', { handleEvent: () => undefined }])(
    'gives back what is no function: %j',
    (value) => {
      expect(startDropIn().rollbar.wrap(value)).toBe(value);
    },
  );

  test.each([
    new Error('x'),
    Object.freeze(new Error('frozen')),
    42,
    'text',
    null,
    undefined,
    Symbol.iterator,
  ])('throws on what was thrown, as it is: %s', (value) => {
    const { rollbar } = startDropIn();
    const keys = Object.getOwnPropertyNames(Object(value ?? {}));
    const wrapped = rollbar.wrap(() => {
      throw value;
    });
    expect(thrownBy(wrapped)).toBe(value);
    expect(Object.getOwnPropertyNames(Object(value ?? {}))).toEqual(keys);
  });

  test('makes what can be called with `new` of what can', () => {
    const { rollbar } = startDropIn();
    class Base {
      constructor(readonly value: number) {}
    }
    // As `static name` does.
    Object.defineProperty(Base, 'name', { value: 'static', enumerable: true });
    const Wrapped = rollbar.wrap(Base);
    class Derived extends Wrapped {}
    expect([new Wrapped(1).value, new Derived(2).value]).toEqual([1, 2]);
    expect(new Wrapped(1)).toBeInstanceOf(Base);
    expect(new Derived(1)).toBeInstanceOf(Derived);
    expect(() => new (rollbar.wrap((() => 1) as never as typeof Base))(1)).toThrow(TypeError);
  });

  test('reads nothing that throws, on a page that has described every property', () => {
    const { rollbar } = startDropIn();
    const act = Object.defineProperty(() => 1, 'odd', {
      enumerable: true,
      get() {
        throw new Error('mine');
      },
    });
    Object.assign(Object.prototype, { get: () => 'page' });
    let wrapped = act;
    try {
      wrapped = rollbar.wrap(act);
    } finally {
      delete (Object.prototype as { get?: unknown }).get;
    }
    expect([wrapped === act, wrapped()]).toEqual([false, 1]);
  });

  test.each<[string, unknown, object]>([
    ['an object', { order: 17 }, { order: 17 }],
    ['what a function gives then', () => ({ order: 18 }), { order: 18 }],
  ])('has its context told with what nobody catches: %s', (_, context, custom) => {
    const world = startDropIn();
    const error = thrownBy(
      world.rollbar.wrap(() => {
        throw new Error('x');
      }, context),
    );
    world.events.uncaught('Uncaught Error: x', '', 0, 0, error);
    expect(world.items()[0]?.data.custom).toEqual(custom);
  });

  test('stands in no stack that is told', () => {
    const world = startDropIn();
    const error = thrownBy(
      world.rollbar.wrap(function fail() {
        throw new Error('x');
      }),
    ) as Error;
    expect(error.stack).toContain('_rollbar_wrapped');
    world.events.uncaught('Uncaught Error: x', '', 0, 0, error);
    const { frames } = (world.items()[0]?.data.body as TraceBody).trace;
    expect(frames.at(-1)?.method).toBe('fail');
    expect(JSON.stringify(frames)).not.toContain('_rollbar_wrapped');
  });

  test('has its context told with a thrown text, but not with another', () => {
    const world = startDropIn();
    const text = thrownBy(
      world.rollbar.wrap(
        () => {
          throw 'x';
        },
        { order: 17 },
      ),
    );
    world.events.uncaught('Uncaught x', '', 0, 0, text);
    world.events.uncaught('Uncaught y', '', 0, 0, 'y');
    expect(world.items().map(({ data }) => data.custom)).toEqual([{ order: 17 }, undefined]);
  });

  test('has no context told with a message, where undefined was thrown before', () => {
    const world = startDropIn();
    thrownBy(
      world.rollbar.wrap(
        () => {
          throw undefined;
        },
        { order: 17 },
      ),
    );
    world.rollbar.info('x');
    expect(world.items()[0]?.data.custom).toBeUndefined();
  });

  test('calls first what goes before, with the same arguments, and contains what it throws', () => {
    const world = startDropIn();
    const ran: unknown[] = [];
    const before = (...args: unknown[]): void => {
      ran.push(['before', ...args]);
      throw new Error('mine');
    };
    world.rollbar.wrap((...args: unknown[]) => ran.push(['fn', ...args]), undefined, before)(1, 2);
    expect(ran).toEqual([
      ['before', 1, 2],
      ['fn', 1, 2],
    ]);
    expect(world.said).toEqual(['what goes before has thrown: Error: mine']);
  });

  test('contains what a context throws; the error of the page goes on', () => {
    const world = startDropIn();
    const error = new Error('x');
    const wrapped = world.rollbar.wrap(
      () => {
        throw error;
      },
      () => {
        throw new Error('mine');
      },
    );
    expect(thrownBy(wrapped)).toBe(error);
    expect(world.said).toEqual(['a context has thrown: Error: mine']);
  });
});
