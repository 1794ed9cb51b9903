/** All an item says, in sections: what people look for first on top. */
import { h } from './dom.js';
import { telemetryView } from './telemetry.js';
import { traceSection } from './trace-section.js';
import { tableOf } from './tree.js';
import { tracesOf } from './wire.js';

/** @import { JsonObject } from '../../src/items-api' */
/** @import { Child } from './dom.js' */
/** @import { Received } from './report.js' */

/** @param {Received} received */
export function sectionsView({ item, uuid }) {
  const { data } = item;
  const { body, request, person, client, server, custom, notifier } = data;
  const { platform, language, framework, fingerprint, title } = data;
  const traces = tracesOf(item);
  const { telemetry } = body;
  return h(
    'div',
    { class: 'sections' },
    traces.length > 0 && traceSection(uuid, traces),
    ...('message' in body ? messageSections(body.message) : []),
    'crash_report' in body &&
      section('Crash report', h('pre', { class: 'text' }, body.crash_report.raw)),
    telemetry?.length &&
      section(
        'Before that',
        telemetryView(telemetry),
        `${telemetry.length} ${telemetry.length === 1 ? 'event' : 'events'}, newest last`,
      ),
    custom && tableSection('Custom', custom),
    person && tableSection('Person', person),
    request && tableSection('Request', request),
    client && tableSection('Client', client),
    server && tableSection('Server', server),
    notifier && tableSection('Notifier', notifier),
    tableSection('Kind', { platform, language, framework, fingerprint, title }),
  );
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
