import type { Level } from '../items-api';

/** Shows the developer what is reported, as the console shows such things. */
export function show(level: Level, ...what: unknown[]): void {
  const name = ({ warning: 'warn', critical: 'error' } as const)[level as string] ?? level;
  try {
    console[name as 'error'](`Rollcage: ${level}`, ...what);
  } catch {
    // A page may have replaced its console by one that throws.
  }
}
