/** `rollcage snippet`: prints what to paste into a page, and what its policy must allow. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { originOf, pathOf, readOptions, UsageError } from './options.mjs';
import { policyOf, snippetHtml } from './snippet-html.mjs';

/** @import { Command } from './options.mjs' */

const itemsApi = 'https://api.rollbar.com';
const usualSrc = '/rollcage.full.min.js';
const usualNonce = '{{nonce}}';

const help = `Usage: rollcage snippet --token <token> --environment <name> [options]

Prints the HTML to paste first into the head of a page; and to the error output, so that the HTML
can go into a file, which script to serve and what a Content Security Policy must allow.

Options:
  --token <token>        a project access token with the scope post_client_item
  --environment <name>   such as production
  --endpoint <url>       where items go, if not to the Items API: an address, or a path such as
                         /items/ that hands them on
  --src <url>            where the page finds the script; otherwise ${usualSrc}
  --nonce <text>         stands as the nonce of the script; otherwise ${usualNonce}, to be
                         replaced by your server with each answer
  --no-integrity         leaves the hash of the script out
`;

/** @type {Command['run']} */
async function run(args, home) {
  const options = readOptions('snippet', args, {
    token: { type: 'string' },
    environment: { type: 'string' },
    endpoint: { type: 'string' },
    src: { type: 'string', default: usualSrc },
    nonce: { type: 'string', default: usualNonce },
    'no-integrity': { type: 'boolean', default: false },
  });
  const { token, environment, endpoint } = options;
  const src = String(options.src);
  const nonce = String(options.nonce);
  if (!token) throw new UsageError('--token is missing; see rollcage snippet --help.');
  if (!environment) throw new UsageError('--environment is missing; see rollcage snippet --help.');
  const to = originOf('--endpoint', endpoint ?? itemsApi);
  const from = originOf('--src', src);
  // It may be what a template replaces, `<%= nonce %>`, so that nothing of it can be escaped.
  if (!nonce || /["\r\n;,]/.test(nonce)) {
    throw new UsageError('--nonce must be a text without quotation marks, commas and semicolons.');
  }

  const { name, hash } = await shippedAs(src, home);
  const integrity = options['no-integrity'] ? undefined : hash;
  const snippet = await readFile(new URL('dist/rollcage.snippet.js', home), 'utf8');
  const config = {
    accessToken: token,
    environment,
    ...(endpoint !== undefined && { endpoint }),
    rollbarJsUrl: src,
    ...(integrity !== undefined && { integrity }),
  };
  const { html, script } = snippetHtml(config, snippet.trim(), nonce);
  process.stdout.write(html);
  // A path in a policy may hold neither of these two as they are.
  const path = pathOf(src).replaceAll(';', '%3B').replaceAll(',', '%2C');
  if (hash !== undefined) {
    const file = fileURLToPath(new URL(`dist/${name}`, home));
    process.stderr.write(`\nThe page must find this file, byte for byte, at ${src}\n\n  ${file}\n`);
  }
  process.stderr.write(
    policyOf({ script, nonce, from: from === "'self'" ? from : from + path, to }),
  );
}

/**
 * What a script is called, and its hash if it is one of ours; of another nothing is known.
 * @param {string} src
 * @param {URL} home
 * @returns {Promise<{ name: string, hash: string | undefined }>}
 */
async function shippedAs(src, home) {
  const path = pathOf(src);
  const name = path.slice(path.lastIndexOf('/') + 1);
  const known = JSON.parse(await readFile(new URL('dist/integrity.json', home), 'utf8'));
  return { name, hash: Object.hasOwn(known, name) ? known[name] : undefined };
}

/** @type {Command} */
export const snippet = { help, run };
