import type { Engine } from './browsers';

/** What differs by engine. */
export type By<T> = Record<Engine, T>;

/**
 * The column an engine gives a place, none where it gives none. Of a call: where it begins in
 * Chromium, the parenthesis in WebKit, and in Firefox one or the other. Of a thrown value WebKit
 * gives the end, and Firefox the last part of it that has a place.
 */
export type Columns = Partial<By<number>>;

/** A call as tests tell it. Without a file it is in the page's own script. */
export type Call = [
  method: string,
  lineno?: number | undefined,
  columns?: Columns,
  filename?: string,
];

/** The frame an engine makes of the call. */
export const frameIn =
  (engine: Engine, script: string) =>
  ([method, lineno, columns, filename = script]: Call) => ({
    filename,
    method,
    lineno,
    colno: columns?.[engine],
  });

const isBy = <T>(value: T | By<T>): value is By<T> =>
  typeof value === 'object' && value !== null && 'chromium' in value;

/** What is said of this engine, or of all. */
export const inEngine = <T>(engine: Engine, value: T | By<T>): T =>
  isBy(value) ? value[engine] : value;
