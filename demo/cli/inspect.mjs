/** `rollcage inspect`: the collector with its inspector, as a program. */
import { createCollector } from '../collector.mjs';
import { onNextFreePort } from '../http.mjs';
import { openInBrowser } from './open.mjs';
import { readOptions, UsageError } from './options.mjs';

/** @import { Command } from './options.mjs' */

const usualPort = 8001;
/** It runs for days, and nobody asks for more of them than the page shows. */
const maxRequests = 100;

const help = `Usage: rollcage inspect [--port <number>] [--open]

Takes items as the Rollbar Items API does and shows them live, grouped, in a page. It is a
development tool: only this machine reaches it, nothing is stored, and it keeps the newest
2,000 items. Items of production go to the Items API.

Options:
  --port <number>   listen there; otherwise on ${usualPort} or the next free one
  --open            open the page in the browser
`;

/** @type {Command['run']} */
async function run(args) {
  const { port, open = false } = readOptions('inspect', args, {
    port: { type: 'string' },
    open: { type: 'boolean' },
  });
  const collector = await listening(port);

  process.stdout.write(`
  Inspector   ${collector.url}

  Paste this into the configuration of a notifier, Rollcage or rollbar.js:

    endpoint: '${collector.endpoint}',

  A development tool: only this machine reaches it. Ctrl-C ends it.
`);
  if (open) openInBrowser(collector.url);

  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, async () => {
      await collector.close();
      process.exit(0);
    });
  }
}

/** @param {string | undefined} wanted */
async function listening(wanted) {
  if (wanted === undefined)
    return onNextFreePort(usualPort, (port) => createCollector({ port, maxRequests }));
  const port = Number(wanted);
  if (!/^\d+$/.test(wanted) || port > 65_535) {
    throw new UsageError(`--port must be a number up to 65535; is ${JSON.stringify(wanted)}.`);
  }
  try {
    return await createCollector({ port, maxRequests });
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code === 'EADDRINUSE') throw new Error(`Port ${port} is taken; name another with --port.`);
    if (code === 'EACCES') throw new Error(`Port ${port} may not be used; name another.`);
    throw error;
  }
}

/** @type {Command} */
export const inspect = { help, run };
