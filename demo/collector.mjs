/**
 * A local server that speaks the Items API and can misbehave on demand. The demo, the tests and
 * the inspector page share it; it is reachable from this machine only.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { createBehaviour } from './behaviour.mjs';
import { createLoopbackServer, pathOf, readBody, sendJson } from './http.mjs';
import { createInspector } from './inspect.mjs';
import { readRequest } from './items-api.mjs';
import { createLedger } from './ledger.mjs';
import { createWaiting } from './waiting.mjs';

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
export async function createCollector({ port = 0, token, maxRequests = 20_000 } = {}) {
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
    const isEndpoint = pathOf(req) === path || `${pathOf(req)}/` === path;
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
    if (mode.delayMs) await delay(mode.delayMs, undefined, { ref: false });
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
