import { keysOf, read, readText } from './foreign.js';

/** Options that had another name, of old or on servers. */
const aliases = {
    handleUncaughtExceptions: 'captureUncaught',
    handleUnhandledRejections: 'captureUnhandledRejections',
    hostWhiteList: 'hostSafeList',
    hostBlackList: 'hostBlockList',
};
/** Options that hold patterns. */
const patterns = /^(ignoredMessages|host(Safe|Block)List|scrubFields)$/;
/** Texts of patterns; not what cannot be read as one, whose name in brackets would match anything. */
function textsOf(patterns) {
    try {
        return [patterns ?? []]
            .flat()
            .map((pattern) => readText(pattern, 'source') ?? pattern)
            .filter((text) => /string|number/.test(typeof text));
    }
    catch {
        return [];
    }
}
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
            const given = read(options, key);
            const value = patterns.test(name) && given != null ? textsOf(given) : given;
            // The name it has here has the last word.
            if (name === key || read(options, name) === undefined)
                adapted[name] = value;
        }
        const { scrubFields, overwriteScrubFields } = adapted;
        // Alone, it would leave nothing that is a secret.
        if (scrubFields === undefined)
            delete adapted.overwriteScrubFields;
        else {
            const before = overwriteScrubFields || !scrubFields ? [] : fields;
            fields = [...before, ...textsOf(scrubFields)];
            adapted.scrubFields = fields;
        }
        return adapted;
    };
}

export { createAdapter };
