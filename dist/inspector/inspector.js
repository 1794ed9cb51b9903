/** The inspector: what the collector took, live. */
import { createAnswers } from './answers.js';
import { createBehaviourSelect } from './behaviour-select.js';
import { byId, h } from './dom.js';
import { control, follow } from './feed.js';
import { createList } from './list.js';
import { reportView } from './report.js';
import { levels } from './wire.js';

/** @import { Level } from '../../src/items-api' */
/** @import { Received } from './report.js' */

const stage = byId('report');
const connection = byId('connection');
const search = /** @type {HTMLInputElement} */ (byId('search'));

const list = createList(byId('list'), show);
const answers = createAnswers(byId('answers'), byId('refusal'));
const behaviour = createBehaviourSelect(byId('behaviour-field'), byId('behaviour'));

const counters = new Map([.../** @type {const} */ (['all']), ...levels].map(levelChoice));
let isCounting = false;

byId('host').textContent = location.host;
byId('clear').addEventListener('click', () => void control({ clear: true }));
byId('filters').addEventListener('submit', (event) => event.preventDefault());
byId('filters').addEventListener('input', filter);
show(undefined);

follow({
  onItems: counted(list.replace),
  onItem: counted(list.add),
  onAnswers: answers.replace,
  onAnswer: answers.add,
  onBehaviours: behaviour.show,
  onCleared: counted(() => {
    list.replace([]);
    answers.clear();
  }),
  onConnection(isLive) {
    connection.textContent = isLive ? 'Live' : 'Lost, trying again';
    connection.dataset['state'] = isLive ? 'live' : 'lost';
  },
});

/** @param {Received | undefined} received */
function show(received) {
  stage.replaceChildren(received ? reportView(received) : emptyView());
  stage.scrollTop = 0;
}

function emptyView() {
  const endpoint = `${location.origin}/api/1/item/`;
  return h(
    'div',
    { class: 'empty' },
    h('h2', {}, 'Nothing to show'),
    h('p', {}, 'Items appear here the moment they arrive. Let a notifier report to'),
    h('code', {}, endpoint),
  );
}

/** @param {Level | 'all'} level @returns {[Level | 'all', HTMLElement]} */
function levelChoice(level) {
  const input = h('input', {
    type: 'radio',
    name: 'level',
    value: level,
    checked: level === 'all',
  });
  const counter = h('span', { class: 'counter' }, '0');
  byId('levels').append(h('label', { class: `choice level-${level}` }, input, level, counter));
  return [level, counter];
}

function filter() {
  const chosen = document.querySelector('input[name=level]:checked');
  const { value } = /** @type {HTMLInputElement} */ (chosen);
  list.filterBy({
    level: /** @type {Level | 'all'} */ (value),
    search: search.value.trim().toLowerCase(),
  });
  count();
}

/**
 * Counts after `act`, but not more often than the screen is drawn: items can come in a storm.
 * @template {unknown[]} Args
 * @param {(...args: Args) => void} act
 */
function counted(act) {
  return (/** @type {Args} */ ...args) => {
    act(...args);
    if (isCounting) return;
    isCounting = true;
    requestAnimationFrame(() => {
      isCounting = false;
      count();
    });
  };
}

function count() {
  const { levels: byLevel, all, shown } = list.counts();
  for (const [level, counter] of counters) {
    counter.textContent = String(level === 'all' ? all : (byLevel[level] ?? 0));
  }
  byId('count').textContent =
    shown === all
      ? `${all} ${all === 1 ? 'item' : 'items'}, newest first`
      : `${shown} of ${all} items`;
}
