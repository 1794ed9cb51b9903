import ErrorStackParser from 'error-stack-parser';
import { version } from 'error-stack-parser/package.json';
import { describe, expect, test } from 'vitest';
import type { Frame } from '../../src/items-api';
import { framesOf } from '../../src/core/frames';
import { expectBlock } from '../support/figures';
import {
  areRight,
  recordings,
  thrownOf,
  type Case,
  type Found,
  type Thrown,
} from '../support/corpus';

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The frame of a single line, as `file:line:column method`. */
function read(line: string): string | undefined {
  const [frame, ...more] = framesOf(line, 'Error', 'x');
  expect(more).toEqual([]);
  return frame && [frame.filename, frame.lineno, frame.colno, frame.method].join(' ');
}

describe('a line of V8', () => {
  test.each([
    ['a function', 'at save (https://a.example/b.js:3:7)', 'https://a.example/b.js 3 7 save'],
    ['no name', 'at https://a.example/b.js:3:7', 'https://a.example/b.js 3 7 [anonymous]'],
    ['async', 'at async save (https://a.example/b.js:3:7)', 'https://a.example/b.js 3 7 save'],
    [
      'async, no name',
      'at async http://a.example/b.js:3:7',
      'http://a.example/b.js 3 7 [anonymous]',
    ],
    [
      'an alias',
      'at A.b [as on (click)] (http://a/b.js:3:7)',
      'http://a/b.js 3 7 A.b [as on (click)]',
    ],
    ['parentheses in the name', 'at hoc (X) y (http://a/b.js:3:7)', 'http://a/b.js 3 7 hoc (X) y'],
    ['parentheses in the URL', 'at f (http://a/(b)/c(1).js:3:7)', 'http://a/(b)/c(1).js 3 7 f'],
    ['an odd URL', 'at f (http://a/b)(c.js:3:7)', 'http://a/b)(c.js 3 7 f'],
    ['a Windows path', 'at f (C:\\My (x86)\\b c.js:3:7)', 'C:\\My (x86)\\b c.js 3 7 f'],
    ['IPv6', 'at f (http://[::1]:80/b.js:3:7)', 'http://[::1]:80/b.js 3 7 f'],
    ['the front page', 'at http://localhost:5000/:3:7', 'http://localhost:5000/ 3 7 [anonymous]'],
    ['eval', 'at f (eval at g (http://a/b.js:2:3), <anonymous>:1:7)', 'http://a/b.js 2 3 f'],
    [
      'eval within eval',
      'at f (eval at g (eval at h (http://a/b.js:2:3)), <anonymous>:1:7)',
      'http://a/b.js 2 3 f',
    ],
    ['wasm', 'at f (http://a/b.wasm:wasm-function[1]:0x3f)', 'http://a/b.wasm   f'],
    ['the console', 'at <anonymous>:3:7', '<anonymous> 3 7 [anonymous]'],
    ['a zone', 'at f (http://a/b.js:3:7) [angular]', 'http://a/b.js 3 7 f'],
    ['no column', 'at f (http://a/b.js:3)', 'http://a/b.js 3  f'],
  ])('with %s', (_, line, frame) => expect(read(`Error: x\n    ${line}`)).toBe(frame));

  test.each(['at Array.map (<anonymous>)', 'at async Promise.all (index 0)', 'at f (native)'])(
    'of native code is no frame: %s',
    (line) => expect(read(`Error: x\n    ${line}`)).toBeUndefined(),
  );
});

