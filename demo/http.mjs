/** What the two little servers have in common: loopback, bounded bodies, files of one folder. */
import { createServer } from 'node:http';
import { readFile, realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

/** @import { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http' */
/** @import { AddressInfo } from 'node:net' */
/** @typedef {(req: IncomingMessage, res: ServerResponse) => unknown} Handler */

const address = '127.0.0.1';

/** @type {Record<string, string>} */
const contentTypes = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.cjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.ts': 'text/plain; charset=utf-8',
  '.cts': 'text/plain; charset=utf-8',
};

/**
 * A server that only this machine can reach. It can be stopped, which leaves a dead port behind,
 * and started again on the same port.
 * @param {Handler} handle
 * @param {number} port 0 for any free one
 */
export async function createLoopbackServer(handle, port) {
  const server = createServer(async (req, res) => {
    try {
      await handle(req, res);
    } catch (error) {
      // A client that went away is no fault of ours; anything else must not end the server.
      if (res.headersSent || res.destroyed) res.destroy();
      else sendText(res, 500, String(error));
    }
  });

  /** @param {number} at @returns {Promise<void>} */
  const listen = (at) =>
    new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(at, address, () => {
        server.off('error', reject);
        resolve();
      });
    });

  await listen(port);
  const taken = /** @type {AddressInfo} */ (server.address()).port;

  return {
    port: taken,
    url: `http://${address}:${taken}`,
    /** Listens on the same port again. */
    async start() {
      if (!server.listening) await listen(taken);
    },
    /** Closes the port and cuts every connection. @returns {Promise<void>} */
    stop() {
      return new Promise((resolve) => {
        if (!server.listening) return resolve();
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

/**
 * Creates something on a port or, when that is taken, on the next free one.
 * @template T
 * @param {number} port
 * @param {(port: number) => Promise<T>} create
 * @returns {Promise<T>}
 */
export async function onNextFreePort(port, create) {
  for (let tries = 50; ; tries--, port++) {
    try {
      return await create(port);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE' && tries)) {
        throw error;
      }
    }
  }
}

/**
 * The body of a request; undefined when it has more than `maxBytes`. The rest is read and thrown
 * away then, as a client that is cut off while it writes never sees the answer.
 * @param {IncomingMessage} req
 * @param {number} maxBytes
 * @returns {Promise<Buffer | undefined>}
 */
export async function readBody(req, maxBytes) {
  /** @type {Buffer[]} */
  let chunks = [];
  let bytes = 0;
  for await (const chunk of req) {
    bytes += chunk.length;
    if (bytes <= maxBytes) chunks.push(chunk);
    else chunks = [];
  }
  return bytes <= maxBytes ? Buffer.concat(chunks) : undefined;
}

/** The path of a request as sent, without its query. @param {IncomingMessage} req */
export function pathOf(req) {
  return (req.url ?? '/').split('?', 1)[0] ?? '/';
}

/**
 * Whether a request was meant for this server. A foreign page can point its own name at 127.0.0.1
 * (DNS rebinding) and is then of the same origin; its name still stands in the Host header.
 * @param {IncomingMessage} req
 * @param {number} port
 */
export function hasOwnHost(req, port) {
  // Browsers leave out the usual port.
  const places = port === 80 ? [':80', ''] : [`:${port}`];
  const { host } = req.headers;
  return places.some((place) => [address + place, `localhost${place}`].includes(host ?? ''));
}

/**
 * @param {ServerResponse} res
 * @param {number} status
 * @param {string | Buffer} body
 * @param {OutgoingHttpHeaders} [headers]
 */
export function send(res, status, body, headers = {}) {
  res.writeHead(status, {
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'content-length': Buffer.byteLength(body),
    ...headers,
  });
  res.end(res.req.method === 'HEAD' ? undefined : body);
}

/** @param {ServerResponse} res @param {number} status @param {string} text */
export function sendText(res, status, text) {
  send(res, status, `${text}\n`, { 'content-type': 'text/plain; charset=utf-8' });
}

/** @param {ServerResponse} res @param {number} status @param {unknown} value */
export function sendJson(res, status, value) {
  send(res, status, JSON.stringify(value), { 'content-type': 'application/json' });
}

/**
 * Sends a file from below `root`, or 404.
 * @param {ServerResponse} res
 * @param {string} root
 * @param {string} path as in the request, below `root`
 */
export async function sendFile(res, root, path) {
  const file = await fileBelow(root, path);
  if (!file) return sendText(res, 404, 'Not found');
  const type = contentTypes[extname(file)] ?? 'application/octet-stream';
  send(res, 200, await readFile(file), { 'content-type': type });
}

/**
 * The real path of a file that lies below `root`, also after every link is followed.
 * @param {string} root
 * @param {string} path percent-encoded
 */
async function fileBelow(root, path) {
  try {
    const realRoot = await realpath(root);
    const file = await realpath(join(realRoot, decodeURIComponent(path)));
    return file.startsWith(realRoot + sep) && (await stat(file)).isFile() ? file : undefined;
  } catch {
    // Wrong encoding, a NUL byte, or not there: all the same to who asks.
    return undefined;
  }
}
