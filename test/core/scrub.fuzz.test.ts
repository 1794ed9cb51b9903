import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { plainObject } from '../../src/core/plain';
import { createScrub } from '../../src/core/scrub';
import { createNotifier } from '../../src/notifier';
import { settle, wholeDefaults } from '../../src/options';
import type { Collector, RecordEntry } from '../../src/telemetry/contract';
import { withTelemetry } from '../../src/telemetry/with-telemetry';
import { createFakes, start, token, turns } from '../support/fakes';

const isLong = process.env.ROLLCAGE_LONG === '1';
const runs = (numRuns: number): fc.Parameters<unknown> => ({
  seed: 20261125,
  numRuns: isLong ? numRuns * 20 : numRuns,
});

const hidden = 'hunter2-0815';
const names = ['password', 'accessToken', 'x-api-key', 'PHPSESSION', 'user[pw]', 'zip'];
const name = fc.constantFrom(...names);
const word = fc.constantFrom(
  'a',
  'order',
  'x=1',
  '{',
  '"',
  '\\',
  '',
  'é…',
  '?',
  '&',
  'Bearer',
  '//',
);

/** A text that holds the secret where a name or a form says that it is one. */
const told: fc.Arbitrary<string> = fc
  .tuple(word, name, word, fc.constantFrom('?', '&', '; ', 'x ', '('))
  .chain(([before, name, after, lead]) =>
    fc.constantFrom(
      `${before}${lead}${name}=${hidden}&${after}`,
      `https://a.example/${before}?${name}=${hidden}#${after}`,
      `next=/login?a=${before}&${encodeURIComponent(name)}=${hidden}`,
      `https://bob:${hidden}@a.example/${after}`,
      `${before} Bearer ${hidden} ${after}`,
      JSON.stringify({ [after]: 1, [name]: hidden, b: before }),
      JSON.stringify({ url: `/${before}?${name}=${hidden}` }),
      JSON.stringify({ body: JSON.stringify({ [name]: hidden, [before]: after }) }),
      JSON.stringify({ [name]: { deep: [hidden, before] } }),
      `/q?json=${encodeURIComponent(JSON.stringify({ a: after, [name]: hidden }))}&b=${before}`,
    ),
  );

/** A value that holds it, at any depth. */
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    told,
    name.map((key) => ({ [key]: hidden })),
    name.map((key) => ({ [key]: { deep: [hidden] } })),
    name.map((key) => new Map([[key, hidden]])),
    fc.tuple(word, tie('value')).map(([key, inner]) => ({ [key]: inner, b: 1 })),
    fc.array(tie('value'), { minLength: 1, maxLength: 3 }),
    tie('value').map((inner) => new Set([inner])),
    tie('value').map((inner) => ({ toJSON: () => inner })),
  ),
}));

beforeAll(() => void vi.useFakeTimers());
afterAll(() => void vi.useRealTimers());

describe('a secret', () => {
  test('anywhere in data never gets through', () =>
    fc.assert(
      fc.property(value, (value) => {
        const scrub = createScrub(settle({ scrubFields: ['zip'] }, wholeDefaults), vi.fn());
        expect(JSON.stringify(scrub(plainObject({ value })))).not.toContain(hidden);
      }),
      runs(2000),
    ));

  test.each<[string, (value: unknown, text: string) => Promise<unknown>]>(
    Object.entries({
      'in an argument': report((notifier, value) => notifier.error('x', { value })),
      'in a message': report((notifier, _, text) => notifier.error(text)),
      'in an error': report((notifier, value, text) =>
        notifier.error(new Error(text, { cause: new Error(text) }), value),
      ),
      'in a file name': report((notifier, _, text) =>
        notifier.handleUncaughtException('x', `https://a.example/${text}`, 1, 2),
      ),
      'in what was thrown': report((notifier, value) => notifier.handleUnhandledRejection(value)),
      'in options': report((notifier, value, text) =>
        notifier
          .configure({
            payload: { value, body: value, custom: { value } },
            person: { id: 1, email: text },
            context: text,
            environment: text,
            framework: text,
          })
          .error('x'),
      ),
      'in what hooks add': report((notifier, value, text) =>
        notifier
          .configure({
            onSendCallback: (_, __, data) => void Object.assign(data, { title: text }),
            checkIgnore: (_, __, data) => void Object.assign(data, { server: { value } }),
            transform: (data) => void Object.assign(data, { late: value, fingerprint: text }),
          })
          .error('x'),
      ),
      'in what a promise brings': report((notifier, value, text) =>
        notifier
          .configure({ transform: async (data) => ({ ...data, late: value, title: text }) })
          .error('x'),
      ),
      'in telemetry': async (value, text) => {
        const world = createFakes();
        let record: RecordEntry | undefined;
        const collect: Collector = (desk) => {
          record = desk.record;
          return () => undefined;
        };
        const ports = withTelemetry(world.ports, { collect });
        const notifier = createNotifier({ accessToken: token, scrubFields: ['zip'] }, ports);
        record?.('log', { message: text, value });
        ports.captureEvent?.('manual', { value }, {});
        notifier.error(text, { value });
        notifier.error('x');
        await turns();
        expect(world.items()[1]?.data.body.telemetry).toHaveLength(4);
        return [world.posted, world.storage.stored((storage) => ({ ...storage }))];
      },
    }),
  )('%s is in no byte that is sent or stored', async (_, check) => {
    await fc.assert(
      fc.asyncProperty(value, told, async (value, text) => {
        expect(JSON.stringify(await check(value, text))).not.toContain(hidden);
      }),
      runs(150),
    );
  });
});

/** What a report leaves behind, sent and stored, also once the API finds it too large. */
function report(
  act: (notifier: ReturnType<typeof start>['notifier'], value: unknown, text: string) => unknown,
) {
  return async (value: unknown, text: string): Promise<unknown> => {
    const world = start({ scrubFields: ['zip'] });
    world.answers = [{ status: 413 }, { status: 503 }];
    act(world.notifier, value, text);
    await turns();
    expect(world.posted.length).toBeGreaterThan(0);
    return [world.posted, world.storage.stored((storage) => ({ ...storage }))];
  };
}

describe('the time it takes grows with the text, and no faster', () => {
  const scrub = createScrub(
    settle({ scrubFields: ['.*zip.*', '\\w+_id'] }, wholeDefaults),
    vi.fn(),
  );
  const ms = (text: string): number => {
    let least = Infinity;
    for (let i = 0; i < 5; i++) {
      const before = performance.now();
      scrub({ text });
      least = Math.min(least, performance.now() - before);
    }
    return least;
  };

  test.each([
    ...['a', 'pass', 'passw=', '"', '\\', '[', '%5D', ' ', 'a.', 'exp', 'Bearer ', '//', '//a@'],
    ...['password":"', 'card ', 'token" ', '=', 'x=', '{"a":', 'zip', '_id', 'c_id ', '\n'],
  ])('of many %j', (piece) => {
    const text = (length: number): string => piece.repeat(length / piece.length);
    ms(text(6500));
    // Ten times the length; the rest is for the noise of a clock and a collector.
    expect(ms(text(65_000)) / (ms(text(6500)) + 0.2)).toBeLessThan(30);
  });
});
