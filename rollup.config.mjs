import { readFileSync } from 'node:fs';
import nodeResolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import typescript from '@rollup/plugin-typescript';
import swc from '@swc/core';
import dts from 'rollup-plugin-dts';
import { minify as shorten } from 'terser';
import ts from 'typescript';
import { brotliCompressSync } from 'node:zlib';

const compile = (sourceMap, transformers) =>
  typescript({
    compilerOptions: { sourceMap, outDir: undefined, declaration: false },
    ...(transformers && { transformers }),
  });

/** Whether a function asks who called it, and how. */
function isBound(node) {
  if (node.kind === ts.SyntaxKind.ThisKeyword) return true;
  if (ts.isIdentifier(node) && node.text === 'arguments') return true;
  return ts.forEachChild(
    node,
    (child) => (!ts.isFunctionLike(child) || ts.isArrowFunction(child)) && isBound(child),
  );
}

/** Writes `function f() {…}` as `const f = () => {…}`, which is shorter. Both minifiers keep it. */
const arrows = (context) => (file) => {
  const { factory } = context;
  const visit = (given) => {
    const node = ts.visitEachChild(given, visit, context);
    if (!ts.isFunctionDeclaration(node) || isBound(node.body)) return node;
    const exported = node.modifiers?.filter(({ kind }) => kind !== ts.SyntaxKind.AsyncKeyword);
    const async = node.modifiers?.filter(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword);
    const arrow = factory.createArrowFunction(
      async,
      undefined,
      node.parameters,
      undefined,
      undefined,
      node.body,
    );
    return factory.createVariableStatement(
      exported,
      factory.createVariableDeclarationList(
        [factory.createVariableDeclaration(node.name, undefined, undefined, arrow)],
        ts.NodeFlags.Const,
      ),
    );
  };
  return ts.visitNode(file, visit);
};

/**
 * Properties that nobody outside ever sees: no page, hook, callback, item, storage or snippet. They
 * get short names in the script bundle; test/house/internal-names.test.ts holds the list.
 */
export const internalNames = [
  ...['birth', 'complaintsAbout', 'createOutbox', 'createScrub', 'facts', 'lost', 'rejected'],
  ...['say', 'uncaught', 'chance', 'exclusively', 'stored', 'retryAfterMs', 'thrown', 'place'],
  ...['count', 'ended', 'envelope', 'leave', 'sealed', 'settings', 'tell', 'told', 'wake'],
  ...['giveUp', 'isGone', 'isShrunk', 'mend', 'note', 'noted', 'outcome', 'lay', 'tries'],
  ...['chars', 'isNotice', 'items', 'listen', 'onEnd', 'reached', 'remove'],
  ...['seal', 'guard', 'asked', 'listeners', 'original', 'record', 'report', 'scrub'],
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

const minifying = (ecma) => ({ ecma, compress: { passes: 3 }, format: { comments: false } });
const minify = (ecma) => terser(minifying(ecma));

/**
 * Which letter stands for what is chance to brotli, and good for half a percent either way: of some
 * namings, each going without another letter, the smallest.
 */
const smallest = {
  name: 'smallest',
  async renderChunk(code) {
    const properties = { builtins: true, regex: new RegExp(`^(${internalNames.join('|')})$`) };
    let best;
    for (const seldom of ['', ...'etrnioalusc']) {
      const mangle = { reserved: [seldom], properties };
      const result = await shorten(code, { ...minifying(2020), mangle, sourceMap: true });
      const size = brotliCompressSync(`${result.code}\n`).length;
      if (!best || size < best.size) best = { ...result, size };
    }
    return best;
  },
};

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

/** Doors of their own, and what of others they import. */
const integrations = ['source-maps', 'react', 'vue', 'angular'];
const foreign = ['stacktrace-js', 'react'];

export default [
  {
    input: 'src/snippet/snippet.ts',
    plugins: [compile(false), minify(5)],
    onwarn,
    output: { file: 'dist/rollcage.snippet.js', format: 'es' },
  },
  ...['', '-full'].map((kind) => ({
    input: `src/script${kind}.ts`,
    plugins: [browser, compile(true, { before: [arrows] }), simplify, smallest],
    onwarn,
    // Whoever wants the map can name it; every visitor would have to load its name.
    output: {
      file: `dist/rollcage${kind.replace('-', '.')}.min.js`,
      format: 'iife',
      sourcemap: 'hidden',
    },
  })),
  {
    input: 'src/script-dev.ts',
    plugins: [browser, compile(false)],
    onwarn,
    output: { file: 'dist/rollcage.js', format: 'iife' },
  },
  {
    input: ['src/index.ts', ...integrations.map((name) => `src/integrations/${name}.ts`)],
    external: foreign,
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
  ...integrations.map((name) => ({
    input: `src/integrations/${name}.ts`,
    external: foreign,
    plugins: [compile(false)],
    onwarn,
    output: { file: `dist/${name}.cjs`, format: 'cjs' },
  })),
  types('src/index.ts', ['dist/index.d.ts', 'dist/rollcage.d.cts']),
  types('src/snippet/index.ts', ['dist/snippet.d.ts', 'dist/snippet.d.cts']),
  ...integrations.map((name) =>
    types(`src/integrations/${name}.ts`, [`dist/${name}.d.ts`, `dist/${name}.d.cts`]),
  ),
];
