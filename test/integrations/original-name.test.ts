import { expect, test } from 'vitest';
import { functionStart, originalName } from '../../src/integrations/original-name';
import type { Place, SourceMap } from '../../src/integrations/original-name';

test.each([
  ['a function', 'function ^t(){a();'],
  ['a generator', 'function*^t(){a();'],
  ['an async function', 'async function ^t(){a();'],
  ['an arrow', 'const a=1,^t=()=>{a();'],
  ['an arrow of one parameter', 'const ^t=e=>{a();'],
  ['an arrow that is an expression', 'const ^t=e=>a('],
  ['an async arrow', 'let ^t=async(e)=>{'],
  ['a function that is assigned', 'var ^t=function(){'],
  ['a class', 'class ^t{run(){'],
  ['a class that is assigned', 'var ^t=class{run(){'],
  ['one with blanks, as it was written', 'const ^t = async (e) => {\n  '],
  ['one whose parameters have braces', 'function ^t({a:e}={}){'],
  ['the outer one of its name', 'function ^t(){[1].map(function t(){});'],
  ['the inner one of its name', 'function t(){function ^t(){'],
])('%s is found', (_, marked) => {
  expect(functionStart(marked.replace('^', ''), 't')).toBe(marked.indexOf('^'));
});

test.each([
  ['has ended', 'function t(){}const n=()=>{function t(){}'],
  ['stands in a block that has ended', '{const t=e=>e}a('],
  ['has a longer name', 'function tt(){const nt=()=>{function t$(){'],
  ['is a property', 'e.t=()=>{class n{#t=()=>{'],
  ['is no function', 'n=()=>{let t=1;t=(1);t=n(()=>{'],
])('one that %s is not', (_, text) => {
  expect(functionStart(text, 't')).toBeUndefined();
});

test('a name with a dollar sign is found', () => {
  expect(functionStart('function $(){function $t(){', '$')).toBe(9);
});

test('it is looked for near the call alone', () => {
  expect(functionStart(`function t(){${' '.repeat(99_000)}`, 't')).toBe(9);
  expect(functionStart(`${' '.repeat(150_000)}function t(){`, 't')).toBe(150_009);
  expect(functionStart(`function t(){${' '.repeat(101_000)}`, 't')).toBeUndefined();
});

/** Knows the names at these places of the built file. */
const mapWith = (names: Record<string, string>): SourceMap => ({
  originalPositionFor: ({ line, column }: Place) => ({
    source: 'a.ts',
    line: 1,
    column: 0,
    name: names[`${line}:${column}`] ?? null,
  }),
  sources: ['a.ts'],
});

test.each([
  ['n', 'outer'],
  ['new n', 'new outer'],
  ['n/r', 'outer/inner'],
  ['n/<', 'outer/<'],
  ['n.r', 'outer.r'],
  ['x', 'x'],
  ['[anonymous]', '[anonymous]'],
])('%s was %s', (method, original) => {
  const built = '// one\nfunction n(){\n  const r=()=>{ fail() }; }';
  const map = mapWith({ '2:9': 'outer', '3:8': 'inner' });
  expect(originalName(method, built, { line: 3, column: 16 }, map)).toBe(original);
});

test('a name the map does not know stays', () => {
  const built = 'function n(){ fail() }';
  expect(originalName('n', built, { line: 1, column: 14 }, mapWith({}))).toBe('n');
});
