import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import nodeResolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import typescript from '@rollup/plugin-typescript';
import swc from '@swc/core';
import Ajv from 'ajv/dist/2020.js';
import { default as standalone } from 'ajv/dist/standalone/index.js';
import dts from 'rollup-plugin-dts';
import { minify as shorten } from 'terser';
import ts from 'typescript';
import { brotliCompressSync } from 'node:zlib';
import { checking, schema } from './test/support/item-validator.mjs';

const compile = (sourceMap, transformers) =>
  typescript({
    // Types are for `npm run check`.
    compilerOptions: { sourceMap, outDir: undefined, declaration: false, noCheck: true },
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

/**
 * Writes `function f() {…}` as `const f = () => {…}`, which is shorter. Both minifiers keep it. Not for
 * the script with everything: within others V8 parses arrow functions in full, again and again, and a
 * start takes some 10 % longer.
 */
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
  ...['birth', 'createOutbox', 'createScrub', 'facts', 'lost', 'rejected'],
  ...['say', 'uncaught', 'chance', 'exclusively', 'stored', 'retryAfterMs', 'thrown', 'place'],
  ...['count', 'ended', 'envelope', 'leave', 'sealed', 'settings', 'tell', 'told', 'wake'],
  ...['giveUp', 'isGone', 'isShrunk', 'mend', 'note', 'noted', 'outcome', 'lay', 'tries'],
  ...['chars', 'isNotice', 'items', 'listen', 'onEnd', 'reached', 'remove', 'seal'],
  ...['adapt', 'changed', 'configured', 'early', 'enrich', 'isNoise', 'isUnwanted', 'occurrence'],
  ...['guard', 'asked', 'listeners', 'original', 'record', 'report', 'scrub'],
  ...['addTo', 'gather', 'copy', 'ports', 'stackFor'],
];

/** The same in the smallest script, which has no telemetry that would see such of the browser. */
export const internalNamesOfSmallest = [...internalNames, 'response', 'send'];

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
const smallest = (names) => ({
  name: 'smallest',
  async renderChunk(code) {
    const properties = { builtins: true, regex: new RegExp(`^(${names.join('|')})$`) };
    let best;
    for (const seldom of ['', ...'etrnioalusc']) {
      const mangle = { reserved: [seldom], properties };
      const result = await shorten(code, { ...minifying(2020), mangle, sourceMap: true });
      const size = brotliCompressSync(`${result.code}\n`).length;
      if (!best || size < best.size) best = { ...result, size };
    }
    return best;
  },
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

/**
 * The check of the wire as the code Ajv makes of the schema, so that the program, which nobody gave
 * a dependency for it, can do without Ajv.
 */
const compiledValidator = {
  name: 'compiled-validator',
  load(id) {
    if (!id.endsWith('item-validator.mjs')) return null;
    const ajv = new Ajv({ ...checking, code: { source: true, esm: true } });
    const code = standalone.default(ajv, ajv.compile(schema));
    // The one thing it would import: how many characters a text has.
    const counted = code.replace(
      /require\("ajv\/dist\/runtime\/ucs2length"\)\.default/,
      () => '(text) => [...text].length',
    );
    return `${counted}\nexport const schema = ${JSON.stringify(schema)};`;
  },
};

/** The page of the inspector, which the program serves as it is. */
const inspectorFiles = {
  name: 'inspector-files',
  generateBundle() {
    for (const name of readdirSync('demo/inspector')) {
      const source = readFileSync(`demo/inspector/${name}`, 'utf8');
      this.emitFile({ type: 'asset', fileName: `inspector/${name}`, source });
    }
  },
};

/** A page that has broken what a script needs to start would hear of that as of an error of its own. */
const contained = {
  intro: 'try {',
  outro: `} catch (error) {
    try {
      console.warn('Rollcage: cannot start: ' + error);
    } catch {}
  }`,
};

/** What a page may load with a script tag. */
const scriptFiles = ['rollcage.full.min.js', 'rollcage.min.js', 'rollcage.js'];

/** Subresource integrity of the scripts, built just before. */
const integrity = {
  name: 'integrity',
  generateBundle() {
    const hashes = scriptFiles.map((name) => {
      const hash = createHash('sha384').update(readFileSync(`dist/${name}`));
      return [name, `sha384-${hash.digest('base64')}`];
    });
    const source = `${JSON.stringify(Object.fromEntries(hashes), null, 2)}\n`;
    this.emitFile({ type: 'asset', fileName: 'integrity.json', source });
  },
};

/** A warning of the build is a fault of the build. */
const onwarn = (warning) => {
  throw new Error(warning.message);
};

const browser = nodeResolve({ browser: true });

/** Joined into one file, a type under the name it has elsewhere, `type X = x.X`, means itself. */
const aliases = {
  name: 'aliases',
  renderChunk: (code) => code.replace(/^( +)type (\w+)(<.*>)? = \2(<.*>)?;$/gm, '$1export { $2 };'),
};

/** The types of what `require` gives: a class that has on it what a module would export. */
const required = {
  name: 'required',
  renderChunk(code) {
    const names = [];
    const rest = code.replace(/^export (?:type )?\{ (.*) \};\n?/gm, (_, list) => {
      names.push(...list.split(', '));
      return '';
    });
    return `${rest}
/** The class, with everything else on it. */
declare class RollbarModule extends Rollbar {}
declare namespace RollbarModule {
    export { ${names.join(', ')} };
}
export = RollbarModule;
`;
  },
};

const types = (input, files) => ({
  input,
  plugins: [dts(), aliases],
  onwarn,
  output: files.map((file) => ({ file })),
});

/** Doors of their own, and what of others they import. */
const doors = {
  'source-maps': 'integrations/source-maps',
  react: 'integrations/react',
  vue: 'integrations/vue',
  angular: 'integrations/angular',
  worker: 'integrations/worker',
  telemetry: 'telemetry/index',
};
const foreign = ['stacktrace-js', 'react'];

export default [
  {
    input: 'src/snippet/snippet.ts',
    plugins: [compile(false), minify(5)],
    onwarn,
    output: { file: 'dist/rollcage.snippet.js', format: 'es' },
  },
  ...[
    ['', internalNamesOfSmallest, [arrows]],
    ['-full', internalNames, []],
  ].map(([kind, names, before]) => ({
    input: `src/script${kind}.ts`,
    plugins: [browser, compile(true, { before }), simplify, smallest(names)],
    onwarn,
    // Whoever wants the map can name it; every visitor would have to load its name.
    output: {
      file: `dist/rollcage${kind.replace('-', '.')}.min.js`,
      format: 'iife',
      sourcemap: 'hidden',
      ...(kind && contained),
    },
  })),
  {
    input: 'src/script-dev.ts',
    plugins: [browser, compile(false)],
    onwarn,
    output: { file: 'dist/rollcage.js', format: 'iife', ...contained },
  },
  {
    input: ['src/index.ts', ...Object.values(doors).map((file) => `src/${file}.ts`)],
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
    input: 'src/required.ts',
    plugins: [browser, compile(false)],
    onwarn,
    output: { file: 'dist/rollcage.cjs', format: 'cjs' },
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
  // Of what was built above: one compilation less for each.
  ...Object.entries(doors).map(([name, file]) => ({
    input: `dist/modules/${file}.js`,
    external: foreign,
    onwarn,
    output: { file: `dist/${name}.cjs`, format: 'cjs' },
  })),
  {
    input: 'demo/cli.mjs',
    external: /^node:/,
    plugins: [compiledValidator, inspectorFiles, integrity],
    onwarn,
    output: { file: 'dist/cli.js', format: 'es' },
  },
  types('src/index.ts', ['dist/index.d.ts']),
  {
    input: 'src/index.ts',
    plugins: [dts(), aliases, required],
    onwarn,
    output: { file: 'dist/rollcage.d.cts' },
  },
  types('src/snippet/index.ts', ['dist/snippet.d.ts', 'dist/snippet.d.cts']),
  ...Object.entries(doors).map(([name, file]) =>
    types(`src/${file}.ts`, [`dist/${name}.d.ts`, `dist/${name}.d.cts`]),
  ),
];
