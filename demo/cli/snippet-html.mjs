/** The snippet as HTML, and the directives of a Content Security Policy that let it work. */
import { createHash } from 'node:crypto';
import { inlineScript } from '../inline.mjs';

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
 * @param {string} page.from where the script comes from
 * @param {string} page.to where items go
 */
export function policyOf({ script, nonce, from, to }) {
  const hash = createHash('sha256').update(script).digest('base64');
  return `
If the page has a Content Security Policy, it must allow:

  script-src 'nonce-${nonce}';
  connect-src ${to};

Instead of the nonce, where no server can put a new one into each answer:

  script-src 'sha256-${hash}' ${from};

And where it requires Trusted Types:

  require-trusted-types-for 'script'; trusted-types rollcage;
`;
}
