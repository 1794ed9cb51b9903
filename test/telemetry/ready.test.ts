import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { createScrub } from '../../src/core/scrub';
import type { Body, TelemetryEntry } from '../../src/items-api';
import type { Options } from '../../src/options';
import { seal } from '../../src/pipeline';
import type { Scrub } from '../../src/shapes';
import { lend, sealReady } from '../../src/telemetry/ready';
import type { Kept } from '../../src/telemetry/ready';
import { startDropIn } from '../support/drop-in';
import { turns } from '../support/fakes';

const scrubber = (...scrubFields: string[]) =>
  createScrub({ scrubFields, scrubPaths: [] }, () => undefined);

const entry = (body: object): Kept => ({
  text: JSON.stringify({ level: 'info', type: 'manual', source: 'client', timestamp_ms: 1, body }),
});

const occurrence = (kept: readonly Kept[], more: object = {}): { body: Body } => {
  const body: Body = { trace: { frames: [], exception: { class: 'Error', message: 'm' } } };
  lend(body, kept);
  return { body, ...more };
};

/** The bodies of what is in an item. */
const bodiesIn = (text: string): unknown[] =>
  (JSON.parse(text) as { body: { telemetry: TelemetryEntry[] } }).body.telemetry.map(
    ({ body }) => body,
  );

test('an entry is scrubbed once, however many items it goes with', () => {
  const spy = vi.fn(scrubber());
  const scrub = spy as Scrub;
  const kept = [entry({ password: 'p', n: 1 })];
  const masked = { password: '********', n: 1 };
  for (let i = 0; i < 5; i++) {
    expect(bodiesIn(sealReady(occurrence(kept), scrub))).toEqual([masked]);
  }
  const given = spy.mock.calls.filter(([data]) => JSON.stringify(data).includes('telemetry'));
  expect(given).toHaveLength(1);
});

test('a page that has no Reflect loses nothing', () => {
  const kept = [entry({ n: 1 })];
  vi.stubGlobal('Reflect', undefined);
  const text = sealReady(occurrence(kept), scrubber());
  vi.unstubAllGlobals();
  expect(bodiesIn(text)).toEqual([{ n: 1 }]);
});

test('a scrubber that is configured later scrubs what was recorded before', () => {
  const kept = [entry({ zip: 'z', n: 1 })];
  expect(bodiesIn(sealReady(occurrence(kept), scrubber()))).toEqual([{ zip: 'z', n: 1 }]);
  expect(bodiesIn(sealReady(occurrence(kept), scrubber('zip')))).toEqual([
    { zip: '********', n: 1 },
  ]);
});

test('what is sealed is the same as when all is sealed at once, whatever it is', () => {
  const text = fc.oneof(fc.string(), fc.constantFrom('token=t', '"truncated":1', '{"body":{"'));
  const data = fc.dictionary(fc.constantFrom('a', 'password', 'zip', 'truncated', 'body'), text);
  // About as long as an item may be, and longer.
  const long = fc.constantFrom(0, 9, 63_000, 64_300, 99_999).map((chars) => 'é'.repeat(chars));
  fc.assert(
    fc.property(fc.array(data), data, long, (bodies, custom, note) => {
      const kept = bodies.map(entry);
      const more = { level: 'error', custom: { ...custom, note } };
      const scrub = scrubber('zip');
      const ready = sealReady(occurrence(kept, more), scrub);
      expect(JSON.parse(ready)).toEqual(JSON.parse(seal(occurrence(kept, more), scrub)));
    }),
    { numRuns: 40 },
  );
});

test.each(['telemetry', 'body', '0', 'm'])('%s may be the name of a secret', (field) => {
  const kept = [entry({ m: 'x' }), entry({ n: 1 })];
  const scrub = scrubber(field);
  const ready = sealReady(occurrence(kept), scrub);
  expect(JSON.parse(ready)).toEqual(JSON.parse(seal(occurrence(kept), scrub)));
});

test('an entry that is amended goes as it was with the item before, and anew with the next', async () => {
  const world = startDropIn({ transform: async () => undefined });
  world.rollbar.captureEvent({ step: 1 });
  world.rollbar.error('a');
  world.rollbar.captureEvent({ step: 2 });
  world.rollbar.error('b');
  await turns();
  const steps = world
    .items()
    .map(({ data }) => data.body.telemetry?.flatMap(({ body }) => body.step ?? []));
  expect(steps).toEqual([[1], [1, 2]]);
});

describe('to hooks, telemetry is objects', () => {
  /** What a hook is shown of an event, and what goes of it. */
  async function through(
    hook: (body: { telemetry?: TelemetryEntry[] }) => void,
    more: Options = {},
  ): Promise<unknown> {
    const world = startDropIn({
      includeItemsInTelemetry: false,
      transform: (data) => hook(data.body as { telemetry?: TelemetryEntry[] }),
      ...more,
    });
    world.rollbar.captureEvent({ step: 1, password: 'p' });
    world.rollbar.error('x');
    await turns();
    return world.items()[0]?.data.body.telemetry?.map(({ body }) => body);
  }
  const masked = '********';

  test('which they may read: it goes scrubbed', async () => {
    const seen: unknown[] = [];
    const sent = await through((body) =>
      seen.push(body.telemetry?.[0]?.body, { ...body }.telemetry),
    );
    expect(seen).toEqual([
      { step: 1, password: 'p' },
      [expect.objectContaining({ type: 'manual', body: { step: 1, password: 'p' } })],
    ]);
    expect(sent).toEqual([{ step: 1, password: masked }]);
  });

  test('which they may change: what they put in is scrubbed, too', async () => {
    const sent = await through(({ telemetry = [] }) => {
      Object.assign(telemetry[0]?.body as object, { step: 2, secret: 's' });
    });
    expect(sent).toEqual([{ step: 2, password: masked, secret: masked }]);
  });

  test('which they may replace, or take away, in any way', async () => {
    const mine = [{ type: 'manual', body: { mine: 1, secret: 's' } }] as never;
    const ours = [{ mine: 1, secret: masked }];
    expect(await through((body) => (body.telemetry = mine))).toEqual(ours);
    const defined = (body: object): unknown =>
      Object.defineProperty(body, 'telemetry', { value: mine, enumerable: true });
    expect(await through((body) => void defined(body))).toEqual(ours);
    expect(await through((body) => delete body.telemetry)).toBeUndefined();
    expect(await through((body) => (body.telemetry = undefined as never))).toBeUndefined();
  });

  test('which they may freeze', async () => {
    expect(await through((body) => Object.freeze(body))).toEqual([{ step: 1, password: masked }]);
  });

  test('of which a path may be secret', async () => {
    const scrubPaths = ['body.telemetry.0.body.step'];
    expect(await through(() => undefined, { scrubPaths })).toEqual([
      { step: masked, password: masked },
    ]);
  });
});
