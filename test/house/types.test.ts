import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { root } from '../support/sources';

const folder = join(root, 'test/house/programs');

/** What the compiler says of a program that uses the package by its name. */
function complaintsOf(file: string): string[] {
  const program = ts.createProgram([join(folder, file)], {
    strict: true,
    noEmit: true,
    // What comes with the compiler takes longest, and is not in question.
    skipDefaultLibCheck: true,
    target: ts.ScriptTarget.ES2020,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    jsx: ts.JsxEmit.ReactJSX,
    lib: ['lib.es2020.d.ts', 'lib.dom.d.ts'],
    types: [],
    paths: {
      rollcage: [join(root, 'dist/index.d.ts')],
      'rollcage/source-maps': [join(root, 'dist/source-maps.d.ts')],
      'rollcage/snippet': [join(root, 'dist/snippet.d.ts')],
      'rollcage/react': [join(root, 'dist/react.d.ts')],
      'rollcage/angular': [join(root, 'dist/angular.d.ts')],
      'rollcage/vue': [join(root, 'dist/vue.d.ts')],
    },
  });
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

const files = readdirSync(folder);
const right = files.filter((file) => file.startsWith('right'));

test.each(right)('%s compiles', (file) => {
  expect(complaintsOf(file)).toEqual([]);
});

// Every wrong line stands below a @ts-expect-error, so one the compiler takes is a complaint.
test.each(files.filter((file) => file.startsWith('wrong')))('%s must not compile', (file) => {
  expect(readFileSync(join(folder, file), 'utf8')).toContain('@ts-expect-error');
  expect(complaintsOf(file)).toEqual([]);
});
