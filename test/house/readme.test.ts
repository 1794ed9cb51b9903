import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { defaults } from '../../src/options';
import { root, sources } from '../support/sources';

const readme = readFileSync(join(root, 'README.md'), 'utf8');

test('the map names every source file, and no other', () => {
  const map = readme.slice(readme.indexOf('## Map of the source'));
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

test('every option with a default is named', () => {
  expect(Object.keys(defaults).filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
});