describe('a line of Gecko or JSC', () => {
  test.each([
    ['a function', 'save@https://a.example/b.js:3:7', 'https://a.example/b.js 3 7 save'],
    ['no name', '@https://a.example/b.js:3:7', 'https://a.example/b.js 3 7 [anonymous]'],
    ['no @ either', 'https://a.example/b@2.js:3:7', 'https://a.example/b@2.js 3 7 [anonymous]'],
    [
      'an @ in the name',
      'x@http://y/z.js:1:2@http://a/b.js:3:7',
      'http://a/b.js 3 7 x@http://y/z.js:1:2',
    ],
    ['an @ in the URL', 'f@http://u@a:80/@c/d@1.js:3:7', 'http://u@a:80/@c/d@1.js 3 7 f'],
    ['a name like a scheme', 'httpGet@http://a/b.js:3:7', 'http://a/b.js 3 7 httpGet'],
    ['a query and a fragment', 'f@http://a/b?c=1:2#d:1:3:7', 'http://a/b?c=1:2#d:1 3 7 f'],
    ['a blob: URL', 'f@blob:http://a/1-2:3:7', 'blob:http://a/1-2 3 7 f'],
    ['a data: URL', 'f@data:text/javascript,x@y:3:7', 'data:text/javascript,x@y 3 7 f'],
    ['about:srcdoc', 'f@about:srcdoc:3:7', 'about:srcdoc 3 7 f'],
    ['a javascript: URL', '@javascript:go():1:1', 'javascript:go() 1 1 [anonymous]'],
    ['an await before it', 'async*f@http://a/b.js:3:7', 'http://a/b.js 3 7 f'],
    ['a promise before it', 'promise callback*f@http://a/b.js:3:7', 'http://a/b.js 3 7 f'],
    ['a timer before it', 'setTimeout handler*f@http://a/b.js:3:7', 'http://a/b.js 3 7 f'],
    [
      'an event before it',
      'EventListener.handleEvent*@http://a/b.js:3:7',
      'http://a/b.js 3 7 [anonymous]',
    ],
    ['a name like an async mark', 'a*b@http://a/b.js:3:7', 'http://a/b.js 3 7 a*b'],
    ['eval', 'f@http://a/b.js line 2 > eval:1:7', 'http://a/b.js 2  f'],
    ['evals in evals', 'f@http://a/b.js line 2 > Function line 3 > eval:1:7', 'http://a/b.js 2  f'],
    ['wasm', 'f@http://a/b.wasm:wasm-function[1]:0x3f', 'http://a/b.wasm   f'],
    [
      'compiled wasm',
      'f@http://a/b.js line 4 > WebAssembly.Module:wasm-function[1]:0x3f',
      'http://a/b.js 4  f',
    ],
    ['CR LF', 'f@http://a/b.js:3:7\r\n', 'http://a/b.js 3 7 f'],
  ])('with %s', (_, line, frame) => expect(read(line)).toBe(frame));

  test.each(['map@[native code]', '[native code]', 'eval code@', 'f@', '1@<?>:wasm-function[1]'])(
    'without a place is no frame: %s',
    (line) => expect(read(line)).toBeUndefined(),
  );
});

describe('a message', () => {
  const trap =
    'first\n    at trap (http://evil.example/x.js:1:1)\ntrap@http://evil.example/y.js:2:2';
  const call = '\n    at f (http://a/b.js:3:7)';
  const frame: Frame = { filename: 'http://a/b.js', lineno: 3, colno: 7, method: 'f' };

  test.each([
    ['after the name', `TypeError: ${trap}`],
    ['after a name that was changed later', `Error: ${trap}`],
    ['alone', trap],
  ])('%s is never read as frames', (_, header) => {
    expect(framesOf(header + call, 'TypeError', trap)).toEqual([frame]);
    expect(framesOf(header, 'TypeError', trap)).toEqual([]);
  });

  test('that was changed later does not hide the frames', () =>
    expect(framesOf(`Error: before${call}`, 'Error', 'after')).toEqual([frame]));

  test('that is short is not looked for in URLs', () =>
    expect(framesOf(`Error: old${call}`, 'Error', '//a/b.js:3:7)')).toEqual([frame]));

  test('that is empty takes nothing away', () => {
    expect(framesOf('f@http://a/b.js:3:7', 'a/b.js:3:7'.padEnd(17, 'x'), '')).toEqual([frame]);
    expect(framesOf(`Error${call}`, 'Error', '')).toEqual([frame]);
    expect(framesOf(call, '', '')).toEqual([frame]);
  });

  test.each(['see http://a/b.js:1:2', '  user: bob at c.example:1:2', 'Error', ''])(
    'or other prose is no frame: %j',
    (text) => expect(framesOf(text, 'Error', 'x')).toEqual([]),
  );
});

