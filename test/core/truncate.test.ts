import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytesOf } from '../../src/core/bytes';
import { fit as fitScrubbed, maxItemBytes } from '../../src/core/truncate';
import type { Frame, JsonObject, Occurrence, Trace } from '../../src/items-api';
import { schemaErrors } from '../support/item-schema.mjs';

const limit = maxItemBytes - 2048;
/** Nothing of this is secret. */
const fit = (occurrence: object, maxBytes: number): string =>
  fitScrubbed(occurrence, maxBytes, (data) => data);

/** What is posted, checked: valid, and no longer than it may be. */
function fitted(occurrence: object, maxBytes = limit): Occurrence {
  const text = fit(occurrence, maxBytes);
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(maxBytes);
  const data = JSON.parse(text) as Occurrence;
  expect(schemaErrors({ access_token: 'token', data })).toEqual([]);
  return data;
}

const step = ({ notifier }: Occurrence): unknown => notifier?.truncated;

const frames = (count: number, chars = 40): Frame[] =>
  Array.from({ length: count }, (_, i) => ({
    filename: `https://a.example/${'p'.repeat(chars)}/b.js`,
    lineno: i,
    colno: 1,
    method: `call ${i}`,
  }));

const trace = (message: string, calls: Frame[] = frames(3)): Trace => ({
  frames: calls,
  exception: { class: 'TypeError', message, description: 'while saving' },
});

const occurrence = (more: object = {}, body: object = { trace: trace('m') }): Occurrence =>
  ({
    body,
    environment: 'production',
    level: 'critical',
    uuid: 'd4c7acef-55bf-4c9e-a95e-4fe9428a8287',
    timestamp: 1_700_000_000,
    platform: 'browser',
    language: 'javascript',
    request: { url: 'https://a.example/cart' },
    person: { id: '42' },
    notifier: { name: 'rollcage', version: '0.1.0' },
    ...more,
  }) as Occurrence;

const texts = (count: number, chars: number, unit = 'x'): JsonObject =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`k${i}`, unit.repeat(chars)]));

describe('what fits', () => {
  test('goes as it is, to the last character, and says nothing of truncation', () => {
    const whole = occurrence({ custom: texts(10, 10_000) });
    expect(fitted(whole)).toEqual(whole);
  });

  test('is not cut because of how many values it has', () => {
    const whole = occurrence({
      custom: { digits: Array.from({ length: 30_000 }, (_, i) => i % 9) },
    });
    expect(fitted(whole)).toEqual(whole);
  });

  test('fits when it has as many bytes as it may, and not with one more', () => {
    const whole = occurrence({ custom: { text: '€'.repeat(30_000) } });
    const bytes = Buffer.byteLength(JSON.stringify(whole));
    expect(step(fitted(whole, bytes))).toBeUndefined();
    expect(step(fitted(whole, bytes - 1))).toBe(1);
  });
});

describe('what does not fit is cut by the first step that is enough:', () => {
  test('1, texts of 16,384 characters and lists of 100, half from either end', () => {
    const custom = { list: [...'ab'.repeat(100)].map((_, i) => i) };
    const data = fitted(
      occurrence({ custom }, { trace: trace('m'.repeat(65_000), frames(129, 1000)) }),
    );
    expect(step(data)).toBe(1);
    const { exception, frames: kept } = (data.body as { trace: Trace }).trace;
    expect(exception.message).toBe('m'.repeat(16_383) + '…');
    expect(kept.map(({ lineno }) => lineno)).toEqual([
      ...Array.from({ length: 50 }, (_, i) => i),
      ...Array.from({ length: 50 }, (_, i) => i + 79),
    ]);
    expect((data.custom?.list as number[]).length).toBe(100);
  });

  test('2, texts of 4,096 characters and lists of 40', () => {
    const data = fitted(occurrence({}, { trace: trace('m'.repeat(9000), frames(129, 2500)) }));
    expect(step(data)).toBe(2);
    const { exception, frames: kept } = (data.body as { trace: Trace }).trace;
    expect(exception.message).toHaveLength(4096);
    expect(kept.map(({ lineno }) => lineno)).toEqual([
      ...Array.from({ length: 20 }, (_, i) => i),
      ...Array.from({ length: 20 }, (_, i) => i + 109),
    ]);
  });

  test('3, texts of 1,024 characters and lists of 20', () => {
    const data = fitted(occurrence({}, { trace: trace('m'.repeat(9000), frames(129, 8000)) }));
    expect(step(data)).toBe(3);
    const { exception, frames: kept } = (data.body as { trace: Trace }).trace;
    expect(exception.message).toHaveLength(1024);
    expect(kept).toHaveLength(20);
  });

  test('4, texts of 255 characters, and of calls the first and the last', () => {
    const chain = Array.from({ length: 11 }, () => trace('\0'.repeat(9000), frames(129, 8000)));
    const data = fitted(occurrence({ custom: texts(99, 5000, '\0') }, { trace_chain: chain }));
    expect(step(data)).toBe(4);
    const { trace_chain } = data.body as { trace_chain: Trace[] };
    expect(trace_chain).toHaveLength(2);
    for (const { exception, frames: kept } of trace_chain) {
      expect(exception.class).toBe('TypeError');
      expect(exception.message).toBe('\0'.repeat(254) + '…');
      expect(exception.description).toBe('while saving');
      expect(kept.map(({ lineno }) => lineno)).toEqual([0, 128]);
    }
  });
});

