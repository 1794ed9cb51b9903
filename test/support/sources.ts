import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** The root of the project. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** An import or re-export of a source file. */
export interface Import {
  from: string;
  /** The file it names, relative to `src/` and without its ending, or the name of a package. */
  to: string;
  isTypeOnly: boolean;
}

/** A source file, parsed. */
export interface Source {
  /** Relative to `src/`, without its ending: `core/frames`. */
  name: string;
  tree: ts.SourceFile;
  imports: Import[];
}

function importsOf(name: string, tree: ts.SourceFile): Import[] {
  return tree.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    const { moduleSpecifier } = statement;
    if (!moduleSpecifier || !ts.isStringLiteral(moduleSpecifier)) return [];
    const { text } = moduleSpecifier;
    const isTypeOnly = ts.isImportDeclaration(statement)
      ? statement.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword
      : statement.isTypeOnly;
    const to = text.startsWith('.') ? join(dirname(name), text) : text;
    return [{ from: name, to, isTypeOnly }];
  });
}

/** Every module of `src/`. */
export function sources(): Source[] {
  return readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
    .map((file) => {
      const name = file.replace(/\.ts$/, '');
      const text = readFileSync(join(root, 'src', file), 'utf8');
      const tree = ts.createSourceFile(file, text, ts.ScriptTarget.ES2020, true);
      return { name, tree, imports: importsOf(name, tree) };
    })
    .sort((a, b) => a.name.localeCompare(b.name));
}
