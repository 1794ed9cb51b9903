import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import ts from 'typescript';
import { afterAll, describe, expect, test } from 'vitest';
import { root } from '../support/sources';

/** An application that has installed what `npm pack` makes. */
const app = mkdtempSync(join(tmpdir(), 'rollcage-pack-'));
afterAll(() => rmSync(app, { recursive: true, force: true }));

const installed = join(app, 'node_modules/rollcage');
mkdirSync(installed, { recursive: true });
const options = ['--json', '--offline', '--ignore-scripts', '--pack-destination', app];
const [packed] = JSON.parse(
  execFileSync('npm', ['pack', ...options], { cwd: root, encoding: 'utf8' }),
) as [{ filename: string; files: { path: string }[] }];
const tarball = join(app, packed.filename);
execFileSync('tar', ['-xzf', tarball, '-C', installed, '--strip-components=1']);

const files = packed.files.map(({ path }) => path);
const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));

/** Every file that a part of the manifest names. */
const named = (part: unknown): string[] =>
  typeof part === 'string' ? [part] : Object.values(part as object).flatMap(named);

test('npm pack takes what is built and what is to be read, and nothing else', () => {
  expect(files.filter((file) => !file.startsWith('dist/'))).toEqual([
    'CHANGELOG.md',
    'LICENSE',
    'README.md',
    'package.json',
  ]);
  const { exports, main, module, types, typesVersions, unpkg, jsdelivr } = manifest;
  const wanted = named([exports, main, module, types, typesVersions, unpkg, jsdelivr]);
  expect(wanted.filter((file) => !files.includes(file.replace('./', '')))).toEqual([]);
});

test('the package is what its manifest says (publint)', async () => {
  const { buffer } = new Uint8Array(readFileSync(tarball));
  const { messages } = await publint({ pack: { tarball: buffer }, strict: true });
  expect(messages.map((message) => formatMessage(message, manifest))).toEqual([]);
});

