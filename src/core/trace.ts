import type { Body, Frame, Trace } from '../items-api';
import type { Capture, Place } from '../shapes';
import { noMessage } from './conform';
import { isErrorLike, isRecord, keysOf, read, readText, textOf } from './foreign';
import { atCall, framesOf } from './frames';
import { write } from './plain';

/** An error and ten below it. */
const maxTraces = 11;

/** What a thrown value says: its message, the keys of a plain object, the type of an event. */
const messageOf = (value: unknown): string =>
  readText(value, 'message') ??
  (isRecord(value)
    ? `Object with keys: ${keysOf(value).join(', ')}`
    : textOf(isErrorLike(value) ? read(value, 'message') || read(value, 'type') || '' : value));

/**
 * The place where something was thrown, as a frame: told by an error event, or by Gecko and JSC in
 * an error that has no calls, as that of a script they could not parse.
 */
function placed(teller: unknown): Frame[] {
  const told = (...names: string[]): unknown =>
    names.map((name) => read(teller, name)).find(Boolean);
  const filename = told('filename', 'fileName', 'sourceURL');
  return typeof filename === 'string'
    ? [
        atCall({
          filename,
          lineno: told('lineno', 'lineNumber', 'line') as number,
          colno: told('colno', 'columnNumber', 'column') as number,
          method: '[anonymous]',
        }),
      ]
    : [];
}

function traceOf(value: unknown, place: Place | undefined): Trace {
  const isError = isErrorLike(value);
  const message = messageOf(value);
  const name =
    (isError && (readText(value, 'name') ?? readText(read(value, 'constructor'), 'name'))) ||
    '(unknown)';
  const frames = framesOf(readText(value, 'stack') ?? '', name, message);
  return {
    frames: frames.length ? frames : placed(place?.filename ? place : isError && value),
    exception: { class: name, message },
  };
}

/**
 * The thrown value, then what lies behind it: its cause, the error an event tells of, the parts of a
 * SuppressedError, the errors an AggregateError gathers, and what lies behind those. None comes
 * twice, so a cycle ends where it closes.
 */
function tracesOf(value: unknown, place: Place | undefined): Trace[] {
  const values = [value];
  // Grows while it is walked.
  for (const outer of values) {
    if (!isErrorLike(outer)) continue;
    // A figure is a place in the list.
    for (const name of ['cause', 'nested', 'error', 'reason', 'suppressed', ...'0123456789']) {
      const one = read(outer, name) ?? read(read(outer, 'errors'), name);
      if (one != null && values.length < maxTraces && !values.includes(one)) values.push(one);
    }
  }
  return values.map((one) => traceOf(one, one === value ? place : undefined));
}

/**
 * "body": the thrown value as `trace`, or with what lies behind it as `trace_chain`; without one,
 * `message`. A message beside an error becomes the description of the exception.
 */
export function bodyOf({ thrown, message, place }: Capture): Body {
  if (!thrown) return { message: { body: message || noMessage } };
  const chain = tracesOf(thrown.value, place);
  const [trace, inner] = chain as [Trace, Trace?];
  if (message) {
    trace.exception.description = /^Script error\.?$/.test(message)
      ? 'hidden by the browser: see crossorigin and CORS'
      : message;
  }
  return inner ? { trace_chain: chain } : { trace };
}

/**
 * "body" of a message, with the stack that was made for it: a trace of the class `Message`. Undefined
 * where that tells no call of the page.
 */
export function calledBody({ message, stack }: Capture): Body | undefined {
  const error = { name: 'Message', message: message || noMessage, stack };
  const trace = traceOf(error, undefined);
  // The newest calls are our own: the log method, the guard, and what made the stack. Where the
  // guard comes again, it has called the page: a hook, or a callback.
  const [, guard] = trace.frames.splice(-3);
  const text = write as (frame?: Frame) => string;
  trace.frames.splice(0, trace.frames.map(text).lastIndexOf(text(guard)) + 1);
  return trace.frames.length ? { trace } : undefined;
}
