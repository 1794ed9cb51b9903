import nodeResolve from '@rollup/plugin-node-resolve';
import commonjs from '@rollup/plugin-commonjs';
import terser from '@rollup/plugin-terser';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rollup } from 'rollup';
import { expect, test } from 'vitest';
import { maxItems } from '../../demo/ledger.mjs';
import { defaults } from '../../src/options';
import { telemetryDefaults } from '../../src/telemetry/options';
import { breakages } from '../support/ways-to-break';
import { documents } from '../support/markdown';
import { root } from '../support/sources';
import { weigh } from '../support/weigh';

/** Numbers that stand in sentences; those in tables are written by what measures them. */
const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');
const numberIn = (text: string, pattern: RegExp): number =>
  Number(pattern.exec(text)?.[1]?.replaceAll(',', ''));

const units: Record<string, number> = { s: 1000, days: 86_400_000 };

test('a default that is told in passing, as `name` (7), is the one there is', () => {
  const known: Record<string, unknown> = { ...defaults, ...telemetryDefaults };
  const told = documents().flatMap(({ file, text }) =>
    [...text.matchAll(/`(\w+)` \(([\d,]+)(?: (\w+))?/g)]
      .filter(([, name = '']) => name in known)
      .map(([, name = '', digits = '', unit = '']) => ({
        place: `${file}: ${name}`,
        told: Number(digits.replaceAll(',', '')) * (units[unit] ?? 1),
        is: known[name],
      })),
  );
  expect(told.length).toBeGreaterThan(5);
  expect(told.filter(({ told, is }) => told !== is)).toEqual([]);
});

test('the README counts the recorded errors whose frames are all exact', () => {
  const rows = [...textOf('docs/errors.md').matchAll(/^\| live \w+ +\| +(\d+) \| +(\d+) \|/gm)];
  expect(rows).toHaveLength(3);
  for (const [row, errors, exact] of rows) expect(exact, row).toBe(errors);
  const all = rows.reduce((sum, [, errors]) => sum + Number(errors), 0);
  expect(numberIn(textOf('README.md'), /Every frame of (\d+) errors/)).toBe(all);
});

test.each(['README.md', 'demo/cli/inspect.mjs', 'demo/inspector/index.html'])(
  '%s tells how many items the inspector keeps',
  (file) => {
    const text = textOf(file)
      .replace(/<[^>]*>|\s+/g, ' ')
      .replace(/ +/g, ' ');
    expect(numberIn(text, /newest ([\d,]+) items/)).toBe(maxItems);
  },
);

test('docs/architecture.md tells the size of the snippet, and the bound of the script', () => {
  const text = textOf('docs/architecture.md');
  const row = (what: string): number[] =>
    new RegExp(`^\\| ${what} +\\| +(\\d+) \\| +(\\d+) \\|`, 'm')
      .exec(textOf('README.md'))
      ?.slice(1)
      .map(Number) ?? [];
  expect(numberIn(text, /the \*\*snippet\*\*, (\d+) bytes/)).toBe(row('snippet, inline')[0]);
  expect(numberIn(text, /within (\d+) KiB/) * 1024).toBe(row('script bundle')[1]);
});

test('docs/telemetry.md tells, in hundreds, in how many broken pages it is tried', () => {
  const pages = 2 * Object.keys(breakages).length;
  expect(numberIn(textOf('docs/telemetry.md'), /some (\d+) such pages/)).toBe(
    Math.round(pages / 100) * 100,
  );
});

test('docs/source-maps.md tells what a page loads with its first error', async () => {
  const bundle = await rollup({
    input: 'stacktrace-js',
    plugins: [nodeResolve({ browser: true }), commonjs(), terser()],
  });
  const { output } = await bundle.generate({ format: 'es' });
  const kB = numberIn(textOf('docs/source-maps.md'), /a chunk of about (\d+) kB/);
  expect(Math.round(weigh(output[0].code) / 1000)).toBe(kB);
});
