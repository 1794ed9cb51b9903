/** The traces of an item: as they were sent, and as soon as they are known, their originals. */
import { h } from './dom.js';
import { withOriginals } from './originals.js';
import { tracesView } from './trace.js';

/** @import { Trace } from '../../src/items-api' */

/** @param {string} uuid @param {Trace[]} sent outermost first */
export function traceSection(uuid, sent) {
  const note = h('span', {}, 'newest call on top');
  const content = h('div', {}, tracesView(sent));
  const toggle = h('button', { type: 'button', class: 'link', hidden: true });
  const total = sent.reduce((sum, { frames }) => sum + frames.length, 0);

  void withOriginals(uuid, sent).then(({ traces, count }) => {
    if (!count) return;
    let isOriginal = true;
    const show = () => {
      content.replaceChildren(tracesView(isOriginal ? traces : sent));
      note.textContent = isOriginal
        ? `${count} of ${total} ${total === 1 ? 'call' : 'calls'} by source maps`
        : 'as it was sent';
      toggle.textContent = isOriginal ? 'Show as sent' : 'Show the source';
    };
    toggle.addEventListener('click', () => {
      isOriginal = !isOriginal;
      show();
    });
    toggle.hidden = false;
    show();
  });

  return h('section', { class: 'section' }, h('h3', {}, 'Trace', note, toggle), content);
}
