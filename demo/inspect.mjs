/** The inspector's side of the collector: its page, its data, its live events, its controls. */
import { fileURLToPath } from 'node:url';
import { createEvents } from './events.mjs';
import { hasOwnHost, pathOf, readBody, send, sendFile, sendJson, sendText } from './http.mjs';
import { maxItems, maxTextLength } from './ledger.mjs';
import { createOriginals } from './originals.mjs';

/** @import { IncomingMessage, ServerResponse } from 'node:http' */
/** @import { Collector } from './collector.mjs' */
/** @import { CollectorEvent, Received, Request } from './ledger.mjs' */

const files = fileURLToPath(new URL('inspector', import.meta.url));
const maxControlBytes = 1024 * 1024;
/** How many answers a page that has just been opened is told about. */
const recentAnswers = 40;

const pageHeaders = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; " +
    "img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
};

/** @param {Collector} collector */
export function createInspector(collector) {
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
      answers: collector.requests.slice(-recentAnswers).map(answerOf),
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
      const path = pathOf(req);
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
