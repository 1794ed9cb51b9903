/** Exceptions with their calls, the newest call on top. */
import { h } from './dom.js';
import { nameOf } from './wire.js';

/** @import { Frame, Trace } from '../../src/items-api' */

/** More calls than this are folded. */
const openFrames = 25;

/** @param {Trace[]} traces outermost first */
export function tracesView(traces) {
  // The name of a single one stands above it all.
  const isNamed = traces.length > 1;
  return h(
    'div',
    { class: 'traces' },
    ...traces.map((trace, index) => traceView(trace, isNamed, index)),
  );
}

/** @param {Trace} trace @param {boolean} isNamed @param {number} index */
function traceView(trace, isNamed, index) {
  // On the wire the newest call is last.
  const frames = [...trace.frames].reverse();
  const folded = frames.slice(openFrames);
  return h(
    'section',
    { class: 'trace' },
    isNamed &&
      h(
        'h4',
        { class: 'trace-name' },
        index > 0 && h('span', { class: 'caused' }, 'Caused by '),
        nameOf(trace),
      ),
    trace.exception.description &&
      h('p', { class: 'trace-description' }, trace.exception.description),
    frames.length === 0 && h('p', { class: 'none' }, 'No calls were recorded.'),
    frames.length > 0 && framesView(frames.slice(0, openFrames), true),
    folded.length > 0 &&
      h(
        'details',
        { class: 'folded' },
        h('summary', {}, `${folded.length} older calls`),
        framesView(folded, false),
      ),
  );
}

/** @param {Frame[]} frames @param {boolean} isTop */
function framesView(frames, isTop) {
  const first = isTop ? frames.findIndex(({ code }) => code !== undefined) : -1;
  return h(
    'ol',
    { class: 'frames' },
    ...frames.map((frame, index) => h('li', {}, frameView(frame, index === first))),
  );
}

/** @param {Frame} frame @param {boolean} isOpen whether its code is shown at once */
function frameView(frame, isOpen) {
  const call = callView(frame);
  if (frame.code === undefined) return h('div', { class: 'frame' }, ...call);
  return h(
    'details',
    { open: isOpen },
    h('summary', { class: 'frame' }, ...call),
    codeView(frame, frame.code),
  );
}

/** @param {Frame} frame */
function callView({ filename, lineno, colno, method }) {
  const cut = filename.split(/[?#]/, 1)[0]?.lastIndexOf('/') ?? -1;
  const position = [lineno, colno].filter((part) => part !== undefined).map((part) => `:${part}`);
  return [
    h('span', { class: 'method' }, method || '(anonymous)'),
    h(
      'span',
      { class: 'place' },
      filename.slice(0, cut + 1),
      h('b', {}, filename.slice(cut + 1) + position.join('')),
    ),
  ];
}

/** @param {Frame} frame @param {string} code */
function codeView({ lineno, context }, code) {
  const pre = context?.pre ?? [];
  const lines = [...pre, code, ...(context?.post ?? [])];
  return h(
    'pre',
    { class: 'code', tabindex: '0', role: 'region', 'aria-label': 'Code' },
    ...lines.map((text, index) => {
      const number = lineno === undefined ? '' : String(lineno - pre.length + index);
      const line = h('span', { class: 'number', 'aria-hidden': 'true' }, number);
      return h(
        'span',
        { class: index === pre.length ? 'line current' : 'line' },
        line,
        `${text}\n`,
      );
    }),
  );
}
