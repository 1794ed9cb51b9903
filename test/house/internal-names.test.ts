import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { root, sources } from '../support/sources';

const { internalNames, internalNamesOfSmallest } = (await import(
  join(root, 'rollup.config.mjs')
)) as {
  internalNames: string[];
  internalNamesOfSmallest: string[];
};

/** What others write, read or get to see. */
const open = ['items-api', 'options', 'surface', 'snippet/contract', 'snippet/snippet'];

/** The names in a file, and the texts, but for those in types, which are gone when it runs. */
function wordsOf(tree: ts.SourceFile): { names: Set<string>; texts: Set<string> } {
  const words = { names: new Set<string>(), texts: new Set<string>() };
  const walk = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) words.names.add(node.text);
    if (ts.isStringLiteralLike(node) && !ts.isLiteralTypeNode(node.parent)) {
      words.texts.add(node.text);
    }
    ts.forEachChild(node, walk);
  };
  walk(tree);
  return words;
}

const all = sources().map(({ name, tree }) => ({ name, ...wordsOf(tree) }));

/** A text stays as it is, so it would name another property. */
function expectInternal(word: string, files: typeof all): void {
  const named = files.filter(({ names }) => names.has(word)).map(({ name }) => name);
  expect(named).not.toEqual([]);
  expect(named.filter((name) => open.includes(name))).toEqual([]);
  expect(files.filter(({ texts }) => texts.has(word)).map(({ name }) => name)).toEqual([]);
}

/** What a file imports, and what that does: all that is in its bundle. */
function bundleOf(door: string): string[] {
  const found = [door];
  // Grows while it is walked.
  for (const name of found) {
    const { imports = [] } = sources().find((source) => source.name === name) ?? {};
    for (const { to, isTypeOnly } of imports) {
      if (!isTypeOnly && !found.includes(to)) found.push(to);
    }
  }
  return found;
}

test.each(internalNames)('%s is a name of ours alone, and never written as a text', (word) => {
  expectInternal(word, all);
});

const smallest = bundleOf('script');
test.each(internalNamesOfSmallest.filter((name) => !internalNames.includes(name)))(
  '%s is that in the smallest script',
  (word) => {
    expectInternal(
      word,
      all.filter(({ name }) => smallest.includes(name) || open.includes(name) || name === 'shapes'),
    );
  },
);
