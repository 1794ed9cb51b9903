/** A group, readable: one of its occurrences at a time, the latest first. */
import { jsonOf } from './copies.js';
import { button, h } from './dom.js';
import { createOccurrences } from './occurrences.js';
import { sectionsView } from './sections.js';
import { createTabs } from './tabs.js';
import { clock } from './times.js';
import { titleOf, tracesOf } from './wire.js';

/** @import { Item } from '../../src/items-api' */
/** @import { Entry, Group } from './stock.js' */
/** @typedef {{ receivedAt: number, bytes: number, uuid: string, item: Item }} Received */

/**
 * @param {HTMLElement} stage
 * @param {{ copyJson: () => void, copyCurl: () => void }} actions
 */
export function createReport(stage, { copyJson, copyCurl }) {
  /** @type {Group | undefined} */
  let group;
  /** @type {Entry | undefined} */
  let entry;

  const head = h('header', { class: 'report-head' });
  const occurrences = createOccurrences(step);
  const tabs = createTabs(['Report', 'Raw JSON'], (name) => {
    if (!entry) return h('div', {});
    return name === 'Report' ? sectionsView(entry.received) : rawView(entry.received.item);
  });
  const tools = h(
    'div',
    { class: 'tools', role: 'group', 'aria-label': 'Take it away' },
    button('Copy JSON', copyJson, 'c'),
    button('Copy as curl', copyCurl, 'u'),
  );
  const article = h('article', { class: 'report' }, tools, head, occurrences.element, tabs.element);

  function draw() {
    if (!group || !entry) return;
    head.replaceChildren(...headOf(entry));
    occurrences.fill(group, entry);
    tabs.draw();
    stage.scrollTop = 0;
  }

  /** To a newer occurrence, or an older one. @param {number} by */
  function step(by) {
    const next = group && entry && group.entries[group.entries.indexOf(entry) + by];
    if (!next) return;
    entry = next;
    draw();
  }

  return {
    step,
    /** The occurrence that is shown. */
    shown: () => entry?.received,
    /** @param {Group | undefined} next @param {HTMLElement} empty what stands there otherwise */
    show(next, empty) {
      const isSame = next !== undefined && next.key === group?.key;
      group = next;
      if (!group) {
        entry = undefined;
        if (empty.parentElement !== stage) stage.replaceChildren(empty);
        return;
      }
      // Whoever reads is not disturbed by what arrives.
      if (isSame && entry && group.entries.includes(entry)) {
        return occurrences.fill(group, entry);
      }
      entry = group.latest;
      if (article.parentElement !== stage) stage.replaceChildren(article);
      draw();
    },
  };
}

/** @param {Entry} entry @returns {HTMLElement[]} */
function headOf({ received, level }) {
  const { data } = received.item;
  const [trace] = tracesOf(received.item);
  const named = trace?.exception.message ? trace.exception : undefined;
  return [
    h(
      'p',
      { class: 'badges' },
      h('span', { class: `badge level-${level}` }, level),
      h('span', { class: 'badge' }, data.environment || '(no environment)'),
      data.context && h('span', { class: 'badge' }, data.context),
      data.code_version && h('span', { class: 'badge' }, data.code_version),
    ),
    h(
      'h2',
      {},
      named && h('span', { class: 'class' }, named.class),
      named && h('span', { class: 'unseen' }, ': '),
      data.title || named?.message || titleOf(received.item),
    ),
    ...(data.title && named?.message ? [h('p', {}, named.message)] : []),
    factsView(received),
  ];
}

/** @param {Received} received */
function factsView({ item, uuid, bytes, receivedAt }) {
  const { timestamp, request } = item.data;
  /** @type {[string, string | undefined][]} */
  const facts = [
    ['Happened', timestamp === undefined ? undefined : clock(timestamp * 1000)],
    ['Arrived', clock(receivedAt)],
    ['Size', `${bytes.toLocaleString('en')} bytes`],
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

/** @param {Item} item */
function rawView(item) {
  const text = jsonOf(item) ?? 'This item is nested too deeply to be written out.';
  const box = { class: 'raw', tabindex: '0', role: 'region', 'aria-label': 'JSON' };
  return h('pre', box, text);
}
