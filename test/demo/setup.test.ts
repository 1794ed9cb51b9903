import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ensureInstalled } from '../../demo/setup.mjs';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'rollcage-'));
  await mkdir(join(root, 'node_modules'));
  // A command that fails at once stands for npm, as nothing may be fetched here.
  await writeFile(join(root, 'npm.js'), 'process.exit(7);');
  vi.stubEnv('npm_execpath', join(root, 'npm.js'));
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(root, { recursive: true });
});

const lock = (version: string, optional?: boolean) =>
  JSON.stringify({ packages: { '': {}, 'node_modules/a': { version, optional } } });
const wants = (text: string) => writeFile(join(root, 'package-lock.json'), text);
const has = (text: string) => writeFile(join(root, 'node_modules', '.package-lock.json'), text);

test('Nothing is installed when everything is there', async () => {
  await wants(lock('1.0.0'));
  await has(lock('1.0.0'));
  await ensureInstalled(root);
  expect(console.log).not.toHaveBeenCalled();
});

test('A missing optional package is no reason to install', async () => {
  await wants(lock('1.0.0', true));
  await has('{"packages":{}}');
  await ensureInstalled(root);
});

test('A fresh clone is installed, and a failure is told', async () => {
  await wants(lock('1.0.0'));
  await expect(ensureInstalled(root)).rejects.toThrow(
    'npm ci --no-audit --no-fund ended with code 7',
  );
  expect(console.log).toHaveBeenCalledWith(expect.stringContaining('npm ci'));
});

test('Another version than the lock wants is replaced', async () => {
  await wants(lock('2.0.0'));
  await has(lock('1.0.0'));
  await expect(ensureInstalled(root)).rejects.toThrow('code 7');
});
