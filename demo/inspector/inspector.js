/** The inspector: what the collector took, live and in groups. */
import { createAnswers } from './answers.js';
import { createBehaviourSelect } from './behaviour-select.js';
import { byId, h } from './dom.js';
import { control, follow } from './feed.js';
import { createFilters } from './filters.js';
import { listenToKeys } from './keys.js';
import { createList } from './list.js';
import { createNotice } from './notice.js';
import { createReport } from './report.js';
import { createStock } from './stock.js';
import { createTakeAway } from './take-away.js';
import { createTheme } from './theme.js';

const agingMs = 10_000;

const box = byId('list');
const stage = byId('report');
const connection = byId('connection');
const help = /** @type {HTMLDialogElement} */ (byId('help'));
let endpoint = `${location.origin}/api/1/item/`;

const stock = createStock();
const takeAway = createTakeAway(createNotice(byId('notice')));
const theme = createTheme(byId('theme'));
const filters = createFilters((filter) => {
  stock.filterBy(filter);
  list.rewind();
  draw();
});
const answers = createAnswers(byId('answers'), byId('refusal'));
const behaviour = createBehaviourSelect(byId('behaviour-field'), byId('behaviour'));
const list = createList(box, select);
const report = createReport(stage, { copyJson, copyCurl });
const empty = h(
  'div',
  { class: 'empty' },
  h('h2', {}, 'Nothing here yet'),
  h(
    'p',
    {},
    'Items appear the moment they arrive. Paste this into the configuration of a notifier:',
  ),
  h('code', {}, `endpoint: '${endpoint}',`),
);
const noMatch = h('div', { class: 'empty' }, h('h2', {}, 'No item passes the filter'));

/** @type {string | undefined} */
let selected;
let isDue = false;
let restMs = 0;

/** @param {string} key */
function select(key) {
  selected = key;
  draw();
}

/** Not more often than the screen is drawn, and in a storm no more than a quarter of the time. */
function drawSoon() {
  if (isDue) return;
  isDue = true;
  setTimeout(() => requestAnimationFrame(drawDue), restMs);
}

function drawDue() {
  isDue = false;
  const start = performance.now();
  draw();
  restMs = 3 * (performance.now() - start);
}

function draw() {
  const groups = stock.groups();
  const { all, found } = stock.counts();
  // There is always one to read, when there is any.
  const group = groups.find(({ key }) => key === selected) ?? groups[0];
  selected = group?.key;
  list.show(groups, selected);
  report.show(group, all ? noMatch : empty);
  filters.count(found);
  const items = groups.reduce((sum, { entries }) => sum + entries.length, 0);
  byId('count').textContent =
    `${counted(groups.length, 'group')}, ${counted(items, 'item')}` +
    (items === all ? '' : ` of ${all.toLocaleString('en')}`);
  document.title = all ? `(${all}) Rollcage inspector` : 'Rollcage inspector';
}

/** @param {number} count @param {string} noun */
function counted(count, noun) {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}

function copyJson() {
  takeAway.copyJson(report.shown()?.item);
}

function copyCurl() {
  takeAway.copyCurl(report.shown()?.item, endpoint);
}

const exportShown = () => takeAway.exportLines(stock.groups());

byId('endpoint').addEventListener('click', () => takeAway.copyText(endpoint));
byId('clear').addEventListener('click', () => void control({ clear: true }));
byId('export').addEventListener('click', exportShown);
byId('help-button').addEventListener('click', () => help.showModal());
setInterval(list.age, agingMs);

listenToKeys({
  j: () => list.move(1),
  k: () => list.move(-1),
  n: () => report.step(1),
  p: () => report.step(-1),
  c: copyJson,
  u: copyCurl,
  e: exportShown,
  t: theme.next,
  '?': () => help.showModal(),
  '/': (event) => {
    event.preventDefault();
    filters.search.select();
  },
  Enter: (event) => {
    event.preventDefault();
    (event.target === filters.search ? box : stage).focus();
  },
  Escape: (event) => {
    if (event.target !== filters.search || !filters.clearSearch()) box.focus();
  },
});

draw();
follow({
  onState(state) {
    endpoint = state.endpoint;
    byId('endpoint-text').textContent = endpoint;
    byId('kept').textContent = state.limits.items.toLocaleString('en');
    stock.limit(state.limits);
    answers.replace(state.answers);
    behaviour.show(state.behaviours);
  },
  onItems(all) {
    stock.replace(all);
    drawSoon();
  },
  onItem(received) {
    stock.add(received);
    drawSoon();
  },
  onAnswer: answers.add,
  onBehaviours: behaviour.show,
  onCleared() {
    stock.clear();
    answers.clear();
    drawSoon();
  },
  onConnection(isLive) {
    connection.textContent = isLive ? 'Live' : 'Lost, trying again';
    connection.dataset['state'] = isLive ? 'live' : 'lost';
  },
});
