import { parse } from 'acorn';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../support/sources';

const { browserslist } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** What runs in pages: all but the program, what is for Node, and the snippet, which is ES5. */
const files = readdirSync(join(root, 'dist'), { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.c?js$/.test(file) && !/^(cli|inspector|rollcage\.snippet)/.test(file),
);

const astOf = (file: string) =>
  parse(readFileSync(join(root, 'dist', file), 'utf8'), {
    ecmaVersion: 2020,
    sourceType: /^(index|snippet|modules)\b.*\.js$/.test(file) ? 'module' : 'script',
  });

test('the docs promise what the manifest does', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  expect(browserslist).toEqual([
    'chrome >= 80',
    'edge >= 80',
    'firefox >= 78',
    'safari >= 14',
    'ios_saf >= 14',
  ]);
  expect(readme).toContain('Chrome and Edge 80, Firefox 78, Safari 14');
});

test.each(files)('dist/%s is ES2020', (file) => {
  expect(() => astOf(file)).not.toThrow();
});

/**
 * Names that an engine of the promise does not know yet, and where it came. What the language itself
 * has since ES2020 the compiler refuses by its `lib`; it is here for what is bundled beside.
 */
const later: Record<string, string> = {
  BroadcastChannel: 'Safari 15.4',
  FinalizationRegistry: 'Chrome 84',
  WeakRef: 'Chrome 84',
  any: 'Promise.any: Chrome 85',
  at: 'Chrome 92',
  canParse: 'Chrome 120',
  findLast: 'Chrome 97',
  findLastIndex: 'Chrome 97',
  fromAsync: 'Chrome 121',
  groupBy: 'Chrome 117',
  hasOwn: 'Chrome 93',
  locks: 'Firefox 96',
  randomUUID: 'Chrome 92',
  replaceAll: 'Chrome 85',
  replaceChildren: 'Chrome 86',
  requestIdleCallback: 'not in Safari',
  scheduler: 'Chrome 94',
  structuredClone: 'Chrome 98',
  throwIfAborted: 'Chrome 100',
  timeout: 'AbortSignal.timeout: Chrome 103',
  toReversed: 'Chrome 110',
  toSorted: 'Chrome 110',
  toSpliced: 'Chrome 110',
  trustedTypes: 'Chrome 83',
  userAgentData: 'Chrome 90',
  withResolvers: 'Chrome 119',
};

/** Those that are used, each only where it is there. */
const asked: Record<string, string> = {
  BroadcastChannel: 'src/integrations/worker.ts goes on without',
  locks: 'src/browser/locks.ts has a lease instead',
};

/** Fields of ours that have such a name. */
const ours = new Set(['at', 'timeout']);

interface Node {
  type: string;
  [key: string]: unknown;
}

/** Names of globals and of what is called or read of something. */
function namesIn(node: Node, names = new Set<string>()): Set<string> {
  const { type, name, property, computed } = node;
  const isProperty = type === 'MemberExpression' && !computed;
  if (isProperty) names.add(String((property as Node).name));
  if (type === 'Identifier') names.add(String(name));
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (typeof (child as Node | null)?.type === 'string') namesIn(child as Node, names);
    }
  }
  return names;
}

test('nothing that ships needs what a promised engine lacks', () => {
  const used = new Map(files.map((file) => [file, namesIn(astOf(file) as unknown as Node)]));
  const found = Object.keys(later).filter(
    (name) => !ours.has(name) && [...used.values()].some((names) => names.has(name)),
  );
  expect(found.sort()).toEqual(Object.keys(asked).sort());
});

test('what is ours by name is called nowhere', () => {
  const texts = files.map((file) => readFileSync(join(root, 'dist', file), 'utf8'));
  const calls = texts.flatMap((text) => text.match(/\.at\(|AbortSignal\.timeout/g) ?? []);
  expect(calls).toEqual([]);
});
