/** Tabs as the ARIA practices describe them; a panel is built when it is shown. */
import { h } from './dom.js';

/**
 * @param {string[]} names the first is shown
 * @param {(name: string) => HTMLElement} build
 */
export function createTabs(names, build) {
  let shown = 0;
  const buttons = names.map((name, index) =>
    h(
      'button',
      { type: 'button', role: 'tab', id: `tab-${index}`, 'aria-controls': 'tab-panel' },
      name,
    ),
  );
  const panel = h('div', { role: 'tabpanel', id: 'tab-panel', class: 'panel' });
  const bar = h('div', { role: 'tablist', 'aria-label': 'Views', class: 'tabs' }, ...buttons);

  function draw() {
    buttons.forEach((button, index) => {
      button.setAttribute('aria-selected', String(index === shown));
      button.tabIndex = index === shown ? 0 : -1;
    });
    panel.setAttribute('aria-labelledby', `tab-${shown}`);
    panel.replaceChildren(build(names[shown] ?? ''));
  }

  /** @param {number} index */
  function show(index) {
    shown = index;
    draw();
  }

  buttons.forEach((button, index) => button.addEventListener('click', () => show(index)));
  bar.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    show((shown + step + buttons.length) % buttons.length);
    buttons[shown]?.focus();
  });
  return { element: h('div', {}, bar, panel), draw };
}
