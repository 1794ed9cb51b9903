import { readFileSync } from 'node:fs';

/** A call as a parser found it; what it does not know is left out. */
export interface Found {
  filename?: string | undefined;
  lineno?: number | undefined;
  colno?: number | undefined;
  method?: string | undefined;
}

interface Place {
  filename: string;
  lineno: number | null;
  colno: number | null;
}

interface Expected extends Place {
  /** Null is not judged, empty is a call without a name. */
  method: string | null;
  also?: string[];
  alt?: Place[];
  altFile?: string[];
  ok?: { noColumn?: boolean };
}

/** What may be read of the thrown value; as everything thrown, of any type. */
export interface Thrown {
  name?: unknown;
  message?: unknown;
  stack?: unknown;
}

/** One recorded error; see test/fixtures/stacks/README.md. */
export interface Case {
  id: string;
  engine: string;
  kind: string;
  error: Thrown & { nonError?: boolean; value?: unknown };
  expect: { frames: Expected[]; skip?: { before: number; raw: string }[] };
}

/** The recordings of one file, `live` or `historic`. */
export function recordings(file: 'live' | 'historic'): Case[] {
  const url = new URL(`../fixtures/stacks/${file}.json`, import.meta.url);
  return JSON.parse(readFileSync(url, 'utf8')) as Case[];
}

/** The thrown value itself, or an empty one where nothing could have a stack. */
export function thrownOf({ error }: Case): Thrown {
  if (!error.nonError) return error;
  return typeof error.value === 'object' && error.value ? error.value : {};
}

/** All the ways to say that a call has no name. */
const noName = new Set([
  undefined,
  '',
  '?',
  '<anonymous>',
  '[anonymous]',
  'anonymous',
  '(anonymous function)',
]);

function isPlace(found: Found, { filename, lineno, colno }: Place, files: string[] = []): boolean {
  // Code without a file may as well have no file name.
  const isFile = found.filename
    ? [filename, ...files].includes(found.filename)
    : filename.startsWith('<anonymous');
  return (
    isFile &&
    (lineno === null || lineno === found.lineno) &&
    (colno === null || colno === found.colno)
  );
}

function isRight(found: Found, expected: Expected, isV8: boolean): boolean {
  const { method, also = [], alt = [], altFile, ok } = expected;
  const names = method === null ? [] : [method, ...also];
  const isName =
    method === null ||
    names.includes(found.method ?? '') ||
    (names.includes('') && noName.has(found.method)) ||
    (isV8 && names.some((name) => found.method === `async ${name}`));
  const isHere = isPlace(found, expected, altFile) && !(ok?.noColumn && found.colno);
  return isName && (isHere || alt.some((place) => isPlace(found, place)));
}

/** A frame made of a line that need not be one is right unless it invents a place. */
const isHonest = ({ lineno, colno }: Found, raw: string): boolean =>
  [lineno, colno].every((number) => number === undefined || raw.includes(`:${number}`));

/** Are these the calls of the recorded error, newest first, all of them and no others? */
export function areRight(found: Found[], { engine, expect }: Case): boolean {
  const { frames, skip = [] } = expect;
  const isV8 = /chromium|v8|hermes/.test(engine);
  // Walks both lists; at every index lines to skip may have become frames, or not.
  const follows = (at: number, next: number, skipped: number): boolean => {
    const expected = frames[at];
    const here = found[next];
    if (!expected && !here) return true;
    if (!here) return false;
    if (expected && isRight(here, expected, isV8) && follows(at + 1, next + 1, 0)) return true;
    const lines = skip.filter(({ before }) => before === at).slice(skipped);
    return lines.some(
      ({ raw }, index) => isHonest(here, raw) && follows(at, next + 1, skipped + index + 1),
    );
  };
  return follows(0, 0, 0);
}
