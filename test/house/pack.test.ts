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
  expect(result.types && Object.keys(result.entrypoints)).toEqual(
    Object.keys(manifest.exports).filter((door) => !door.startsWith('./dist/')),
  );
  expect(result.types && result.problems).toEqual([]);
});

const { Bundler, Node10, NodeNext } = ts.ModuleResolutionKind;
const { CommonJS, ESNext, NodeNext: NodeNextModule } = ts.ModuleKind;

/** What a compiler is told, and the kind of file it is told it of. */
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

const everywhere = Object.keys(settings) as (keyof typeof settings)[];
const inCommonJs = everywhere.filter((name) => !['nodenext, ESM', 'bundler'].includes(name));
const withoutInterop = everywhere.filter((name) => !settings[name].esModuleInterop);

const programs: { title: string; text: string; prints: string; where: typeof everywhere }[] = [
  ...(
    [
      [`import Rollbar = require('rollcage');`, inCommonJs],
      [`import Rollbar from 'rollcage';`, everywhere],
      // As code for rollbar.js 2.x had it; with esModuleInterop, no namespace can be called.
      [`import * as Rollbar from 'rollcage';`, withoutInterop],
      [`import { Rollbar } from 'rollcage';`, everywhere],
    ] as const
  ).map(([line, where]) => ({
    title: `${line} brings the class`,
    text: line + withClass,
    prints: 'true true 36',
    where,
  })),
  {
    title: 'import { … } brings the rest',
    text: `
      import { browserPorts, createNotifier } from 'rollcage';
      import type { Callback, Configuration, Level, Notifier, Options } from 'rollcage';
      const options: Options & Configuration = {};
      const callback: Callback = (error) => console.log(error instanceof Error);
      const notifier: Notifier = createNotifier(options, browserPorts());
      const level: Level = 'info';
      notifier[level]('x', callback);`,
    prints: 'true',
    where: everywhere,
  },
];

/** What a program of the application prints. */
const printedBy = (file: string): string =>
  execFileSync(process.execPath, [file], { encoding: 'utf8' }).trim();

/** Puts a program into the application. */
function write(file: string, text: string): string {
  writeFileSync(join(app, file), text);
  return join(app, file);
}

write('package.json', '{ "type": "commonjs" }');

describe.each(everywhere)('compiled for %s', (name) => {
  const { extension, ...setting }: Setting = settings[name];
  const here = programs.filter(({ where }) => where.includes(name));
  const files = here.map(({ text }, index) => write(`${index}.${extension}`, text));
  // One for all of them: what comes with the compiler takes longest.
  const compiled = ts.createProgram(files, {
    strict: true,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
    skipDefaultLibCheck: true,
    types: [],
    // What people have, and what the compiler would rather they had not.
    ignoreDeprecations: '6.0',
    ...setting,
  });

  test.each(here.map((program, index) => ({ ...program, index })))(
    '$title',
    ({ prints, index }) => {
      const complaints = ts
        .getPreEmitDiagnostics(compiled, compiled.getSourceFile(files[index] as string))
        .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
      expect(complaints).toEqual([]);
      let code = '';
      compiled.emit(
        compiled.getSourceFile(files[index] as string),
        (_, text) => void (code = text),
      );
      const isModule = setting.module === ESNext;
      const emitted = `${index}.${isModule ? 'mjs' : extension.replace('ts', 'js')}`;
      expect(printedBy(write(emitted, code))).toBe(prints);
    },
  );
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
  expect(printedBy(write('untyped.cjs', program))).toBe('true true true function');
});

test('require gives whatever import does', () => {
  const program = `
    import * as imported from 'rollcage';
    import { createRequire } from 'node:module';
    const required = createRequire(import.meta.url)('rollcage');
    const names = Object.keys(imported);
    console.log(names.length > 3, names.filter((name) => typeof required[name] !== typeof imported[name]).join());`;
  expect(printedBy(write('both.mjs', program))).toBe('true');
});
