/** `rollcage snippet`: prints what to paste into a page, and what its policy must allow. */
import { readFile } from 'node:fs/promises';
import { readOptions, UsageError, webAddress } from './options.mjs';
import { policyOf, snippetHtml } from './snippet-html.mjs';

/** @import { Command } from './options.mjs' */

const usualSrc = '/rollcage.full.min.js';
const usualNonce = '{{nonce}}';

const help = `Usage: rollcage snippet --token <token> --environment <name> [options]

Prints the HTML to paste first into the head of a page; and to the error output, so that the HTML
can go into a file, what a Content Security Policy must allow.

Options:
  --token <token>        a project access token with the scope post_client_item
  --environment <name>   such as production
  --endpoint <url>       where items go, if not to the Items API
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
  if (endpoint !== undefined) webAddress('--endpoint', endpoint);
  // Against a page somewhere, as it may be a path.
  webAddress('--src', URL.canParse(src) ? src : new URL(src, 'https://page.invalid').href);
  // It may be what a template replaces, `<%= nonce %>`, so that nothing of it can be escaped.
  if (!nonce || /["\r\n;,]/.test(nonce)) {
    throw new UsageError('--nonce must be a text without quotation marks, commas and semicolons.');
  }

  const integrity = options['no-integrity'] ? undefined : await integrityOf(src, home);
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
  process.stderr.write(policyOf({ script, nonce, src, endpoint }));
}

/**
 * Of a script of ours, by its name; nothing is known of another.
 * @param {string} src
 * @param {URL} home
 * @returns {Promise<string | undefined>}
 */
async function integrityOf(src, home) {
  const { pathname } = new URL(src, 'https://page.invalid');
  const name = pathname.slice(pathname.lastIndexOf('/') + 1);
  const known = JSON.parse(await readFile(new URL('dist/integrity.json', home), 'utf8'));
  return Object.hasOwn(known, name) ? known[name] : undefined;
}

/** @type {Command} */
export const snippet = { help, run };
