import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { differences } from '../contract/differences';
import { inputs } from '../contract/inputs';
import { members, options, statics } from '../contract/table';
import type { Chapter } from '../contract/table';
import { expectBlock } from '../support/figures';
import { root } from '../support/sources';

const page = 'docs/migration.md';

const table = (heads: string[], rows: string[][]): string =>
  [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const chapter = (what: string, entries: Chapter): string =>
  table(
    [what, '', 'what that means'],
    Object.entries(entries).map(([name, [verdict, meaning]]) => [`\`${name}\``, verdict, meaning]),
  );

/** How many of each verdict there are. */
function counted(entries: Chapter[]): string {
  const verdicts = entries.flatMap((one) => Object.values(one).map(([verdict]) => verdict));
  return ['same', 'better', 'not here', 'new']
    .map((verdict) => `${verdicts.filter((one) => one === verdict).length} ${verdict}`)
    .join(', ');
}

test('the guide says of each option what becomes of it', async () => {
  const chapters = Object.entries(options).map(
    ([title, entries]) => `### ${title}\n\n${chapter('option', entries)}`,
  );
  const text = [`${counted(Object.values(options))}.`, ...chapters].join('\n\n');
  await expectBlock(page, 'options', text);
});

test('the guide says of each method what becomes of it', async () => {
  await expectBlock(
    page,
    'members',
    `${counted([members])}.\n\n${chapter('on an instance', members)}`,
  );
  await expectBlock(
    page,
    'statics',
    `${counted([statics])}.\n\n${chapter('on the class', statics)}`,
  );
});

test('the guide lists the differences that are wanted, by their reason', async () => {
  const rows = differences.map(({ path, only, inputs: shown, reason }) => [
    `\`${path}\``,
    only === 'either' || !only ? 'differs' : `only ${only}`,
    shown?.join(', ') ?? 'any',
    reason,
  ]);
  await expectBlock(page, 'inputs', `${Object.keys(inputs).length} inputs are compared.`);
  await expectBlock(page, 'differences', table(['field', '', 'of', 'why'], rows));
});

test('the guide is found from the README', () => {
  expect(readFileSync(join(root, 'README.md'), 'utf8')).toContain(`](${page})`);
});
