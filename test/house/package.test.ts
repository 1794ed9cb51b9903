import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { notifier } from '../../src/version';
import { root } from '../support/sources';

const json = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8'));
const manifest = json('package.json');

test('the notifier tells the version of the package', () => {
  expect(notifier).toEqual({ name: manifest.name, version: manifest.version });
});

test('a framework is asked for by nobody who does not use it', () => {
  const { peerDependencies, peerDependenciesMeta } = manifest;
  expect(Object.keys(peerDependencies)).not.toEqual([]);
  const optional = Object.keys(peerDependencies).map((name) => [name, { optional: true }]);
  expect(peerDependenciesMeta).toEqual(Object.fromEntries(optional));
});

/** Licences that ask for no more than their text. */
const free =
  /^\(?(MIT|MIT-0|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0|CC0-1\.0|Unlicense)/;

interface Locked {
  version: string;
  license?: string;
  dev?: boolean;
}

test('what is installed with the package has a free licence', () => {
  const locked: [string, Locked][] = Object.entries(json('package-lock.json').packages);
  const runtime = locked.filter(([path, { dev }]) => path && !dev);
  expect(runtime.length).toBeGreaterThan(0);
  const unfree = runtime.filter(([, { license }]) => !free.test(license ?? ''));
  expect(unfree.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
});

/** Tools with another licence, which no user gets, and why they may be there. */
const toolsAlone: Record<string, string> = {
  'axe-core': 'MPL-2.0: judges the page of the inspector in tests, unchanged',
  lightningcss: 'MPL-2.0: comes with Vite, which builds the applications of the tests',
  'rollup-plugin-dts': 'LGPL-3.0-only: writes the files with types, unchanged',
};

test('what the tools have beside is named, and goes to nobody', () => {
  const locked: [string, Locked][] = Object.entries(json('package-lock.json').packages);
  const unfree = locked.filter(([path, { license }]) => path && !free.test(license ?? ''));
  // Of lightningcss there is one more for each machine.
  const names = unfree.map(([path]) =>
    (path.split('node_modules/').at(-1) ?? '').replace(/^(lightningcss)-.*/, '$1'),
  );
  expect([...new Set(names)].sort()).toEqual(Object.keys(toolsAlone).sort());
  expect(unfree.filter(([, { dev }]) => !dev)).toEqual([]);
});

test('the lockfile pins versions and names no registry', () => {
  const ranges = Object.values<string>({ ...manifest.dependencies, ...manifest.devDependencies });
  expect(ranges.filter((range) => !/^(npm:[\w@/-]+@)?\d+\.\d+\.\d+$/.test(range))).toEqual([]);
  expect(readFileSync(join(root, 'package-lock.json'), 'utf8')).not.toContain('"resolved"');
});

test('a tag is tested before it is published, with where it comes from', () => {
  const workflow = readFileSync(join(root, '.github/workflows/release.yml'), 'utf8');
  const steps = [...workflow.matchAll(/- (?:name: .*\n +)?run: (.*)$/gm)].map(([, run]) => run);
  expect(steps).toEqual([
    expect.stringContaining('$GITHUB_REF_NAME'),
    'npm ci',
    expect.stringMatching(/npm test$/),
    expect.stringContaining('npm pkg set "repository.url='),
    'npm publish --provenance --access public',
  ]);
  expect(workflow).toContain("tags: ['v*']");
  expect(workflow).toContain('id-token: write');

  // Without it, or with that of another, the registry refuses what says where it comes from.
  const folder = mkdtempSync(join(tmpdir(), 'rollcage-release-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  execFileSync('sh', ['-c', steps[3] as string], {
    cwd: folder,
    env: {
      ...process.env,
      GITHUB_REPOSITORY: 'owner/rollcage',
      GITHUB_SERVER_URL: 'https://github.com',
    },
  });
  const { repository, ...rest } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  expect(repository).toEqual({ type: 'git', url: 'git+https://github.com/owner/rollcage.git' });
  expect(rest).toEqual(manifest);
});
