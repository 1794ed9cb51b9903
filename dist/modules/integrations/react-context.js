import { createContext, createElement, useContext } from 'react';

/** The notifier of the tree; undefined above every {@link Provider}. */
const NotifierContext = /* @__PURE__ */ createContext(undefined);
/** The notifier, which must be there: errors that nobody reports must not go unnoticed. */
function required(notifier) {
    if (notifier)
        return notifier;
    throw new Error('rollcage/react: there is no <Provider instance={…}> above this component');
}
/** Gives the notifier to `useRollbar` and `ErrorBoundary` below it. */
function Provider({ instance, children }) {
    return createElement(NotifierContext.Provider, { value: instance }, children);
}
/** The notifier of the {@link Provider} above, which must be there. */
function useRollbar() {
    return required(useContext(NotifierContext));
}

export { NotifierContext, Provider, required, useRollbar };
