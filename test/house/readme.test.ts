import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root, sources } from '../support/sources';

test('the map names every source file, and no other', () => {
  const page = readFileSync(join(root, 'docs/architecture.md'), 'utf8');
  const map = page.slice(page.indexOf('## Map of the source'));
  const named = [...map.matchAll(/^\| `(src\/[^`]+\.ts)`/gm)].map(([, file]) => file);
  expect(named.sort()).toEqual(
    sources()
      .map(({ name }) => `src/${name}.ts`)
      .sort(),
  );
});

test('the picture weighs less than 200 kB', () => {
  expect(statSync(join(root, 'docs/inspector.png')).size).toBeLessThan(200_000);
});
