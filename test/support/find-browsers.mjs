import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** @typedef {'chromium' | 'firefox' | 'webkit'} Engine */
/** @typedef {Engine | 'xvfb'} ProgramId */
/** @typedef {Record<string, string | undefined>} Env */
/** @typedef {(path: string) => boolean} IsProgram */

/**
 * @typedef {object} Program
 * @property {ProgramId} id
 * @property {Engine} engine that cannot run without it
 * @property {string} title
 * @property {string} [variable] that names its path
 * @property {string[]} names on PATH
 * @property {string[]} places outside PATH
 * @property {string} debian package
 */

/** @type {Program[]} */
const programs = [
  {
    id: 'chromium',
    engine: 'chromium',
    title: 'Chromium',
    variable: 'ROLLCAGE_CHROMIUM',
    names: ['chromium', 'chromium-browser', 'google-chrome'],
    places: ['/usr/bin/chromium', '/opt/google/chrome/chrome'],
    debian: 'chromium',
  },
  {
    id: 'firefox',
    engine: 'firefox',
    title: 'Firefox',
    variable: 'ROLLCAGE_FIREFOX',
    names: ['firefox-esr', 'firefox'],
    places: ['/usr/bin/firefox-esr', '/opt/firefox/firefox'],
    debian: 'firefox-esr',
  },
  {
    id: 'webkit',
    engine: 'webkit',
    title: 'WebKitWebDriver',
    variable: 'ROLLCAGE_WEBKIT_DRIVER',
    names: ['WebKitWebDriver'],
    places: ['/usr/bin/WebKitWebDriver'],
    debian: 'webkit2gtk-driver',
  },
  {
    id: 'xvfb',
    engine: 'webkit',
    title: 'Xvfb',
    names: ['Xvfb'],
    places: ['/usr/bin/Xvfb'],
    debian: 'xvfb',
  },
];

/** @type {Engine[]} */
const allEngines = ['chromium', 'firefox', 'webkit'];

/** @type {IsProgram} */
export function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/**
 * The engines named in ROLLCAGE_ENGINES, or all.
 *
 * @param {Env} env
 * @returns {Engine[]}
 */
export function enginesToTest(env) {
  const wanted = (env['ROLLCAGE_ENGINES'] ?? '').split(',').map((name) => name.trim());
  const names = wanted.filter(Boolean);
  const strange = names.find((name) => !allEngines.some((engine) => engine === name));
  if (strange) {
    throw new Error(`ROLLCAGE_ENGINES names ${strange}; there are ${allEngines.join(', ')}.`);
  }
  return allEngines.filter((engine) => names.length === 0 || names.includes(engine));
}

/**
 * Where the program is: by its variable, on PATH, or in a known place.
 *
 * @param {Program} program
 * @param {Env} env
 * @param {IsProgram} isThere
 * @returns {string | undefined}
 */
function find({ variable, names, places }, env, isThere) {
  const override = variable && env[variable];
  if (override) {
    // Falling back to another browser would test something the person did not ask for.
    if (!isThere(override)) throw new Error(`${variable} names ${override}, which cannot be run.`);
    return override;
  }
  const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...places].find(isThere);
}

/**
 * What the wanted engines need and this machine lacks.
 *
 * @param {Env} env
 * @param {IsProgram} [isThere]
 * @returns {Program[]}
 */
export function missingPrograms(env, isThere = isProgram) {
  const engines = enginesToTest(env);
  return programs.filter(
    (program) => engines.includes(program.engine) && !find(program, env, isThere),
  );
}

/**
 * The path of a program, or an error that says what to do.
 *
 * @param {ProgramId} id
 * @param {Env} [env]
 * @param {IsProgram} [isThere]
 * @returns {string}
 */
export function requireProgram(id, env = process.env, isThere = isProgram) {
  const program = programs.filter((candidate) => candidate.id === id);
  const path = program.map((candidate) => find(candidate, env, isThere))[0];
  if (!path) throw new Error(adviceFor(program));
  return path;
}

/**
 * One sentence for the person who must install them by hand.
 *
 * @param {Program[]} missing
 * @returns {string}
 */
export function adviceFor(missing) {
  const titles = missing.map(({ title }) => title).join(', ');
  const packages = missing.map(({ debian }) => debian).join(' ');
  const variables = missing.flatMap(({ variable }) => variable ?? []).join(', ');
  const engines = [...new Set(missing.map(({ engine }) => engine))].join(', ');
  return (
    `Missing for the browser tests: ${titles}; ` +
    `install ${missing.length > 1 ? 'them' : 'it'} (on Debian: apt-get install ${packages}), ` +
    (variables ? `or name the path in ${variables}, ` : '') +
    `or leave ${engines} out with ROLLCAGE_ENGINES.`
  );
}
