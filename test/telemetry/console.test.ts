import { afterEach, expect, test, vi } from 'vitest';
import { log } from '../../src/telemetry/console';
import { beasts } from '../support/hostile';
import { openDesk } from '../support/telemetry';

const silent = { ...console };

/** The console of the page, which says nothing in the terminal of the test. */
function mute(): typeof console {
  for (const name of ['debug', 'log', 'info', 'warn', 'error'] as const) {
    console[name] = vi.fn();
  }
  return { ...console };
}

afterEach(() => void Object.assign(console, silent));

test('each call is a line with a valid level', () => {
  mute();
  const desk = openDesk({ log });
  console.debug('d');
  console.log('l');
  console.info('i');
  console.warn('w');
  console.error('e');
  expect(desk.kept()).toEqual([
    ['debug', 'log', { message: 'd' }],
    ['info', 'log', { message: 'l' }],
    ['info', 'log', { message: 'i' }],
    ['warning', 'log', { message: 'w' }],
    ['error', 'log', { message: 'e' }],
  ]);
});

test('arguments are joined: texts as they are, objects as JSON, errors with name and message', () => {
  mute();
  const desk = openDesk({ log });
  console.log('a', 1, null, undefined, { b: [2] }, new TypeError('t'), Symbol('s'));
  expect(desk.kept()[0]?.[2].message).toBe('a 1 null undefined {"b":[2]} TypeError: t Symbol(s)');
});

test('the console gets the very arguments, whatever they are', () => {
  const theirs = mute();
  const desk = openDesk({ log });
  for (const [name, make] of Object.entries(beasts)) {
    const beast = make();
    console.log(beast, name);
    const [first, second] = vi.mocked(theirs.log).mock.lastCall ?? [];
    expect(Object.is(first, beast)).toBe(true);
    expect(second).toBe(name);
  }
  expect(desk.said).toEqual([]);
});

test('of an argument little is kept, and an object is not read to its end', () => {
  mute();
  const desk = openDesk({ log });
  let reads = 0;
  const big = new Proxy(Object.fromEntries(Array.from({ length: 2000 }, (_, i) => [`k${i}`, i])), {
    get: (target, key: string) => (reads++, target[key]),
  });
  console.debug(big);
  console.debug('x'.repeat(10_000));
  expect(reads).toBeLessThan(100);
  for (const [, , { message }] of desk.kept()) expect(String(message).length).toBeLessThan(501);
});

test('an argument is told as it was, and not as it became', () => {
  mute();
  const desk = openDesk({ log });
  const cart = { items: 1 };
  console.log(cart);
  cart.items = 2;
  expect(desk.kept()[0]?.[2]).toEqual({ message: '{"items":1}' });
});

test('our own lines are not recorded', () => {
  const theirs = mute();
  const desk = openDesk({ log });
  console.warn('Rollcage: no accessToken');
  expect(desk.entries()).toEqual([]);
  expect(theirs.warn).toHaveBeenCalledTimes(1);
});

test('a hook, or a getter, that writes into the console runs in no circle', () => {
  const theirs = mute();
  const desk = openDesk({ log }, { filterTelemetry: () => console.log('filtering') });
  const noisy = {
    get a() {
      console.log(noisy);
      return 1;
    },
  };
  console.log(noisy);
  expect(desk.kept()).toEqual([['info', 'log', { message: '{"a":1}' }]]);
  expect(vi.mocked(theirs.log).mock.calls.length).toBeLessThan(5);
});

test('what the console throws, its caller gets', () => {
  mute();
  const thrown = new Error('theirs');
  console.log = () => {
    throw thrown;
  };
  openDesk({ log });
  expect(() => console.log('x')).toThrow(thrown);
});

test('stopped, the console is the one it was', () => {
  const theirs = mute();
  openDesk({ log }).stop();
  expect({ ...console }).toEqual(theirs);
  expect(console.log).toBe(theirs.log);
});