test('the data of the user goes before anything of the error', () => {
  const data = fitted(occurrence({ custom: texts(40, 6000), server: texts(40, 6000) }));
  expect(step(data)).toBe(1);
  expect((data.body as { trace: Trace }).trace).toEqual(trace('m'));
  expect(JSON.stringify(data.custom).length).toBeLessThan(36_000);
});

test.each(['custom', 'request', 'server', 'person', 'client', 'unheardOf'])(
  'however much is in %s, what tells the error stays',
  (field) => {
    const data = fitted(occurrence({ [field]: { id: '42', ...texts(3000, 3000, '\0') } }));
    expect(data).toMatchObject({
      level: 'critical',
      environment: 'production',
      uuid: 'd4c7acef-55bf-4c9e-a95e-4fe9428a8287',
      timestamp: 1_700_000_000,
      platform: 'browser',
      language: 'javascript',
      notifier: { name: 'rollcage', version: '0.1.0', truncated: expect.any(Number) },
      body: { trace: { frames: frames(3), exception: { class: 'TypeError', message: 'm' } } },
    });
  },
);

test('every field full of what takes most bytes still fits', () => {
  const heavy = texts(40, 9999, '\0');
  const fields = ['custom', 'request', 'server', 'person', 'client', 'notifier'];
  for (let i = 0; i < 60; i++) fields.push(`more ${'\0'.repeat(i * 1000)} ${i}`);
  const full = Object.fromEntries(fields.map((field) => [field, heavy]));
  for (const name of ['context', 'framework', 'title', 'fingerprint', 'environment'])
    full[name] = heavy;
  for (const message of [
    { body: heavy, ...heavy },
    { body: '"'.repeat(99_999), ...heavy },
  ]) {
    expect(step(fitted(occurrence(full, { message })))).toBe(4);
  }
});

test('an item the API found too large goes with a quarter of its bytes, and still says the error', () => {
  const whole = fit(occurrence({ custom: texts(10, 12_000) }), limit);
  const data = fitted(JSON.parse(whole) as Occurrence, whole.length / 4);
  expect((data.body as { trace: Trace }).trace).toEqual(trace('m'));
  expect(step(data)).toBe(2);
});

test('an occurrence of any size is not changed itself', () => {
  const whole = occurrence({ custom: texts(40, 9999) });
  const before = structuredClone(whole);
  fitted(whole);
  expect(whole).toEqual(before);
});

test('bytesOf counts as UTF-8 does, half pairs as the three bytes they become', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.string({
          unit: fc.constantFrom('a', '\0', 'é', '\u07ff', '\u0800', '€', '\uffff', '😀'),
        }),
      ),
      (text) => {
        expect(bytesOf(text)).toBe(Buffer.byteLength(text));
      },
    ),
    { seed: 20261123, numRuns: 2000 },
  );
  // Text that is sent has none: each has become U+FFFD.
  expect(bytesOf(fit({ custom: { text: '\ud83d' } }, limit))).toBe(
    Buffer.byteLength(fit({ custom: { text: '\ud83d' } }, limit)),
  );
});
