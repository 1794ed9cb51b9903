/** The border to the page: nothing of ours is thrown across it. */
/** A guard that tells through `say`. */
function createGuard(say) {
    return (what, act) => {
        try {
            return act();
        }
        catch (error) {
            try {
                say(`${what} has thrown: ${error}`);
            }
            catch {
                // An error without a text: it has been contained, that must do.
            }
            return undefined;
        }
    };
}

export { createGuard };
