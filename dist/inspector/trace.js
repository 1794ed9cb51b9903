/** Exceptions with their calls, the newest call on top. */
import { h } from './dom.js';
import { nameOf } from './wire.js';

/** @import { Frame, Trace } from '../../src/items-api' */

/** More calls than this are folded. */
const openFrames = 25;

/** @param {Trace[]} traces outermost first */
export function tracesView(traces) {
  return h(
    'div',
    { class: 'traces' },
    ...traces.map((trace, index) => traceView(trace, index > 0 || traces.length > 1, index)),
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
    h('ol', { class: 'frames' }, ...frames.slice(0, openFrames).map(frameView)),
    folded.length > 0 &&
      h(
        'details',
        { class: 'folded' },
        h('summary', {}, `${folded.length} older calls`),
        h('ol', { class: 'frames' }, ...folded.map(frameView)),
      ),
  );
}

/** @param {Frame} frame */
function frameView(frame) {
  const { filename, lineno, colno, method } = frame;
  const cut = filename.split(/[?#]/, 1)[0]?.lastIndexOf('/') ?? -1;
  const position = [lineno, colno].filter((part) => part !== undefined).map((part) => `:${part}`);
  return h(
    'li',
    { class: 'frame' },
    h('span', { class: 'method' }, method || '(anonymous)'),
    h(
      'span',
      { class: 'place' },
      filename.slice(0, cut + 1),
      h('b', {}, filename.slice(cut + 1) + position.join('')),
    ),
    frame.code !== undefined && codeView(frame, frame.code),
  );
}

/** @param {Frame} frame @param {string} code */
function codeView({ lineno, context }, code) {
  const pre = context?.pre ?? [];
  const lines = [...pre, code, ...(context?.post ?? [])];
  return h(
    'pre',
    { class: 'code' },
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
