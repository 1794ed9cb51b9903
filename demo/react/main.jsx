/** `npx vite demo/react`, beside `npm start`. */
import { createRoot } from 'react-dom/client';
import { Provider, rootErrorOptions } from 'rollcage/react';
import { notifier } from '../notifier.js';
import { App } from './app.jsx';

const element = /** @type {HTMLElement} */ (document.getElementById('root'));
createRoot(element, rootErrorOptions(notifier)).render(
  <Provider instance={notifier}>
    <App />
  </Provider>,
);