test('every door has the types of what it gives, however it is resolved (attw)', async () => {
  const result = await checkPackage(createPackageFromTarballData(readFileSync(tarball)), {
    // Scripts for pages: nobody imports them.
    excludeEntrypoints: [/^\.\/dist\//],
  });
  expect(result.types && Object.keys(result.entrypoints)).toEqual([
    '.',
    './snippet',
    './source-maps',
    './react',
    './vue',
    './angular',
    './package.json',
  ]);
  expect(result.types && result.problems).toEqual([]);
});

const { Bundler, Node10, NodeNext } = ts.ModuleResolutionKind;
const { CommonJS, ESNext, NodeNext: NodeNextModule } = ts.ModuleKind;

/** What a compiler is told, with the kind of file it is told it of. */
interface Setting {
  extension: 'ts' | 'cts' | 'mts';
  /** Whether a default import of a module without one is the module. */
  esModuleInterop: boolean;
  module: ts.ModuleKind;
  moduleResolution: ts.ModuleResolutionKind;
}

const interop = { esModuleInterop: true };
const settings = {
  'nodenext, CommonJS': {
    extension: 'cts',
    module: NodeNextModule,
    moduleResolution: NodeNext,
    ...interop,
  },
  'nodenext, ESM': {
    extension: 'mts',
    module: NodeNextModule,
    moduleResolution: NodeNext,
    ...interop,
  },
  bundler: { extension: 'ts', module: ESNext, moduleResolution: Bundler, ...interop },
  node10: { extension: 'ts', module: CommonJS, moduleResolution: Node10, ...interop },
  'node10 without esModuleInterop': {
    extension: 'ts',
    module: CommonJS,
    moduleResolution: Node10,
    esModuleInterop: false,
  },
  'nodenext without esModuleInterop': {
    extension: 'cts',
    module: NodeNextModule,
    moduleResolution: NodeNext,
    esModuleInterop: false,
  },
} satisfies Record<string, Setting>;

/** Compiles a program for the application and runs it: what it has printed, or what is wrong. */
function outcomeOf(program: string, { extension, ...setting }: Setting): unknown {
  const isModule = setting.module === ESNext;
  const file = join(app, `program.${extension}`);
  const emitted = join(app, `program.${isModule ? 'mjs' : extension.replace('ts', 'js')}`);
  writeFileSync(join(app, 'package.json'), '{ "type": "commonjs" }');
  writeFileSync(file, program);
  let code = '';
  const compiled = ts.createProgram([file], {
    strict: true,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
    skipDefaultLibCheck: true,
    types: [],
    // What people have, and what the compiler would rather they had not.
    ignoreDeprecations: '6.0',
    ...setting,
  });
  const complaints = ts
    .getPreEmitDiagnostics(compiled)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
  if (complaints.length) return complaints;
  compiled.emit(undefined, (_, text) => (code = text));
  writeFileSync(emitted, code);
  return execFileSync(process.execPath, [emitted], { encoding: 'utf8' }).trim();
}

/** What code for rollbar.js does with the class, whatever has brought it. */
const withClass = `
const configuration: Rollbar.Configuration = { accessToken: 'token', environment: 'test' };
const level: Rollbar.Level = 'critical';
const rollbar: Rollbar = new Rollbar(configuration);
const shared: Rollbar = Rollbar.init(configuration);
class Ours extends Rollbar {}
const { uuid }: Rollbar.LogResult = rollbar[level]('x');
console.log(
  [rollbar, shared, new Ours()].every((one) => one instanceof Rollbar),
  new Ours() instanceof Ours,
  uuid.length,
);`;

const imports = {
  require: `import Rollbar = require('rollcage');`,
  default: `import Rollbar from 'rollcage';`,
  namespace: `import * as Rollbar from 'rollcage';`,
  named: `import { Rollbar } from 'rollcage';`,
};

const everywhere = Object.keys(settings) as (keyof typeof settings)[];
const inCommonJs = everywhere.filter((name) => !['nodenext, ESM', 'bundler'].includes(name));
const withoutInterop = everywhere.filter((name) => !settings[name].esModuleInterop);

describe.each([
  [imports.require, inCommonJs],
  [imports.default, everywhere],
  // As code for rollbar.js 2.x had it; with esModuleInterop, no namespace can be called.
  [imports.namespace, withoutInterop],
  [imports.named, everywhere],
] as const)('%s', (line, names) => {
  test.each(names)('is the class: %s', (name) => {
    expect(outcomeOf(line + withClass, settings[name])).toBe('true true 36');
  });
});

test.each(everywhere)('the other names are imported by theirs: %s', (name) => {
  const program = `
    import { browserPorts, createNotifier } from 'rollcage';
    import type { Callback, Configuration, Level, Notifier, Options } from 'rollcage';
    const options: Options & Configuration = {};
    const callback: Callback = (error) => console.log(error instanceof Error);
    const notifier: Notifier = createNotifier(options, browserPorts());
    const level: Level = 'info';
    notifier[level]('x', callback);`;
  expect(outcomeOf(program, settings[name])).toBe('true');
});

test('a program without types finds on the class whatever else there is', () => {
  const program = `
    const Rollbar = require('rollcage');
    const { browserPorts, createNotifier } = Rollbar;
    const rollbar = new Rollbar({ accessToken: 'token' });
    console.log(
      rollbar instanceof Rollbar,
      Object.getPrototypeOf(rollbar) === Rollbar.prototype,
      Rollbar.default === Rollbar && Rollbar.Rollbar === Rollbar,
      typeof createNotifier({}, browserPorts()).error,
    );`;
  const file = join(app, 'untyped.cjs');
  writeFileSync(file, program);
  expect(execFileSync(process.execPath, [file], { encoding: 'utf8' }).trim()).toBe(
    'true true true function',
  );
});

test('import and require give the same names', () => {
  const file = join(app, 'both.mjs');
  writeFileSync(
    file,
    `import * as imported from 'rollcage';
     import { createRequire } from 'node:module';
     const required = createRequire(import.meta.url)('rollcage');
     console.log(Object.keys(imported).filter((name) => typeof required[name] !== typeof imported[name]).length);`,
  );
  expect(execFileSync(process.execPath, [file], { encoding: 'utf8' }).trim()).toBe('0');
});
