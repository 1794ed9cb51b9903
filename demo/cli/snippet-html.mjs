/** The snippet as HTML, and the directives of a Content Security Policy that let it work. */
import { createHash } from 'node:crypto';
import { inlineScript } from '../inline.mjs';

const itemsApi = 'https://api.rollbar.com';

/**
 * @param {object} config
 * @param {string} snippet
 * @param {string} nonce
 */
export function snippetHtml(config, snippet, nonce) {
  const script = `\n${inlineScript(config, snippet)}\n`;
  return { script, html: `<script nonce="${nonce}">${script}</script>\n` };
}

/**
 * @param {object} page
 * @param {string} page.script all between the tags, to the last line break
 * @param {string} page.nonce
 * @param {string} page.src
 * @param {string | undefined} page.endpoint
 */
export function policyOf({ script, nonce, src, endpoint = itemsApi }) {
  const hash = createHash('sha256').update(script).digest('base64');
  // A path in a policy may hold neither of these two as they are.
  const place = URL.canParse(src) ? src.split(/[?#]/, 1)[0] : "'self'";
  const from = place?.replaceAll(';', '%3B').replaceAll(',', '%2C');
  return `
If the page has a Content Security Policy, it must allow:

  script-src 'nonce-${nonce}';
  connect-src ${new URL(endpoint).origin};

Instead of the nonce, where no server can put a new one into each answer:

  script-src 'sha256-${hash}' ${from};

And where it requires Trusted Types:

  require-trusted-types-for 'script'; trusted-types rollcage;
`;
}
