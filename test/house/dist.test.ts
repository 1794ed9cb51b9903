import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { rollup } from 'rollup';
import type { OutputOptions } from 'rollup';
import { loadConfigFile } from 'rollup/loadConfigFile';
import { expect, test } from 'vitest';
import { root } from '../support/sources';

test('dist/ is what the sources build, byte for byte', async () => {
  const { options } = await loadConfigFile(join(root, 'rollup.config.mjs'), {});
  const built = new Map<string, string>();
  for (const { output, ...input } of options) {
    const bundle = await rollup(input);
    for (const each of output as OutputOptions[]) {
      const { output: files } = await bundle.generate(each);
      for (const file of files) {
        built.set(file.fileName, file.type === 'chunk' ? file.code : String(file.source));
      }
    }
    await bundle.close();
  }

  const there = readdirSync(join(root, 'dist'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(root, 'dist').length + 1));
  const hint = 'run npm run build';
  expect(there.sort(), hint).toEqual([...built.keys()].sort());
  const stale = there.filter(
    (file) => readFileSync(join(root, 'dist', file), 'utf8') !== built.get(file),
  );
  expect(stale, hint).toEqual([]);
  // As long as a build takes, beside everything else.
}, 300_000);
