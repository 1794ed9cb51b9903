/** The border to the page: nothing of ours is thrown across it. */
/**
 * Throws where the stack has no room for so many calls. Each goes by way of the engine: calls of ours
 * alone V8 inlines, and finds room for them where there is none for a report.
 */
const enough = (calls) => calls && ''.replace('', () => enough(calls - 1));
/** A guard that tells through `say`. */
function createGuard(say) {
    return (what, act, ...given) => {
        const tell = (error) => {
            try {
                say(`${what} has thrown: ${error}`);
            }
            catch {
                // An error without a text: it has been contained, that must do.
            }
        };
        try {
            const result = act?.(...given);
            // The rejection of a promise, reported, would call a hook again.
            return result?.catch ? result.catch(tell) : result;
        }
        catch (error) {
            return tell(error);
        }
    };
}

export { createGuard, enough };
