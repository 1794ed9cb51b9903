/** The list of groups: the one that was seen last on top, walked with the arrow keys. */
import { createRow } from './row.js';

/** @import { Row } from './row.js' */
/** @import { Group } from './stock.js' */

/** So many rows are there at first, and so many more whenever the end comes near. */
const portion = 200;
const nearPixels = 1_200;

/**
 * @param {HTMLElement} box the listbox
 * @param {(key: string) => void} onSelect
 */
export function createList(box, onSelect) {
  /** @type {Group[]} */
  let groups = [];
  /** Of the first groups, in their order. @type {Map<string, Row>} */
  let rows = new Map();
  let limit = portion;
  /** @type {string | undefined} */
  let selected;
  let serial = 0;

  /** @param {string} key */
  const create = (key) => createRow(`group-${++serial}`, () => onSelect(key));

  function draw() {
    const shown = groups.slice(0, limit);
    const next = new Map(shown.map(({ key }) => [key, rows.get(key) ?? create(key)]));
    for (const [key, row] of rows) if (!next.has(key)) row.option.remove();
    rows = next;

    let place = box.firstElementChild;
    for (const group of shown) {
      const row = /** @type {Row} */ (rows.get(group.key));
      row.fill(group);
      if (row.option === place) place = place.nextElementSibling;
      else box.insertBefore(row.option, place);
    }
    mark(true);
  }

  /** @param {boolean} isSelected */
  function mark(isSelected) {
    const option = selected === undefined ? undefined : rows.get(selected)?.option;
    option?.setAttribute('aria-selected', String(isSelected));
    if (option && isSelected) box.setAttribute('aria-activedescendant', option.id);
    else box.removeAttribute('aria-activedescendant');
  }

  /** Selects the group so many further down. @param {number} step */
  function move(step) {
    const at = groups.findIndex(({ key }) => key === selected);
    const to = Math.min(Math.max(at + step, 0), groups.length - 1);
    const group = groups[to];
    if (!group) return;
    while (limit <= to) limit += portion;
    onSelect(group.key);
    rows.get(group.key)?.option.scrollIntoView({ block: 'nearest' });
  }

  box.addEventListener('scroll', () => {
    const isNear = box.scrollTop + box.clientHeight > box.scrollHeight - nearPixels;
    if (!isNear || limit >= groups.length) return;
    limit += portion;
    draw();
  });

  box.addEventListener('keydown', (event) => {
    const far = groups.length;
    const steps = { ArrowDown: 1, ArrowUp: -1, Home: -far, End: far, PageDown: 8, PageUp: -8 };
    const step = /** @type {Record<string, number | undefined>} */ (steps)[event.key];
    if (step === undefined) return;
    event.preventDefault();
    move(step);
  });

  return {
    move,
    /** @param {Group[]} next in the order to be shown @param {string | undefined} key selected */
    show(next, key) {
      mark(false);
      groups = next;
      selected = key;
      draw();
    },
    /** Back to the top. */
    rewind() {
      limit = portion;
      box.scrollTop = 0;
    },
    /** Says anew how long ago everything was. */
    age: () => rows.forEach(({ age }) => age()),
  };
}
