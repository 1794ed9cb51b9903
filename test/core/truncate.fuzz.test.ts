import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Options } from '../../src/options';
import { createNotifier } from '../../src/notifier';
import { createFakes, token, turns } from '../support/fakes';
import type { Fakes } from '../support/fakes';
import { beasts, heavy, hostile } from '../support/hostile';
import type { Maker } from '../support/hostile';
import { schemaErrors } from '../support/item-schema.mjs';

const isLong = process.env.ROLLCAGE_LONG === '1';
const timeout = isLong ? 1_800_000 : 60_000;
const runs = (numRuns: number): fc.Parameters<unknown> => ({
  seed: 20261123,
  numRuns: isLong ? numRuns * 20 : numRuns,
  endOnFailure: !isLong,
});

const { window } = new JSDOM('<p>text</p>');
const { document } = window;
const dom: Record<string, Maker> = {
  element: () => {
    const input = document.createElement('input');
    input.value = 'what a visitor typed';
    return input;
  },
  document: () => document,
  window: () => window,
  attributes: () => document.body.attributes,
  event: () => new window.Event('beast'),
  'node list': () => document.querySelectorAll('*'),
};
const value = hostile(dom, isLong);

/** Options whose values go into the item. Of the others, some rightly keep it from being sent. */
const optionNames = [
  'environment',
  'captureIp',
  'codeVersion',
  'code_version',
  'person',
  'context',
  'framework',
  'payload',
  'logLevel',
  'uncaughtErrorLevel',
  'onSendCallback',
  'transform',
  'unheardOf',
];

/** Where hooks put things: every field, its fields, and places that are none. */
const fields = [
  ...['environment', 'body', 'level', 'timestamp', 'code_version', 'platform', 'language'],
  ...['framework', 'context', 'request', 'person', 'server', 'client', 'custom', 'fingerprint'],
  ...['title', 'uuid', 'notifier', '__proto__', 'unheardOf', 'toJSON'],
  ...['body.trace', 'body.trace_chain', 'body.message', 'body.crash_report', 'body.telemetry'],
  ...['body.message.body', 'body.crash_report.raw', 'body.unheardOf', 'body.trace.unheardOf'],
  ...['body.trace.frames', 'body.trace.frames.0', 'body.trace.exception', 'body.trace_chain.0'],
  ...['body.trace.frames.0.filename', 'body.trace.frames.0.lineno', 'body.trace.frames.0.method'],
  ...['body.trace.frames.0.code', 'body.trace.frames.0.context', 'body.trace.frames.0.args'],
  ...['body.trace.exception.class', 'body.trace.exception.message', 'body.trace.exception'],
  ...['body.trace.exception.description', 'body.trace_chain.0.frames', 'body.telemetry.0'],
  ...['client.javascript', 'client.javascript.browser', 'request.url', 'request.query_string'],
  ...['person.id', 'person.username', 'person.email', 'notifier.name', 'notifier.truncated'],
];

