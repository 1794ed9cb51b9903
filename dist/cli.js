#!/usr/bin/env node
import { setTimeout as setTimeout$1 } from 'node:timers/promises';
import { createServer } from 'node:http';
import { readFile, realpath, stat } from 'node:fs/promises';
import { extname, join as join$1, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { randomUUID, createHash } from 'node:crypto';
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';

/** How the collector misbehaves, and for how many requests. */

/**
 * One way to misbehave. With `status`, `hang` or `reset` nothing is taken, unless `acceptFirst`;
 * otherwise the request is treated normally.
 * @typedef {object} Mode
 * @property {number} [status] answer this, whatever was sent
 * @property {unknown} [body] with this body: a string as it is, anything else as JSON
 * @property {number} [delayMs] answer this much later
 * @property {boolean} [hang] never answer
 * @property {boolean} [reset] cut the connection
 * @property {number | string} [retryAfter] send a `Retry-After` header
 * @property {boolean} [cors] false leaves the CORS headers out, also of preflights
 * @property {boolean} [acceptFirst] take the item, then misbehave: an answer that gets lost
 * @property {number} [times] for so many requests; until changed when alone, once within a list
 * @property {boolean} [each] for so many requests of each item, by its uuid; until changed
 */

/** @type {Record<keyof Mode, (value: unknown) => boolean>} */
const checks = {
  status: (value) => isWhole(value) && value >= 200 && value <= 599,
  body: () => true,
  delayMs: isWhole,
  hang: isBoolean,
  reset: isBoolean,
  // Anything else could not be sent as a header.
  retryAfter: (value) => isWhole(value) || (typeof value === 'string' && /^[ -~]*$/.test(value)),
  cors: isBoolean,
  acceptFirst: isBoolean,
  times: (value) => isWhole(value) && value > 0,
  each: isBoolean,
};

/** @type {Mode} */
const normal = Object.freeze({});

/** @param {() => void} onChange told whenever another mode begins */
function createBehaviour(onChange) {
  /** @type {{ mode: Mode, left: number }[]} */
  let queue = [];
  /** Requests so far by uuid, in a mode that counts them so. @type {Map<string, number>} */
  let counts = new Map();

  return {
    /**
     * One mode until changed, or a list to be used up one per request; nothing is normal.
     * @param {Mode | Mode[]} [modes]
     */
    set(modes = []) {
      const list = Array.isArray(modes) ? modes : [modes];
      list.forEach(check);
      const times = Array.isArray(modes) ? 1 : Infinity;
      queue = list.map((mode) => ({ mode, left: mode.times ?? times }));
      counts = new Map();
      onChange();
    },
    /** The mode for this request, for the item of that uuid. @param {string} uuid */
    next(uuid) {
      const head = queue[0];
      if (!head) return normal;
      if (head.mode.each) {
        const count = counts.get(uuid) ?? 0;
        counts.set(uuid, count + 1);
        return count < head.left ? head.mode : normal;
      }
      if (--head.left === 0) {
        queue.shift();
        onChange();
      }
      return head.mode;
    },
    /** The mode the next request will meet. */
    peek: () => queue[0]?.mode ?? normal,
    /** What is to come, in order. */
    list: () => queue.map(({ mode }) => mode),
  };
}

/** @param {unknown} mode */
function check(mode) {
  if (typeof mode !== 'object' || !mode || Array.isArray(mode)) {
    throw new TypeError('A behaviour is an object such as { status: 503 }');
  }
  for (const [key, value] of Object.entries(mode)) {
    if (value === undefined) continue;
    if (!Object.hasOwn(checks, key)) throw new TypeError(`${key} is not known to behave()`);
    if (!checks[/** @type {keyof Mode} */ (key)](value)) {
      throw new TypeError(`${key} cannot be ${JSON.stringify(value)}`);
    }
  }
}

/** @param {unknown} value @returns {value is number} */
function isWhole(value) {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

/** @param {unknown} value */
function isBoolean(value) {
  return typeof value === 'boolean';
}

/** What the two little servers have in common: loopback, bounded bodies, files of one folder. */

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
async function createLoopbackServer(handle, port) {
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
async function onNextFreePort(port, create) {
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
async function readBody(req, maxBytes) {
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
function pathOf$1(req) {
  return (req.url ?? '/').split('?', 1)[0] ?? '/';
}

/**
 * Whether a request was meant for this server. A foreign page can point its own name at 127.0.0.1
 * (DNS rebinding) and is then of the same origin; its name still stands in the Host header.
 * @param {IncomingMessage} req
 * @param {number} port
 */
function hasOwnHost(req, port) {
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
function send(res, status, body, headers = {}) {
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
function sendText(res, status, text) {
  send(res, status, `${text}\n`, { 'content-type': 'text/plain; charset=utf-8' });
}

/** @param {ServerResponse} res @param {number} status @param {unknown} value */
function sendJson(res, status, value) {
  send(res, status, JSON.stringify(value), { 'content-type': 'application/json' });
}

/**
 * Sends a file from below `root`, or 404.
 * @param {ServerResponse} res
 * @param {string} root
 * @param {string} path as in the request, below `root`
 */
async function sendFile(res, root, path) {
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
    const file = await realpath(join$1(realRoot, decodeURIComponent(path)));
    return file.startsWith(realRoot + sep) && (await stat(file)).isFile() ? file : undefined;
  } catch {
    // Wrong encoding, a NUL byte, or not there: all the same to who asks.
    return undefined;
  }
}

/** Server-sent events to any number of open pages. */

/** @import { ServerResponse } from 'node:http' */

/** A page that reads slower than this is cut off; it comes back and asks for everything anew. */
const maxWaitingBytes = 4 * 1024 * 1024;

/** Sends to every page that listens. */
function createEvents() {
  /** @type {Set<ServerResponse>} */
  const pages = new Set();

  return {
    /**
     * Keeps the response open as a stream of events.
     * @param {ServerResponse} res
     * @param {string} name of the first event
     * @param {string} json
     */
    open(res, name, json) {
      res.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      res.write('retry: 1000\n');
      res.write(eventText(name, json));
      pages.add(res);
      res.on('close', () => pages.delete(res));
    },
    /** @param {string} name @param {string} json */
    emit(name, json) {
      const text = eventText(name, json);
      for (const page of pages) {
        if (page.writableLength > maxWaitingBytes) page.destroy();
        else page.write(text);
      }
    },
  };
}

/** @param {string} name @param {string} json */
function eventText(name, json) {
  // JSON may hold line breaks between its tokens, which would end the event.
  const lines = json.split(/\r\n|\r|\n/);
  return `event: ${name}\n${lines.map((line) => `data: ${line}\n`).join('')}\n`;
}

/** What an item says, read for people. Used by the inspector page and by the collector. */


/** The exception and its causes, outermost first; empty for a message. @param {Item} item */
function tracesOf(item) {
  const { body } = item.data;
  if ('trace_chain' in body) return body.trace_chain;
  return 'trace' in body ? [body.trace] : [];
}

/** "Class: message". @param {Trace} trace */
function nameOf({ exception }) {
  return exception.message ? `${exception.class}: ${exception.message}` : exception.class;
}

/** What to call it in one line. @param {Item} item */
function titleOf(item) {
  const { body, title } = item.data;
  if (title) return title;
  if ('message' in body) return body.message.body || '(empty message)';
  if ('crash_report' in body) return body.crash_report.raw.split('\n', 1)[0] || 'Crash report';
  const [first] = tracesOf(item);
  return first ? nameOf(first) || '(no name)' : '(no exception)';
}

/** "Defaults to error for exceptions and info for messages." @param {Item} item @returns {Level} */
function levelOf(item) {
  return item.data.level ?? ('message' in item.data.body ? 'info' : 'error');
}

/** What came to the collector, within bounds. */

/** @import { IncomingHttpHeaders } from 'node:http' */
/** @import { Item } from '../src/items-api' */
/** @import { Reading } from './items-api.mjs' */

/**
 * An accepted item.
 * @typedef {object} Received
 * @property {number} receivedAt unix time in milliseconds
 * @property {Item} item
 * @property {number} bytes of its JSON text as UTF-8
 * @property {string} uuid its own, or one given to it
 * @property {string} text the JSON text
 */

/**
 * One POST to the endpoint, and what became of it.
 * @typedef {object} Request
 * @property {number} at unix time in milliseconds
 * @property {number} status of the answer; 0 when there was none
 * @property {IncomingHttpHeaders} headers
 * @property {string} text the body as it came
 * @property {Item | null} item the decoded payload, even when it was refused
 * @property {string[]} errors what is wrong with it
 * @property {boolean} repeat whether its uuid had been taken before
 * @property {false} preflight
 */

/**
 * What a subscriber is told.
 * @typedef {{ type: 'item', received: Received } | { type: 'request', request: Request }
 *   | { type: 'cleared' } | { type: 'behaviour' }} CollectorEvent
 */

/** Of full size so many would be gigabytes, so that what they may weigh has a limit, too. */
const maxItems = 2_000;
const maxUuids = 20_000;
const maxTextLength = 64 * 1024 * 1024;

/**
 * @param {(event: CollectorEvent) => void} tell
 * @param {number} maxRequests
 */
function createLedger(tell, maxRequests) {
  /** @type {Received[]} */
  const items = [];
  /** @type {Request[]} */
  const requests = [];
  /** Longer remembered than the items, as a repeat may come late. @type {Set<string>} */
  const seen = new Set();
  let preflights = 0;
  let textLength = 0;
  let itemsLength = 0;

  return {
    items,
    requests,
    preflights: () => preflights,
    countPreflight() {
      preflights++;
    },
    /** @param {Reading} reading */
    hasSeen: ({ status, uuid }) => status === 200 && seen.has(uuid),

    /** Lists an acceptable item, once. @param {Reading} reading */
    take({ status, item, uuid, bytes, payload }) {
      if (status !== 200 || !item || seen.has(uuid)) return;
      seen.add(uuid);
      const [oldest] = seen;
      if (seen.size > maxUuids && oldest !== undefined) seen.delete(oldest);

      const received = { receivedAt: Date.now(), item, bytes, uuid, text: payload };
      items.push(received);
      itemsLength += payload.length;
      while (items.length > maxItems || itemsLength > maxTextLength) {
        itemsLength -= items.shift()?.text.length ?? 0;
      }
      tell({ type: 'item', received });
    },

    /** @param {Request} request */
    note(request) {
      requests.push(request);
      textLength += request.text.length;
      while (requests.length > maxRequests || textLength > maxTextLength) {
        textLength -= requests.shift()?.text.length ?? 0;
      }
      tell({ type: 'request', request });
    },

    clear() {
      items.length = requests.length = preflights = textLength = itemsLength = 0;
      seen.clear();
      tell({ type: 'cleared' });
    },

    /** What did arrive, in a few lines, for whoever waited in vain. */
    describe() {
      const titles = items.slice(-10).map(({ item }) => `${levelOf(item)} ${titleOf(item)}`);
      const answers = requests.slice(-10).map(({ status, repeat, errors }) => {
        const why = errors.length ? ` (${errors.slice(0, 3).join('; ')})` : '';
        return `${status || 'no answer'}${repeat ? ' repeat' : ''}${why}`;
      });
      return (
        `${items.length} items arrived: ${titles.join(' | ') || 'none'}. ` +
        `${requests.length} requests, answered: ${answers.join(', ') || 'none'}; ` +
        `${preflights} preflights.`
      );
    },
  };
}

/** What the frames of an item were before the build, by the source maps that can be reached. */

/** @import { Frame, Item } from '../src/items-api' */
/** @typedef {(frame: Frame) => Promise<Frame | undefined>} Find */

/** The door `rollcage/source-maps`, built: the same frames as a notifier with it would send. */
const built = new URL('../dist/modules/integrations/originals.js', import.meta.url);

/** While one works on a page, the same address has another script after the next build. */
const freshMs = 5_000;
/** Of each trace; a stack that is deeper repeats itself. */
const maxFrames = 100;

/** @param {{ limitMs?: number }} [options] how long one item may take */
function createOriginals({ limitMs = 4_000 } = {}) {
  /** By the host of the frame. @type {Map<string, { find: Promise<Find>, at: number }>} */
  const finders = new Map();

  /** @param {string} host */
  function finderFor(host) {
    for (const [name, { at }] of finders) if (Date.now() - at > freshMs) finders.delete(name);
    const known = finders.get(host);
    if (known) return known.find;
    // At once, so that all frames of an item share it.
    const find = makeFinder(host);
    finders.set(host, { find, at: Date.now() });
    return find;
  }

  /** @param {Frame} frame */
  async function original(frame) {
    // It has been resolved before it was sent.
    if (frame.code !== undefined) return null;
    const url = URL.canParse(frame.filename) ? new URL(frame.filename) : undefined;
    if (!url || !mayFetch(url, url.host)) return null;
    return (await (await finderFor(url.host))(frame)) ?? null;
  }

  /**
   * As many lists as the item has traces, each as long as its frames: the original, or null where
   * it cannot be told, or not in time. It never rejects.
   * @param {Item} item
   * @returns {Promise<(Frame | null)[][]>}
   */
  return (item) => {
    const late = setTimeout$1(limitMs, null, { ref: false });
    return Promise.all(
      tracesOf(item).map(({ frames }) => {
        const skipped = Math.max(0, frames.length - maxFrames);
        return Promise.all(
          frames.map((frame, index) =>
            index < skipped ? null : Promise.race([original(frame).catch(() => null), late]),
          ),
        );
      }),
    );
  };
}

/** @param {string} host @returns {Promise<Find>} */
async function makeFinder(host) {
  const door = /** @type {typeof import('../src/integrations/originals')} */ (
    await import(built.href)
  );
  return door.createOriginals((url) => mayFetch(url, host));
}

/**
 * A page that has us fetch something by the frames it reports could fetch it as well itself, and
 * what came is shown to nobody but the inspector; still, a script leads to its own host, or to
 * this machine.
 * @param {URL} url
 * @param {string} host
 */
function mayFetch({ protocol, hostname, host: to }, host) {
  const isLoopback = /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
  return /^https?:$/.test(protocol) && (isLoopback || to === host);
}

/** The inspector's side of the collector: its page, its data, its live events, its controls. */

/** @import { IncomingMessage, ServerResponse } from 'node:http' */
/** @import { Collector } from './collector.mjs' */
/** @import { CollectorEvent, Received, Request } from './ledger.mjs' */

const files = fileURLToPath(new URL('inspector', import.meta.url));
const maxControlBytes = 1024 * 1024;

const pageHeaders = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; " +
    "img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
};

/** @param {Collector} collector */
function createInspector(collector) {
  const events = createEvents();
  const originalsOf = createOriginals();
  collector.subscribe((event) => events.emit(event.type, eventJson(event)));

  /** @param {CollectorEvent} event */
  function eventJson(event) {
    if (event.type === 'item') return receivedJson(event.received);
    if (event.type === 'request') return JSON.stringify(answerOf(event.request));
    return event.type === 'behaviour' ? JSON.stringify(collector.behaviours()) : 'null';
  }

  /** What a page needs besides the items. */
  function stateJson() {
    return JSON.stringify({
      endpoint: collector.endpoint,
      limits: { items: maxItems, length: maxTextLength },
      behaviours: collector.behaviours(),
      answers: collector.requests.slice(-40).map(answerOf),
    });
  }

  /** @param {IncomingMessage} req @param {ServerResponse} res */
  async function control(req, res) {
    // Any site can send a form here; only our own page may say what happens.
    const { origin } = req.headers;
    if (origin !== undefined && origin !== `http://${req.headers.host}`) {
      return sendText(res, 403, 'Only the inspector itself may control the collector');
    }
    const body = await readBody(req, maxControlBytes);
    try {
      const { behave, clear } = JSON.parse(String(body));
      if (behave !== undefined) collector.behave(behave ?? undefined);
      if (clear === true) collector.clear();
    } catch (error) {
      return sendText(res, 400, String(error));
    }
    sendJson(res, 200, { behaviours: collector.behaviours() });
  }

  return {
    /** @param {IncomingMessage} req @param {ServerResponse} res */
    async handle(req, res) {
      const path = pathOf$1(req);
      if (!hasOwnHost(req, collector.port)) return sendText(res, 403, 'Not the name of this host');
      for (const [name, value] of Object.entries(pageHeaders)) res.setHeader(name, value);

      if (path === '/control') {
        if (req.method === 'POST') return control(req, res);
        res.setHeader('allow', 'POST');
        return sendText(res, 405, 'Controls are sent with POST');
      }
      if (req.method !== 'GET' && req.method !== 'HEAD') {
        res.setHeader('allow', 'GET, HEAD');
        return sendText(res, 405, 'Only to be read');
      }
      if (path === '/') return sendFile(res, files, 'index.html');
      if (path === '/events' && req.method === 'GET') return events.open(res, 'state', stateJson());
      if (path.startsWith('/api/') && isFromElsewhere(req)) {
        return sendText(res, 403, 'Only the inspector itself may read');
      }
      if (path === '/api/items') {
        return sendRaw(res, `[${collector.items.map(receivedJson).join(',')}]`);
      }
      if (path.startsWith('/api/items/')) return sendReceived(res, path.slice(11));
      if (path.startsWith('/api/originals/')) return sendOriginals(res, path.slice(15));
      if (path.startsWith('/inspector/')) return sendFile(res, files, path.slice(11));
      sendText(res, 404, 'Not found');
    },
  };

  /** @param {string} uuid percent-encoded */
  function find(uuid) {
    const wanted = decoded(uuid);
    return collector.items.find((received) => received.uuid === wanted);
  }

  /** @param {ServerResponse} res @param {string} uuid */
  function sendReceived(res, uuid) {
    const received = find(uuid);
    if (received) sendRaw(res, receivedJson(received));
    else sendText(res, 404, 'No such item');
  }

  /** @param {ServerResponse} res @param {string} uuid */
  async function sendOriginals(res, uuid) {
    const received = find(uuid);
    if (received) sendJson(res, 200, await originalsOf(received.item));
    else sendText(res, 404, 'No such item');
  }
}

/**
 * Whether another site asks. It could not read the answer, but has no business to have us work for
 * it either. Programs do not send the header, and may.
 * @param {IncomingMessage} req
 */
function isFromElsewhere(req) {
  return !['same-origin', 'none', undefined].includes(req.headers['sec-fetch-site']?.toString());
}

/** @param {ServerResponse} res @param {string} json */
function sendRaw(res, json) {
  send(res, 200, json, { 'content-type': 'application/json' });
}

/**
 * The item is inserted as the text that came: writing it anew would fail on one nested some
 * thousand levels deep.
 * @param {Received} received
 */
function receivedJson({ receivedAt, bytes, uuid, text }) {
  const known = JSON.stringify({ receivedAt, bytes, uuid });
  return `${known.slice(0, -1)},"item":${text}}`;
}

/** @param {Request} request */
function answerOf({ at, status, repeat, errors }) {
  return { at, status, repeat, errors: errors.slice(0, 20) };
}

/** @param {string} text percent-encoded; one that is not stands for itself */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const validate = validate20;const schema31 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://rollcage.invalid/item.schema.json","title":"Items API payload","description":"\"Data Format\" of the Items API (POST /api/1/item/). What the document requires, types or limits is checked; other keys are open, since \"you can send us whatever data you want and we'll store it\".","type":"object","required":["access_token","data"],"additionalProperties":false,"properties":{"access_token":{"description":"\"Required: access_token\"","type":"string","minLength":1},"data":{"$ref":"#/$defs/occurrence"}},"$defs":{"level":{"description":"\"Optional: level\": the severity","enum":["critical","error","warning","info","debug"]},"strings":{"type":"array","items":{"type":"string"}},"occurrence":{"description":"\"Required: data\"","type":"object","required":["environment","body"],"properties":{"environment":{"description":"\"Required: environment\": a string up to 255 characters","type":"string","maxLength":255},"body":{"$ref":"#/$defs/body"},"level":{"$ref":"#/$defs/level"},"timestamp":{"description":"\"Optional: timestamp\": a unix timestamp, in seconds. The maximum lies in the year 5138, far below any timestamp in milliseconds.","type":"integer","minimum":0,"maximum":99999999999},"code_version":{"description":"\"Optional: code_version\": a string, up to 40 characters","type":"string","maxLength":40},"platform":{"description":"\"Optional: platform\"","type":"string"},"language":{"description":"\"Optional: language\"","type":"string"},"framework":{"description":"\"Optional: framework\"","type":"string"},"context":{"description":"\"Optional: context\": searched by prefix. The document gives no length; 255 is what a searchable string has elsewhere in it.","type":"string","maxLength":255},"request":{"$ref":"#/$defs/request"},"person":{"$ref":"#/$defs/person"},"server":{"$ref":"#/$defs/server"},"client":{"$ref":"#/$defs/client"},"custom":{"description":"\"Optional: custom\": any arbitrary metadata; itself an object","type":"object"},"fingerprint":{"description":"\"Optional: fingerprint\": longer than 40 characters is allowed, the API then uses its SHA1","type":"string"},"title":{"description":"\"Optional: title\": max length 255 characters","type":"string","maxLength":255},"uuid":{"description":"\"Optional: uuid\": a latin1 string, up to 36 characters. An empty one would identify nothing.","type":"string","minLength":1,"maxLength":36,"pattern":"^[\\u0000-\\u00ff]*$"},"notifier":{"$ref":"#/$defs/notifier"}}},"body":{"description":"\"Required: body\": exactly one of the four options, and beside it telemetry","type":"object","additionalProperties":false,"properties":{"trace":{"$ref":"#/$defs/trace"},"trace_chain":{"description":"\"Option 2\": must contain at least one element","type":"array","minItems":1,"items":{"$ref":"#/$defs/trace"}},"message":{"$ref":"#/$defs/message"},"crash_report":{"description":"\"Option 4\"","type":"object","required":["raw"],"additionalProperties":false,"properties":{"raw":{"description":"\"Required: raw\": as a string","type":"string"}}},"telemetry":{"description":"What happened before, oldest first; not in the document, as rollbar.js sends it","type":"array","items":{"$ref":"#/$defs/telemetryEntry"}}},"oneOf":[{"properties":{"trace":true},"required":["trace"]},{"properties":{"trace_chain":true},"required":["trace_chain"]},{"properties":{"message":true},"required":["message"]},{"properties":{"crash_report":true},"required":["crash_report"]}]},"trace":{"description":"\"Option 1\": a single exception","type":"object","required":["frames","exception"],"additionalProperties":false,"properties":{"frames":{"description":"\"Required: frames\": the most recent call is last in the list","type":"array","items":{"$ref":"#/$defs/frame"}},"exception":{"$ref":"#/$defs/exception"}}},"frame":{"description":"\"Each frame is an object.\"","type":"object","required":["filename"],"properties":{"filename":{"description":"\"Required: filename\": including its full path","type":"string"},"lineno":{"description":"\"Optional: lineno\": as an integer","type":"integer","minimum":0},"colno":{"description":"\"Optional: colno\": as an integer","type":"integer","minimum":0},"method":{"description":"\"Optional: method\"","type":"string"},"code":{"description":"\"Optional: code\": the line of code","type":"string"},"context":{"description":"\"Optional: context\": lines of code before and after","type":"object","additionalProperties":false,"properties":{"pre":{"$ref":"#/$defs/strings"},"post":{"$ref":"#/$defs/strings"}}},"args":{"description":"\"(Deprecated) Optional: args\"","type":"array"},"kwargs":{"description":"\"(Deprecated) Optional: kwargs\"","type":"object"},"argspec":{"$ref":"#/$defs/strings"},"varargspec":{"description":"\"Optional: varargspec\"","type":"string"},"keywordspec":{"description":"\"Optional: keywordspec\"","type":"string"},"locals":{"description":"\"Optional: locals\"","type":"object"}}},"message":{"description":"\"Option 3\": beside body, any arbitrary keys of metadata","type":"object","required":["body"],"properties":{"body":{"description":"\"Required: body\": the primary message text, as a string","type":"string"}}},"telemetryEntry":{"description":"One thing that happened before; its body depends on its type","type":"object","required":["level","type","source","timestamp_ms","body"],"additionalProperties":false,"properties":{"level":{"$ref":"#/$defs/level"},"type":{"type":"string","minLength":1},"source":{"const":"client"},"timestamp_ms":{"description":"Unix time in milliseconds","type":"integer","minimum":0},"body":{"type":"object"},"uuid":{"description":"Of the occurrence this entry stands for","type":"string","maxLength":36}}},"request":{"description":"\"Optional: request\": can contain any arbitrary keys","type":"object","properties":{"url":{"description":"\"url: full URL\""},"method":{"description":"\"method: the request method\""},"headers":{"description":"\"headers: object containing the request headers\""},"query_string":{"description":"\"query_string: the raw query string\""},"body":{"description":"\"body: the raw POST body\""},"user_ip":{"description":"\"user_ip: the user's IP address as a string\", or $remote_ip"}}},"person":{"description":"\"Optional: person\"; further keys are kept","type":"object","required":["id"],"properties":{"id":{"description":"\"Required: id\": a string up to 40 characters","type":"string","maxLength":40},"username":{"description":"\"Optional: username\": a string up to 255 characters","type":"string","maxLength":255},"email":{"description":"\"Optional: email\": a string up to 255 characters","type":"string","maxLength":255}}},"server":{"description":"\"Optional: server\": can contain any arbitrary keys","type":"object","properties":{"host":{"description":"\"host: the server hostname\""},"root":{"description":"\"root: path to the application code root\""},"branch":{"description":"\"branch\""},"code_version":{"description":"\"code_version: string describing the running code version\""},"sha":{"description":"\"(Deprecated) sha\""}}},"client":{"description":"\"Optional: client\": can contain any arbitrary keys, by platform","type":"object","properties":{"javascript":{"description":"\"javascript\"; further keys are kept","type":"object","properties":{"browser":{"description":"\"Optional: browser\": the user agent string"},"code_version":{"description":"\"Optional: code_version\": string"},"source_map_enabled":{"description":"\"Optional: source_map_enabled\": true or false"},"guess_uncaught_frames":{"description":"\"Optional: guess_uncaught_frames\": true or false"}}}}},"notifier":{"description":"\"Optional: notifier\": describes the library; further keys are kept","type":"object","properties":{"name":{"description":"\"Optional: name\"","type":"string"},"version":{"description":"\"Optional: version\"","type":"string"}}},"exception":{"description":"\"Required: exception\"","type":"object","required":["class"],"properties":{"class":{"description":"\"Required: class\": the exception class name","type":"string"},"message":{"description":"\"Optional: message\": as a string","type":"string"},"description":{"description":"\"Optional: description\": an alternate human-readable string","type":"string"}}}}};const func1 = (text) => [...text].length;const schema32 = {"description":"\"Required: data\"","type":"object","required":["environment","body"],"properties":{"environment":{"description":"\"Required: environment\": a string up to 255 characters","type":"string","maxLength":255},"body":{"$ref":"#/$defs/body"},"level":{"$ref":"#/$defs/level"},"timestamp":{"description":"\"Optional: timestamp\": a unix timestamp, in seconds. The maximum lies in the year 5138, far below any timestamp in milliseconds.","type":"integer","minimum":0,"maximum":99999999999},"code_version":{"description":"\"Optional: code_version\": a string, up to 40 characters","type":"string","maxLength":40},"platform":{"description":"\"Optional: platform\"","type":"string"},"language":{"description":"\"Optional: language\"","type":"string"},"framework":{"description":"\"Optional: framework\"","type":"string"},"context":{"description":"\"Optional: context\": searched by prefix. The document gives no length; 255 is what a searchable string has elsewhere in it.","type":"string","maxLength":255},"request":{"$ref":"#/$defs/request"},"person":{"$ref":"#/$defs/person"},"server":{"$ref":"#/$defs/server"},"client":{"$ref":"#/$defs/client"},"custom":{"description":"\"Optional: custom\": any arbitrary metadata; itself an object","type":"object"},"fingerprint":{"description":"\"Optional: fingerprint\": longer than 40 characters is allowed, the API then uses its SHA1","type":"string"},"title":{"description":"\"Optional: title\": max length 255 characters","type":"string","maxLength":255},"uuid":{"description":"\"Optional: uuid\": a latin1 string, up to 36 characters. An empty one would identify nothing.","type":"string","minLength":1,"maxLength":36,"pattern":"^[\\u0000-\\u00ff]*$"},"notifier":{"$ref":"#/$defs/notifier"}}};const schema42 = {"description":"\"Optional: level\": the severity","enum":["critical","error","warning","info","debug"]};const schema44 = {"description":"\"Optional: request\": can contain any arbitrary keys","type":"object","properties":{"url":{"description":"\"url: full URL\""},"method":{"description":"\"method: the request method\""},"headers":{"description":"\"headers: object containing the request headers\""},"query_string":{"description":"\"query_string: the raw query string\""},"body":{"description":"\"body: the raw POST body\""},"user_ip":{"description":"\"user_ip: the user's IP address as a string\", or $remote_ip"}}};const schema45 = {"description":"\"Optional: person\"; further keys are kept","type":"object","required":["id"],"properties":{"id":{"description":"\"Required: id\": a string up to 40 characters","type":"string","maxLength":40},"username":{"description":"\"Optional: username\": a string up to 255 characters","type":"string","maxLength":255},"email":{"description":"\"Optional: email\": a string up to 255 characters","type":"string","maxLength":255}}};const schema46 = {"description":"\"Optional: server\": can contain any arbitrary keys","type":"object","properties":{"host":{"description":"\"host: the server hostname\""},"root":{"description":"\"root: path to the application code root\""},"branch":{"description":"\"branch\""},"code_version":{"description":"\"code_version: string describing the running code version\""},"sha":{"description":"\"(Deprecated) sha\""}}};const schema47 = {"description":"\"Optional: client\": can contain any arbitrary keys, by platform","type":"object","properties":{"javascript":{"description":"\"javascript\"; further keys are kept","type":"object","properties":{"browser":{"description":"\"Optional: browser\": the user agent string"},"code_version":{"description":"\"Optional: code_version\": string"},"source_map_enabled":{"description":"\"Optional: source_map_enabled\": true or false"},"guess_uncaught_frames":{"description":"\"Optional: guess_uncaught_frames\": true or false"}}}}};const schema48 = {"description":"\"Optional: notifier\": describes the library; further keys are kept","type":"object","properties":{"name":{"description":"\"Optional: name\"","type":"string"},"version":{"description":"\"Optional: version\"","type":"string"}}};const schema33 = {"description":"\"Required: body\": exactly one of the four options, and beside it telemetry","type":"object","additionalProperties":false,"properties":{"trace":{"$ref":"#/$defs/trace"},"trace_chain":{"description":"\"Option 2\": must contain at least one element","type":"array","minItems":1,"items":{"$ref":"#/$defs/trace"}},"message":{"$ref":"#/$defs/message"},"crash_report":{"description":"\"Option 4\"","type":"object","required":["raw"],"additionalProperties":false,"properties":{"raw":{"description":"\"Required: raw\": as a string","type":"string"}}},"telemetry":{"description":"What happened before, oldest first; not in the document, as rollbar.js sends it","type":"array","items":{"$ref":"#/$defs/telemetryEntry"}}},"oneOf":[{"properties":{"trace":true},"required":["trace"]},{"properties":{"trace_chain":true},"required":["trace_chain"]},{"properties":{"message":true},"required":["message"]},{"properties":{"crash_report":true},"required":["crash_report"]}]};const schema40 = {"description":"\"Option 3\": beside body, any arbitrary keys of metadata","type":"object","required":["body"],"properties":{"body":{"description":"\"Required: body\": the primary message text, as a string","type":"string"}}};const schema34 = {"description":"\"Option 1\": a single exception","type":"object","required":["frames","exception"],"additionalProperties":false,"properties":{"frames":{"description":"\"Required: frames\": the most recent call is last in the list","type":"array","items":{"$ref":"#/$defs/frame"}},"exception":{"$ref":"#/$defs/exception"}}};const schema39 = {"description":"\"Required: exception\"","type":"object","required":["class"],"properties":{"class":{"description":"\"Required: class\": the exception class name","type":"string"},"message":{"description":"\"Optional: message\": as a string","type":"string"},"description":{"description":"\"Optional: description\": an alternate human-readable string","type":"string"}}};const schema35 = {"description":"\"Each frame is an object.\"","type":"object","required":["filename"],"properties":{"filename":{"description":"\"Required: filename\": including its full path","type":"string"},"lineno":{"description":"\"Optional: lineno\": as an integer","type":"integer","minimum":0},"colno":{"description":"\"Optional: colno\": as an integer","type":"integer","minimum":0},"method":{"description":"\"Optional: method\"","type":"string"},"code":{"description":"\"Optional: code\": the line of code","type":"string"},"context":{"description":"\"Optional: context\": lines of code before and after","type":"object","additionalProperties":false,"properties":{"pre":{"$ref":"#/$defs/strings"},"post":{"$ref":"#/$defs/strings"}}},"args":{"description":"\"(Deprecated) Optional: args\"","type":"array"},"kwargs":{"description":"\"(Deprecated) Optional: kwargs\"","type":"object"},"argspec":{"$ref":"#/$defs/strings"},"varargspec":{"description":"\"Optional: varargspec\"","type":"string"},"keywordspec":{"description":"\"Optional: keywordspec\"","type":"string"},"locals":{"description":"\"Optional: locals\"","type":"object"}}};const schema36 = {"type":"array","items":{"type":"string"}};function validate24(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){let vErrors = null;let errors = 0;const evaluated0 = validate24.evaluated;if(evaluated0.dynamicProps){evaluated0.props = undefined;}if(evaluated0.dynamicItems){evaluated0.items = undefined;}if(data && typeof data == "object" && !Array.isArray(data)){if(data.filename === undefined){const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "filename"},message:"must have required property '"+"filename"+"'",schema:schema35.required,parentSchema:schema35,data};if(vErrors === null){vErrors = [err0];}else {vErrors.push(err0);}errors++;}if(data.filename !== undefined){let data0 = data.filename;if(typeof data0 !== "string"){const err1 = {instancePath:instancePath+"/filename",schemaPath:"#/properties/filename/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema35.properties.filename.type,parentSchema:schema35.properties.filename,data:data0};if(vErrors === null){vErrors = [err1];}else {vErrors.push(err1);}errors++;}}if(data.lineno !== undefined){let data1 = data.lineno;if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){const err2 = {instancePath:instancePath+"/lineno",schemaPath:"#/properties/lineno/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema35.properties.lineno.type,parentSchema:schema35.properties.lineno,data:data1};if(vErrors === null){vErrors = [err2];}else {vErrors.push(err2);}errors++;}if((typeof data1 == "number") && (isFinite(data1))){if(data1 < 0 || isNaN(data1)){const err3 = {instancePath:instancePath+"/lineno",schemaPath:"#/properties/lineno/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema35.properties.lineno,data:data1};if(vErrors === null){vErrors = [err3];}else {vErrors.push(err3);}errors++;}}}if(data.colno !== undefined){let data2 = data.colno;if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){const err4 = {instancePath:instancePath+"/colno",schemaPath:"#/properties/colno/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema35.properties.colno.type,parentSchema:schema35.properties.colno,data:data2};if(vErrors === null){vErrors = [err4];}else {vErrors.push(err4);}errors++;}if((typeof data2 == "number") && (isFinite(data2))){if(data2 < 0 || isNaN(data2)){const err5 = {instancePath:instancePath+"/colno",schemaPath:"#/properties/colno/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema35.properties.colno,data:data2};if(vErrors === null){vErrors = [err5];}else {vErrors.push(err5);}errors++;}}}if(data.method !== undefined){let data3 = data.method;if(typeof data3 !== "string"){const err6 = {instancePath:instancePath+"/method",schemaPath:"#/properties/method/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema35.properties.method.type,parentSchema:schema35.properties.method,data:data3};if(vErrors === null){vErrors = [err6];}else {vErrors.push(err6);}errors++;}}if(data.code !== undefined){let data4 = data.code;if(typeof data4 !== "string"){const err7 = {instancePath:instancePath+"/code",schemaPath:"#/properties/code/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema35.properties.code.type,parentSchema:schema35.properties.code,data:data4};if(vErrors === null){vErrors = [err7];}else {vErrors.push(err7);}errors++;}}if(data.context !== undefined){let data5 = data.context;if(data5 && typeof data5 == "object" && !Array.isArray(data5)){for(const key0 in data5){if(!((key0 === "pre") || (key0 === "post"))){const err8 = {instancePath:instancePath+"/context",schemaPath:"#/properties/context/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema35.properties.context,data:data5};if(vErrors === null){vErrors = [err8];}else {vErrors.push(err8);}errors++;}}if(data5.pre !== undefined){let data6 = data5.pre;if(Array.isArray(data6)){const len0 = data6.length;for(let i0=0; i0<len0; i0++){let data7 = data6[i0];if(typeof data7 !== "string"){const err9 = {instancePath:instancePath+"/context/pre/" + i0,schemaPath:"#/$defs/strings/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema36.items.type,parentSchema:schema36.items,data:data7};if(vErrors === null){vErrors = [err9];}else {vErrors.push(err9);}errors++;}}}else {const err10 = {instancePath:instancePath+"/context/pre",schemaPath:"#/$defs/strings/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema36.type,parentSchema:schema36,data:data6};if(vErrors === null){vErrors = [err10];}else {vErrors.push(err10);}errors++;}}if(data5.post !== undefined){let data8 = data5.post;if(Array.isArray(data8)){const len1 = data8.length;for(let i1=0; i1<len1; i1++){let data9 = data8[i1];if(typeof data9 !== "string"){const err11 = {instancePath:instancePath+"/context/post/" + i1,schemaPath:"#/$defs/strings/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema36.items.type,parentSchema:schema36.items,data:data9};if(vErrors === null){vErrors = [err11];}else {vErrors.push(err11);}errors++;}}}else {const err12 = {instancePath:instancePath+"/context/post",schemaPath:"#/$defs/strings/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema36.type,parentSchema:schema36,data:data8};if(vErrors === null){vErrors = [err12];}else {vErrors.push(err12);}errors++;}}}else {const err13 = {instancePath:instancePath+"/context",schemaPath:"#/properties/context/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema35.properties.context.type,parentSchema:schema35.properties.context,data:data5};if(vErrors === null){vErrors = [err13];}else {vErrors.push(err13);}errors++;}}if(data.args !== undefined){let data10 = data.args;if(!(Array.isArray(data10))){const err14 = {instancePath:instancePath+"/args",schemaPath:"#/properties/args/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema35.properties.args.type,parentSchema:schema35.properties.args,data:data10};if(vErrors === null){vErrors = [err14];}else {vErrors.push(err14);}errors++;}}if(data.kwargs !== undefined){let data11 = data.kwargs;if(!(data11 && typeof data11 == "object" && !Array.isArray(data11))){const err15 = {instancePath:instancePath+"/kwargs",schemaPath:"#/properties/kwargs/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema35.properties.kwargs.type,parentSchema:schema35.properties.kwargs,data:data11};if(vErrors === null){vErrors = [err15];}else {vErrors.push(err15);}errors++;}}if(data.argspec !== undefined){let data12 = data.argspec;if(Array.isArray(data12)){const len2 = data12.length;for(let i2=0; i2<len2; i2++){let data13 = data12[i2];if(typeof data13 !== "string"){const err16 = {instancePath:instancePath+"/argspec/" + i2,schemaPath:"#/$defs/strings/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema36.items.type,parentSchema:schema36.items,data:data13};if(vErrors === null){vErrors = [err16];}else {vErrors.push(err16);}errors++;}}}else {const err17 = {instancePath:instancePath+"/argspec",schemaPath:"#/$defs/strings/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema36.type,parentSchema:schema36,data:data12};if(vErrors === null){vErrors = [err17];}else {vErrors.push(err17);}errors++;}}if(data.varargspec !== undefined){let data14 = data.varargspec;if(typeof data14 !== "string"){const err18 = {instancePath:instancePath+"/varargspec",schemaPath:"#/properties/varargspec/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema35.properties.varargspec.type,parentSchema:schema35.properties.varargspec,data:data14};if(vErrors === null){vErrors = [err18];}else {vErrors.push(err18);}errors++;}}if(data.keywordspec !== undefined){let data15 = data.keywordspec;if(typeof data15 !== "string"){const err19 = {instancePath:instancePath+"/keywordspec",schemaPath:"#/properties/keywordspec/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema35.properties.keywordspec.type,parentSchema:schema35.properties.keywordspec,data:data15};if(vErrors === null){vErrors = [err19];}else {vErrors.push(err19);}errors++;}}if(data.locals !== undefined){let data16 = data.locals;if(!(data16 && typeof data16 == "object" && !Array.isArray(data16))){const err20 = {instancePath:instancePath+"/locals",schemaPath:"#/properties/locals/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema35.properties.locals.type,parentSchema:schema35.properties.locals,data:data16};if(vErrors === null){vErrors = [err20];}else {vErrors.push(err20);}errors++;}}}else {const err21 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema35.type,parentSchema:schema35,data};if(vErrors === null){vErrors = [err21];}else {vErrors.push(err21);}errors++;}validate24.errors = vErrors;return errors === 0;}validate24.evaluated = {"props":{"filename":true,"lineno":true,"colno":true,"method":true,"code":true,"context":true,"args":true,"kwargs":true,"argspec":true,"varargspec":true,"keywordspec":true,"locals":true},"dynamicProps":false,"dynamicItems":false};function validate23(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){let vErrors = null;let errors = 0;const evaluated0 = validate23.evaluated;if(evaluated0.dynamicProps){evaluated0.props = undefined;}if(evaluated0.dynamicItems){evaluated0.items = undefined;}if(data && typeof data == "object" && !Array.isArray(data)){if(data.frames === undefined){const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "frames"},message:"must have required property '"+"frames"+"'",schema:schema34.required,parentSchema:schema34,data};if(vErrors === null){vErrors = [err0];}else {vErrors.push(err0);}errors++;}if(data.exception === undefined){const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "exception"},message:"must have required property '"+"exception"+"'",schema:schema34.required,parentSchema:schema34,data};if(vErrors === null){vErrors = [err1];}else {vErrors.push(err1);}errors++;}for(const key0 in data){if(!((key0 === "frames") || (key0 === "exception"))){const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema34,data};if(vErrors === null){vErrors = [err2];}else {vErrors.push(err2);}errors++;}}if(data.frames !== undefined){let data0 = data.frames;if(Array.isArray(data0)){const len0 = data0.length;for(let i0=0; i0<len0; i0++){if(!(validate24(data0[i0], {instancePath:instancePath+"/frames/" + i0,parentData:data0,parentDataProperty:i0,rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);errors = vErrors.length;}}}else {const err3 = {instancePath:instancePath+"/frames",schemaPath:"#/properties/frames/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema34.properties.frames.type,parentSchema:schema34.properties.frames,data:data0};if(vErrors === null){vErrors = [err3];}else {vErrors.push(err3);}errors++;}}if(data.exception !== undefined){let data2 = data.exception;if(data2 && typeof data2 == "object" && !Array.isArray(data2)){if(data2.class === undefined){const err4 = {instancePath:instancePath+"/exception",schemaPath:"#/$defs/exception/required",keyword:"required",params:{missingProperty: "class"},message:"must have required property '"+"class"+"'",schema:schema39.required,parentSchema:schema39,data:data2};if(vErrors === null){vErrors = [err4];}else {vErrors.push(err4);}errors++;}if(data2.class !== undefined){let data3 = data2.class;if(typeof data3 !== "string"){const err5 = {instancePath:instancePath+"/exception/class",schemaPath:"#/$defs/exception/properties/class/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema39.properties.class.type,parentSchema:schema39.properties.class,data:data3};if(vErrors === null){vErrors = [err5];}else {vErrors.push(err5);}errors++;}}if(data2.message !== undefined){let data4 = data2.message;if(typeof data4 !== "string"){const err6 = {instancePath:instancePath+"/exception/message",schemaPath:"#/$defs/exception/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema39.properties.message.type,parentSchema:schema39.properties.message,data:data4};if(vErrors === null){vErrors = [err6];}else {vErrors.push(err6);}errors++;}}if(data2.description !== undefined){let data5 = data2.description;if(typeof data5 !== "string"){const err7 = {instancePath:instancePath+"/exception/description",schemaPath:"#/$defs/exception/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema39.properties.description.type,parentSchema:schema39.properties.description,data:data5};if(vErrors === null){vErrors = [err7];}else {vErrors.push(err7);}errors++;}}}else {const err8 = {instancePath:instancePath+"/exception",schemaPath:"#/$defs/exception/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema39.type,parentSchema:schema39,data:data2};if(vErrors === null){vErrors = [err8];}else {vErrors.push(err8);}errors++;}}}else {const err9 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.type,parentSchema:schema34,data};if(vErrors === null){vErrors = [err9];}else {vErrors.push(err9);}errors++;}validate23.errors = vErrors;return errors === 0;}validate23.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};const schema41 = {"description":"One thing that happened before; its body depends on its type","type":"object","required":["level","type","source","timestamp_ms","body"],"additionalProperties":false,"properties":{"level":{"$ref":"#/$defs/level"},"type":{"type":"string","minLength":1},"source":{"const":"client"},"timestamp_ms":{"description":"Unix time in milliseconds","type":"integer","minimum":0},"body":{"type":"object"},"uuid":{"description":"Of the occurrence this entry stands for","type":"string","maxLength":36}}};function validate28(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){let vErrors = null;let errors = 0;const evaluated0 = validate28.evaluated;if(evaluated0.dynamicProps){evaluated0.props = undefined;}if(evaluated0.dynamicItems){evaluated0.items = undefined;}if(data && typeof data == "object" && !Array.isArray(data)){if(data.level === undefined){const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "level"},message:"must have required property '"+"level"+"'",schema:schema41.required,parentSchema:schema41,data};if(vErrors === null){vErrors = [err0];}else {vErrors.push(err0);}errors++;}if(data.type === undefined){const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'",schema:schema41.required,parentSchema:schema41,data};if(vErrors === null){vErrors = [err1];}else {vErrors.push(err1);}errors++;}if(data.source === undefined){const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "source"},message:"must have required property '"+"source"+"'",schema:schema41.required,parentSchema:schema41,data};if(vErrors === null){vErrors = [err2];}else {vErrors.push(err2);}errors++;}if(data.timestamp_ms === undefined){const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "timestamp_ms"},message:"must have required property '"+"timestamp_ms"+"'",schema:schema41.required,parentSchema:schema41,data};if(vErrors === null){vErrors = [err3];}else {vErrors.push(err3);}errors++;}if(data.body === undefined){const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "body"},message:"must have required property '"+"body"+"'",schema:schema41.required,parentSchema:schema41,data};if(vErrors === null){vErrors = [err4];}else {vErrors.push(err4);}errors++;}for(const key0 in data){if(!((((((key0 === "level") || (key0 === "type")) || (key0 === "source")) || (key0 === "timestamp_ms")) || (key0 === "body")) || (key0 === "uuid"))){const err5 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema41,data};if(vErrors === null){vErrors = [err5];}else {vErrors.push(err5);}errors++;}}if(data.level !== undefined){let data0 = data.level;if(!(((((data0 === "critical") || (data0 === "error")) || (data0 === "warning")) || (data0 === "info")) || (data0 === "debug"))){const err6 = {instancePath:instancePath+"/level",schemaPath:"#/$defs/level/enum",keyword:"enum",params:{allowedValues: schema42.enum},message:"must be equal to one of the allowed values",schema:schema42.enum,parentSchema:schema42,data:data0};if(vErrors === null){vErrors = [err6];}else {vErrors.push(err6);}errors++;}}if(data.type !== undefined){let data1 = data.type;if(typeof data1 === "string"){if(func1(data1) < 1){const err7 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema41.properties.type,data:data1};if(vErrors === null){vErrors = [err7];}else {vErrors.push(err7);}errors++;}}else {const err8 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema41.properties.type.type,parentSchema:schema41.properties.type,data:data1};if(vErrors === null){vErrors = [err8];}else {vErrors.push(err8);}errors++;}}if(data.source !== undefined){let data2 = data.source;if("client" !== data2){const err9 = {instancePath:instancePath+"/source",schemaPath:"#/properties/source/const",keyword:"const",params:{allowedValue: "client"},message:"must be equal to constant",schema:"client",parentSchema:schema41.properties.source,data:data2};if(vErrors === null){vErrors = [err9];}else {vErrors.push(err9);}errors++;}}if(data.timestamp_ms !== undefined){let data3 = data.timestamp_ms;if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){const err10 = {instancePath:instancePath+"/timestamp_ms",schemaPath:"#/properties/timestamp_ms/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema41.properties.timestamp_ms.type,parentSchema:schema41.properties.timestamp_ms,data:data3};if(vErrors === null){vErrors = [err10];}else {vErrors.push(err10);}errors++;}if((typeof data3 == "number") && (isFinite(data3))){if(data3 < 0 || isNaN(data3)){const err11 = {instancePath:instancePath+"/timestamp_ms",schemaPath:"#/properties/timestamp_ms/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema41.properties.timestamp_ms,data:data3};if(vErrors === null){vErrors = [err11];}else {vErrors.push(err11);}errors++;}}}if(data.body !== undefined){let data4 = data.body;if(!(data4 && typeof data4 == "object" && !Array.isArray(data4))){const err12 = {instancePath:instancePath+"/body",schemaPath:"#/properties/body/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema41.properties.body.type,parentSchema:schema41.properties.body,data:data4};if(vErrors === null){vErrors = [err12];}else {vErrors.push(err12);}errors++;}}if(data.uuid !== undefined){let data5 = data.uuid;if(typeof data5 === "string"){if(func1(data5) > 36){const err13 = {instancePath:instancePath+"/uuid",schemaPath:"#/properties/uuid/maxLength",keyword:"maxLength",params:{limit: 36},message:"must NOT have more than 36 characters",schema:36,parentSchema:schema41.properties.uuid,data:data5};if(vErrors === null){vErrors = [err13];}else {vErrors.push(err13);}errors++;}}else {const err14 = {instancePath:instancePath+"/uuid",schemaPath:"#/properties/uuid/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema41.properties.uuid.type,parentSchema:schema41.properties.uuid,data:data5};if(vErrors === null){vErrors = [err14];}else {vErrors.push(err14);}errors++;}}}else {const err15 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema41.type,parentSchema:schema41,data};if(vErrors === null){vErrors = [err15];}else {vErrors.push(err15);}errors++;}validate28.errors = vErrors;return errors === 0;}validate28.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){let vErrors = null;let errors = 0;const evaluated0 = validate22.evaluated;if(evaluated0.dynamicProps){evaluated0.props = undefined;}if(evaluated0.dynamicItems){evaluated0.items = undefined;}const _errs1 = errors;let valid0 = false;let passing0 = null;const _errs2 = errors;if(data && typeof data == "object" && !Array.isArray(data)){if(data.trace === undefined){const err0 = {instancePath,schemaPath:"#/oneOf/0/required",keyword:"required",params:{missingProperty: "trace"},message:"must have required property '"+"trace"+"'",schema:schema33.oneOf[0].required,parentSchema:schema33.oneOf[0],data};if(vErrors === null){vErrors = [err0];}else {vErrors.push(err0);}errors++;}}var _valid0 = _errs2 === errors;if(_valid0){valid0 = true;passing0 = 0;var props0 = {};props0.trace = true;}const _errs3 = errors;if(data && typeof data == "object" && !Array.isArray(data)){if(data.trace_chain === undefined){const err1 = {instancePath,schemaPath:"#/oneOf/1/required",keyword:"required",params:{missingProperty: "trace_chain"},message:"must have required property '"+"trace_chain"+"'",schema:schema33.oneOf[1].required,parentSchema:schema33.oneOf[1],data};if(vErrors === null){vErrors = [err1];}else {vErrors.push(err1);}errors++;}}var _valid0 = _errs3 === errors;if(_valid0 && valid0){valid0 = false;passing0 = [passing0, 1];}else {if(_valid0){valid0 = true;passing0 = 1;if(props0 !== true){props0 = props0 || {};props0.trace_chain = true;}}const _errs4 = errors;if(data && typeof data == "object" && !Array.isArray(data)){if(data.message === undefined){const err2 = {instancePath,schemaPath:"#/oneOf/2/required",keyword:"required",params:{missingProperty: "message"},message:"must have required property '"+"message"+"'",schema:schema33.oneOf[2].required,parentSchema:schema33.oneOf[2],data};if(vErrors === null){vErrors = [err2];}else {vErrors.push(err2);}errors++;}}var _valid0 = _errs4 === errors;if(_valid0 && valid0){valid0 = false;passing0 = [passing0, 2];}else {if(_valid0){valid0 = true;passing0 = 2;if(props0 !== true){props0 = props0 || {};props0.message = true;}}const _errs5 = errors;if(data && typeof data == "object" && !Array.isArray(data)){if(data.crash_report === undefined){const err3 = {instancePath,schemaPath:"#/oneOf/3/required",keyword:"required",params:{missingProperty: "crash_report"},message:"must have required property '"+"crash_report"+"'",schema:schema33.oneOf[3].required,parentSchema:schema33.oneOf[3],data};if(vErrors === null){vErrors = [err3];}else {vErrors.push(err3);}errors++;}}var _valid0 = _errs5 === errors;if(_valid0 && valid0){valid0 = false;passing0 = [passing0, 3];}else {if(_valid0){valid0 = true;passing0 = 3;if(props0 !== true){props0 = props0 || {};props0.crash_report = true;}}}}}if(!valid0){const err4 = {instancePath,schemaPath:"#/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf",schema:schema33.oneOf,parentSchema:schema33,data};if(vErrors === null){vErrors = [err4];}else {vErrors.push(err4);}errors++;}else {errors = _errs1;if(vErrors !== null){if(_errs1){vErrors.length = _errs1;}else {vErrors = null;}}}if(data && typeof data == "object" && !Array.isArray(data)){for(const key0 in data){if(!(((((key0 === "trace") || (key0 === "trace_chain")) || (key0 === "message")) || (key0 === "crash_report")) || (key0 === "telemetry"))){const err5 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema33,data};if(vErrors === null){vErrors = [err5];}else {vErrors.push(err5);}errors++;}}if(data.trace !== undefined){if(!(validate23(data.trace, {instancePath:instancePath+"/trace",parentData:data,parentDataProperty:"trace",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);errors = vErrors.length;}}if(data.trace_chain !== undefined){let data1 = data.trace_chain;if(Array.isArray(data1)){if(data1.length < 1){const err6 = {instancePath:instancePath+"/trace_chain",schemaPath:"#/properties/trace_chain/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema33.properties.trace_chain,data:data1};if(vErrors === null){vErrors = [err6];}else {vErrors.push(err6);}errors++;}const len0 = data1.length;for(let i0=0; i0<len0; i0++){if(!(validate23(data1[i0], {instancePath:instancePath+"/trace_chain/" + i0,parentData:data1,parentDataProperty:i0,rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);errors = vErrors.length;}}}else {const err7 = {instancePath:instancePath+"/trace_chain",schemaPath:"#/properties/trace_chain/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema33.properties.trace_chain.type,parentSchema:schema33.properties.trace_chain,data:data1};if(vErrors === null){vErrors = [err7];}else {vErrors.push(err7);}errors++;}}if(data.message !== undefined){let data3 = data.message;if(data3 && typeof data3 == "object" && !Array.isArray(data3)){if(data3.body === undefined){const err8 = {instancePath:instancePath+"/message",schemaPath:"#/$defs/message/required",keyword:"required",params:{missingProperty: "body"},message:"must have required property '"+"body"+"'",schema:schema40.required,parentSchema:schema40,data:data3};if(vErrors === null){vErrors = [err8];}else {vErrors.push(err8);}errors++;}if(data3.body !== undefined){let data4 = data3.body;if(typeof data4 !== "string"){const err9 = {instancePath:instancePath+"/message/body",schemaPath:"#/$defs/message/properties/body/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema40.properties.body.type,parentSchema:schema40.properties.body,data:data4};if(vErrors === null){vErrors = [err9];}else {vErrors.push(err9);}errors++;}}}else {const err10 = {instancePath:instancePath+"/message",schemaPath:"#/$defs/message/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema40.type,parentSchema:schema40,data:data3};if(vErrors === null){vErrors = [err10];}else {vErrors.push(err10);}errors++;}}if(data.crash_report !== undefined){let data5 = data.crash_report;if(data5 && typeof data5 == "object" && !Array.isArray(data5)){if(data5.raw === undefined){const err11 = {instancePath:instancePath+"/crash_report",schemaPath:"#/properties/crash_report/required",keyword:"required",params:{missingProperty: "raw"},message:"must have required property '"+"raw"+"'",schema:schema33.properties.crash_report.required,parentSchema:schema33.properties.crash_report,data:data5};if(vErrors === null){vErrors = [err11];}else {vErrors.push(err11);}errors++;}for(const key1 in data5){if(!(key1 === "raw")){const err12 = {instancePath:instancePath+"/crash_report",schemaPath:"#/properties/crash_report/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema33.properties.crash_report,data:data5};if(vErrors === null){vErrors = [err12];}else {vErrors.push(err12);}errors++;}}if(data5.raw !== undefined){let data6 = data5.raw;if(typeof data6 !== "string"){const err13 = {instancePath:instancePath+"/crash_report/raw",schemaPath:"#/properties/crash_report/properties/raw/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema33.properties.crash_report.properties.raw.type,parentSchema:schema33.properties.crash_report.properties.raw,data:data6};if(vErrors === null){vErrors = [err13];}else {vErrors.push(err13);}errors++;}}}else {const err14 = {instancePath:instancePath+"/crash_report",schemaPath:"#/properties/crash_report/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema33.properties.crash_report.type,parentSchema:schema33.properties.crash_report,data:data5};if(vErrors === null){vErrors = [err14];}else {vErrors.push(err14);}errors++;}}if(data.telemetry !== undefined){let data7 = data.telemetry;if(Array.isArray(data7)){const len1 = data7.length;for(let i1=0; i1<len1; i1++){if(!(validate28(data7[i1], {instancePath:instancePath+"/telemetry/" + i1,parentData:data7,parentDataProperty:i1,rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);errors = vErrors.length;}}}else {const err15 = {instancePath:instancePath+"/telemetry",schemaPath:"#/properties/telemetry/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema33.properties.telemetry.type,parentSchema:schema33.properties.telemetry,data:data7};if(vErrors === null){vErrors = [err15];}else {vErrors.push(err15);}errors++;}}}else {const err16 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema33.type,parentSchema:schema33,data};if(vErrors === null){vErrors = [err16];}else {vErrors.push(err16);}errors++;}validate22.errors = vErrors;return errors === 0;}validate22.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};const pattern4 = new RegExp("^[\\u0000-\\u00ff]*$", "u");function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){let vErrors = null;let errors = 0;const evaluated0 = validate21.evaluated;if(evaluated0.dynamicProps){evaluated0.props = undefined;}if(evaluated0.dynamicItems){evaluated0.items = undefined;}if(data && typeof data == "object" && !Array.isArray(data)){if(data.environment === undefined){const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "environment"},message:"must have required property '"+"environment"+"'",schema:schema32.required,parentSchema:schema32,data};if(vErrors === null){vErrors = [err0];}else {vErrors.push(err0);}errors++;}if(data.body === undefined){const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "body"},message:"must have required property '"+"body"+"'",schema:schema32.required,parentSchema:schema32,data};if(vErrors === null){vErrors = [err1];}else {vErrors.push(err1);}errors++;}if(data.environment !== undefined){let data0 = data.environment;if(typeof data0 === "string"){if(func1(data0) > 255){const err2 = {instancePath:instancePath+"/environment",schemaPath:"#/properties/environment/maxLength",keyword:"maxLength",params:{limit: 255},message:"must NOT have more than 255 characters",schema:255,parentSchema:schema32.properties.environment,data:data0};if(vErrors === null){vErrors = [err2];}else {vErrors.push(err2);}errors++;}}else {const err3 = {instancePath:instancePath+"/environment",schemaPath:"#/properties/environment/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.environment.type,parentSchema:schema32.properties.environment,data:data0};if(vErrors === null){vErrors = [err3];}else {vErrors.push(err3);}errors++;}}if(data.body !== undefined){if(!(validate22(data.body, {instancePath:instancePath+"/body",parentData:data,parentDataProperty:"body",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);errors = vErrors.length;}}if(data.level !== undefined){let data2 = data.level;if(!(((((data2 === "critical") || (data2 === "error")) || (data2 === "warning")) || (data2 === "info")) || (data2 === "debug"))){const err4 = {instancePath:instancePath+"/level",schemaPath:"#/$defs/level/enum",keyword:"enum",params:{allowedValues: schema42.enum},message:"must be equal to one of the allowed values",schema:schema42.enum,parentSchema:schema42,data:data2};if(vErrors === null){vErrors = [err4];}else {vErrors.push(err4);}errors++;}}if(data.timestamp !== undefined){let data3 = data.timestamp;if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){const err5 = {instancePath:instancePath+"/timestamp",schemaPath:"#/properties/timestamp/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema32.properties.timestamp.type,parentSchema:schema32.properties.timestamp,data:data3};if(vErrors === null){vErrors = [err5];}else {vErrors.push(err5);}errors++;}if((typeof data3 == "number") && (isFinite(data3))){if(data3 > 99999999999 || isNaN(data3)){const err6 = {instancePath:instancePath+"/timestamp",schemaPath:"#/properties/timestamp/maximum",keyword:"maximum",params:{comparison: "<=", limit: 99999999999},message:"must be <= 99999999999",schema:99999999999,parentSchema:schema32.properties.timestamp,data:data3};if(vErrors === null){vErrors = [err6];}else {vErrors.push(err6);}errors++;}if(data3 < 0 || isNaN(data3)){const err7 = {instancePath:instancePath+"/timestamp",schemaPath:"#/properties/timestamp/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema32.properties.timestamp,data:data3};if(vErrors === null){vErrors = [err7];}else {vErrors.push(err7);}errors++;}}}if(data.code_version !== undefined){let data4 = data.code_version;if(typeof data4 === "string"){if(func1(data4) > 40){const err8 = {instancePath:instancePath+"/code_version",schemaPath:"#/properties/code_version/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters",schema:40,parentSchema:schema32.properties.code_version,data:data4};if(vErrors === null){vErrors = [err8];}else {vErrors.push(err8);}errors++;}}else {const err9 = {instancePath:instancePath+"/code_version",schemaPath:"#/properties/code_version/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.code_version.type,parentSchema:schema32.properties.code_version,data:data4};if(vErrors === null){vErrors = [err9];}else {vErrors.push(err9);}errors++;}}if(data.platform !== undefined){let data5 = data.platform;if(typeof data5 !== "string"){const err10 = {instancePath:instancePath+"/platform",schemaPath:"#/properties/platform/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.platform.type,parentSchema:schema32.properties.platform,data:data5};if(vErrors === null){vErrors = [err10];}else {vErrors.push(err10);}errors++;}}if(data.language !== undefined){let data6 = data.language;if(typeof data6 !== "string"){const err11 = {instancePath:instancePath+"/language",schemaPath:"#/properties/language/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.language.type,parentSchema:schema32.properties.language,data:data6};if(vErrors === null){vErrors = [err11];}else {vErrors.push(err11);}errors++;}}if(data.framework !== undefined){let data7 = data.framework;if(typeof data7 !== "string"){const err12 = {instancePath:instancePath+"/framework",schemaPath:"#/properties/framework/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.framework.type,parentSchema:schema32.properties.framework,data:data7};if(vErrors === null){vErrors = [err12];}else {vErrors.push(err12);}errors++;}}if(data.context !== undefined){let data8 = data.context;if(typeof data8 === "string"){if(func1(data8) > 255){const err13 = {instancePath:instancePath+"/context",schemaPath:"#/properties/context/maxLength",keyword:"maxLength",params:{limit: 255},message:"must NOT have more than 255 characters",schema:255,parentSchema:schema32.properties.context,data:data8};if(vErrors === null){vErrors = [err13];}else {vErrors.push(err13);}errors++;}}else {const err14 = {instancePath:instancePath+"/context",schemaPath:"#/properties/context/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.context.type,parentSchema:schema32.properties.context,data:data8};if(vErrors === null){vErrors = [err14];}else {vErrors.push(err14);}errors++;}}if(data.request !== undefined){let data9 = data.request;if(!(data9 && typeof data9 == "object" && !Array.isArray(data9))){const err15 = {instancePath:instancePath+"/request",schemaPath:"#/$defs/request/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema44.type,parentSchema:schema44,data:data9};if(vErrors === null){vErrors = [err15];}else {vErrors.push(err15);}errors++;}}if(data.person !== undefined){let data10 = data.person;if(data10 && typeof data10 == "object" && !Array.isArray(data10)){if(data10.id === undefined){const err16 = {instancePath:instancePath+"/person",schemaPath:"#/$defs/person/required",keyword:"required",params:{missingProperty: "id"},message:"must have required property '"+"id"+"'",schema:schema45.required,parentSchema:schema45,data:data10};if(vErrors === null){vErrors = [err16];}else {vErrors.push(err16);}errors++;}if(data10.id !== undefined){let data11 = data10.id;if(typeof data11 === "string"){if(func1(data11) > 40){const err17 = {instancePath:instancePath+"/person/id",schemaPath:"#/$defs/person/properties/id/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters",schema:40,parentSchema:schema45.properties.id,data:data11};if(vErrors === null){vErrors = [err17];}else {vErrors.push(err17);}errors++;}}else {const err18 = {instancePath:instancePath+"/person/id",schemaPath:"#/$defs/person/properties/id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema45.properties.id.type,parentSchema:schema45.properties.id,data:data11};if(vErrors === null){vErrors = [err18];}else {vErrors.push(err18);}errors++;}}if(data10.username !== undefined){let data12 = data10.username;if(typeof data12 === "string"){if(func1(data12) > 255){const err19 = {instancePath:instancePath+"/person/username",schemaPath:"#/$defs/person/properties/username/maxLength",keyword:"maxLength",params:{limit: 255},message:"must NOT have more than 255 characters",schema:255,parentSchema:schema45.properties.username,data:data12};if(vErrors === null){vErrors = [err19];}else {vErrors.push(err19);}errors++;}}else {const err20 = {instancePath:instancePath+"/person/username",schemaPath:"#/$defs/person/properties/username/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema45.properties.username.type,parentSchema:schema45.properties.username,data:data12};if(vErrors === null){vErrors = [err20];}else {vErrors.push(err20);}errors++;}}if(data10.email !== undefined){let data13 = data10.email;if(typeof data13 === "string"){if(func1(data13) > 255){const err21 = {instancePath:instancePath+"/person/email",schemaPath:"#/$defs/person/properties/email/maxLength",keyword:"maxLength",params:{limit: 255},message:"must NOT have more than 255 characters",schema:255,parentSchema:schema45.properties.email,data:data13};if(vErrors === null){vErrors = [err21];}else {vErrors.push(err21);}errors++;}}else {const err22 = {instancePath:instancePath+"/person/email",schemaPath:"#/$defs/person/properties/email/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema45.properties.email.type,parentSchema:schema45.properties.email,data:data13};if(vErrors === null){vErrors = [err22];}else {vErrors.push(err22);}errors++;}}}else {const err23 = {instancePath:instancePath+"/person",schemaPath:"#/$defs/person/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema45.type,parentSchema:schema45,data:data10};if(vErrors === null){vErrors = [err23];}else {vErrors.push(err23);}errors++;}}if(data.server !== undefined){let data14 = data.server;if(!(data14 && typeof data14 == "object" && !Array.isArray(data14))){const err24 = {instancePath:instancePath+"/server",schemaPath:"#/$defs/server/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema46.type,parentSchema:schema46,data:data14};if(vErrors === null){vErrors = [err24];}else {vErrors.push(err24);}errors++;}}if(data.client !== undefined){let data15 = data.client;if(data15 && typeof data15 == "object" && !Array.isArray(data15)){if(data15.javascript !== undefined){let data16 = data15.javascript;if(!(data16 && typeof data16 == "object" && !Array.isArray(data16))){const err25 = {instancePath:instancePath+"/client/javascript",schemaPath:"#/$defs/client/properties/javascript/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema47.properties.javascript.type,parentSchema:schema47.properties.javascript,data:data16};if(vErrors === null){vErrors = [err25];}else {vErrors.push(err25);}errors++;}}}else {const err26 = {instancePath:instancePath+"/client",schemaPath:"#/$defs/client/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema47.type,parentSchema:schema47,data:data15};if(vErrors === null){vErrors = [err26];}else {vErrors.push(err26);}errors++;}}if(data.custom !== undefined){let data17 = data.custom;if(!(data17 && typeof data17 == "object" && !Array.isArray(data17))){const err27 = {instancePath:instancePath+"/custom",schemaPath:"#/properties/custom/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema32.properties.custom.type,parentSchema:schema32.properties.custom,data:data17};if(vErrors === null){vErrors = [err27];}else {vErrors.push(err27);}errors++;}}if(data.fingerprint !== undefined){let data18 = data.fingerprint;if(typeof data18 !== "string"){const err28 = {instancePath:instancePath+"/fingerprint",schemaPath:"#/properties/fingerprint/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.fingerprint.type,parentSchema:schema32.properties.fingerprint,data:data18};if(vErrors === null){vErrors = [err28];}else {vErrors.push(err28);}errors++;}}if(data.title !== undefined){let data19 = data.title;if(typeof data19 === "string"){if(func1(data19) > 255){const err29 = {instancePath:instancePath+"/title",schemaPath:"#/properties/title/maxLength",keyword:"maxLength",params:{limit: 255},message:"must NOT have more than 255 characters",schema:255,parentSchema:schema32.properties.title,data:data19};if(vErrors === null){vErrors = [err29];}else {vErrors.push(err29);}errors++;}}else {const err30 = {instancePath:instancePath+"/title",schemaPath:"#/properties/title/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.title.type,parentSchema:schema32.properties.title,data:data19};if(vErrors === null){vErrors = [err30];}else {vErrors.push(err30);}errors++;}}if(data.uuid !== undefined){let data20 = data.uuid;if(typeof data20 === "string"){if(func1(data20) > 36){const err31 = {instancePath:instancePath+"/uuid",schemaPath:"#/properties/uuid/maxLength",keyword:"maxLength",params:{limit: 36},message:"must NOT have more than 36 characters",schema:36,parentSchema:schema32.properties.uuid,data:data20};if(vErrors === null){vErrors = [err31];}else {vErrors.push(err31);}errors++;}if(func1(data20) < 1){const err32 = {instancePath:instancePath+"/uuid",schemaPath:"#/properties/uuid/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema32.properties.uuid,data:data20};if(vErrors === null){vErrors = [err32];}else {vErrors.push(err32);}errors++;}if(!pattern4.test(data20)){const err33 = {instancePath:instancePath+"/uuid",schemaPath:"#/properties/uuid/pattern",keyword:"pattern",params:{pattern: "^[\\u0000-\\u00ff]*$"},message:"must match pattern \""+"^[\\u0000-\\u00ff]*$"+"\"",schema:"^[\\u0000-\\u00ff]*$",parentSchema:schema32.properties.uuid,data:data20};if(vErrors === null){vErrors = [err33];}else {vErrors.push(err33);}errors++;}}else {const err34 = {instancePath:instancePath+"/uuid",schemaPath:"#/properties/uuid/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.uuid.type,parentSchema:schema32.properties.uuid,data:data20};if(vErrors === null){vErrors = [err34];}else {vErrors.push(err34);}errors++;}}if(data.notifier !== undefined){let data21 = data.notifier;if(data21 && typeof data21 == "object" && !Array.isArray(data21)){if(data21.name !== undefined){let data22 = data21.name;if(typeof data22 !== "string"){const err35 = {instancePath:instancePath+"/notifier/name",schemaPath:"#/$defs/notifier/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema48.properties.name.type,parentSchema:schema48.properties.name,data:data22};if(vErrors === null){vErrors = [err35];}else {vErrors.push(err35);}errors++;}}if(data21.version !== undefined){let data23 = data21.version;if(typeof data23 !== "string"){const err36 = {instancePath:instancePath+"/notifier/version",schemaPath:"#/$defs/notifier/properties/version/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema48.properties.version.type,parentSchema:schema48.properties.version,data:data23};if(vErrors === null){vErrors = [err36];}else {vErrors.push(err36);}errors++;}}}else {const err37 = {instancePath:instancePath+"/notifier",schemaPath:"#/$defs/notifier/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema48.type,parentSchema:schema48,data:data21};if(vErrors === null){vErrors = [err37];}else {vErrors.push(err37);}errors++;}}}else {const err38 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema32.type,parentSchema:schema32,data};if(vErrors === null){vErrors = [err38];}else {vErrors.push(err38);}errors++;}validate21.errors = vErrors;return errors === 0;}validate21.evaluated = {"props":{"environment":true,"body":true,"level":true,"timestamp":true,"code_version":true,"platform":true,"language":true,"framework":true,"context":true,"request":true,"person":true,"server":true,"client":true,"custom":true,"fingerprint":true,"title":true,"uuid":true,"notifier":true},"dynamicProps":false,"dynamicItems":false};function validate20(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){let vErrors = null;let errors = 0;const evaluated0 = validate20.evaluated;if(evaluated0.dynamicProps){evaluated0.props = undefined;}if(evaluated0.dynamicItems){evaluated0.items = undefined;}if(data && typeof data == "object" && !Array.isArray(data)){if(data.access_token === undefined){const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "access_token"},message:"must have required property '"+"access_token"+"'",schema:schema31.required,parentSchema:schema31,data};if(vErrors === null){vErrors = [err0];}else {vErrors.push(err0);}errors++;}if(data.data === undefined){const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "data"},message:"must have required property '"+"data"+"'",schema:schema31.required,parentSchema:schema31,data};if(vErrors === null){vErrors = [err1];}else {vErrors.push(err1);}errors++;}for(const key0 in data){if(!((key0 === "access_token") || (key0 === "data"))){const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema31,data};if(vErrors === null){vErrors = [err2];}else {vErrors.push(err2);}errors++;}}if(data.access_token !== undefined){let data0 = data.access_token;if(typeof data0 === "string"){if(func1(data0) < 1){const err3 = {instancePath:instancePath+"/access_token",schemaPath:"#/properties/access_token/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema31.properties.access_token,data:data0};if(vErrors === null){vErrors = [err3];}else {vErrors.push(err3);}errors++;}}else {const err4 = {instancePath:instancePath+"/access_token",schemaPath:"#/properties/access_token/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.access_token.type,parentSchema:schema31.properties.access_token,data:data0};if(vErrors === null){vErrors = [err4];}else {vErrors.push(err4);}errors++;}}if(data.data !== undefined){if(!(validate21(data.data, {instancePath:instancePath+"/data",parentData:data,parentDataProperty:"data",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);errors = vErrors.length;}}}else {const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.type,parentSchema:schema31,data};if(vErrors === null){vErrors = [err5];}else {vErrors.push(err5);}errors++;}validate20.errors = vErrors;return errors === 0;}validate20.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

/** The wire, checked: what is wrong with a payload, in words. */

/** @import { ErrorObject } from 'ajv/dist/2020.js' */

/**
 * What is wrong with a payload, one readable line each, beginning with the place; empty when
 * nothing is.
 * @param {unknown} item the decoded payload, `{ access_token, data }`
 * @returns {string[]}
 */
function schemaErrors(item) {
  if (validate(item)) return [];
  // The branches of a failed oneOf each complain about the others' fields; the oneOf itself says it.
  return (validate.errors ?? []).filter((error) => !error.schemaPath.includes('/oneOf/')).map(line);
}

/** @param {ErrorObject} error */
function line(error) {
  const at = place(error.instancePath);
  const { params } = error;
  switch (error.keyword) {
    case 'oneOf':
      return `${at} must have exactly one of trace, trace_chain, message, crash_report; has ${options(error.data)}`;
    case 'required':
      return `${join(at, params.missingProperty)} is missing`;
    case 'additionalProperties':
      return `${join(at, params.additionalProperty)} is not a field of the document`;
    case 'enum':
      return `${at} must be one of ${params.allowedValues.join(', ')}; is ${shown(error.data)}`;
    case 'const':
      return `${at} must be ${params.allowedValue}; is ${shown(error.data)}`;
    case 'maxLength':
      return `${at} must have at most ${params.limit} characters; has ${[...String(error.data)].length}`;
    default:
      return `${at} ${error.message}; is ${shown(error.data)}`;
  }
}

/** @param {unknown} body */
function options(body) {
  const names = ['trace', 'trace_chain', 'message', 'crash_report'];
  return names.filter((name) => Object.hasOwn(Object(body), name)).join(', ') || 'none';
}

/** `/data/body/trace/frames/0` as one would write it in code. @param {string} pointer */
function place(pointer) {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce(join, '');
}

/** @param {string} at @param {string} key */
function join(at, key) {
  if (/^\d+$/.test(key)) return `${at}[${key}]`;
  return at ? `${at}.${key}` : key;
}

/** A value in a few characters. @param {unknown} value */
function shown(value) {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value) return 'an object';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** What the Items API answers to a request, as a pure function. */

/** @import { ApiResponse, Item } from '../src/items-api' */

/**
 * What a request says and deserves.
 * @typedef {object} Reading
 * @property {number} status 200, or the code the API refuses with
 * @property {ApiResponse} response
 * @property {string} text the body as it came
 * @property {string} payload the JSON text in it
 * @property {number} bytes size of the payload as UTF-8
 * @property {Item | null} item the decoded payload; only known to be an item when `status` is 200
 * @property {string} uuid of the item, or one given to it
 * @property {string[]} errors what is wrong with it
 */

/** "Max payload size is 128kb." */
const maxPayloadBytes = 131_072;

/**
 * @param {Buffer | undefined} body undefined when it was too long to be read
 * @param {string} contentType
 * @param {string | undefined} token the only token to accept; any when undefined
 * @returns {Reading}
 */
function readRequest(body, contentType, token) {
  const text = body?.toString() ?? '';
  const payload = payloadOf(text, contentType);
  const bytes = Buffer.byteLength(payload);

  /**
   * @param {number} status
   * @param {string[]} errors
   * @param {Item | null} [item]
   * @returns {Reading}
   */
  const refuse = (status, errors, item = null) => {
    const response = /** @type {const} */ ({ err: 1, message: errors.slice(0, 20).join('; ') });
    return { status, response, text, payload, bytes, item, uuid: '', errors };
  };

  if (!body || bytes > maxPayloadBytes) return refuse(413, ['Request entity too large']);
  if (!payload.trim()) return refuse(400, ['No JSON payload was found']);

  /** @type {Item} */
  let item;
  try {
    // Decoded once more, because toString() hides bytes that are no UTF-8.
    new TextDecoder('utf-8', { fatal: true }).decode(body);
    item = JSON.parse(payload);
  } catch (error) {
    return refuse(400, [`The JSON payload could not be decoded: ${error}`]);
  }

  const sent = item?.access_token;
  if (!sent || typeof sent !== 'string') return refuse(401, ['No access token was found'], item);
  if (token !== undefined && sent !== token) {
    return refuse(403, ['Access denied: the access_token is not valid'], item);
  }
  const errors = schemaErrors(item);
  if (errors.length) return refuse(422, errors, item);

  const uuid = item.data.uuid ?? randomUUID();
  const response = /** @type {const} */ ({ err: 0, result: { id: null, uuid } });
  return { status: 200, response, text, payload, bytes, item, uuid, errors };
}

/**
 * "Accepted either as the body of the request, or form-encoded as the value of the payload
 * parameter." A client that sends JSON and calls it a form is understood as well.
 * @param {string} text
 * @param {string} contentType
 */
function payloadOf(text, contentType) {
  const isForm = contentType.startsWith('application/x-www-form-urlencoded');
  if (!isForm || text.trimStart().startsWith('{')) return text;
  return new URLSearchParams(text).get('payload') ?? '';
}

/** Waiting for what a growing list will hold. */

/**
 * @template T
 * @param {readonly T[]} list
 * @param {string} noun what the list holds, for the message
 * @param {() => string} describe what did arrive, for the message
 */
function createWaiting(list, noun, describe) {
  /** @type {Set<{ check: () => void, fail: (why: string) => void }>} */
  const waiters = new Set();

  return {
    /** Looks again; to be called after every change of the list. */
    check: () => waiters.forEach((waiter) => waiter.check()),
    /** Gives up on every wait. @param {string} why */
    fail: (why) => waiters.forEach((waiter) => waiter.fail(why)),
    /**
     * Resolves with a copy of the list once it passes; rejects with what did arrive.
     * @param {number | ((list: readonly T[]) => unknown)} test at least so many, or a condition
     * @param {{ timeoutMs?: number }} [options]
     * @returns {Promise<T[]>}
     */
    waitFor(test, { timeoutMs = 10_000 } = {}) {
      const wanted = typeof test === 'number' ? `at least ${test} ${noun}` : `certain ${noun}`;
      const passes = typeof test === 'number' ? () => list.length >= test : () => test(list);
      return new Promise((resolve, reject) => {
        /** @param {string} why */
        const fail = (why) => {
          end();
          reject(new Error(`${why} while waiting for ${wanted}. ${describe()}`));
        };
        const check = () => {
          try {
            if (!passes()) return;
            end();
            resolve([...list]);
          } catch (error) {
            end();
            reject(error);
          }
        };
        const waiter = { check, fail };
        const timer = setTimeout(() => fail(`Timed out after ${timeoutMs} ms`), timeoutMs);
        const end = () => {
          clearTimeout(timer);
          waiters.delete(waiter);
        };
        waiters.add(waiter);
        check();
      });
    },
  };
}

/**
 * A local server that speaks the Items API and can misbehave on demand. The demo, the tests and
 * the inspector page share it; it is reachable from this machine only.
 */

/** @import { IncomingMessage, ServerResponse } from 'node:http' */
/** @import { Mode } from './behaviour.mjs' */
/** @import { Reading } from './items-api.mjs' */
/** @import { CollectorEvent } from './ledger.mjs' */

/** @typedef {Awaited<ReturnType<typeof createCollector>>} Collector */

const path = '/api/1/item/';
const maxBodyBytes = 8 * 1024 * 1024;

/**
 * @param {object} [options]
 * @param {number} [options.port] 0 for any free one
 * @param {string | undefined} [options.token] the only access token to accept; any by default
 * @param {number} [options.maxRequests] how many requests are kept
 */
async function createCollector({ port = 0, token, maxRequests = 20_000 } = {}) {
  /** @type {Set<(event: CollectorEvent) => void>} */
  const subscribers = new Set();
  /** @param {CollectorEvent} event */
  const tell = (event) => subscribers.forEach((subscriber) => subscriber(event));

  const behaviour = createBehaviour(() => tell({ type: 'behaviour' }));
  const ledger = createLedger(tell, maxRequests);
  const { items, requests } = ledger;
  const waiting = createWaiting(items, 'items', ledger.describe);
  const waitingRequests = createWaiting(requests, 'requests', ledger.describe);

  const server = await createLoopbackServer(async (req, res) => {
    const isEndpoint = pathOf$1(req) === path || `${pathOf$1(req)}/` === path;
    if (!isEndpoint) return inspector.handle(req, res);
    if (req.method === 'OPTIONS') return answerPreflight(res);
    if (req.method === 'POST') return answerPost(req, res);
    res.setHeader('allow', 'POST, OPTIONS');
    sendJson(res, 405, { err: 1, message: 'Items are sent with POST' });
  }, port);

  /** @param {ServerResponse} res */
  function answerPreflight(res) {
    ledger.countPreflight();
    if (behaviour.peek().cors !== false) {
      allowOrigins(res);
      res.setHeader('access-control-allow-methods', 'POST, OPTIONS');
      res.setHeader('access-control-allow-headers', '*');
    }
    res.writeHead(204).end();
  }

  /** @param {IncomingMessage} req @param {ServerResponse} res */
  async function answerPost(req, res) {
    const body = await readBody(req, maxBodyBytes);
    const reading = readRequest(body, req.headers['content-type'] ?? '', token);
    const mode = behaviour.next(reading.uuid);
    const isNormal = mode.status === undefined && !mode.hang && !mode.reset;
    const repeat = ledger.hasSeen(reading);
    const status = mode.hang || mode.reset ? 0 : (mode.status ?? reading.status);

    if (isNormal || mode.acceptFirst) ledger.take(reading);
    ledger.note({
      at: Date.now(),
      status,
      headers: req.headers,
      text: reading.text,
      item: reading.item,
      errors: reading.errors,
      repeat,
      preflight: false,
    });
    waiting.check();
    waitingRequests.check();

    // Unreferenced, so that a slow answer nobody waits for keeps no test run alive.
    if (mode.delayMs) await setTimeout$1(mode.delayMs, undefined, { ref: false });
    if (mode.hang) return;
    if (mode.reset) return req.socket.resetAndDestroy();
    answer(res, status, mode, reading);
  }

  /** @param {ServerResponse} res @param {number} status @param {Mode} mode @param {Reading} reading */
  function answer(res, status, mode, reading) {
    if (mode.cors !== false) allowOrigins(res);
    if (mode.retryAfter !== undefined) res.setHeader('retry-after', mode.retryAfter);
    res.setHeader('cache-control', 'no-store');
    res.setHeader('content-type', 'application/json');
    res.writeHead(status).end(answerText(status, mode, reading));
  }

  const collector = {
    url: server.url,
    endpoint: server.url + path,
    port: server.port,
    /** Accepted items, newest last; the last 2,000. A uuid is listed once. */
    items,
    /** Every POST to the endpoint, newest last; as many as are kept. */
    requests,
    /** How often a browser asked whether it may. */
    get preflights() {
      return ledger.preflights();
    },
    /** Misbehaves from the next request on; without a mode, behaves again. */
    behave: behaviour.set,
    /** The modes to come, in order; none when it behaves. */
    behaviours: behaviour.list,
    waitFor: waiting.waitFor,
    waitForRequests: waitingRequests.waitFor,
    /** Forgets everything that came, also which uuids have been seen; keeps the behaviour. */
    clear: ledger.clear,
    /** Leaves a dead port, as if the machine had lost the API. */
    stop: server.stop,
    /** Listens again on the same port. */
    start: server.start,
    async close() {
      const why = 'The collector was closed';
      waiting.fail(why);
      waitingRequests.fail(why);
      await server.stop();
    },
    /** @param {(event: CollectorEvent) => void} subscriber @returns {() => void} the way to stop */
    subscribe(subscriber) {
      subscribers.add(subscriber);
      return () => subscribers.delete(subscriber);
    },
  };
  const inspector = createInspector(collector);
  return collector;
}

/** @param {ServerResponse} res */
function allowOrigins(res) {
  res.setHeader('access-control-allow-origin', '*');
  // Else a page could not read it.
  res.setHeader('access-control-expose-headers', 'retry-after');
}

/** @param {number} status @param {Mode} mode @param {Reading} reading */
function answerText(status, mode, reading) {
  if (status === 204 || status === 304) return undefined;
  if (mode.body !== undefined) {
    return typeof mode.body === 'string' ? mode.body : JSON.stringify(mode.body);
  }
  if (mode.status === undefined) return JSON.stringify(reading.response);
  return JSON.stringify(
    mode.status < 400
      ? { err: 0, result: { id: null, uuid: reading.uuid } }
      : { err: 1, message: `The collector was told to answer ${mode.status}` },
  );
}

/** Opening an address in the browser of whoever sits here. */

/** @param {NodeJS.Platform} platform @param {string} url @returns {[string, string[]]} */
function openingCommand(platform, url) {
  if (platform === 'darwin') return ['open', [url]];
  // The empty text is the title of a window; without it, `start` takes the address for one.
  if (platform === 'win32') return ['cmd', ['/c', 'start', '""', url]];
  return ['xdg-open', [url]];
}

/** @param {string} url */
function openInBrowser(url) {
  const [command, args] = openingCommand(process.platform, url);
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  const failed = () => {
    process.stderr.write(`rollcage: No browser could be opened; go to ${url}\n`);
  };
  child.on('error', failed);
  // On a machine without a screen the command is there, and says in vain that it has no browser.
  child.on('exit', (code) => code && failed());
  child.unref();
}

/** Reading the options of a command, and saying what is wrong with them in one sentence. */

/** @import { ParseArgsConfig } from 'node:util' */

/**
 * A program of `rollcage`.
 * @typedef {object} Command
 * @property {string} help
 * @property {(args: string[], home: URL) => Promise<void>} run `home` is the folder of the package
 */

/** What is wrong is how the program was called: exit code 2. */
class UsageError extends Error {}

/**
 * The options alone; anything else is a mistake.
 * @template {NonNullable<ParseArgsConfig['options']>} Options
 * @param {string} command
 * @param {string[]} args
 * @param {Options} options
 */
function readOptions(command, args, options) {
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
function originOf(option, value) {
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
const pathOf = (address) => new URL(address, somewhere).pathname;

/** `rollcage inspect`: the collector with its inspector, as a program. */

/** @import { Command } from './options.mjs' */

const usualPort = 8001;
/** It runs for days, and nobody asks for more of them than the page shows. */
const maxRequests = 100;

const help$2 = `Usage: rollcage inspect [--port <number>] [--open]

Takes items as the Rollbar Items API does and shows them live, grouped, in a page. It is a
development tool: only this machine reaches it, nothing is stored, and it keeps the newest
2,000 items. Items of production go to the Items API.

Options:
  --port <number>   listen there; otherwise on ${usualPort} or the next free one
  --open            open the page in the browser
`;

/** @type {Command['run']} */
async function run$1(args) {
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
const inspect = { help: help$2, run: run$1 };

/** Script text that may stand in the middle of HTML. */

/**
 * The configuration of the page and the snippet as the text of one inline script.
 * @param {object} config
 * @param {string} snippet
 */
function inlineScript(config, snippet) {
  // Both are line ends in ES5, which ends a string there.
  const json = JSON.stringify(config, null, 2).replace(
    /[<\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  // What would end or reopen a script element, written so that it means the same in a string.
  const safe = snippet.replace(/<(?=\/?script|!--)/gi, '\\x3c');
  return `var _rollbarConfig = ${json};\n${safe}`;
}

/** The snippet as HTML, and the directives of a Content Security Policy that let it work. */

/**
 * @param {object} config
 * @param {string} snippet
 * @param {string} nonce
 */
function snippetHtml(config, snippet, nonce) {
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
function policyOf({ script, nonce, from, to }) {
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

/** `rollcage snippet`: prints what to paste into a page, and what its policy must allow. */

/** @import { Command } from './options.mjs' */

const itemsApi = 'https://api.rollbar.com';
const usualSrc = '/rollcage.full.min.js';
const usualNonce = '{{nonce}}';

const help$1 = `Usage: rollcage snippet --token <token> --environment <name> [options]

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
const snippet = { help: help$1, run };

/** `npx rollcage`: the programs of the package. */

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
