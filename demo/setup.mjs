/** What a fresh clone needs before anything else; imports nothing but Node. */
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** @typedef {{ packages: Record<string, { version?: string, optional?: boolean }> }} Lock */

/**
 * Installs the dependencies with `npm ci`, unless they are there as package-lock.json wants them.
 * @param {string} root of the repository
 */
export async function ensureInstalled(root) {
  if (await isInstalled(root)) return;
  console.log('The dependencies are missing or out of date: running npm ci …');
  await runNpm(root, ['ci', '--no-audit', '--no-fund']);
}

/**
 * Runs npm, its output going where ours goes; rejects when it fails.
 * @param {string} root
 * @param {string[]} args
 * @returns {Promise<void>}
 */
export function runNpm(root, args) {
  // Under `npm start` npm tells where it is, which also spares a shell on Windows.
  const own = process.env['npm_execpath'];
  const [command, ...rest] = own?.endsWith('.js')
    ? [process.execPath, own, ...args]
    : ['npm', ...args];
  const shell = process.platform === 'win32' && command === 'npm';
  return new Promise((resolve, reject) => {
    const child = spawn(/** @type {string} */ (command), rest, {
      cwd: root,
      shell,
      stdio: 'inherit',
    });
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`npm ${args.join(' ')} ended with ${signal ?? `code ${code}`}`));
    });
  });
}

/**
 * By content, not by age: a checkout gives package-lock.json a new time without changing it, and
 * `npm ci` begins by deleting everything.
 * @param {string} root
 */
async function isInstalled(root) {
  const wanted = await readLock(join(root, 'package-lock.json'));
  const present = await readLock(join(root, 'node_modules', '.package-lock.json'));
  if (!wanted || !present) return false;
  return Object.entries(wanted.packages).every(
    ([path, { version, optional }]) =>
      path === '' || optional || present.packages[path]?.version === version,
  );
}

/** @param {string} file @returns {Promise<Lock | undefined>} */
async function readLock(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return undefined;
  }
}
