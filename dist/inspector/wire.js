/** What an item says, read for people. Used by the inspector page and by the collector. */

/** @import { Item, Level, Trace } from '../../src/items-api' */

/** From the gravest on. @type {readonly Level[]} */
export const levels = ['critical', 'error', 'warning', 'info', 'debug'];

/** The exception and its causes, outermost first; empty for a message. @param {Item} item */
export function tracesOf(item) {
  const { body } = item.data;
  if ('trace_chain' in body) return body.trace_chain;
  return 'trace' in body ? [body.trace] : [];
}

/** "Class: message". @param {Trace} trace */
export function nameOf({ exception }) {
  return exception.message ? `${exception.class}: ${exception.message}` : exception.class;
}

/** What to call it in one line. @param {Item} item */
export function titleOf(item) {
  const { body, title } = item.data;
  if (title) return title;
  if ('message' in body) return body.message.body || '(empty message)';
  if ('crash_report' in body) return body.crash_report.raw.split('\n', 1)[0] || 'Crash report';
  const [first] = tracesOf(item);
  return first ? nameOf(first) || '(no name)' : '(no exception)';
}

/** "Defaults to error for exceptions and info for messages." @param {Item} item @returns {Level} */
export function levelOf(item) {
  return item.data.level ?? ('message' in item.data.body ? 'info' : 'error');
}
