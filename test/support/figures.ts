import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { root } from './sources';

/**
 * Compares a number in the README with the measured one: the first number of the table row that
 * begins with `label`. `npm run figures` writes it instead.
 */
export function expectFigure(label: string, measured: number): void {
  const file = join(root, 'README.md');
  const readme = readFileSync(file, 'utf8');
  const line = readme.split('\n').find((row) => row.startsWith(`| ${label} `)) ?? '';
  const quoted = /\|\s+(\d+)\s+\|/.exec(line);
  if (quoted && process.env.ROLLCAGE_FIGURES) {
    const width = quoted[0].length - 4;
    const cell = `| ${String(measured).padStart(width)} |`;
    writeFileSync(file, readme.replace(line, line.replace(quoted[0], cell)));
  } else {
    expect(Number(quoted?.[1]), `README, "${label}": npm run figures`).toBe(measured);
  }
}
