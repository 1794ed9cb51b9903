import type { Body, Frame, Trace } from '../items-api';
import type { Capture, Place } from '../shapes';
import { noMessage } from './conform';
import { isErrorLike, isRecord, keysOf, listOf, read, readText, textOf } from './foreign';
import { atCall, framesOf } from './frames';

/** An error and ten below it. */
const maxTraces = 11;

/** What to call a thrown value that is no error: its text, or for a plain object its keys. */
const messageOf = (value: unknown): string =>
  readText(value, 'message') ??
  (isRecord(value)
    ? `Object with keys: ${keysOf(value).join(', ')}`
    : // The type of a DOM event.
      [textOf(value), readText(value, 'type')].filter(Boolean).join(' '));

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
  const message = isError ? textOf(read(value, 'message') ?? '') : messageOf(value);
  const name =
    readText(value, 'name') ??
    readText(isError && read(value, 'constructor'), 'name') ??
    '(unknown)';
  const frames = framesOf(readText(value, 'stack') ?? '', name, message);
  return {
    frames: frames.length ? frames : placed(place?.filename ? place : value),
    exception: { class: name, message },
  };
}

/**
 * The thrown value, then what lies behind it: its cause, the errors an AggregateError gathers, and
 * what lies behind those. None comes twice, so a cycle ends where it closes.
 */
function tracesOf(value: unknown, place: Place | undefined): Trace[] {
  const values = [value];
  // Grows while it is walked.
  for (const outer of values) {
    if (!isErrorLike(outer)) continue;
    const inner = [
      read(outer, 'cause') ?? read(outer, 'nested'),
      ...listOf(read(outer, 'errors'), maxTraces),
    ];
    for (const one of inner) {
      if (one != null && values.length < maxTraces && !values.includes(one)) values.push(one);
    }
  }
  return values.map((one) => traceOf(one, one === value ? place : undefined));
}

/**
 * "body": the thrown value as `trace`, or with what lies behind it as `trace_chain`; without one,
 * `message`, or with a stack that was made for it a trace of the class `Message`. A message beside
 * an error becomes the description of the exception.
 */
export function bodyOf(
  { thrown, message, place, stack = '' }: Capture,
  { stripFrameQuery }: { stripFrameQuery?: boolean } = {},
): Body {
  const body = message || noMessage;
  const chain = tracesOf(thrown ? thrown.value : { name: 'Message', message: body, stack }, place);
  const [trace, inner] = chain as [Trace, Trace?];
  if (!thrown) {
    // The newest call is our own.
    trace.frames.pop();
    if (!trace.frames.length) return { message: { body } };
  } else if (message) {
    trace.exception.description = /^Script error\.?$/.test(message)
      ? 'hidden by the browser: see crossorigin and CORS'
      : message;
  }
  if (stripFrameQuery) {
    for (const { frames } of chain) {
      for (const frame of frames) frame.filename = frame.filename.replace(/[?#].*/s, '');
    }
  }
  return inner ? { trace_chain: chain } : { trace };
}
