/** Values no page should hand to a notifier, and every page may. */
import fc from 'fast-check';

/** Made anew for each run: what a run does to a value must not reach the next one. */
export type Maker = () => unknown;

const refuse = (): never => {
  throw new Error('do not touch');
};

/** A proxy every trap of which throws. */
function thorny(target: object): unknown {
  const traps = ['get', 'has', 'ownKeys', 'getPrototypeOf', 'getOwnPropertyDescriptor', 'set'];
  return new Proxy(target, Object.fromEntries(traps.map((trap) => [trap, refuse])));
}

function revoked(target: object): unknown {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

const withGetter = (key: string, get: () => unknown, base: object = {}): object =>
  Object.defineProperty(base, key, { get, enumerable: true, configurable: true });

class Account {
  #secret = 1;
  balance = 3;
  get secret(): number {
    return this.#secret;
  }
}

function errorWith(properties: Record<string, unknown>): Error {
  const error = new Error('plain');
  // V8 writes it when it is first asked, from the other fields.
  void error.stack;
  for (const [key, value] of Object.entries(properties)) {
    Object.defineProperty(error, key, { value, configurable: true });
  }
  return error;
}

function causeChain(length: number): Error {
  let error = new Error('root');
  for (let i = 1; i < length; i++) error = new RangeError(`link ${i}`, { cause: error });
  return error;
}

function causeCycle(): Error {
  const first = new Error('hen');
  first.cause = new Error('egg', { cause: first });
  return first;
}

function cycle(): object {
  const a: Record<string, unknown> = { name: 'a' };
  a.self = a;
  a.list = [a, [a]];
  return a;
}

/** Everything leads to everything: copied without care, this is 20 to the power of the depth. */
function web(): object {
  const nodes = Array.from({ length: 20 }, (): Record<string, unknown> => ({}));
  for (const node of nodes) nodes.forEach((other, i) => (node[`to${i}`] = other));
  return nodes[0] as object;
}

function nested(
  levels: number,
  wrap: (inner: unknown) => unknown,
  core: unknown = 'core',
): unknown {
  let value = core;
  for (let i = 0; i < levels; i++) value = wrap(value);
  return value;
}

const keyed = (count: number, of: (i: number) => [string, unknown]): object =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => of(i)));

/** One character that takes six bytes in JSON; three bytes; four; one that has to be replaced. */
const costly = ['\0', '€', '😀', '\ud83d', '"'];

