/**
 * What makes noise known, by the file of the newest call, the class and the message, a line each.
 * What the browser says by itself has no class, so an error of the page is never taken for it.
 */
const signs = {
    // Gecko names the file, if nothing else.
    'resize-observer': /^.*\n\(unknown\)\nResizeObserver loop /,
    'script-error': /^.*\n\(unknown\)\nScript error\.?$/,
    // Safari hides where its own are.
    extensions: /^([\w-]+-extension|webkit-masked-url):/,
    bots: /Not Found Matching Id:|__gCrWeb|_AutofillCallback|vid_mate_|zaloJSV2/,
    aborted: /^.*\nAbortError\n/,
};
/** Whether what was thrown is noise of one of these names. */
function isNoise(body, names) {
    const { trace, trace_chain = [trace] } = body;
    const [{ frames, exception }] = trace_chain;
    const text = [frames.slice(-1)[0]?.filename, exception.class, exception.message].join('\n');
    // Nobody has checked what the option holds.
    return !!names.some?.((name) => signs[name]?.test?.(text));
}

export { isNoise };
