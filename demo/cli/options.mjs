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

/** Where a page may be; stands for its origin where an address is a path of it. */
const somewhere = 'https://page.invalid';

/**
 * What a Content Security Policy calls the origin of an address: 'self' of a path of the page; or a
 * usage error that names the option.
 * @param {string} option
 * @param {string} value
 */
export function originOf(option, value) {
  const isWhole = URL.canParse(value);
  // Else it is a host whose scheme was forgotten, sooner than a path.
  const isKnown = isWhole || (/^\.{0,2}\//.test(value) && URL.canParse(value, somewhere));
  const url = isKnown ? new URL(value, somewhere) : undefined;
  // What has a password in it, no page can ask for.
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) {
    throw new UsageError(
      `${option} must be an http(s) address, or a path that begins with a slash; ` +
        `is ${JSON.stringify(value)}.`,
    );
  }
  if (url.origin === somewhere) return "'self'";
  return isWhole ? url.origin : url.host;
}

/** The path of an address, as it is asked for. @param {string} address */
export const pathOf = (address) => new URL(address, somewhere).pathname;
