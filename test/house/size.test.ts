import nodeResolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { parse } from 'acorn';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rollup } from 'rollup';
import { afterAll, expect, test } from 'vitest';
import { root } from '../support/sources';
import { expectFigure } from '../support/figures';
import { weigh } from '../support/weigh';

const dist = (file: string): string => readFileSync(join(root, 'dist', file), 'utf8');

/** What a page pays that imports `names` from the package, bundled as an application does it. */
async function importing(names: string): Promise<string> {
  const bundle = await rollup({
    input: 'entry',
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === 'entry' ? id : null),
        load: (id) =>
          id === 'entry' ? `export { ${names} } from '${join(root, 'dist/index.js')}'` : null,
      },
      nodeResolve({ browser: true }),
      terser({ ecma: 2020, module: true, compress: { passes: 3 } }),
    ],
  });
  const { output } = await bundle.generate({ format: 'es' });
  return output[0].code;
}

const shipped: { what: string; budget?: number; content: () => string | Promise<string> }[] = [
  { what: 'snippet, inline', budget: 900, content: () => dist('rollcage.snippet.js') },
  { what: 'script bundle', budget: 8192, content: () => dist('rollcage.min.js') },
  { what: 'full script bundle', content: () => dist('rollcage.full.min.js') },
  {
    what: '`import { createNotifier }`',
    budget: 5632,
    content: () => importing('createNotifier'),
  },
  // Without a budget of their own, but what pages really pay.
  {
    what: '`import { createNotifier, browserPorts }`',
    content: () => importing('createNotifier, browserPorts'),
  },
  { what: '`import { Rollbar }`', content: () => importing('Rollbar') },
];

const rows: string[] = [];

test.each(shipped)('$what keeps to its bytes', async ({ what, budget, content }) => {
  const bytes = weigh(await content());
  const bound = budget ? ` of ${String(budget).padStart(5)} B` : ' B';
  rows.push(what.padEnd(42) + String(bytes).padStart(6) + bound);
  if (budget) expect(bytes).toBeLessThanOrEqual(budget);
  expectFigure(what, bytes);
});

afterAll(() => console.log(['bytes, brotli 11', ...rows].join('\n')));

test.each(['README.md', 'docs/benchmarks.md'])(
  'the bench in %s weighs the script of now',
  (file) => {
    const [, bytes] =
      /\| bytes, brotli +\| +\d+ \| +(\d+) /.exec(readFileSync(join(root, file), 'utf8')) ?? [];
    expect(Number(bytes), 'npm run bench').toBe(weigh(dist('rollcage.full.min.js')));
  },
);

test('an import of nothing costs nothing', async () => {
  expect(weigh(await importing(''))).toBeLessThan(16);
});

test('the snippet is ES5, and safe inside HTML', () => {
  const snippet = dist('rollcage.snippet.js');
  expect(() => parse(snippet, { ecmaVersion: 5 })).not.toThrow();
  expect(snippet).not.toMatch(/<\/script|<!--/i);
});

test.each(['rollcage.min.js', 'rollcage.full.min.js', 'index.js', 'rollcage.cjs'])(
  '%s is ES2020',
  (file) => {
    const sourceType = file === 'index.js' ? 'module' : 'script';
    expect(() => parse(dist(file), { ecmaVersion: 2020, sourceType })).not.toThrow();
  },
);
