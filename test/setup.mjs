import { adviceFor, isProgram, missingPrograms } from './support/find-browsers.mjs';

/**
 * Runs a command and tells its exit code.
 *
 * @typedef {(command: string, args: string[], env?: Record<string, string>) => Promise<number>} Run
 */

/**
 * @typedef {object} Machine
 * @property {Run} run
 * @property {(line: string) => void} say
 * @property {boolean} [isRoot]
 * @property {Record<string, string | undefined>} [env]
 * @property {(path: string) => boolean} [isThere]
 */

// The lock may be held by the machine's own updates just after its first start.
const apt = ['-q', '-o', 'DPkg::Lock::Timeout=120'];

/**
 * Sees to it that the browsers of the tests are there: finds them, or installs what is missing
 * where that needs no question (root on Debian and its like), or fails with one sentence.
 *
 * @param {Machine} machine
 */
export async function ensureBrowsers({
  run,
  say,
  isRoot = process.getuid?.() === 0,
  env = process.env,
  isThere = isProgram,
}) {
  const missing = missingPrograms(env, isThere);
  if (missing.length === 0) return;
  if (!isRoot || !isThere('/usr/bin/apt-get')) throw new Error(adviceFor(missing));

  const packages = missing.map(({ debian }) => debian);
  say(`Installing ${packages.join(', ')} …`);
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  const install = async () => {
    // Its failure is not the end: the lists that are there may be good enough.
    await run('apt-get', [...apt, 'update'], quiet);
    return run('apt-get', [...apt, 'install', '-y', '--no-install-recommends', ...packages], quiet);
  };
  // Once more, because a mirror that fails is mostly well a moment later.
  if ((await install()) !== 0) await install();

  const still = missingPrograms(env, isThere);
  if (still.length > 0) throw new Error(adviceFor(still));
}
