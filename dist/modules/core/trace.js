import { noMessage } from './conform.js';
import { isErrorLike, textOf, read, readText, isRecord, keysOf } from './foreign.js';
import { framesOf } from './frames.js';

/** An error and ten causes below it. */
const maxTraces = 11;
/** What to call a thrown value that is no error: its text, or for a plain object its keys. */
const messageOf = (value) => isRecord(value)
    ? (readText(value, 'message') ?? `Object with keys: ${keysOf(value).join(', ')}`)
    : textOf(value);
/** The thrown value and its causes, outermost first; a cycle ends where it closes. */
function tracesOf(value, placed, outer = []) {
    const isError = isErrorLike(value);
    const message = isError ? textOf(read(value, 'message') ?? '') : messageOf(value);
    const name = readText(value, 'name') ??
        readText(isError && read(value, 'constructor'), 'name') ??
        '(unknown)';
    const frames = framesOf(readText(value, 'stack') ?? '', name, message);
    const trace = {
        frames: frames.length ? frames : placed,
        exception: { class: name, message },
    };
    const cause = isError ? (read(value, 'cause') ?? read(value, 'nested')) : null;
    outer.push(value);
    return cause == null || outer.includes(cause) || outer.length === maxTraces
        ? [trace]
        : [trace, ...tracesOf(cause, [], outer)];
}
/**
 * "body": the thrown value as `trace`, or with its causes as `trace_chain`; without one, `message`.
 * A message beside an error becomes the description of the exception.
 */
function bodyOf({ thrown, message, place }) {
    if (!thrown)
        return { message: { body: message || noMessage } };
    const placed = place?.filename ? [{ ...place, method: '[anonymous]' }] : [];
    const chain = tracesOf(thrown.value, placed);
    const [trace, cause] = chain;
    if (message)
        trace.exception.description = message;
    return cause ? { trace_chain: chain } : { trace };
}

export { bodyOf };
