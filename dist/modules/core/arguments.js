import { isErrorLike, isRecord } from './foreign.js';
import { plainObject, plain } from './plain.js';

/**
 * Sorts the arguments of `Rollbar.error(…)` by what they are, in whatever order they come: the
 * first string is the message, the first error the error, the first plain object the custom data,
 * the last function the callback. Everything else is kept in `custom.extraArgs`.
 * Nothing is copied yet, for in a storm most is dropped.
 */
function sortArguments(args) {
    // Where a page has given every object a message, this one has none yet.
    const sorted = { message: undefined };
    const extraArgs = [];
    let custom;
    for (const arg of args) {
        if (typeof arg === 'string' && sorted.message === undefined)
            sorted.message = arg;
        else if (typeof arg === 'function')
            sorted.onEnd = arg;
        else if (isErrorLike(arg) && !sorted.thrown)
            sorted.thrown = { value: arg };
        else if (isRecord(arg) && !custom)
            custom = arg;
        else if (arg !== undefined)
            extraArgs.push(arg);
    }
    sorted.copy = () => {
        const copied = custom && plainObject(custom);
        return extraArgs.length ? { ...copied, extraArgs: plain(extraArgs) } : copied;
    };
    return sorted;
}

export { sortArguments };
