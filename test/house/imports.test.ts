import { expect, test } from 'vitest';
import ts from 'typescript';
import { sources } from '../support/sources';
import type { Import, Source } from '../support/sources';

/** Shapes and words that everybody may know. */
const ground = ['items-api', 'shapes', 'options', 'surface', 'names', 'version'];
/** Everything that is not a door, a roof or a wing. */
const below = ['core/*', 'browser/*', 'pipeline', 'hooks', ...ground];
/** The same without the browser, which is passed in. */
const pure = ['core/*', 'browser/guard', 'pipeline', 'hooks', 'report', ...ground];

/** The wing: how it is built on, and what is in it. */
const telemetry = ['telemetry/with-telemetry', 'telemetry/index'];

/**
 * Who may import whom, the first rule that fits a file. `types` may be imported as types only,
 * which leaves nothing in the bundle.
 */
const rules: { room: string; values: string[]; types: string[]; instead: string }[] = [
  {
    room: 'items-api',
    values: [],
    types: [],
    instead: 'The wire stands alone: put the shape that needs more where it is built.',
  },
  {
    room: 'shapes',
    values: [],
    types: ['items-api'],
    instead: 'Shapes are types only: move what runs to the room that owns it.',
  },
  {
    room: 'options',
    values: ['items-api'],
    types: ['telemetry/options'],
    instead: 'Options know no one: take what is needed from the settings where it is used.',
  },
  {
    room: 'surface',
    values: [],
    types: ['options', 'shapes'],
    instead: 'The surface is types only: what runs is wired in the notifier.',
  },
  {
    room: 'names',
    values: [],
    types: ['telemetry/options', 'items-api', 'options', 'surface'],
    instead: 'Names are types only.',
  },
  { room: 'version', values: [], types: [], instead: 'A version is a constant.' },
  {
    room: 'core/*',
    values: ['core/*', 'items-api', 'version'],
    types: ground,
    instead: 'The core is pure: let the caller read the browser and pass plain facts in.',
  },
  {
    room: 'pipeline',
    values: ['core/*', 'items-api'],
    types: ground,
    instead: 'The flow only puts steps of core/ in order.',
  },
  {
    room: 'hooks',
    values: ['core/foreign'],
    types: ['browser/guard', ...ground],
    instead: 'Hooks get their guard as a parameter.',
  },
  {
    room: 'report',
    values: pure,
    types: pure,
    instead: 'A report goes from the capture to the outbox; the browser comes as ports.',
  },
  {
    room: 'patience',
    values: ['browser/guard', 'core/foreign', 'core/plain'],
    types: ['items-api', 'shapes'],
    instead: 'It changes ports from outside: what they are made of is not for it to know.',
  },
  {
    room: 'wrap',
    values: ['core/foreign', 'core/plain'],
    types: ['browser/guard', 'items-api'],
    instead: 'It only remembers; who reports is not for it to know.',
  },
  {
    room: 'drop-in',
    values: ['browser/guard', 'core/foreign', 'items-api', 'wrap'],
    types: ground,
    instead: 'It changes ports from outside: what they are made of is not for it to know.',
  },
  {
    room: 'complaints',
    values: ['core/*', 'items-api', 'options', 'telemetry/options'],
    types: ground,
    instead: 'Complaints only read options.',
  },
  {
    room: 'browser/shelf',
    values: ['core/outcome'],
    types: ground,
    instead: 'The shelf only keeps: what is sent, and when, is for the outbox to say.',
  },
  {
    room: 'browser/*',
    values: ['browser/*', 'core/bytes', 'core/delivery', 'core/outcome', 'items-api'],
    types: ground,
    instead: 'Effects are small and dumb: decide in core/ and pass the decision in.',
  },
  {
    room: 'telemetry/contract',
    values: [],
    types: ['browser/guard', 'telemetry/options', ...ground],
    instead: 'The contract is types only.',
  },
  {
    room: 'telemetry/options',
    values: [],
    types: ['items-api'],
    instead: 'Options know no one: take what is needed from the settings where it is used.',
  },
  {
    room: 'telemetry/index',
    values: ['telemetry/*'],
    types: ['telemetry/contract'],
    instead: 'It is a list of collectors.',
  },
  {
    room: 'telemetry/telemetry',
    values: ['core/ring', 'core/plain', 'telemetry/ready'],
    types: ['telemetry/contract', 'telemetry/options', ...ground],
    instead: 'Collectors arrive as values: which there are is not for it to know.',
  },
  {
    room: 'telemetry/ready',
    values: ['core/bytes', 'core/foreign', 'core/plain', 'pipeline'],
    types: ['core/ring', ...ground],
    instead: 'It seals what is kept: how that came about is not for it to know.',
  },
  {
    room: 'telemetry/with-telemetry',
    values: [
      'browser/guard',
      'core/foreign',
      'telemetry/leaving',
      'telemetry/options',
      'telemetry/ready',
      'telemetry/telemetry',
      'pipeline',
    ],
    types: ['telemetry/contract', ...ground],
    instead: 'It changes ports from outside: what they are made of is not for it to know.',
  },
  {
    room: 'telemetry/leaving',
    values: ['core/delivery', 'core/plain'],
    types: ground,
    instead: 'It lightens what the outbox sends, and decides nothing about delivery.',
  },
  {
    room: 'telemetry/*',
    values: ['browser/on', 'browser/patch', 'core/foreign', 'core/plain'],
    types: ['telemetry/contract', 'telemetry/options', ...ground],
    instead: 'A collector stands alone: what it needs is on the desk.',
  },
  {
    room: 'integrations/source-maps',
    values: ['integrations/originals', 'pipeline', 'core/bytes'],
    types: ground,
    instead: 'It changes ports from outside: what they are made of is not for it to know.',
  },
  {
    room: 'integrations/originals',
    values: ['integrations/original-name', 'core/plain'],
    types: ['items-api'],
    instead: 'It knows frames and maps, and nothing of items on their way.',
  },
  {
    room: 'integrations/original-name',
    values: [],
    types: [],
    instead: 'It reads a text, and nothing else.',
  },
  {
    room: 'integrations/thrown',
    values: [],
    types: [],
    instead: 'It is a part of every framework, and so knows none, nor the core.',
  },
  {
    room: 'integrations/react-context',
    values: ['react'],
    types: ground,
    instead: 'It gets the notifier as a value: what that is made of is not for it to know.',
  },
  {
    room: 'integrations/react-boundary',
    values: ['react', 'integrations/react-context', 'integrations/thrown'],
    types: ground,
    instead: 'It gets the notifier from the context: the page may have none of the core.',
  },
  {
    room: 'integrations/react-root',
    values: ['integrations/react-boundary', 'integrations/thrown'],
    types: ground,
    instead: 'It gets the notifier as a value: what that is made of is not for it to know.',
  },
  {
    room: 'integrations/react',
    values: [
      'integrations/react-context',
      'integrations/react-boundary',
      'integrations/react-root',
    ],
    types: [],
    instead: 'This door is a list of names.',
  },
  {
    room: 'integrations/vue',
    values: ['integrations/thrown'],
    types: ['vue', ...ground],
    instead: 'It gets the app and the notifier as values, and brings neither.',
  },
  {
    room: 'integrations/angular',
    values: ['integrations/thrown'],
    types: ground,
    instead: 'It gets the notifier as a value, and what Angular asks for is a shape alone.',
  },
  {
    room: 'integrations/worker',
    values: ['browser/page', 'browser/storage', 'core/outcome'],
    types: ground,
    instead: 'It changes ports from outside: what they are made of is not for it to know.',
  },
  {
    room: 'notifier',
    values: pure,
    types: pure,
    instead:
      'The notifier is wired from what is below it; the browser comes as a value, its ports.',
  },
  {
    room: 'ports',
    values: ['browser/ports', 'browser/verbose', 'core/*', 'options', 'patience'],
    types: ['shapes'],
    instead: 'It adds to the browser what a notifier can be without, and nothing else.',
  },
  {
    room: 'rollbar-class',
    values: ['items-api', 'notifier'],
    types: ['drop-in', ...ground],
    instead: 'The class only adds names to the notifier.',
  },
  {
    room: 'rollbar',
    values: ['complaints', 'drop-in', 'ports', 'rollbar-class', ...telemetry],
    types: ['names'],
    instead: 'It puts together what the class has here.',
  },
  {
    room: 'snippet/contract',
    values: [],
    types: ['options'],
    instead: 'The contract is types only.',
  },
  {
    room: 'snippet/snippet',
    values: [],
    types: ['snippet/contract'],
    instead: 'The snippet stands alone in the page: nothing may be bundled into it.',
  },
  {
    room: 'snippet/index',
    values: ['virtual:snippet-text'],
    types: [],
    instead: 'This door only gives the text away.',
  },
  {
    room: 'take-over',
    values: ['browser/ids', 'browser/ports'],
    types: ['rollbar-class', 'surface', 'snippet/contract'],
    instead: 'It gets the class it makes a notifier of.',
  },
  {
    room: 'script',
    values: ['rollbar-class', 'browser/ports', 'take-over'],
    types: [],
    instead: 'A door opens to the surface, not to the rooms.',
  },
  {
    room: 'take-over-old',
    values: ['browser/ids', 'core/foreign'],
    types: ['options', 'rollbar-class', 'shapes', 'surface'],
    instead: 'It gets the class it makes notifiers of.',
  },
  {
    room: 'script-full',
    values: ['rollbar-class', 'drop-in', 'ports', 'take-over', 'take-over-old', ...telemetry],
    types: [],
    instead: 'A door opens to the surface, not to the rooms.',
  },
  {
    room: 'script-dev',
    values: [
      'rollbar-class',
      'drop-in',
      'ports',
      'complaints',
      'take-over',
      'take-over-old',
      ...telemetry,
    ],
    types: [],
    instead: 'A door opens to the surface, not to the rooms.',
  },
  {
    room: 'index',
    values: ['rollbar', 'notifier', 'ports'],
    types: below,
    instead: 'The front door is a list of names.',
  },
  {
    room: 'required',
    values: ['index'],
    types: [],
    instead: 'This door gives what the front door does.',
  },
];

