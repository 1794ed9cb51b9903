/** Reading the options of a command, and saying what is wrong with them in one sentence. */
import { parseArgs } from 'node:util';

/** @import { ParseArgsConfig } from 'node:util' */

/**
 * A program of `rollcage`.
 * @typedef {object} Command
 * @property {string} help
 * @property {(args: string[], home: URL) => Promise<void>} run `home` is the folder of the package
 */

/** What is wrong is how the program was called: exit code 2. */
export class UsageError extends Error {}

/**
 * The options alone; anything else is a mistake.
 * @template {NonNullable<ParseArgsConfig['options']>} Options
 * @param {string} command
 * @param {string[]} args
 * @param {Options} options
 */
export function readOptions(command, args, options) {
  try {
    return parseArgs({ args, options, allowPositionals: false }).values;
  } catch (error) {
    // What Node adds after it is about positional arguments, which there are none of.
    const [what] = String(error instanceof Error ? error.message : error).split(/\.(?:\s|$)/);
    throw new UsageError(`${what}; see rollcage ${command} --help.`);
  }
}

/**
 * An address the web knows, or a usage error that names the option.
 * @param {string} option
 * @param {string} value
 */
export function webAddress(option, value) {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url && /^https?:$/.test(url.protocol)) return url;
  throw new UsageError(`${option} must be an http(s) address; is ${JSON.stringify(value)}.`);
}
