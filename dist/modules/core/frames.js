import { ends } from './ends.js';

/** What Gecko gives by itself; more only comes of a raised `Error.stackTraceLimit`. */
const maxFrames = 128;
/** Of a longer line both ends are read: its name and its place. A data: URL may have megabytes. */
const maxLine = 8192;
/**
 * `:line:column`, `:line` in old engines, or an offset into a wasm module. V8 has it in
 * parentheses; zone.js adds its zone in brackets. What follows on further lines is no part of it.
 */
const place = /^(.*?)(?::(\d{1,9})(?::(\d{1,9}))?|:wasm-function\[\d+\]:0x[\da-f]+)(\)*)[ \t]*(?:\[[^\][]*\])?(?=[\r\n]|$)/s;
/**
 * What is no part of a name: in V8 its async mark and where evaluated text came from, in Gecko how
 * the async parent of a first call came about.
 */
const marks = /^async | \(eval at .*|^(?:async|\w+ (?:handler|callback)|[A-Z]\w+(?:\.\w+)?)\*/gs;
/** Names and URLs may both hold parentheses: the one between them is the last that stays open. */
const splitV8 = (text) => /^(.*) \(((?:[^()]|\([^()]*\))*)$/s.exec(text) ?? /^([^(]*)\((.*)$/s.exec(text);
/** A call without a name; DevTools write the name of a listener before an `@`. */
const splitBare = (text) => /^(?:(.*) @ +)?(.*)$/s.exec(text);
/**
 * Names and URLs may both hold an `@`: the one between them is the last before a URL with a slash,
 * or the first before one like `data:`, which may contain anything. Safari before 16 leaves it out
 * where there is no name; but blanks without any `@` are prose.
 */
const splitGecko = (text) => /^(?:(.*)@)?([a-z][\w+.-]*:\/.*)$/i.exec(text) ??
    /^(.*?)@([a-z][\w+.-]*:.*)$/i.exec(text) ??
    /^(?:(.*)@|(?!.*\s))(.+)$/.exec(text);
/** Gecko counts lines and columns within evaluated text, but names the line of the eval. */
function atCall(frame) {
    const [, filename, line] = /^(.+?) line (\d{1,9}) > /.exec(frame.filename) ?? [];
    return filename && line ? { filename, lineno: +line, method: frame.method } : frame;
}
function frameOf(line, isV8) {
    let text = line.trim();
    if (text.length > maxLine) {
        text = `${text.slice(0, maxLine / 2)}…${text.slice(-maxLine / 2)}`;
    }
    // V8 gives the place in evaluated text last; the one before it is in a real file.
    const found = place.exec(text.replace(/, <anonymous>:.*/s, ''));
    if (!found)
        return;
    const [, head = '', lineno, colno, closing] = found;
    const split = !isV8 ? splitGecko : closing ? splitV8 : splitBare;
    const [, name = '', file = ''] = split(head) ?? [];
    const filename = file.replace(/^(?:async|address at) /, '');
    if (!filename.trim())
        return;
    return atCall({
        filename,
        method: name.replace(marks, '').trim() || '[anonymous]',
        lineno: lineno && +lineno,
        colno: colno && +colno,
    });
}
/**
 * The stack without the message V8 begins it with, lines of which may look like calls. By any name,
 * since that may have changed after V8 wrote it.
 */
function withoutMessage(stack, name, message) {
    for (const lead of ['', `${name}: `, /^.*?: /.exec(stack)?.[0] ?? '']) {
        // Not as one text: a message may have megabytes.
        const end = lead.length + message.length;
        if (stack.startsWith(lead) &&
            stack.startsWith(message, lead.length) &&
            '\r\n'.includes(stack.charAt(end))) {
            return stack.slice(end);
        }
    }
    return stack;
}
/**
 * The calls in the text of `error.stack`, newest last; lines without a place in a file are none.
 *
 * File names stay byte for byte, but for lines beyond 8,192 characters, which lose their middle.
 * `method` is what the engine wrote, less async marks, or `[anonymous]`. Code given to `eval` and
 * the like has the place of that call. Of more than 128 calls, {@link ends} are kept and read.
 */
function framesOf(stack, name, message) {
    const text = withoutMessage(stack, name, message).trim();
    // Not line by line: names in V8 may contain line feeds. And in two steps, as a split by an
    // expression makes its list anew each time it grows.
    const calls = text.replace(/(?:^|\n)[ \t]*at /g, '\n\0').split('\n\0');
    // What comes before the first is none.
    calls.shift();
    const isV8 = calls.length > 0;
    const lines = isV8 ? calls : text.split('\n');
    return ends(lines, maxFrames, {
        filename: '(…)',
        method: `[${lines.length - maxFrames} left out]`,
    })
        .flatMap((line) => (typeof line === 'string' ? (frameOf(line, isV8) ?? []) : line))
        .reverse();
}

export { atCall, framesOf };