const fits = (name: string, pattern: string): boolean =>
  pattern.endsWith('/*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;

const all = sources();

test('every file stands in a room, and every room has a file', () => {
  const homeless = all.filter(({ name }) => !rules.some(({ room }) => fits(name, room)));
  expect(homeless.map(({ name }) => name)).toEqual([]);
  const empty = rules.filter(({ room }) => !all.some(({ name }) => fits(name, room)));
  expect(empty.map(({ room }) => room)).toEqual([]);
});

test('imports keep to the table', () => {
  const broken = all.flatMap(({ name, imports }) => {
    const rule = rules.find(({ room }) => fits(name, room));
    return imports
      .filter(({ to, isTypeOnly }) => {
        const allowed = [...(rule?.values ?? []), ...(isTypeOnly ? (rule?.types ?? []) : [])];
        return !allowed.some((pattern) => fits(to, pattern));
      })
      .map(({ to }) => `src/${name}.ts imports ${to}. ${rule?.instead}`);
  });
  expect(broken).toEqual([]);
});

/** The files on a way from one file back to itself, or nothing. */
function circleFrom(start: Source): string[] | undefined {
  const seen = new Set<string>();
  const walk = (name: string, way: string[]): string[] | undefined => {
    if (name === start.name && way.length) return [...way, name];
    if (seen.has(name)) return undefined;
    seen.add(name);
    const values = (imports: Import[]): Import[] => imports.filter(({ isTypeOnly }) => !isTypeOnly);
    for (const { to } of values(all.find((source) => source.name === name)?.imports ?? [])) {
      const circle = walk(to, [...way, name]);
      if (circle) return circle;
    }
    return undefined;
  };
  return walk(start.name, []);
}

test('imports run in no circle', () => {
  expect(all.map(circleFrom).filter(Boolean)).toEqual([]);
});

test('no file is a drawer for anything: utils, helpers, common, misc', () => {
  const drawers = all.filter(({ name }) => /(util|helper|common|misc)/i.test(name));
  expect(drawers.map(({ name }) => name)).toEqual([]);
});

test('only the front doors export a default', () => {
  const exporting = all.filter(({ tree }) =>
    /export default|\bas default\b/.test(tree.getFullText().replace(/\/\*[^]*?\*\//g, '')),
  );
  expect(exporting.map(({ name }) => name)).toEqual(['index', 'required']);
});

/** Statements that do something when a module is loaded, besides defining. */
function effects({ tree }: Source): string[] {
  return tree.statements
    .filter(
      (statement) =>
        ts.isExpressionStatement(statement) ||
        ts.isIfStatement(statement) ||
        ts.isForStatement(statement) ||
        ts.isForOfStatement(statement) ||
        ts.isTryStatement(statement),
    )
    .map((statement) => statement.getText(tree).slice(0, 60));
}

test('nothing happens at import time, but in the doors for script tags', () => {
  const doors = ['script', 'script-dev', 'script-full', 'snippet/snippet'];
  const busy = all.filter((source) => effects(source).length > 0).map(({ name }) => name);
  expect(busy).toEqual(doors);
});

test('no type is any', () => {
  const places: string[] = [];
  const visit = (tree: ts.SourceFile, node: ts.Node): void => {
    if (node.kind === ts.SyntaxKind.AnyKeyword) {
      places.push(`${tree.fileName}:${tree.getLineAndCharacterOfPosition(node.pos).line + 1}`);
    }
    node.forEachChild((child) => visit(tree, child));
  };
  for (const { tree } of all) visit(tree, tree);
  expect(places).toEqual([]);
});
