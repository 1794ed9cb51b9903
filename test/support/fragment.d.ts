/** What fragments of code in the docs take for granted. */
export {};

declare global {
  const rollbar: import('rollcage').Rollbar;
  const Rollbar: typeof import('rollcage').Rollbar;
  const browserPorts: typeof import('rollcage').browserPorts;
  const createNotifier: typeof import('rollcage').createNotifier;
  const withSourceMaps: typeof import('rollcage/source-maps').withSourceMaps;
  const warnHandler: typeof import('rollcage/vue').warnHandler;
  const errorHandler: typeof import('rollcage/angular').errorHandler;
  type ErrorHandler = import('@angular/core').ErrorHandler;
  const error: Error;
  const app: import('vue').App;
  /** The component at the root, of whatever framework. */
  const App: import('vue').Component & (new () => object);
  const Shop: () => null;
}
