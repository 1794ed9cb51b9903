/**
 * The one place where code of the user runs: between prepare and seal, each hook by itself. One
 * that throws is told in the console, and the item goes on as if it were not there. What a hook
 * itself logs is reported without hooks, so it cannot come back here.
 */
function createHooks(guard) {
    let isRunning = false;
    return ({ onSendCallback, checkIgnore, transform }, { isUncaught, args, uuid }, occurrence) => {
        if (isRunning)
            return false;
        isRunning = true;
        const call = (name, hook) => guard(`The hook ${name}`, () => {
            const result = hook();
            // A promise says nothing yet, and its rejection, reported, would call the hook again.
            return result?.catch ? void result.catch(() => 0) : result;
        });
        try {
            call('onSendCallback', () => onSendCallback?.(isUncaught, [...args], occurrence));
            if (call('checkIgnore', () => checkIgnore?.(isUncaught, [...args], occurrence)))
                return true;
            call('transform', () => transform?.(occurrence, { uuid, isUncaught }));
            return false;
        }
        finally {
            isRunning = false;
        }
    };
}

export { createHooks };
