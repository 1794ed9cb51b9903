import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { members, options, statics } from '../contract/table';
import { root } from '../support/sources';

const theirs = join(root, 'node_modules/rollbar/index.d.ts');
const ours = ['src/options.ts', 'src/telemetry/options.ts', 'src/rollbar-class.ts'].map((file) =>
  join(root, file),
);
const program = ts.createProgram([theirs, ...ours], {
  strict: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  types: [],
});
const checker = program.getTypeChecker();

/** The declared type of that name in that file, or in its namespace `Rollbar`. */
function typeNamed(file: string, name: string): ts.Type {
  let found: ts.Type | undefined;
  const walk = (node: ts.Node): void => {
    if (
      (ts.isInterfaceDeclaration(node) || ts.isClassDeclaration(node)) &&
      node.name?.text === name
    ) {
      found ??= checker.getTypeAtLocation(node);
    }
    if (!found) ts.forEachChild(node, walk);
  };
  walk(program.getSourceFile(file) as ts.SourceFile);
  if (!found) throw new Error(`No type ${name} in ${file}`);
  return found;
}

const namesIn = (type: ts.Type, before = ''): string[] =>
  checker.getPropertiesOfType(type).map(({ name }) => before + name);

/** The static side of the class of rollbar.js. */
function theirStatics(): string[] {
  const { symbol } = typeNamed(theirs, 'Rollbar');
  return checker
    .getPropertiesOfType(checker.getTypeOfSymbol(symbol))
    .filter(({ flags }) => flags & ts.SymbolFlags.Method)
    .map(({ name }) => name);
}

const [fileOfOptions, fileOfTelemetry, fileOfClass] = ours as [string, string, string];

const typed = {
  option: [
    ...namesIn(typeNamed(fileOfOptions, 'Options')),
    ...namesIn(typeNamed(fileOfTelemetry, 'AutoInstrument'), 'autoInstrument.'),
    ...namesIn(typeNamed(theirs, 'Configuration')),
    ...namesIn(typeNamed(theirs, 'AutoInstrumentSettings'), 'autoInstrument.'),
    ...namesIn(typeNamed(theirs, 'Payload'), 'payload.'),
  ],
  member: [...namesIn(typeNamed(fileOfClass, 'Rollbar')), ...namesIn(typeNamed(theirs, 'Rollbar'))],
  static: [...namesIn(typeNamed(fileOfClass, 'RollbarClass')), ...theirStatics()],
};

const told = {
  option: Object.values(options).flatMap((chapter) => Object.keys(chapter)),
  member: Object.keys(members),
  static: Object.keys(statics),
};

/** What is named inside of tests: what they set, what they call or read, and that of the class. */
function namedByTests(): { [kind in keyof typeof typed]: Set<string> } {
  const named = {
    option: new Set<string>(),
    member: new Set<string>(),
    static: new Set<string>(),
  };
  const note = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node)) {
      if (!ts.isComputedPropertyName(node.name)) named.option.add(node.name.text);
    } else if (ts.isMethodDeclaration(node) && ts.isIdentifier(node.name)) {
      named.option.add(node.name.text);
    } else if (ts.isPropertyAccessExpression(node)) {
      named[node.expression.getText() === 'Rollbar' ? 'static' : 'member'].add(node.name.text);
    } else if (ts.isBindingElement(node)) {
      named.member.add((node.propertyName ?? node.name).getText());
    }
    if (ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node)) {
      // The name of a row, or the script of a page.
      const { text } = node;
      if (/^\w+$/.test(text)) Object.values(named).forEach((names) => names.add(text));
      for (const [, name] of text.matchAll(/\b(\w+):/g)) named.option.add(name as string);
      for (const [, name] of text.matchAll(/\.(\w+)/g)) named.member.add(name as string);
    }
    ts.forEachChild(node, note);
  };
  const files = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => name.endsWith('.test.ts'))) {
    const text = readFileSync(join(root, 'test', file), 'utf8');
    for (const statement of ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true)
      .statements) {
      if (/^(test|it|describe)\b/.test(statement.getText())) note(statement);
    }
  }
  return named;
}

const named = namedByTests();

describe.each(['option', 'member', 'static'] as const)('the table of the contract: %s', (kind) => {
  test('names every one that the types have', () => {
    expect(typed[kind].length).toBeGreaterThan(20);
    expect([...new Set(typed[kind])].filter((name) => !told[kind].includes(name))).toEqual([]);
  });

  test('names none that a test does not', () => {
    const isNamed = (name: string): boolean => named[kind].has(name.replace(/.*\./, ''));
    expect(told[kind].filter((name) => !isNamed(name))).toEqual([]);
  });
});

test('the table of the contract gives each a verdict and one line of what it means', () => {
  for (const chapter of [...Object.values(options), members, statics]) {
    for (const [verdict, meaning] of Object.values(chapter)) {
      expect(verdict).toMatch(/^(same|better|not here|new)$/);
      expect(meaning).toMatch(/^[^\n|]+\.$/);
    }
  }
});
