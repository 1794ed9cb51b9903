/** Tabs as the ARIA practices describe them; a panel is built when it is first shown. */
import { h } from './dom.js';

let count = 0;

/** @param {{ name: string, build: () => HTMLElement }[]} pages the first is shown */
export function tabs(pages) {
  const group = `tabs-${++count}`;
  const buttons = pages.map(({ name }, index) =>
    h(
      'button',
      { type: 'button', role: 'tab', id: `${group}-${index}`, 'aria-controls': `${group}-panel` },
      name,
    ),
  );
  const panel = h('div', { role: 'tabpanel', id: `${group}-panel`, class: 'panel' });
  const bar = h('div', { role: 'tablist', 'aria-label': 'Views', class: 'tabs' }, ...buttons);

  /** @param {number} shown */
  const show = (shown) => {
    buttons.forEach((button, index) => {
      button.setAttribute('aria-selected', String(index === shown));
      button.tabIndex = index === shown ? 0 : -1;
    });
    panel.setAttribute('aria-labelledby', `${group}-${shown}`);
    const page = pages[shown];
    if (page) panel.replaceChildren(page.build());
  };

  buttons.forEach((button, index) => button.addEventListener('click', () => show(index)));
  bar.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const at = buttons.findIndex((button) => button === document.activeElement);
    if (step === undefined || at < 0) return;
    const next = (at + step + buttons.length) % buttons.length;
    show(next);
    buttons[next]?.focus();
  });
  show(0);
  return h('div', { class: 'tabbed' }, bar, panel);
}
