import { createContext, createElement, useContext } from 'react';
import type { ReactElement, ReactNode } from 'react';
import type { Notifier } from '../surface';

/** The notifier of the tree; undefined above every {@link Provider}. */
export const NotifierContext = /* @__PURE__ */ createContext<Notifier | undefined>(undefined);

/** The notifier, which must be there: errors that nobody reports must not go unnoticed. */
export function required(notifier: Notifier | undefined): Notifier {
  if (notifier) return notifier;
  throw new Error('rollcage/react: there is no <Provider instance={…}> above this component');
}

/** What a {@link Provider} takes. */
export interface ProviderProps {
  /** The notifier for everything inside. */
  instance: Notifier;
  children?: ReactNode;
}

/** Gives the notifier to `useRollbar` and `ErrorBoundary` below it. */
export function Provider({ instance, children }: ProviderProps): ReactElement {
  return createElement(NotifierContext.Provider, { value: instance }, children);
}

/** The notifier of the {@link Provider} above, which must be there. */
export function useRollbar(): Notifier {
  return required(useContext(NotifierContext));
}