/** Puts it there whatever stands in the way, as a careless hook would try to. */
function put(data: object, path: string, found: unknown): void {
  const names = path.split('.');
  const last = names.pop() as string;
  const place = names.reduce<Record<string, unknown>>(
    (at, name) => {
      const inner = at[name];
      if (typeof inner === 'object' && inner) return inner as Record<string, unknown>;
      return (at[name] = {}) as Record<string, unknown>;
    },
    data as Record<string, unknown>,
  );
  Object.defineProperty(place, last, {
    value: found,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

/** The one item that has been posted, which must be as the API wants it. */
function theItem({ posted, said }: Fakes): void {
  if (posted.length !== 1) {
    throw new Error(`${posted.length} items; ${said.join('; ').slice(0, 500)}`);
  }
  const [{ text, item } = { text: '', item: {} }] = posted;
  const bytes = Buffer.byteLength(text);
  if (bytes > 131_072) throw new Error(`${bytes} bytes`);
  expect(JSON.parse(text)).toEqual(item);
  expect(schemaErrors(item)).toEqual([]);
}

const rejections: unknown[] = [];
const note = (reason: unknown): unknown => rejections.push(reason);
beforeEach(() => void process.on('unhandledRejection', note));
afterEach(() => {
  process.off('unhandledRejection', note);
  expect(rejections.splice(0)).toEqual([]);
});

type Report = (fakes: Fakes, options: Options) => unknown;

/** Every way a value can come in. */
const ways: Record<string, (found: unknown) => Report> = {
  'custom data': (found) => (fakes, options) =>
    createNotifier(options, fakes.ports).error('message', { found }),
  'the only argument': (found) => (fakes, options) =>
    createNotifier(options, fakes.ports).log(found),
  'one of many arguments': (found) => (fakes, options) =>
    createNotifier(options, fakes.ports).log(found, found, 'text', found, new Error('x'), found),
  'an uncaught error': (found) => (fakes, options) => {
    createNotifier(options, fakes.ports);
    fakes.events.uncaught('Uncaught', 'http://a/b.js', 1, 2, found);
  },
  'all an error event says': (found) => (fakes, options) => {
    createNotifier(options, fakes.ports);
    const all = found as never;
    fakes.events.uncaught(all, all, all, all, all);
  },
  'the reason of a rejection': (found) => (fakes, options) => {
    createNotifier(options, fakes.ports);
    fakes.events.rejected(found);
  },
  'the cause of an error': (found) => (fakes, options) =>
    createNotifier(options, fakes.ports).error(new Error('x', { cause: found })),
};

/** The whole way of one item, with everything that may be put into it. */
async function travel(
  report: Report,
  options: Record<string, unknown> = {},
  changes: [path: string, found: unknown][] = [],
): Promise<void> {
  const fakes = createFakes();
  const onSendCallback = (_: boolean, __: unknown[], data: object): void =>
    changes.forEach(([path, found]) => {
      try {
        put(data, path, found);
      } catch {
        // What cannot be put there is no threat.
      }
    });
  report(fakes, { accessToken: token, onSendCallback, ...options } as Options);
  // A notifier looks for what is left once it has started; before that nothing can let go of it.
  await new Promise((done) => setTimeout(done));
  // A transform may promise what never comes; then the item goes with the page at the latest.
  if (!fakes.posted.length) fakes.events.leave(true);
  theItem(fakes);
}

const failed =
  (how: string) =>
  (error: Error): never => {
    throw new Error(`${how}: ${error.message}`, { cause: error });
  };

const one: Report = (fakes, options) => createNotifier(options, fakes.ports).error('message', {});
const thrown: Report = (fakes, options) =>
  createNotifier(options, fakes.ports).error(new Error('x', { cause: new Error('y') }));

describe('one item, valid and within 131,072 bytes, comes of', () => {
  const all = Object.entries({ ...beasts, ...dom });
  test.each(all.map(([name, make], i) => ({ name, make, i })))(
    '$name, whichever way it comes in',
    { timeout },
    async ({ name, make, i }) => {
      const every = isLong ? 1 : heavy.test(name) ? 32 : 8;
      for (const [way, report] of Object.entries(ways)) {
        await travel(report(make())).catch(failed(way));
      }
      const options = optionNames.map((name) => [name, make()]);
      await travel(one, Object.fromEntries(options)).catch(failed('all options'));
      const top = fields.filter(
        (field, at) => !field.includes('.') && (every < 32 || at % 4 === 0),
      );
      await travel(
        one,
        {},
        top.map((field) => [field, make()]),
      ).catch(failed('all fields'));
      const payload = Object.fromEntries(top.map((field) => [field, make()]));
      await travel(one, { payload }).catch(failed('all of payload'));
      // One by one takes long; by turns, each beast stands in some places.
      for (const field of fields.filter((_, at) => at % every === i % every)) {
        await travel(thrown, {}, [[field, make()]]).catch(failed(`${field} by a hook`));
        await travel(one, { payload: { [field]: make() } }).catch(failed(`${field} of payload`));
      }
      for (const option of optionNames.filter((_, at) => at % every === i % every)) {
        await travel(one, { [option]: make() }).catch(failed(`option ${option}`));
      }
    },
  );

  test('everything at once', { timeout }, () =>
    fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.keys(ways)),
        value,
        fc.dictionary(fc.constantFrom(...optionNames), value, { maxKeys: 4 }),
        fc.array(fc.tuple(fc.oneof(fc.constantFrom(...fields), fc.string()), value), {
          maxLength: 8,
        }),
        (way, make, options, changes) =>
          travel(
            (ways[way] as (found: unknown) => Report)(make()),
            Object.fromEntries(Object.entries(options).map(([name, made]) => [name, made()])),
            changes.map(([path, made]) => [path, made()]),
          ),
      ),
      runs(150),
    ),
  );

  test.each([Object, Array, String, Map])(
    'a page that has put a toJSON on every %o',
    { timeout },
    async ({ prototype }) => {
      const toJSON = (): string => 'mischief';
      const fakes = createFakes();
      const notifier = createNotifier({ accessToken: token, person: { id: '1' } }, fakes.ports);
      Object.defineProperty(prototype, 'toJSON', { value: toJSON, configurable: true });
      try {
        notifier.error(new Error('x', { cause: new Error('y') }), { list: [1, { a: [2] }] });
        await turns();
      } finally {
        delete (prototype as { toJSON?: unknown }).toJSON;
      }
      theItem(fakes);
      expect(fakes.items()[0]?.data).toMatchObject({
        body: { trace_chain: [{}, {}] },
        custom: { list: [1, { a: [2] }] },
        person: { id: '1' },
      });
    },
  );
});

describe('nothing of what comes in is changed', () => {
  /** Sees every attempt to change anything that can be reached from it. */
  function watched<T extends object>(target: T, changes: string[], seen = new Map()): T {
    if (seen.has(target)) return seen.get(target) as T;
    const note = (what: string) => (): never => {
      changes.push(what);
      throw new Error('changed');
    };
    const proxy = new Proxy(target, {
      set: note('set'),
      deleteProperty: note('delete'),
      defineProperty: note('define'),
      setPrototypeOf: note('setPrototypeOf'),
      preventExtensions: note('preventExtensions'),
      get(of, key, receiver) {
        const found: unknown = Reflect.get(of, key, receiver);
        const descriptor = Reflect.getOwnPropertyDescriptor(of, key);
        const isFixed = descriptor && !descriptor.configurable;
        return typeof found === 'object' && found && !isFixed
          ? watched(found, changes, seen)
          : found;
      },
    });
    seen.set(target, proxy);
    return proxy;
  }

  test('neither data, nor errors, nor options', { timeout }, () =>
    fc.assert(
      fc.asyncProperty(
        fc.object({ maxDepth: 4, withDate: true, withMap: true, withSparseArray: true }),
        fc.constantFrom(...Object.keys(ways)),
        async (found, way) => {
          const changes: string[] = [];
          const before = fc.stringify(found);
          const error = Object.assign(new Error('x', { cause: found }), { found });
          const report = ways[way] as (found: unknown) => Report;
          await travel(report(watched(found, changes)));
          await travel(report(watched(error, changes)));
          await travel(one, watched({ payload: found, person: found, context: found }, changes));
          await travel(one, {}, [
            ['custom', watched(found, changes)],
            ['body', watched(found, changes)],
          ]);
          expect(changes).toEqual([]);
          expect(fc.stringify(found)).toBe(before);
        },
      ),
      runs(200),
    ),
  );
});
