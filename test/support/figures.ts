import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
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

/** What stands in a page of the docs between `<!-- name -->` and `<!-- /name -->`. */
const block = (name: string): RegExp => new RegExp(`(<!-- ${name} -->\\n)[^]*(<!-- /${name} -->)`);

/** Writes a table into the docs in the place of the one that stands in the block of that name. */
export async function writeBlock(page: string, name: string, table: string): Promise<void> {
  const file = join(root, page);
  const whole = readFileSync(file, 'utf8').replace(block(name), `$1\n${table}\n\n$2`);
  writeFileSync(file, await format(whole, { ...(await resolveConfig(file)), filepath: file }));
}

/**
 * Compares what stands in the block of that name with the measured table. `npm run figures` writes
 * it instead.
 */
export async function expectBlock(page: string, name: string, table: string): Promise<void> {
  if (process.env.ROLLCAGE_FIGURES) return writeBlock(page, name, table);
  const [found = ''] = block(name).exec(readFileSync(join(root, page), 'utf8')) ?? [];
  const wanted = await format(`<!-- ${name} -->\n\n${table}\n\n<!-- /${name} -->`, {
    parser: 'markdown',
  });
  expect(found, `${page}, "${name}": npm run figures`).toBe(wanted.trim());
}
