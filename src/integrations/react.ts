export { Provider, useRollbar } from './react-context';
export type { ProviderProps } from './react-context';
export { ErrorBoundary } from './react-boundary';
export type { ErrorBoundaryProps, FallbackProps } from './react-boundary';
export { rootErrorOptions } from './react-root';
export type { RootErrorInfo, RootErrorOptions } from './react-root';
