import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../support/sources';

const dist = (file: string): Buffer => readFileSync(join(root, 'dist', file));

test('dist/integrity.json has the hash of every script a page can load, and of no other', () => {
  const hashes = ['rollcage.full.min.js', 'rollcage.min.js', 'rollcage.js'].map((file) => [
    file,
    `sha384-${createHash('sha384').update(dist(file)).digest('base64')}`,
  ]);
  expect(JSON.parse(String(dist('integrity.json')))).toEqual(Object.fromEntries(hashes));
});
