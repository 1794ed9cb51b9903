import { Component, createElement } from 'react';
import type { ComponentType, ContextType, ErrorInfo, ReactNode } from 'react';
import type { Level } from '../items-api';
import { NotifierContext, required } from './react-context';
import { argumentsOf } from './thrown';

/** What a component gets that is shown in the place of a broken one. */
export interface FallbackProps {
  /** What was thrown: an Error mostly, but anything can be. */
  error: unknown;
  /** Renders the children anew. */
  resetError: () => void;
}

/** What an {@link ErrorBoundary} takes. */
export interface ErrorBoundaryProps {
  children?: ReactNode;
  /** Shown in the place of the children once they have failed; nothing if left out. */
  fallbackUI?: ReactNode | ComponentType<FallbackProps>;
  /** @default 'error' */
  level?: Level;
  /** Stands with the error, as its description. */
  errorMessage?: string;
  /** Further custom data of the item. */
  extra?: object;
}

/** What `memo`, `lazy` and `forwardRef` make are objects, too, as are elements and portals. */
const isComponent = (
  ui: ReactNode | ComponentType<FallbackProps>,
): ui is ComponentType<FallbackProps> =>
  typeof ui === 'function' ||
  (typeof ui === 'object' && ui !== null && '$$typeof' in ui && !('key' in ui));

interface State {
  /** Boxed, because `undefined` can be thrown too. */
  thrown?: { error: unknown } | undefined;
}

/**
 * Reports what its children throw while they render, with the component stack, and shows a
 * fallback in their place. A change of its `key` renders them anew, as after a navigation.
 */
export class ErrorBoundary extends Component<ErrorBoundaryProps, State> {
  static override contextType = NotifierContext;
  declare context: ContextType<typeof NotifierContext>;
  override state: State = {};

  static getDerivedStateFromError(error: unknown): State {
    return { thrown: { error } };
  }

  override componentDidCatch(error: unknown, { componentStack }: ErrorInfo): void {
    const { level = 'error', errorMessage, extra } = this.props;
    const custom = { ...extra, componentStack: componentStack?.trim() };
    const notifier = required(this.context);
    // Without types there may be any word, and thrown here, the error itself would be lost.
    (notifier[level] ?? notifier.error)(...argumentsOf(error, custom, errorMessage));
  }

  readonly resetError = (): void => this.setState({ thrown: undefined });

  override render(): ReactNode {
    const { children, fallbackUI } = this.props;
    required(this.context);
    const { thrown } = this.state;
    if (!thrown) return children;
    return isComponent(fallbackUI)
      ? createElement(fallbackUI, { error: thrown.error, resetError: this.resetError })
      : fallbackUI;
  }
}
