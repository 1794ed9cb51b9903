import { read } from './core/foreign.js';

const isPromise = (value) => !!read(value, 'then');
/**
 * The one place where code of the user runs: between prepare and seal, each hook by itself. One
 * that throws is told in the console, and the item goes on as if it were not there. What a hook
 * logs while it runs is reported without hooks, so that it does not come back here; what it logs
 * later, from a promise, is a report like any other.
 */
function createHooks(guard, filter) {
    let isRunning = false;
    return (settings, { isUncaught, args, uuid, isNotice }, occurrence) => {
        if (isRunning || isNotice)
            return false;
        isRunning = true;
        const call = (name, ...given) => guard(name, settings[name], ...given);
        try {
            call('onSendCallback', isUncaught, [...args], occurrence);
            const verdict = call('checkIgnore', isUncaught, [...args], occurrence);
            if (verdict && !isPromise(verdict))
                return true;
            if (guard('a filter', filter?.isUnwanted, occurrence, settings))
                return true;
            const changed = call('transform', occurrence, { uuid, isUncaught });
            return isPromise(changed) && changed;
        }
        finally {
            isRunning = false;
        }
    };
}

export { createHooks };
