/** What the docstrings of the sources say, as tables for people. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { root } from './sources';

type Documented = ts.Node & { name?: ts.Node };

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();
/** Of a docstring: a list stays one, as far as a cell of a table can have it. */
const prose = (text: string): string =>
  flat(text.replace(/\n\s*- /g, ' <br> ')).replaceAll('|', '\\|');

function commentOf(comment: string | ts.NodeArray<ts.JSDocComment> | undefined): string {
  if (typeof comment === 'string') return comment;
  // A link is the name of what it leads to.
  return (comment ?? [])
    .map((part) =>
      part.kind === ts.SyntaxKind.JSDocText
        ? part.text
        : `\`${(part as ts.JSDocLink).name?.getText() ?? ''}${part.text}\``,
    )
    .join('');
}

/** What stands above a declaration. */
function docOf(node: Documented): string {
  const [doc] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc).slice(-1);
  return prose(commentOf(doc?.comment));
}

const tagOf = (node: Documented, name: string): string | undefined => {
  const tag = ts.getJSDocTags(node).find(({ tagName }) => tagName.text === name);
  return tag && flat(commentOf(tag.comment));
};

const code = (text: string): string => {
  const plain = flat(text.replace(/\/\*[^]*?\*\//g, '')).replaceAll('|', '\\|');
  return plain.includes('`') ? `\`\` ${plain} \`\`` : `\`${plain}\``;
};

const table = (head: string[], rows: string[][]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const fileOf = (name: string): ts.SourceFile => {
  const text = readFileSync(join(root, 'src', `${name}.ts`), 'utf8');
  return ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
};

/** An option as its docstring tells of it. */
export interface DocumentedOption {
  name: string;
  type: string;
  /** Undefined where there is none. */
  preset: string | undefined;
  meaning: string;
}

/** The members of an interface, in the order of the source. */
export function optionsOf(file: string, name: string): DocumentedOption[] {
  const found = fileOf(file).statements.find(
    (each): each is ts.InterfaceDeclaration =>
      ts.isInterfaceDeclaration(each) && each.name.text === name,
  );
  if (!found) throw new Error(`src/${file}.ts has no interface ${name}`);
  return found.members.filter(ts.isPropertySignature).map((member) => ({
    name: member.name.getText(),
    type: member.type?.getText() ?? '',
    preset: tagOf(member, 'default'),
    meaning: docOf(member),
  }));
}

export const optionsTable = (options: DocumentedOption[]): string =>
  table(
    ['option', 'type', 'default', 'meaning'],
    options.map(({ name, type, preset, meaning }) => [
      code(name),
      code(type),
      preset ? preset.replace(/^([^ (]+|\[.*\])/, (value) => code(value)) : '',
      meaning,
    ]),
  );

/** Types that have a page of their own. */
const elsewhere: Record<string, string> = {
  Options: 'Every option is in [Options](options.md).',
};

/** The signature of a declaration, without what it does. */
function signatureOf(name: string, node: ts.Declaration): string {
  const made = ts.isVariableDeclaration(node) ? node.initializer : node;
  if (made && (ts.isFunctionDeclaration(made) || ts.isArrowFunction(made))) {
    const parameters = made.parameters.map((each) => each.getText()).join(', ');
    const generics = made.typeParameters?.map((each) => each.getText()).join(', ');
    const result = made.type ? `: ${made.type.getText()}` : '';
    return `${name}${generics ? `<${generics}>` : ''}(${parameters})${result}`;
  }
  const type = ts.isVariableDeclaration(node) && node.type;
  // Without the name of the module it is imported by.
  return type ? `${name}: ${type.getText().replace(/^\w+\./, '')}` : name;
}

/** The members of a union, each with what stands above it. */
function wordsOf(node: ts.TypeNode): string[][] {
  if (!ts.isUnionTypeNode(node)) return [];
  const whole = node.getSourceFile().getFullText();
  return node.types.map((word) => {
    const above = whole.slice(0, word.getStart());
    const [, says = ''] = /\/\*\*((?:(?!\*\/)[^])*)\*\/\s*\|?\s*$/.exec(above) ?? [];
    return [code(word.getText()), prose(says.replace(/^ *\* /gm, ''))];
  });
}

/** Everything a door of the package gives, with what its docstrings say. */
export function doorTables(doors: Record<string, string>): Record<string, string> {
  const pathOf = (file: string): string => join(root, 'src', `${file}.ts`);
  const program = ts.createProgram(
    [...Object.values(doors).map(pathOf), join(root, 'src/snippet/virtual.d.ts')],
    {
      target: ts.ScriptTarget.ES2020,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      types: [],
      // Without them nothing is known of what is picked from another type.
      lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
    },
  );
  const checker = program.getTypeChecker();
  /** And none of the language. */
  const isOurs = (node: ts.Node): boolean =>
    node.getSourceFile().fileName.startsWith(join(root, 'src'));
  const resolved = (symbol: ts.Symbol): ts.Symbol =>
    symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;

  const tableOf = (file: string): string => {
    const source = program.getSourceFile(pathOf(file)) as ts.SourceFile;
    const found = checker.getExportsOfModule(checker.getSymbolAtLocation(source) as ts.Symbol);
    const given = found.filter(({ name }) => name !== 'default');
    const symbols = given.map(resolved);

    /** Those of an interface, and of what it extends and nobody can name. */
    const membersOf = (
      node: ts.InterfaceDeclaration,
    ): { own: ts.TypeElement[]; also: string[] } => {
      const own = [...node.members];
      const also: string[] = [];
      for (const { expression } of (node.heritageClauses ?? []).flatMap(({ types }) => types)) {
        const base = checker.getSymbolAtLocation(expression);
        const target = base && resolved(base);
        const isNamed = target && symbols.includes(target);
        const shape = target?.declarations?.filter(isOurs).find(ts.isInterfaceDeclaration);
        if (!shape || (isNamed && shape !== node)) also.push(expression.getText());
        else {
          const inherited = membersOf(shape);
          own.push(...inherited.own);
          also.push(...inherited.also);
        }
      }
      return { own, also };
    };

    const rowOf = (member: ts.Declaration): string[] => [
      code(member.getText().replace(/;$/, '')),
      docOf(member),
    ];

    /** What a constant gives that has a type of its own, which nobody can name. */
    const givenBy = (node: ts.Declaration | undefined): ts.Declaration[] => {
      const type = node && ts.isVariableDeclaration(node) ? node.type : undefined;
      const shape = type && checker.getTypeFromTypeNode(type);
      if (!shape?.symbol?.declarations?.some(isOurs) || symbols.includes(shape.symbol)) return [];
      const made = shape.getConstructSignatures().map(({ declaration }) => declaration);
      const properties = shape.getProperties().map(({ declarations }) => declarations?.[0]);
      return [...made, ...properties].filter((each) => each !== undefined);
    };

    /** A type as it is written, or where that leads into the sources, what it comes to. */
    const written = (node: ts.TypeNode): string => {
      const text = node.getText();
      if (!/^\(typeof |\[['n]/.test(text)) return text;
      const { NoTruncation, UseSingleQuotesForStringLiteralType } = ts.TypeFormatFlags;
      const flags = NoTruncation | UseSingleQuotesForStringLiteralType;
      return checker.typeToString(checker.getTypeFromTypeNode(node), node, flags);
    };

    const entryOf = (name: string, symbol: ts.Symbol): string => {
      const declarations = symbol.declarations ?? [];
      const parts: string[] = [];
      const shape = declarations.find(ts.isInterfaceDeclaration);
      const alias = declarations.find(ts.isTypeAliasDeclaration);
      const value = declarations.find(
        (each) =>
          ts.isFunctionDeclaration(each) ||
          ts.isVariableDeclaration(each) ||
          ts.isClassDeclaration(each),
      );
      for (const node of [value, shape, alias]) {
        if (!node) continue;
        const statement = ts.isVariableDeclaration(node) ? node.parent.parent : node;
        const signature = node === value ? signatureOf(name, node) : name;
        if (signature !== name) parts.push(code(signature));
        parts.push(docOf(statement));
      }
      if (elsewhere[name]) return [`### ${name}`, ...parts, elsewhere[name]].join('\n\n');
      if (alias) {
        const words = wordsOf(alias.type);
        if (words.some(([, says]) => says)) parts.push(table(['word', 'meaning'], words));
        else parts.push(code(written(alias.type)));
      }
      if (shape) {
        const { own, also } = membersOf(shape);
        if (own.length) parts.push(table(['member', 'meaning'], own.map(rowOf)));
        if (also.length) parts.push(`Besides, all of ${also.map(code).join(' and ')}.`);
      }
      const given = givenBy(value);
      if (given.length) parts.push(table([`of \`${name}\` itself`, 'meaning'], given.map(rowOf)));
      return [`### ${name}`, ...parts.filter(Boolean)].join('\n\n');
    };

    const isType = ({ flags }: ts.Symbol): boolean => !(flags & ts.SymbolFlags.Value);
    return given
      .map(({ name }, index) => ({ name, symbol: symbols[index] as ts.Symbol }))
      .sort(
        (a, b) =>
          Number(isType(a.symbol)) - Number(isType(b.symbol)) || a.name.localeCompare(b.name, 'en'),
      )
      .map(({ name, symbol }) => entryOf(name, symbol))
      .join('\n\n');
  };
  return Object.fromEntries(Object.entries(doors).map(([door, file]) => [door, tableOf(file)]));
}
