import { startTransition, useState } from 'react';
import { ErrorBoundary, useRollbar } from 'rollcage/react';
import { Effect, Render, Shaky, fail } from './faults.jsx';

/** One button for each place where a React application can fail. */
export function App() {
  const rollbar = useRollbar();
  const [fault, setFault] = useState('');
  return (
    <>
      <h1>Rollcage with React</h1>
      <h2>Within a boundary</h2>
      <button id="render" onClick={() => setFault('render')}>
        in render
      </button>
      <button id="effect" onClick={() => setFault('effect')}>
        in an effect
      </button>
      <button id="recovered" onClick={() => startTransition(() => setFault('recovered'))}>
        in the first of two tries
      </button>
      <ErrorBoundary
        extra={{ shelf: 7 }}
        fallbackUI={({ error, resetError }) => (
          <p role="alert">
            {String(error)}
            <button
              id="reset"
              onClick={() => {
                setFault('');
                resetError();
              }}
            >
              Try again
            </button>
          </p>
        )}
      >
        <p id="well">All is well.</p>
        {fault === 'render' && <Render where="in render" />}
        {fault === 'effect' && <Effect />}
        {fault === 'recovered' && <Shaky />}
      </ErrorBoundary>
      <h2>Outside of every boundary</h2>
      <button id="root-render" onClick={() => setFault('root')}>
        in render
      </button>
      {fault === 'root' && <Render where="at the root" />}
      <button id="handler" onClick={() => fail('in a handler')}>
        in an event handler
      </button>
      <button id="timer" onClick={() => setTimeout(() => fail('in a timer'))}>
        in a timer
      </button>
      <button id="promise" onClick={async () => fail('in a promise')}>
        in a promise
      </button>
      <button id="logged" onClick={() => rollbar.info('The shelf is empty', { shelf: 7 })}>
        by hand
      </button>
    </>
  );
}
