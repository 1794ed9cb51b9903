export { Provider, useRollbar } from './react-context.js';
export { ErrorBoundary } from './react-boundary.js';
export { rootErrorOptions } from './react-root.js';
