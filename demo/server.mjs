/** Serves the demo page, as a site with a strict Content Security Policy would, and /dist. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createLoopbackServer, pathOf, send, sendFile, sendText } from './http.mjs';
import { inlineScript } from './inline.mjs';

/** @import { ServerResponse } from 'node:http' */

const page = fileURLToPath(new URL('index.html', import.meta.url));
const folder = fileURLToPath(new URL('.', import.meta.url));
const built = fileURLToPath(new URL('../dist', import.meta.url));

/** The only files that belong to the page; the folder holds our servers as well. */
const assets = new Map([
  ['/demo.css', 'demo.css'],
  ['/demo.js', 'demo.js'],
  ['/theme.css', 'inspector/theme.css'],
]);

/**
 * @param {object} options
 * @param {number} [options.port] 0 for any free one
 * @param {{ url: string, endpoint: string }} options.collector where the page reports to
 * @param {string} [options.dist] the folder of the built notifier
 */
export async function createDemoServer({ port = 0, collector, dist = built }) {
  const server = await createLoopbackServer(async (req, res) => {
    const path = pathOf(req);
    if (req.method !== 'GET' && req.method !== 'HEAD') {
      res.setHeader('allow', 'GET, HEAD');
      return sendText(res, 405, 'Only to be read');
    }
    if (path === '/') return sendPage(res);
    const asset = assets.get(path);
    if (asset) return sendFile(res, folder, asset);
    if (path.startsWith('/dist/')) return sendFile(res, dist, path.slice(5));
    sendText(res, 404, 'Not found');
  }, port);

  /** @param {ServerResponse} res */
  async function sendPage(res) {
    const file = join(dist, 'rollcage.snippet.js');
    const snippet = await readFile(file, 'utf8').catch(() => undefined);
    if (snippet === undefined) {
      return sendText(res, 503, `${file} is not there.\nBuild it first: npm run build`);
    }
    const script = inlineScript(configOf(collector.endpoint), snippet);
    const nonce = randomBytes(18).toString('base64');
    const html = fill(await readFile(page, 'utf8'), {
      '%nonce%': nonce,
      '%inspector%': collector.url,
      '<!--rollcage-snippet-->': `<script nonce="${nonce}">${script}</script>`,
    });
    send(res, 200, html, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy':
        `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'self'; img-src data:; ` +
        `connect-src 'self' ${collector.url}; ` +
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    });
  }

  return { port: server.port, url: server.url, start: server.start, close: server.stop };
}

/** What the demo page configures. @param {string} endpoint */
function configOf(endpoint) {
  return {
    accessToken: 'demo-token',
    environment: 'demo',
    captureUncaught: true,
    captureUnhandledRejections: true,
    endpoint,
    rollbarJsUrl: '/dist/rollcage.full.min.js',
  };
}

/**
 * @param {string} html
 * @param {Record<string, string>} values by placeholder
 */
function fill(html, values) {
  // As functions, because a replacement text gives $& and its like a meaning.
  return Object.entries(values).reduce((text, [key, to]) => text.replaceAll(key, () => to), html);
}
