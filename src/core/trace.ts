import type { Body, Frame, Trace } from '../items-api';
import type { Capture } from '../shapes';
import { noMessage } from './conform';
import { isErrorLike, isRecord, read, readText, textOf } from './foreign';
import { framesOf } from './frames';
import { clip } from './plain';

/** An error and ten causes below it. */
const maxTraces = 11;

/** Texts are cut here already, because a stack repeats them and a page may make them huge. */
const maxMessage = 65536;

/** The thrown value and its causes, outermost first; a cycle ends where it closes. */
function chainOf(thrown: unknown): unknown[] {
  const chain = [thrown];
  for (;;) {
    const last = chain[chain.length - 1];
    const cause = isErrorLike(last) ? (read(last, 'cause') ?? read(last, 'nested')) : null;
    if (cause == null || chain.includes(cause) || chain.length === maxTraces) return chain;
    chain.push(cause);
  }
}

/** What to call a thrown value that is no error: its text, or for a plain object its keys. */
function messageOf(value: unknown): string {
  if (!isRecord(value)) return textOf(value);
  try {
    return readText(value, 'message') ?? `Object with keys: ${Object.keys(value).join(', ')}`;
  } catch {
    return textOf(value);
  }
}

function traceOf(value: unknown, placed: Frame[]): Trace {
  if (!isErrorLike(value)) {
    const message = clip(messageOf(value), maxMessage);
    return {
      frames: placed,
      exception: { class: readText(value, 'name') ?? '(unknown)', message },
    };
  }
  const message = textOf(read(value, 'message') ?? '');
  const name =
    readText(value, 'name') ?? readText(read(value, 'constructor'), 'name') ?? '(unknown)';
  const frames = framesOf(readText(value, 'stack') ?? '', name, message);
  return {
    frames: frames.length ? frames : placed,
    exception: { class: clip(name, 255), message: clip(message, maxMessage) },
  };
}

/**
 * "body": the thrown value as `trace`, or with its causes as `trace_chain`; without one, `message`.
 * A message beside an error becomes the description of the exception.
 */
export function bodyOf({ thrown, message, place }: Capture): Body {
  if (!thrown) return { message: { body: clip(message || noMessage, maxMessage) } };
  const placed = place?.filename ? [{ ...place, method: '[anonymous]' }] : [];
  const [first, ...causes] = chainOf(thrown.value);
  const trace = traceOf(first, placed);
  if (message) trace.exception.description = clip(message, maxMessage);
  return causes.length
    ? { trace_chain: [trace, ...causes.map((cause) => traceOf(cause, []))] }
    : { trace };
}