/** The named beasts, each a function that makes a fresh one. */
export const beasts: Record<string, Maker> = {
  undefined: () => undefined,
  null: () => null,
  'not a number': () => NaN,
  infinity: () => -Infinity,
  'minus zero': () => -0,
  bigint: () => 2n ** 64n,
  symbol: () => Symbol('beast'),
  'symbol alone': () => Symbol(),
  'empty text': () => '',
  'a megabyte': () => 'x'.repeat(1_000_000),
  'a megabyte of NUL': () => '\0'.repeat(1_000_000),
  'a megabyte of halves': () => '\udc00\ud83d'.repeat(500_000),
  function: () => function named() {},
  'function with a long name of NUL': () =>
    Object.defineProperty(() => 0, 'name', { value: '\0'.repeat(100_000) }),
  'functions with long names': () =>
    keyed(3000, (i) => [
      `k${i}`,
      Object.defineProperty(() => 0, 'name', { value: '\0'.repeat(99) }),
    ]),
  'function whose name throws': () => withGetter('name', refuse, () => 0),
  class: () => Account,
  instance: () => new Account(),
  'null prototype': () => Object.assign(Object.create(null) as object, { a: 1 }),
  'bare null prototype': () => Object.create(null) as unknown,
  date: () => new Date(0),
  'invalid date': () => new Date(NaN),
  regexp: () => /a+/g,
  map: () =>
    new Map<unknown, unknown>([
      ['a', 1],
      [{}, new Map()],
    ]),
  'map in itself': () => {
    const map = new Map();
    return map.set('map', map);
  },
  set: () => new Set([1, 'a', new Set()]),
  'endless set': () =>
    Object.assign(new Set(), {
      *[Symbol.iterator]() {
        for (;;) yield 'more';
      },
    }),
  weakmap: () => new WeakMap(),
  promise: () => Promise.resolve(1),
  'typed array': () => new Float64Array(100_000),
  'array buffer': () => new ArrayBuffer(64),
  'boxed text': () => Object('boxed') as unknown,
  'boxed number': () => Object(7) as unknown,
  'boxed bigint': () => Object(7n) as unknown,
  'boxed symbol': () => Object(Symbol('boxed')) as unknown,
  arguments: () =>
    (function (..._: unknown[]) {
      return arguments;
    })(1, 'a'),
  global: () => globalThis,
  'array with hole': () => [1, , 3],
  'huge sparse array': () => Object.assign([1], { length: 2 ** 32 - 1 }),
  'huge array': () => new Array(200_000).fill('item'),
  'array of a million': () => new Array(1_000_000).fill(7),
  'endless array': () =>
    Object.assign([1], {
      *[Symbol.iterator]() {
        for (;;) yield 'more';
      },
    }),
  'array that lost its methods': () => Object.setPrototypeOf([1, 2], null) as unknown,
  'long numbers': () => Array.from({ length: 20_000 }, (_, i) => -1.234567890123456e-300 / (i + 1)),
  'very many keys': () => keyed(17_000, (i) => [`key ${i}`, i]),
  'very many short keys': () => keyed(17_000, (i) => [i.toString(36), {}]),
  'huge key': () => ({ ['k'.repeat(1_000_000)]: 1 }),
  'huge keys of NUL': () =>
    keyed(40, (i) => [String(i) + '\0'.repeat(100_000), '\0'.repeat(100_000)]),
  'key with half a pair': () => ({ '\ud83d': '\ude00' }),
  'own key __proto__': () =>
    JSON.parse('{"__proto__":{"polluted":true,"level":7},"a":1}') as unknown,
  'own key constructor': () => ({ constructor: 1, toString: 2, valueOf: 3, hasOwnProperty: 4 }),
  'key of the marker': () => ({ '…': '…' }),
  cycle,
  web,
  'deep objects': () => nested(5_000, (inner) => ({ inner })),
  'deep arrays': () => nested(5_000, (inner) => [inner, inner]),
  'deep maps': () => nested(500, (inner) => new Map([['inner', inner]])),
  'getter that throws': () => withGetter('trap', refuse, { fine: 1 }),
  'getter that throws undefined': () =>
    withGetter('trap', () => {
      throw undefined;
    }),
  'getter that never ends': () => {
    const endless = (): object => withGetter('next', endless);
    return endless();
  },
  'toJSON that throws': () => ({ toJSON: refuse }),
  'toJSON that gives itself': () => {
    const self = { a: 1, toJSON: (): unknown => self };
    return self;
  },
  'toJSON without end': () => {
    const again = (): unknown => ({ toJSON: again });
    return again();
  },
  'toJSON that gives undefined': () => ({ toJSON: () => undefined }),
  'toJSON that gives a megabyte': () => ({ toJSON: () => '\0'.repeat(1_000_000) }),
  'toJSON that is no function': () => ({ toJSON: 'text' }),
  'toJSON that throws when read': () => withGetter('toJSON', refuse, { fine: 1 }),
  proxy: () => new Proxy({ a: 1 }, {}),
  'proxy that throws': () => thorny({ a: 1 }),
  'proxy of an array that throws': () => thorny([1]),
  'proxy of a function that throws': () => thorny(() => 0),
  'proxy of an error that throws': () => thorny(new Error('x')),
  'proxy with endless keys': () =>
    new Proxy(
      {},
      {
        ownKeys: () => Array.from({ length: 10_000 }, (_, i) => `k${i}`),
        getOwnPropertyDescriptor: () => ({ value: 1, enumerable: true, configurable: true }),
        get: () => 'x'.repeat(1000),
      },
    ),
  'proxy that answers everything with itself': () => {
    const echo: unknown = new Proxy(() => 0, { get: () => echo, apply: () => echo });
    return echo;
  },
  'proxy of an object that answers everything with itself': () => {
    const echo: unknown = new Proxy({ a: 1 }, { get: () => echo });
    return echo;
  },
  'revoked proxy': () => revoked({}),
  'revoked proxy of an array': () => revoked([]),
  'revoked proxy of a function': () => revoked(() => 0),
  'tag of a megabyte': () => ({ [Symbol.toStringTag]: '\0'.repeat(1_000_000) }),
  'tags of a megabyte, too deep': () => {
    const tagged = { [Symbol.toStringTag]: '\0'.repeat(1_000_000) };
    return nested(
      11,
      (inner) => ({ inner }),
      keyed(99, (i) => [`k${i}`, tagged]),
    );
  },
  'tag that throws': () => withGetter(Symbol.toStringTag as never, refuse),
  'tag of an error': () => ({ [Symbol.toStringTag]: 'Error', message: 5 }),
  'false map': () => ({ [Symbol.toStringTag]: 'Map' }),
  'false window': () => ({ [Symbol.toStringTag]: 'Window' + '\0'.repeat(200_000) }),
  'false element': () => ({ nodeType: 1, nodeName: '\0'.repeat(1_000_000) }),
  'false elements': () =>
    keyed(3000, (i) => [`k${i}`, { nodeType: 1, nodeName: '\0'.repeat(1000) }]),
  'toString that throws': () => ({ toString: refuse, valueOf: refuse }),
  'toString that gives an object': () => ({ toString: () => ({}), valueOf: () => ({}) }),
  'toPrimitive that throws': () => ({ [Symbol.toPrimitive]: refuse }),
  error: () => new TypeError('ordinary'),
  'error with hostile fields': () =>
    errorWith({ message: thorny({}), name: Symbol('name'), stack: { a: 1 }, cause: revoked({}) }),
  'error with megabytes': () =>
    errorWith({
      message: '\0'.repeat(1_000_000),
      name: 'N'.repeat(1_000_000),
      stack: 'at f (http://a/b.js:1:1)\n'.repeat(40_000),
    }),
  'error whose fields throw': () => {
    const error = errorWith({});
    for (const key of ['message', 'name', 'stack', 'cause']) withGetter(key, refuse, error);
    return error;
  },
  'error that throws its constructor': () =>
    withGetter('constructor', refuse, errorWith({ name: '' })),
  'error with very many frames': () =>
    errorWith({
      stack: Array.from(
        { length: 1000 },
        (_, i) => `f${i}@http://a/${'é'.repeat(9000)}.js:1:1`,
      ).join('\n'),
    }),
  'cause chain of 50': () => causeChain(50),
  'cause chain of 50 with megabytes': () => {
    let error: Error = errorWith({});
    for (let i = 0; i < 50; i++)
      error = errorWith({ message: '\0'.repeat(200_000), name: '\0'.repeat(9999), cause: error });
    return error;
  },
  'cause cycle': causeCycle,
  'cause that is ever new': () => {
    const next = (): Error => withGetter('cause', next, new Error('next')) as Error;
    return next();
  },
  'cause that is no error': () => new Error('x', { cause: { code: 7 } }),
  'aggregate error': () => new AggregateError([new Error('a'), 5], 'many'),
  'frozen object': () => Object.freeze({ a: Object.freeze([1]) }),
  'like an error': () => ({ message: 'm', stack: 's', name: '\0'.repeat(500_000) }),
  'named thing': () => ({ name: '\0'.repeat(500_000), message: '\0'.repeat(500_000) }),
};

