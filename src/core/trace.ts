import type { Body, Frame, Trace } from '../items-api';
import type { Capture } from '../shapes';
import { noMessage } from './conform';
import { isErrorLike, isRecord, keysOf, read, readText, textOf } from './foreign';
import { framesOf } from './frames';

/** An error and ten causes below it. */
const maxTraces = 11;

/** What to call a thrown value that is no error: its text, or for a plain object its keys. */
const messageOf = (value: unknown): string =>
  isRecord(value)
    ? (readText(value, 'message') ?? `Object with keys: ${keysOf(value).join(', ')}`)
    : textOf(value);

/** The thrown value and its causes, outermost first; a cycle ends where it closes. */
function tracesOf(value: unknown, placed: Frame[], outer: unknown[] = []): Trace[] {
  const isError = isErrorLike(value);
  const message = isError ? textOf(read(value, 'message') ?? '') : messageOf(value);
  const name =
    readText(value, 'name') ??
    ((isError && readText(read(value, 'constructor'), 'name')) || '(unknown)');
  const frames = framesOf(readText(value, 'stack') ?? '', name, message);
  const trace = {
    frames: frames.length ? frames : placed,
    exception: { class: name, message },
  };
  const chain = [...outer, value];
  const cause = isError ? (read(value, 'cause') ?? read(value, 'nested')) : null;
  return cause == null || chain.includes(cause) || chain.length === maxTraces
    ? [trace]
    : [trace, ...tracesOf(cause, [], chain)];
}

/**
 * "body": the thrown value as `trace`, or with its causes as `trace_chain`; without one, `message`.
 * A message beside an error becomes the description of the exception.
 */
export function bodyOf({ thrown, message, place }: Capture): Body {
  if (!thrown) return { message: { body: message || noMessage } };
  const placed = place?.filename ? [{ ...place, method: '[anonymous]' }] : [];
  const [trace, ...causes] = tracesOf(thrown.value, placed) as [Trace];
  if (message) trace.exception.description = message;
  return causes.length ? { trace_chain: [trace, ...causes] } : { trace };
}
