#!/usr/bin/env node
/** `npx rollcage`: the programs of the package. */
import { inspect } from './cli/inspect.mjs';
import { UsageError } from './cli/options.mjs';
import { snippet } from './cli/snippet.mjs';
import { readFile } from 'node:fs/promises';

/** @import { Command } from './cli/options.mjs' */

/** The same from demo/ and from dist/, where the build puts this program. */
const home = new URL('..', import.meta.url);

/** @type {Record<string, Command>} */
const commands = { inspect, snippet };

const help = `Usage: rollcage <command> [options]

Commands:
  inspect   shows what notifiers report to this machine, live: a development tool
  snippet   prints the HTML that puts Rollcage into a page

Options:
  --help      says more, also of a command: rollcage snippet --help
  --version   says which version this is
`;

/** @param {string[]} args */
async function main([name = '', ...args]) {
  if (['--help', '-h', 'help'].includes(name)) return void process.stdout.write(help);
  if (['--version', '-v'].includes(name)) {
    const { version } = JSON.parse(await readFile(new URL('package.json', home), 'utf8'));
    return void process.stdout.write(`${version}\n`);
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    const names = Object.keys(commands).join(' or ');
    const what = name ? `There is no ${JSON.stringify(name)}` : 'A command is missing';
    throw new UsageError(`${what}: say ${names}, or --help.`);
  }
  if (args.includes('--help') || args.includes('-h')) {
    return void process.stdout.write(command.help);
  }
  await command.run(args, home);
}

main(process.argv.slice(2)).catch((error) => {
  process.stderr.write(`rollcage: ${error instanceof Error ? error.message : error}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
});
