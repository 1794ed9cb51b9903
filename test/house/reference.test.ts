import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { defaults, wholeDefaults } from '../../src/options';
import { telemetryDefaults } from '../../src/telemetry/options';
import { expectBlock } from '../support/figures';
import { doorTables, optionsOf, optionsTable } from '../support/reference';
import { root } from '../support/sources';

const blocks = {
  options: optionsOf('options', 'Options'),
  telemetry: optionsOf('telemetry/options', 'TelemetryOptions'),
  'auto-instrument': optionsOf('telemetry/options', 'AutoInstrument'),
  aliases: optionsOf('options', 'AliasOptions'),
  ignored: optionsOf('options', 'IgnoredOptions'),
};

test.each(Object.entries(blocks))('docs/options.md has all of %s', async (name, options) => {
  await expectBlock('docs/options.md', name, optionsTable(options));
});

test('every option says what it means', () => {
  const { ignored, ...rest } = blocks;
  const silent = Object.values(rest)
    .flat()
    .filter(({ meaning }) => !meaning);
  expect(silent.map(({ name }) => name)).toEqual([]);
});

/** A value as a docstring writes it. */
const written = (value: unknown): string =>
  inspect(value)
    .replace(/^\[ (.*) \]$/, '[$1]')
    .replaceAll('_', '');

test('a docstring names the default that there is', () => {
  const documented = [...blocks.options, ...blocks.telemetry];
  const wrong = Object.entries({ ...defaults, ...wholeDefaults, ...telemetryDefaults })
    .map(([name, value]) => {
      const preset = documented.find((option) => option.name === name)?.preset ?? '';
      // What is empty need not be told.
      return {
        name,
        preset: preset.replace(/ \(.*/, ''),
        value: Object(value).length === 0 ? '' : written(value),
      };
    })
    .filter(({ preset, value }) => preset !== value);
  expect(wrong).toEqual([]);
});

test('docs/delivery.md tells of each reason to drop something, in its list and in its table', () => {
  const text = (file: string): string => readFileSync(join(root, file), 'utf8');
  const [, union = ''] = /export type DropReason =([^;]*);/.exec(text('src/shapes.ts')) ?? [];
  const reasons = [...union.matchAll(/\| '([\w-]+)'/g)].map(([, reason]) => `\`${reason}\``);
  expect(reasons.length).toBeGreaterThan(10);
  const page = text('docs/delivery.md');
  const [, list = ''] = /whose `code` is one of ([^]*?)\. Without/.exec(page) ?? [];
  const [, told = ''] = /## What is dropped[^|]*([^]*?)\n\n/.exec(page) ?? [];
  expect(reasons.filter((reason) => !list.includes(reason))).toEqual([]);
  expect(reasons.filter((reason) => !told.includes(reason))).toEqual([]);
});

const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** Where each door is made of. */
const doors = Object.fromEntries(
  Object.keys(exports)
    .filter((name) => exports[name].import)
    .map((name) => {
      const door = name.slice(2);
      if (!door) return ['rollcage', 'index'];
      if (['snippet', 'telemetry'].includes(door)) return [`rollcage/${door}`, `${door}/index`];
      return [`rollcage/${door}`, `integrations/${door}`];
    }),
);

test('docs/api.md has every name of every door', async () => {
  const tables = doorTables(doors);
  const whole = Object.entries(tables).map(([door, table]) => `## \`${door}\`\n\n${table}`);
  await expectBlock('docs/api.md', 'api', whole.join('\n\n'));
});
