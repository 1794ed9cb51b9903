/** What happened before, as a timeline. */
import { h } from './dom.js';
import { before, clock } from './times.js';
import { tableOf } from './tree.js';

/** @import { Json, TelemetryEntry } from '../../src/items-api' */

/** @param {TelemetryEntry[]} entries oldest first */
export function telemetryView(entries) {
  const last = entries.at(-1)?.timestamp_ms ?? 0;
  return h('ol', { class: 'timeline' }, ...entries.map((entry) => entryView(entry, last)));
}

/** @param {TelemetryEntry} entry @param {number} last unix time of the newest entry */
function entryView(entry, last) {
  const { level, type, timestamp_ms: at, body, source } = entry;
  return h(
    'li',
    { class: `entry level-${level}` },
    h('span', { class: 'ago', title: clock(at) }, before(last - at)),
    h('span', { class: 'kind' }, kindOf(entry)),
    h(
      'details',
      { class: 'happening' },
      h('summary', {}, ...summaryOf(entry)),
      tableOf({ level, type, source, at: isoOf(at), ...body }),
    ),
  );
}

/** @param {number} at */
function isoOf(at) {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? String(at) : date.toISOString();
}

/** @param {TelemetryEntry} entry */
function kindOf({ type, body }) {
  if (type === 'dom' && typeof body['subtype'] === 'string') return body['subtype'];
  return type === 'manual' ? 'note' : type;
}

/** One line for what rollbar.js and its kin send. @param {TelemetryEntry} entry */
function summaryOf({ type, body }) {
  if (type === 'network') return networkSummary(body);
  if (type === 'navigation') return [words(pathOf(body['from']), '→', pathOf(body['to']))];
  if (type === 'dom') return [words(body['element'], body['value'] && `“${body['value']}”`)];
  if (type === 'connectivity') return [words('The network is', body['change'])];
  return [words(body['message'] ?? JSON.stringify(body)) || '(nothing said)'];
}

/** @param {TelemetryEntry['body']} body */
function networkSummary(body) {
  const { status_code: status, start_time_ms: start, end_time_ms: end } = body;
  const isBad = typeof status === 'number' && (status >= 400 || status === 0);
  const took =
    typeof start === 'number' && typeof end === 'number' ? `${Math.round(end - start)} ms` : '';
  return [
    h('b', {}, words(body['method'] ?? 'GET')),
    ` ${words(body['url'])} `,
    h('span', { class: `chip chip-${isBad ? 'bad' : 'good'}` }, words(status) || 'no answer'),
    took && h('span', { class: 'took' }, ` ${took}`),
  ];
}

/** @param {Json | undefined} url */
function pathOf(url) {
  return typeof url === 'string' ? url.replace(/^[a-z]+:\/\/[^/]*(?=\/)/i, '') : url;
}

/** @param {...(Json | undefined)} parts */
function words(...parts) {
  return parts
    .filter((part) => part !== undefined && part !== null && part !== '')
    .map((part) => (typeof part === 'object' ? JSON.stringify(part) : String(part)))
    .join(' ');
}
