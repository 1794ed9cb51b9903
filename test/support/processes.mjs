import { readFileSync, readdirSync } from 'node:fs';

/**
 * @typedef {object} Process
 * @property {number} pid
 * @property {number} parent
 * @property {string} commandLine
 */

/**
 * All living processes. Read from /proc, because `ps` is missing from slim images. Zombies are left
 * out: in a container nobody may reap them, and a dead browser must not look alive.
 *
 * @returns {Process[]}
 */
function processes() {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        // The program name in the second field may hold spaces and brackets of its own.
        const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        if (state === 'Z' || state === 'X') return [];
        const commandLine = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
        return [{ pid: Number(name), parent: Number(parent), commandLine }];
      } catch {
        // It ended between the listing and the reading.
        return [];
      }
    });
}

/** @param {number} pid */
export function isAlive(pid) {
  return processes().some((process) => process.pid === pid);
}

/**
 * The processes whose command line holds the text.
 *
 * @param {string} text
 */
export function processesWith(text) {
  return processes().filter(({ commandLine }) => commandLine.includes(text));
}

/**
 * The children of a process, their children and so on, parents before children.
 *
 * @param {number} pid
 * @returns {Process[]}
 */
export function descendantsOf(pid) {
  const all = processes();
  /** @type {(parent: number) => Process[]} */
  const below = (parent) =>
    all
      .filter((process) => process.parent === parent)
      .flatMap((child) => [child, ...below(child.pid)]);
  return below(pid);
}

/**
 * SIGKILL for a process and all below it: browsers put their helpers into groups of their own, so
 * that killing a process group leaves some behind.
 *
 * @param {number} pid
 */
export function killTree(pid) {
  for (const victim of [pid, ...descendantsOf(pid).map((process) => process.pid)]) {
    try {
      process.kill(victim, 'SIGKILL');
    } catch {
      // Already gone.
    }
  }
}
