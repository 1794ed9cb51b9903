/** Choosing how the collector answers, to watch a notifier cope. */
import { h } from './dom.js';
import { control } from './feed.js';

/** @import { Mode } from '../behaviour.mjs' */

/** @type {{ name: string, mode: Mode | null }[]} */
const presets = [
  { name: 'normally', mode: null },
  { name: 'with 500', mode: { status: 500 } },
  { name: 'with 503', mode: { status: 503 } },
  { name: 'with 429, Retry-After 5', mode: { status: 429, retryAfter: 5 } },
  { name: 'with 413, too large', mode: { status: 413 } },
  { name: 'after 3 seconds', mode: { delayMs: 3000 } },
  { name: 'never (hang)', mode: { hang: true } },
  { name: 'by cutting the connection', mode: { reset: true } },
  { name: 'without CORS headers', mode: { cors: false } },
];

/**
 * @param {HTMLElement} field
 * @param {HTMLElement} select
 */
export function createBehaviourSelect(field, select) {
  const elsewhere = h('option', { value: 'elsewhere', hidden: true }, 'as a program asked');
  select.append(...presets.map(({ name }, index) => h('option', { value: `${index}` }, name)));
  select.append(elsewhere);

  select.addEventListener('change', (event) => {
    const { value } = /** @type {HTMLSelectElement} */ (event.currentTarget);
    void control({ behave: presets[Number(value)]?.mode ?? null });
  });

  return {
    /** @param {Mode[]} modes what the collector says it will do */
    show(modes) {
      const wanted = JSON.stringify(modes.length > 1 ? modes : (modes[0] ?? null));
      const index = presets.findIndex(({ mode }) => JSON.stringify(mode) === wanted);
      elsewhere.hidden = index >= 0;
      /** @type {HTMLSelectElement} */ (select).value = index < 0 ? 'elsewhere' : String(index);
      field.classList.toggle('misbehaving', modes.length > 0);
    },
  };
}
