import type { ErrorSource } from '../shapes';

/**
 * Listens to the errors a page raises by itself. Listeners, not `window.onerror`: a page may
 * set that one anew at any time, and what it returns is its own affair.
 */
export function listen({ uncaught, rejected }: ErrorSource): () => void {
  const onError = (event: ErrorEvent): void => {
    uncaught(event.message, event.filename, event.lineno, event.colno, event.error);
  };
  const onRejection = (event: PromiseRejectionEvent): void => {
    rejected(event.reason);
  };
  addEventListener('error', onError);
  addEventListener('unhandledrejection', onRejection);
  return () => {
    removeEventListener('error', onError);
    removeEventListener('unhandledrejection', onRejection);
  };
}
