/** The last answers the collector gave, as a strip. */
import { h } from './dom.js';
import { clock } from './times.js';

/** @import { Answer } from './feed.js' */

const maxShown = 40;

/** @param {HTMLElement} strip @param {HTMLElement} refusal where the last reason to refuse stands */
export function createAnswers(strip, refusal) {
  /** @param {Answer} answer */
  function add(answer) {
    strip.prepend(chipOf(answer));
    while (strip.childElementCount > maxShown) strip.lastElementChild?.remove();
    if (answer.errors.length) {
      refusal.textContent = `${clock(answer.at)} refused: ${answer.errors.join('; ')}`;
    }
  }

  function clear() {
    strip.replaceChildren();
    refusal.textContent = '';
  }

  return {
    add,
    clear,
    /** @param {Answer[]} answers oldest first */
    replace(answers) {
      clear();
      answers.forEach(add);
    },
  };
}

/** @param {Answer} answer */
function chipOf({ at, status, repeat }) {
  const kind = status === 0 ? 'none' : status < 300 ? 'good' : 'bad';
  const text = `${status || 'none'}${repeat ? ' again' : ''}`;
  return h('li', { class: `chip chip-${kind}`, title: clock(at) }, text);
}