describe('many frames', () => {
  const stack = (calls: number): string =>
    Array.from({ length: calls }, (_, i) => `f${i}@http://a/b.js:1:1\n`).join('');

  test('come newest last', () =>
    expect(framesOf(stack(3), 'Error', '').map(({ method }) => method)).toEqual([
      'f2',
      'f1',
      'f0',
    ]));

  test('are all kept up to the limit of Gecko', () =>
    expect(framesOf(stack(128), 'Error', '')).toHaveLength(128));

  test('beyond lose their middle, and say so', () => {
    const frames = framesOf(stack(1000), 'Error', '');
    expect(frames).toHaveLength(129);
    expect(frames[0]?.method).toBe('f999');
    expect(frames[64]).toEqual({ filename: '(…)', method: '[872 left out]' });
    expect(frames[128]?.method).toBe('f0');
  });
});

test('a line of megabytes keeps its name, the ends of its URL and its place', () => {
  const url = `data:text/javascript,${'go({}, (1)); '.repeat(200_000)}`;
  const [frame] = framesOf(`Error: x\n    at f (${url}:3:7)`, 'Error', 'x');
  expect(frame).toMatchObject({ lineno: 3, colno: 7, method: 'f' });
  expect(frame?.filename).toMatch(/^data:text\/javascript,go\(.*….*\(1\)\); $/);
  expect(frame?.filename.length).toBeLessThan(8192);
});

describe('the recorded stacks', () => {
  const ours = ({ name, message, stack }: Thrown): Found[] =>
    framesOf(textOf(stack), textOf(name), textOf(message)).reverse();

  const theirs = (thrown: Thrown): Found[] =>
    ErrorStackParser.parse(thrown as Error).map((frame) => ({
      filename: frame.fileName,
      lineno: frame.lineNumber,
      colno: frame.columnNumber,
      method: frame.functionName,
    }));

  /** Throwing on what was thrown is a wrong answer as well. */
  const isRightBy = (parse: (thrown: Thrown) => Found[], recorded: Case): boolean => {
    try {
      return areRight(parse(thrownOf(recorded)), recorded);
    } catch {
      return false;
    }
  };

  const live = recordings('live');
  const historic = recordings('historic');
  const wrong = (cases: Case[]): string[] =>
    cases.filter((recorded) => !isRightBy(ours, recorded)).map(({ id }) => id);
  const hasText = (recorded: Case): boolean => typeof thrownOf(recorded).stack === 'string';

  test('are these: how many have a text to read, and how many must give no frames', () => {
    // Where there is no text, what was thrown or the error event may tell a place; not our part.
    const counts = [live, historic].map((cases) => [
      cases.filter(hasText).length,
      cases.filter((recorded) => !hasText(recorded)).length,
    ]);
    expect(counts).toEqual([
      [434, 46],
      [112, 4],
    ]);
  });

  test('compared with error-stack-parser, as the docs have it', async () => {
    const rows = [...live, ...historic].reduce<Record<string, number[]>>((table, recorded) => {
      const row = `${live.includes(recorded) ? 'live' : 'historic'} ${recorded.engine}`;
      const [cases = 0, right = 0, others = 0] = table[row] ?? [];
      table[row] = [
        cases + 1,
        right + +isRightBy(ours, recorded),
        others + +isRightBy(theirs, recorded),
      ];
      return table;
    }, {});
    const table = [
      ['recorded in', 'errors', 'Rollcage', `error-stack-parser ${version}`],
      ['---', '--:', '--:', '--:'],
      ...Object.entries(rows),
    ].map((cells) => `| ${cells.flat().join(' | ')} |`);
    console.info(table.join('\n'));
    await expectBlock('docs/errors.md', 'frames', table.join('\n'));
  });

  test('of engines of today are all right', () => expect(wrong(live)).toEqual([]));

  test('of older engines are right, with named exceptions', () => {
    expect(wrong(historic)).toEqual([
      // A library has rewritten JSC's lines as V8's, and the URL's scheme stands before its bracket.
      'historic--safari-extension-odd',
      'historic--safari-web-extension-odd',
      // Presto, gone since 2013, wrote no stack but lines into the message; they are a message here.
      'historic--opera-9',
      'historic--opera-10',
    ]);
    expect(wrong(historic).length / historic.length).toBeLessThan(0.04);
    const living = historic.filter(({ engine }) => !['ie', 'presto'].includes(engine));
    expect(wrong(living).length / living.length).toBeLessThan(0.02);
  });
});
