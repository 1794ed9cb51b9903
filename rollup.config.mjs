import { readFileSync } from 'node:fs';
import nodeResolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import typescript from '@rollup/plugin-typescript';
import swc from '@swc/core';
import dts from 'rollup-plugin-dts';

const compile = (sourceMap) =>
  typescript({ compilerOptions: { sourceMap, outDir: undefined, declaration: false } });

/**
 * Properties that nobody outside ever sees: no page, hook, callback, item, storage or snippet. They
 * get short names in the script bundle; test/house/internal-names.test.ts holds the list.
 */
export const internalNames = [
  ...['birth', 'complaintsAbout', 'createOutbox', 'facts', 'lost', 'rejected', 'say', 'uncaught'],
  ...['chance', 'exclusively', 'stored', 'retryAfterMs', 'thrown', 'place'],
  ...[
    'count',
    'ended',
    'envelope',
    'leave',
    'sealed',
    'settings',
    'shrink',
    'tell',
    'told',
    'wake',
  ],
  ...['giveUp', 'isGone', 'isShrunk', 'mend', 'note', 'noted', 'outcome', 'lay', 'tries'],
];

/** swc simplifies better, terser names shorter: together 2 % smaller than either alone. */
const simplify = {
  name: 'simplify',
  renderChunk: (code) =>
    swc.minify(code, {
      compress: { passes: 4, ecma: 2020 },
      mangle: false,
      ecma: 2020,
      sourceMap: true,
    }),
};

const minify = (ecma, properties = false) =>
  terser({
    ecma,
    compress: { passes: 3 },
    mangle: { properties },
    format: { comments: false },
    toplevel: false,
  });

/** Gives the text of the snippet, built just before, to the module that exports it. */
const snippetText = {
  name: 'snippet-text',
  resolveId: (id) => (id === 'virtual:snippet-text' ? id : null),
  load: (id) =>
    id === 'virtual:snippet-text'
      ? `export default ${JSON.stringify(readFileSync('dist/rollcage.snippet.js', 'utf8').trim())}`
      : null,
};

/** A warning of the build is a fault of the build. */
const onwarn = (warning) => {
  throw new Error(warning.message);
};

const browser = nodeResolve({ browser: true });
const types = (input, files) => ({
  input,
  plugins: [dts()],
  onwarn,
  output: files.map((file) => ({ file })),
});

export default [
  {
    input: 'src/snippet/snippet.ts',
    plugins: [compile(false), minify(5)],
    onwarn,
    output: { file: 'dist/rollcage.snippet.js', format: 'es' },
  },
  {
    input: 'src/script.ts',
    plugins: [
      browser,
      compile(true),
      simplify,
      minify(2020, { regex: new RegExp(`^(${internalNames.join('|')})$`) }),
    ],
    onwarn,
    output: { file: 'dist/rollcage.min.js', format: 'iife', sourcemap: true },
  },
  {
    input: 'src/script-dev.ts',
    plugins: [browser, compile(false)],
    onwarn,
    output: { file: 'dist/rollcage.js', format: 'iife' },
  },
  {
    input: ['src/index.ts', 'src/integrations/source-maps.ts'],
    external: ['uuid', 'stacktrace-js'],
    plugins: [compile(false)],
    onwarn,
    output: {
      dir: 'dist',
      format: 'es',
      preserveModules: true,
      preserveModulesRoot: 'src',
      entryFileNames: ({ name }) => (name === 'index' ? 'index.js' : `modules/${name}.js`),
    },
  },
  {
    input: 'src/index.ts',
    plugins: [browser, compile(false)],
    onwarn,
    output: { file: 'dist/rollcage.cjs', format: 'cjs', exports: 'named' },
  },
  {
    input: 'src/snippet/index.ts',
    plugins: [snippetText, compile(false)],
    onwarn,
    output: [
      { file: 'dist/snippet.js', format: 'es' },
      { file: 'dist/snippet.cjs', format: 'cjs' },
    ],
  },
  {
    input: 'src/integrations/source-maps.ts',
    external: ['stacktrace-js'],
    plugins: [compile(false)],
    onwarn,
    output: { file: 'dist/source-maps.cjs', format: 'cjs' },
  },
  types('src/index.ts', ['dist/index.d.ts', 'dist/rollcage.d.cts']),
  types('src/snippet/index.ts', ['dist/snippet.d.ts', 'dist/snippet.d.cts']),
  types('src/integrations/source-maps.ts', ['dist/source-maps.d.ts', 'dist/source-maps.d.cts']),
];
