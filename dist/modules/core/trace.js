import { noMessage } from './conform.js';
import { isErrorLike, read, readText, textOf, isRecord, keysOf } from './foreign.js';
import { framesOf } from './frames.js';

/** An error and ten causes below it. */
const maxTraces = 11;
/** The thrown value and its causes, outermost first; a cycle ends where it closes. */
function chainOf(thrown) {
    const chain = [thrown];
    for (;;) {
        const last = chain[chain.length - 1];
        const cause = isErrorLike(last) ? (read(last, 'cause') ?? read(last, 'nested')) : null;
        if (cause == null || chain.includes(cause) || chain.length === maxTraces)
            return chain;
        chain.push(cause);
    }
}
/** What to call a thrown value that is no error: its text, or for a plain object its keys. */
function messageOf(value) {
    return isRecord(value)
        ? (readText(value, 'message') ?? `Object with keys: ${keysOf(value).join(', ')}`)
        : textOf(value);
}
function traceOf(value, placed) {
    if (!isErrorLike(value)) {
        return {
            frames: placed,
            exception: { class: readText(value, 'name') ?? '(unknown)', message: messageOf(value) },
        };
    }
    const message = textOf(read(value, 'message') ?? '');
    const name = readText(value, 'name') ?? readText(read(value, 'constructor'), 'name') ?? '(unknown)';
    const frames = framesOf(readText(value, 'stack') ?? '', name, message);
    return {
        frames: frames.length ? frames : placed,
        exception: { class: name, message },
    };
}
/**
 * "body": the thrown value as `trace`, or with its causes as `trace_chain`; without one, `message`.
 * A message beside an error becomes the description of the exception.
 */
function bodyOf({ thrown, message, place }) {
    if (!thrown)
        return { message: { body: message || noMessage } };
    const placed = place?.filename ? [{ ...place, method: '[anonymous]' }] : [];
    const [first, ...causes] = chainOf(thrown.value);
    const trace = traceOf(first, placed);
    if (message)
        trace.exception.description = message;
    return causes.length
        ? { trace_chain: [trace, ...causes.map((cause) => traceOf(cause, []))] }
        : { trace };
}

export { bodyOf };
