// Only node: at the top: on a fresh machine this runs before anything is installed.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const LIMIT_MINUTES = 28;

const root = fileURLToPath(new URL('..', import.meta.url));
const args = process.argv.slice(2);
const isLong = args.includes('--long');
const filters = args.filter((arg) => arg !== '--long');
// Browsers keep their profiles in it, so a process that names it is ours to end.
const scratch = mkdtempSync(join(tmpdir(), 'rollcage-test-'));
let current = 'start';

/** @type {import('./setup.mjs').Run} */
function run(command, commandArgs, env = {}) {
  return new Promise((resolve, reject) => {
    spawn(command, commandArgs, {
      cwd: root,
      // Nobody is there to answer a question.
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    })
      .once('error', reject)
      .once('exit', (code) => resolve(code ?? 1));
  });
}

/**
 * @template T
 * @param {string} name
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
async function step(name, work) {
  current = name;
  console.log(`\n» ${name}`);
  const start = performance.now();
  const result = await work();
  console.log(`» ${name}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return result;
}

async function cleanUp() {
  const { descendantsOf, killTree, processesWith } = await import('./support/processes.mjs');
  for (const { pid } of [...descendantsOf(process.pid), ...processesWith(scratch)]) killTree(pid);
  rmSync(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

/** @param {string} reason */
async function stop(reason) {
  console.error(`\n${reason}`);
  await cleanUp().catch(() => undefined);
  process.exit(1);
}

setTimeout(
  () => stop(`Stopped: the tests took more than ${LIMIT_MINUTES} minutes, now in "${current}".`),
  LIMIT_MINUTES * 60_000,
).unref();
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.once(signal, () => stop(`Stopped by ${signal} in "${current}".`));
}

async function test() {
  await step('Node version', async () => {
    const { fits } = await import('./support/node-version.mjs');
    const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    if (!fits(process.versions.node, engines.node)) {
      throw new Error(`Node ${process.versions.node} is too old or too new: ${engines.node}.`);
    }
  });
  await step('Packages', async () => {
    const { ensureInstalled } = await import('../demo/setup.mjs');
    await ensureInstalled(root);
  });
  await step('Browsers', async () => {
    const { ensureBrowsers } = await import('./setup.mjs');
    await ensureBrowsers({ run, say: (line) => console.log(line) });
  });
  await step('Types and format', async () => {
    if ((await run('npm', ['run', '--silent', 'check'])) !== 0) {
      throw new Error('npm run check failed, so the tests were not run.');
    }
  });

  const results = join(scratch, 'results.json');
  const code = await step('Tests', () =>
    run(
      process.execPath,
      [
        'node_modules/vitest/vitest.mjs',
        'run',
        ...['-c', isLong ? 'test/vitest.long.config.mjs' : 'test/vitest.config.mjs'],
        ...['--reporter=default', '--reporter=json', `--outputFile.json=${results}`],
        ...filters,
      ],
      { TMPDIR: scratch, ...(isLong && { ROLLCAGE_LONG: '1' }) },
    ),
  );
  const { summaryOf } = await import('./support/summary.mjs');
  console.log(`\n${summaryOf(JSON.parse(readFileSync(results, 'utf8')))}`);
  return code;
}

try {
  const code = await test();
  await cleanUp();
  process.exit(code);
} catch (error) {
  await stop(error instanceof Error ? error.message : String(error));
}
