import { levels } from '../items-api.js';
import { read, readText, textOf } from './foreign.js';
import { isNoise } from './noise.js';

/**
 * Whether one of these patterns is found in one of the texts. A pattern that is none is taken
 * literally, and `say` is told so.
 */
function isFound(patterns, texts, say, flags) {
    return [patterns ?? []].flat().some((given) => {
        const pattern = String(given);
        let search;
        try {
            search = new RegExp(pattern, flags);
        }
        catch {
            say(`taken as it is, for it is no pattern: ${pattern}`);
            search = new RegExp(pattern.replace(/\W/g, '\\$&'), flags);
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
            return typeof rate === 'number' && chance() >= rate ? 'sampled' : undefined;
        },
        isNoise: (body, { ignore }) => isNoise(body, ignore),
        isUnwanted({ body, custom }, { hostBlockList, hostSafeList, ignoredMessages, plugins }) {
            const { message, trace, trace_chain = [trace], } = body;
            const files = trace_chain.flatMap((one) => one?.frames.map(({ filename }) => filename));
            const known = files.filter((file) => file && !/^(\(unknown\)$|[<[])/.test(file));
            const messages = [message?.body, ...trace_chain.map((one) => one?.exception.message)];
            return (isFound(ignoredMessages, messages, say, 'i') ||
                isFound(hostBlockList, files, say) ||
                // What has no file may be from anywhere, and is kept.
                (!!hostSafeList?.length && !!known.length && !isFound(hostSafeList, known, say)) ||
                !!(custom?.isAjax && read(read(plugins, 'jquery'), 'ignoreAjaxErrors')));
        },
    };
}

export { createFilter };
