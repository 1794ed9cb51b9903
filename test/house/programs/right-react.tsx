import { StrictMode } from 'react';
import type { ReactNode } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import Rollbar, { browserPorts, createNotifier } from 'rollcage';
import { ErrorBoundary, Provider, rootErrorOptions, useRollbar } from 'rollcage/react';
import type { FallbackProps } from 'rollcage/react';

const Fallback = ({ error, resetError }: FallbackProps): ReactNode => (
  <button onClick={resetError}>{String(error)}</button>
);

function Cart(): ReactNode {
  const rollbar = useRollbar();
  return <button onClick={() => rollbar.info('checkout', { items: 2 })}>buy</button>;
}

const notifier = createNotifier({ accessToken: 'token' }, browserPorts());
const app = (
  <StrictMode>
    <Provider instance={notifier}>
      <ErrorBoundary fallbackUI={Fallback} level="critical" errorMessage="cart" extra={{ a: 1 }}>
        <Cart />
      </ErrorBoundary>
      <ErrorBoundary fallbackUI={<p>broken</p>} />
      <ErrorBoundary fallbackUI={({ resetError }) => <button onClick={resetError} />} />
      <Provider instance={new Rollbar({})} />
    </Provider>
  </StrictMode>
);
createRoot(document.body, rootErrorOptions(notifier)).render(app);
hydrateRoot(document.body, app, { ...rootErrorOptions(notifier), identifierPrefix: 'a' });
