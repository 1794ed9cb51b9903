import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { rollup } from 'rollup';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { collectors } from '../../src/telemetry';
import { root } from '../support/sources';

/** A module of these lines, bundled with what it needs of `src/telemetry/`. */
async function bundled(...lines: string[]): Promise<string> {
  const folder = join(root, 'src/telemetry');
  const bundle = await rollup({
    input: 'entry',
    onwarn: () => undefined,
    plugins: [
      {
        name: 'sources',
        resolveId: (id, from) =>
          id === 'entry'
            ? id
            : join(from === 'entry' ? folder : join(from ?? '', '..'), `${id}.ts`),
        load: (id) =>
          id === 'entry'
            ? lines.join('\n')
            : ts.transpile(readFileSync(id, 'utf8'), { target: ts.ScriptTarget.ES2020 }),
      },
    ],
  });
  const { output } = await bundle.generate({ format: 'es' });
  return output[0].code;
}

/** Where a collector does not stand in a file of its name. */
const homes: Record<string, string> = {
  contentSecurityPolicy: 'csp',
  log: 'console',
  longTasks: 'timing',
};
const imports = (names: string[]): string[] =>
  names.map((name) => `import { ${name} } from './${homes[name] ?? name}';`);

/** Telemetry of these collectors. */
const telemetryOf = (names: string[]): Promise<string> =>
  bundled(
    `import { createTelemetry } from './telemetry';`,
    ...imports(names),
    `export const start = (parts) => createTelemetry({ ${names.join()} }, parts);`,
  );

const all = Object.keys(collectors);

test('an import of the collectors alone costs nothing', async () => {
  expect((await bundled(`import './index';`, ...imports(all))).trim()).toBe('');
});

test.each(all)('whoever leaves out %s has not got its bytes', async (name) => {
  const [whole, less] = await Promise.all([
    telemetryOf(all),
    telemetryOf(all.filter((other) => other !== name)),
  ]);
  expect(whole).toMatch(new RegExp(`\\b${name} =`));
  expect(less).not.toMatch(new RegExp(`\\b${name} =`));
  expect(less.length).toBeLessThan(whole.length);
});
