import { levels } from '../items-api.js';
import { read, readText, textOf } from './foreign.js';
import { isNoise } from './noise.js';

/**
 * Whether one of these patterns is found in one of the texts, in any case. A pattern that is none is
 * taken literally, and `say` is told so.
 */
function isFound(patterns, texts, say) {
    return [patterns ?? []].flat().some((given) => {
        const pattern = String(given);
        let search;
        try {
            search = new RegExp(pattern, 'i');
        }
        catch {
            say(`taken as it is, for it is no pattern: ${pattern}`);
            search = new RegExp(pattern.replace(/\W/g, '\\$&'), 'i');
        }
        return texts.some((text) => typeof text === 'string' && search.test(text));
    });
}
/** Makes a filter that has seen nothing. `chance` is from 0 up to 1. */
function createFilter(chance, say) {
    /** What the last error that nobody caught has said, and where. */
    let last;
    return {
        early(capture, { ignoreDuplicateErrors, payload, sampleRate }) {
            const { custom, isUncaught, message, place, thrown } = capture;
            for (const data of [custom, payload]) {
                const level = read(data, 'level');
                if (levels.includes(level))
                    capture.level = level;
            }
            // As a word of what was reported, it has been said now.
            if (custom?.level === capture.level)
                delete custom.level;
            const { level } = capture;
            if (isUncaught && ignoreDuplicateErrors) {
                const { value } = thrown ?? {};
                // An object without a stack may say something else each time.
                const where = Object(value) === value
                    ? readText(value, 'stack')
                    : [value, ...Object.values(place ?? {})].map(textOf).join(':');
                const now = where && `${message ?? readText(value, 'message')}\n${where}`;
                if (now && now === last)
                    return 'repeated';
                last = now || last;
            }
            const rate = typeof sampleRate === 'number' ? sampleRate : read(sampleRate, level);
            const isOut = typeof rate === 'number' && chance() >= rate;
            return isOut && !capture.isNotice ? 'sampled' : undefined;
        },
        isNoise: (body, { ignore }) => isNoise(body, ignore),
        isUnwanted({ body, custom }, { hostBlockList, hostSafeList, ignoredMessages, plugins }) {
            // Hooks have been here, and may have left anything.
            const traces = [read(body, 'trace_chain') ?? read(body, 'trace')].flat();
            const files = traces.flatMap((one) => [read(one, 'frames')].flat().map((frame) => read(frame, 'filename')));
            const known = files.filter((file) => typeof file === 'string' && file && !/^(\(unknown\)$|[<[])/.test(file));
            const messages = [
                read(read(body, 'message'), 'body'),
                ...traces.map((one) => read(read(one, 'exception'), 'message')),
            ];
            return (isFound(ignoredMessages, messages, say) ||
                isFound(hostBlockList, files, say) ||
                // What has no file may be from anywhere, and is kept.
                (!!hostSafeList?.length && !!known.length && !isFound(hostSafeList, known, say)) ||
                !!(custom?.isAjax && read(read(plugins, 'jquery'), 'ignoreAjaxErrors')));
        },
    };
}

export { createFilter };