/** Those that take a copy its full bounds, and so are too slow to meet hundreds of times. */
export const heavy =
  /elements|^functions|short keys|many keys|of a million|huge sparse|huge array|endless (array|set)|^web$|^tags|many frames|keys of NUL|deep arrays|long numbers/;

/** Data of any shape with beasts in it. */
export function hostile(extra: Record<string, Maker>, isLong: boolean): fc.Arbitrary<Maker> {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc
      .tuple(fc.constantFrom(...costly, 'ab'), fc.constantFrom(1, 10, 100, 300, 5_000, 70_000))
      .map(([unit, times]) => unit.repeat(times)),
  );
  const { value } = fc.letrec<{ value: Maker }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.oneof(
        fc
          .constantFrom(
            ...Object.entries({ ...beasts, ...extra }).filter(
              ([name]) => isLong || !heavy.test(name),
            ),
          )
          .map(([name, make]) => Object.assign(() => make(), { [fc.toStringMethod]: () => name })),
        text.map(
          (found): Maker =>
            () =>
              found,
        ),
        fc.anything().map(
          (found): Maker =>
            () =>
              structuredCopy(found),
        ),
      ),
      fc.array(fc.tuple(text, tie('value')), { maxLength: 8 }).map((pairs): Maker => () => {
        const made = {};
        for (const [key, make] of pairs) {
          Object.defineProperty(made, key, {
            value: make(),
            enumerable: true,
            configurable: true,
            writable: true,
          });
        }
        return made;
      }),
      fc.array(tie('value'), { maxLength: 6 }).map(
        (makers): Maker =>
          () =>
            makers.map((make) => make()),
      ),
      // Wide, of one kind.
      fc.tuple(tie('value'), fc.constantFrom(3, 10, 100)).map(([make, times]): Maker => () => {
        const one = make();
        return keyed(times, (i) => [`${i}`, one]);
      }),
    ),
  }));
  return value;
}

const structuredCopy = (found: unknown): unknown => {
  try {
    return structuredClone(found);
  } catch {
    return found;
  }
};
