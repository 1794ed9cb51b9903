import { keysOf, read } from './foreign.js';

/** Options that had another name, of old or on servers. */
const aliases = {
    handleUncaughtExceptions: 'captureUncaught',
    handleUnhandledRejections: 'captureUnhandledRejections',
    hostWhiteList: 'hostSafeList',
    hostBlackList: 'hostBlockList',
};
/** Options that hold patterns. */
const patterns = /^(ignoredMessages|host(Safe|Block)List|scrubFields)$/;
/**
 * Makes a translator of the options that one notifier is given, call by call: each under the name it
 * has here, patterns as text, and `scrubFields` with those of the calls before.
 */
function createAdapter() {
    let fields = [];
    return (options) => {
        const adapted = {};
        for (const key of keysOf(options)) {
            const name = aliases[key] ?? key;
            let value = read(options, key);
            if (patterns.test(name) && value != null) {
                value = [value].flat().map((pattern) => read(pattern, 'source') ?? pattern);
            }
            // The name it has here has the last word.
            if (name === key || read(options, name) === undefined)
                adapted[name] = value;
        }
        const { scrubFields, overwriteScrubFields } = adapted;
        if (scrubFields !== undefined) {
            fields = [
                ...(overwriteScrubFields || !scrubFields ? [] : fields),
                ...[scrubFields ?? []].flat(),
            ];
            adapted.scrubFields = fields;
        }
        return adapted;
    };
}

export { createAdapter };
