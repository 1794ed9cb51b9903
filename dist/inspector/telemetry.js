/** What happened before, as a timeline. */
import { h } from './dom.js';
import { tableOf } from './tree.js';

/** @import { Json, TelemetryEntry } from '../../src/items-api' */

/** @param {TelemetryEntry[]} entries oldest first */
export function telemetryView(entries) {
  const last = entries.at(-1)?.timestamp_ms ?? 0;
  return h('ol', { class: 'timeline' }, ...entries.map((entry) => entryView(entry, last)));
}

/** @param {TelemetryEntry} entry @param {number} last unix time of the newest entry */
function entryView(entry, last) {
  return h(
    'li',
    { class: `entry entry-${entry.level}` },
    h('span', { class: 'ago' }, ago(last - entry.timestamp_ms)),
    h('span', { class: 'kind' }, entry.type),
    h(
      'details',
      { class: 'happening' },
      h('summary', {}, summaryOf(entry) || '(nothing said)'),
      tableOf({ level: entry.level, at: isoOf(entry.timestamp_ms), ...entry.body }),
    ),
  );
}

/** How long before the newest entry. @param {number} ms */
function ago(ms) {
  if (ms === 0) return '0';
  if (Math.abs(ms) < 1000) return `−${ms} ms`;
  return `−${(ms / 1000).toFixed(ms < 10_000 ? 1 : 0)} s`;
}

/** @param {number} at */
function isoOf(at) {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? String(at) : date.toISOString();
}

/** One line for what rollbar.js and its kin send. @param {TelemetryEntry} entry */
function summaryOf({ type, body }) {
  if (type === 'network') {
    return words(body['method'], body['url'], body['status_code'] ?? body['change']);
  }
  if (type === 'navigation') return words(body['from'], '→', body['to']);
  if (type === 'dom') return words(body['subtype'], body['element']);
  return words(body['message'] ?? JSON.stringify(body));
}

/** @param {...(Json | undefined)} parts */
function words(...parts) {
  return parts
    .filter((part) => part !== undefined && part !== null && part !== '')
    .map((part) => (typeof part === 'object' ? JSON.stringify(part) : String(part)))
    .join(' ');
}
