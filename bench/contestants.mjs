/**
 * Who is compared, each as its users would have it: the script that its vendor ships, or where there
 * is none, a bundle of what it exports.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/**
 * @typedef {object} Contestant
 * @property {string} name with its version
 * @property {string} code the script
 * @property {string} start text of a function that starts it, given the origin of the collector;
 *   gives a function that reports an error with custom data
 */

const here = fileURLToPath(new URL('.', import.meta.url));
const packaged = (path) => readFileSync(new URL(`node_modules/${path}`, import.meta.url), 'utf8');
const versionOf = (name) => JSON.parse(packaged(`${name}/package.json`)).version;

/** A script that puts these exports on the global `peer`. */
async function bundled(name, exported) {
  const { outputFiles } = await build({
    stdin: { contents: `export { ${exported} } from '${name}';`, resolveDir: here },
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    globalName: 'peer',
    target: 'es2020',
    platform: 'browser',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return outputFiles[0].text;
}

/** Both have the same options. No limit cuts the work short but in a storm. */
const likeRollbar = (global) => `(origin, limits) => {
  const notifier = new ${global}({
    accessToken: 'bench',
    environment: 'bench',
    captureUncaught: true,
    captureUnhandledRejections: true,
    endpoint: origin + '/api/1/item/',
    ...(!limits && { itemsPerMinute: 100000, maxItems: 0 }),
  });
  return (error, custom) => notifier.error(error, custom);
}`;

/** @returns {Promise<Contestant[]>} */
export async function contestants() {
  const scripts = [
    {
      name: `rollbar.js ${versionOf('rollbar')}`,
      code: packaged('rollbar/dist/rollbar.min.js'),
      start: likeRollbar('rollbar'),
    },
    {
      name: 'Rollcage',
      code: readFileSync(new URL('../dist/rollcage.full.min.js', import.meta.url), 'utf8'),
      start: likeRollbar('Rollbar'),
    },
    {
      name: `Sentry ${versionOf('@sentry/browser')}`,
      code: await bundled('@sentry/browser', 'init, captureException'),
      start: `(origin) => {
        peer.init({ dsn: origin.replace('//', '//key@') + '/1', environment: 'bench' });
        return (error, extra) => peer.captureException(error, { extra });
      }`,
    },
    {
      name: `Bugsnag ${versionOf('@bugsnag/browser')}`,
      code: packaged('@bugsnag/browser/dist/bugsnag.min.js'),
      start: `(origin, limits) => {
        const client = Bugsnag.start({
          ...(!limits && { maxEvents: 100 }),
          apiKey: '0123456789abcdef0123456789abcdef',
          autoTrackSessions: false,
          endpoints: { notify: origin + '/notify', sessions: origin + '/sessions' },
          logger: null,
        });
        return (error, custom) =>
          client.notify(error, (event) => event.addMetadata('custom', custom));
      }`,
    },
    {
      name: `Honeybadger ${versionOf('@honeybadger-io/js')}`,
      code: packaged('@honeybadger-io/js/dist/browser/honeybadger.min.js'),
      start: `(origin) => {
        Honeybadger.configure({
          apiKey: 'bench', environment: 'bench', endpoint: origin, reportData: true,
        });
        return (error, context) => Honeybadger.notify(error, { context });
      }`,
    },
    {
      name: `Airbrake ${versionOf('@airbrake/browser')}`,
      code: await bundled('@airbrake/browser', 'Notifier'),
      start: `(origin) => {
        const airbrake = new peer.Notifier({
          projectId: 1, projectKey: 'bench', environment: 'bench', host: origin,
          remoteConfig: false, performanceStats: false, queryStats: false,
        });
        return (error, params) => void airbrake.notify({ error, params });
      }`,
    },
  ];
  return scripts;
}
