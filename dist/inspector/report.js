/** One item, readable: what happened, where, before what, to whom. */
import { clock, h } from './dom.js';
import { tabs } from './tabs.js';
import { telemetryView } from './telemetry.js';
import { tracesView } from './trace.js';
import { tableOf } from './tree.js';
import { levelOf, titleOf, tracesOf } from './wire.js';

/** @import { Item, JsonObject } from '../../src/items-api' */
/** @import { Child } from './dom.js' */
/** @typedef {{ receivedAt: number, bytes: number, uuid: string, item: Item }} Received */

/** @param {Received} received */
export function reportView(received) {
  const { item } = received;
  const level = levelOf(item);
  return h(
    'article',
    { class: 'report' },
    h(
      'header',
      { class: 'report-head' },
      h(
        'p',
        { class: 'badges' },
        h('span', { class: `badge level-${level}` }, level),
        h('span', { class: 'badge' }, item.data.environment || '(no environment)'),
        item.data.context && h('span', { class: 'badge' }, item.data.context),
      ),
      h('h2', {}, titleOf(item)),
      factsView(received),
    ),
    tabs([
      { name: 'Report', build: () => h('div', { class: 'sections' }, ...sections(item)) },
      { name: 'Raw JSON', build: () => rawView(item) },
    ]),
  );
}

/** @param {Received} received */
function factsView({ item, uuid, bytes, receivedAt }) {
  const { timestamp, code_version, request } = item.data;
  /** @type {[string, string | undefined][]} */
  const facts = [
    ['Happened', timestamp === undefined ? 'not said' : clock(timestamp * 1000)],
    ['Arrived', clock(receivedAt)],
    ['Size', `${bytes.toLocaleString()} bytes`],
    ['Code version', code_version],
    ['Uuid', uuid],
    ['Page', request?.url],
  ];
  return h(
    'dl',
    { class: 'facts' },
    ...facts.flatMap(([name, value]) =>
      value ? [h('div', {}, h('dt', {}, name), h('dd', {}, value))] : [],
    ),
  );
}

/** @param {Item} item @returns {Child[]} */
function sections({ data, ...rest }) {
  const { body } = data;
  const traces = tracesOf({ data, ...rest });
  const { telemetry } = body;
  const { request, person, client, server, custom, notifier } = data;
  const { platform, language, framework, fingerprint, title } = data;
  return [
    traces.length > 0 && section('Trace', tracesView(traces), 'newest call on top'),
    ...('message' in body ? messageSections(body.message) : []),
    'crash_report' in body &&
      section('Crash report', h('pre', { class: 'text' }, body.crash_report.raw)),
    telemetry?.length &&
      section('Before that', telemetryView(telemetry), `${telemetry.length} events, newest last`),
    custom && tableSection('Custom', custom),
    person && tableSection('Person', person),
    request && tableSection('Request', request),
    client && tableSection('Client', client),
    server && tableSection('Server', server),
    notifier && tableSection('Notifier', notifier),
    tableSection('Kind', { platform, language, framework, fingerprint, title }),
  ];
}

/** @param {{ body: string } & JsonObject} message */
function messageSections({ body, ...metadata }) {
  return [
    section('Message', h('p', { class: 'text' }, body)),
    tableSection('Message metadata', metadata),
  ];
}

/** @param {string} name @param {JsonObject} object @returns {Child} */
function tableSection(name, object) {
  const known = Object.entries(object).filter(([, value]) => value !== undefined);
  return known.length > 0 && section(name, tableOf(Object.fromEntries(known)));
}

/** @param {string} name @param {HTMLElement} content @param {string} [note] */
function section(name, content, note) {
  const heading = h('h3', {}, name, note !== undefined && h('span', {}, note));
  return h('section', { class: 'section' }, heading, content);
}

/** @param {Item} item */
function rawView(item) {
  const text = jsonOf(item);
  const copy = h('button', { type: 'button', class: 'button copy' }, 'Copy');
  copy.addEventListener('click', async () => {
    await navigator.clipboard.writeText(text);
    copy.textContent = 'Copied';
  });
  return h(
    'div',
    { class: 'raw' },
    copy,
    h('pre', { tabindex: '0', role: 'region', 'aria-label': 'JSON' }, text),
  );
}

/** @param {Item} item */
function jsonOf(item) {
  try {
    return JSON.stringify(item, null, 2);
  } catch {
    // JSON.parse reads deeper than JSON.stringify writes.
    return 'This item is nested too deeply to be written out.';
  }
}
