export { Rollbar, Rollbar as default } from './modules/rollbar.js';
export { createNotifier } from './modules/notifier.js';
export { browserPorts } from './modules/ports.js';
