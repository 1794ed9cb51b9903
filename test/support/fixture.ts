import { join } from 'node:path';
import { build } from 'vite';
import { root } from './sources';

/** The text of a classic script made of a file of `test/fixtures/` and all it imports. */
export async function scriptOf(name: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: {
        entry: join(root, 'test/fixtures', name),
        formats: ['iife'],
        name: 'fixture',
      },
    },
  });
  const [{ output }] = built as unknown as [{ output: [{ code: string }] }];
  return output[0].code;
}
