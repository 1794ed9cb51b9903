import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Frame } from '../../src/items-api';
import { framesOf } from '../../src/core/frames';
import { recordings, thrownOf } from '../support/corpus';

const isLong = process.env.ROLLCAGE_LONG === '1';
const runs = { seed: 20261123, numRuns: isLong ? 100_000 : 5_000 };
const maxLength = isLong ? 1_000_000 : 100_000;
const timeout = isLong ? 900_000 : 60_000;

const stacks = [...recordings('live'), ...recordings('historic')].flatMap((recorded) => {
  const { stack } = thrownOf(recorded);
  return typeof stack === 'string' ? [stack] : [];
});

/** What the parser looks at, and what may stand around it. */
const tokens = [
  ...['at ', '\n    at ', '\n', '\r\n', ' ', '\t', '\u2028', '\0', '…', '🚀', '\ud83d', 'Error: '],
  ...[
    '(',
    ')',
    ' (',
    '[',
    ']',
    ' [',
    '@',
    ' @ ',
    ':',
    '::',
    ':1',
    ':1:1',
    ':0',
    ':99999999999',
    '/',
  ],
  ...['http://a/b.js', 'blob:', 'data:,', 'C:\\', '//', '<anonymous>', ', <anonymous>:1:1)', '<?>'],
  ...['(eval at f (', ' line 2 > eval', ':wasm-function[1]:0x3f', 'async ', 'async*', 'new ', '*'],
  ...['[native code]', '(native)', '(index 0)', 'address at ', ' [angular]', '\n\n', 'constructor'],
];

/** One recorded stack with some of it cut, doubled, torn in, or replaced by a token. */
const mutated = fc
  .tuple(
    fc.constantFrom(...stacks),
    fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        cut: fc.nat(60),
        insert: fc.oneof(
          fc.constantFrom(...tokens),
          fc.constantFrom(...stacks),
          fc.string({ unit: 'binary', maxLength: 20 }),
        ),
        times: fc.oneof(
          { weight: 20, arbitrary: fc.constant(1) },
          { weight: 1, arbitrary: fc.nat(isLong ? 10_000 : 500) },
        ),
      }),
      { maxLength: 8 },
    ),
  )
  .map(([stack, changes]) =>
    changes
      .reduce((text, { at, cut, insert, times }) => {
        const start = Math.floor(at * text.length);
        const inserted = insert.repeat(Math.min(times, maxLength / (insert.length || 1)));
        return text.slice(0, start) + inserted + text.slice(start + cut);
      }, stack)
      .slice(0, maxLength),
  );

function check(frames: Frame[]): void {
  // 128 and one for those left out.
  if (frames.length > 129) throw new Error(`${frames.length} frames`);
  for (const { filename, lineno = 1, colno = 1, method } of frames) {
    if (!filename.trim() || !method?.trim()) throw new Error(`nameless: ${filename}, ${method}`);
    if (filename.length > 8192 || method.length > 8192) throw new Error('longer than a line');
    if (!Number.isInteger(lineno) || !Number.isInteger(colno)) throw new Error('no number');
  }
}

describe('whatever the text of a stack', () => {
  test('frames have a file, a name and bounds, and nothing is thrown', { timeout }, () => {
    fc.assert(
      fc.property(mutated, fc.string(), fc.string(), (stack, name, message) =>
        check(framesOf(stack, name, message)),
      ),
      runs,
    );
  });

  test('what is in the message makes no difference in V8', { timeout }, () => {
    const calls = '\n    at f (http://a/b.js:3:7)\n    at http://a/b.js:9:1';
    const expected = framesOf(calls, '', '');
    fc.assert(
      fc.property(mutated, fc.constantFrom('Error', 'My: Error', ''), (message, name) => {
        const header = name ? `${name}: ${message}` : message;
        expect(framesOf(header + calls, name, message)).toEqual(expected);
      }),
      { ...runs, numRuns: runs.numRuns / 5 },
    );
  });
});

/** Texts to repeat that make a careless parser look at everything again and again. */
const hostile: Record<string, string> = {
  'opening brackets': '(',
  'opening brackets after blanks': ' (',
  'brackets in brackets': ' ((a)',
  'closed brackets': ' (a) b',
  'closing brackets': ')',
  'places and brackets': ':1:1)',
  'places and zones': ':1:1 [',
  'places and blanks': ':1   ',
  colons: ':',
  digits: '1',
  hexadecimal: 'deadBEEF0123456789',
  'hexadecimal lines': '\n' + '0123456789abcdef'.repeat(62),
  'at signs': '@',
  'at signs and schemes': '@a',
  schemes: '@a:',
  URLs: '@a:/',
  'the word at': 'at ',
  'calls without a place': '\n at ',
  'calls of odd form': '\n at f (:1:1 (:1 [ line 1 > :1:1',
  'long calls': '\n at ' + 'f ( (a) :1 ['.repeat(700),
  'long lines': '\n' + 'f@a:/:1 [ line 1 > '.repeat(450),
  blanks: ' ',
  tabs: '\n\t ',
  'line feeds': '\n',
  'carriage returns': '\r',
  'evals in Gecko': ' line 1 > eval',
  'evals in V8': '(eval at f (a:1:1), <anonymous>:1:1)',
  wasm: ':wasm-function[1',
  'async marks': 'async*',
  stars: 'A.',
  headers: 'Error: ',
};

/** What is around the hostile text, as each branch of the parser would have it. */
const frame = (text: string): string[] => [
  text,
  `Error: x\n    at f (${text}:1:1)`,
  `Error: x\n    at ${text}:1:1\n`,
  `f@${text}:1:1`,
  `${text}@http://a/b.js:1:1`,
];

const sized = (text: string, length: number): string =>
  text.repeat(Math.ceil(length / text.length)).slice(0, length);

describe('hostile texts', () => {
  const all = Object.entries(hostile);

  test.each(all)('of %s give bounded frames', (_, text) => {
    for (const length of [1_000, 8_100, 100_000]) {
      for (const stack of frame(sized(text, length))) {
        check(framesOf(stack, 'Error', 'x'));
        check(framesOf(stack, 'Error', stack));
        check(framesOf(stack, 'Error', stack.slice(7, -1)));
      }
    }
  });

  /** Microseconds of the processor for a round, not of the clock: others use the machine, too. */
  const spent = (round: string[], rounds: number): number => {
    const start = process.cpuUsage();
    for (let i = 0; i < rounds; i++) {
      for (const stack of round) framesOf(stack, 'Error', stack.slice(7, -1));
    }
    const { user, system } = process.cpuUsage(start);
    return (user + system) / rounds;
  };

  // Linear is 10, and looking at everything again for every character would be 100.
  describe.runIf(isLong).each([
    { length: 10_000, rounds: 60 },
    { length: 100_000, rounds: 30 },
  ])('of $length characters', ({ length, rounds }) => {
    test.each(all)(
      'of %s take about ten times as long when ten times as long',
      (_, text) => {
        const [short, long] = [frame(sized(text, length)), frame(sized(text, length * 10))];
        let [least, leastOfLong] = [Infinity, Infinity];
        // In turns, so that what disturbs the one disturbs the other; the least is disturbed least.
        for (let turn = 0; turn < 15; turn++) {
          least = Math.min(least, spent(short, rounds));
          leastOfLong = Math.min(leastOfLong, spent(long, rounds / 10));
        }
        expect(leastOfLong / least).toBeLessThan(12);
      },
      timeout,
    );
  });
});
