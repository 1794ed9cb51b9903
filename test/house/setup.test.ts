import { describe, expect, it } from 'vitest';
import { ensureBrowsers } from '../setup.mjs';
import { enginesToTest, missingPrograms, requireProgram } from '../support/find-browsers.mjs';
import { fits } from '../support/node-version.mjs';
import { summaryOf } from '../support/summary.mjs';

/** A machine that has these files, and notes the commands that are run. */
function machine({ files, isRoot = true }: { files: string[]; isRoot?: boolean }) {
  const commands: string[] = [];
  return {
    files,
    commands,
    isRoot,
    env: { PATH: '/bin:/usr/bin' },
    isThere: (path: string) => files.includes(path),
    say: () => undefined,
    run: async (command: string, args: string[]) => {
      commands.push([command, ...args].join(' '));
      return 0;
    },
  };
}

const all = ['chromium', 'firefox-esr', 'WebKitWebDriver', 'Xvfb'].map(
  (name) => `/usr/bin/${name}`,
);

describe('finding browsers', () => {
  it('looks at the variable first, then on PATH, then in known places', () => {
    const isThere = (path: string) =>
      ['/my/own', '/a/chromium', '/usr/bin/chromium'].includes(path);
    const find = (env: Record<string, string>) => requireProgram('chromium', env, isThere);
    expect(find({ ROLLCAGE_CHROMIUM: '/my/own', PATH: '/a' })).toBe('/my/own');
    expect(find({ PATH: '/b:/a' })).toBe('/a/chromium');
    expect(find({})).toBe('/usr/bin/chromium');
  });

  it('does not replace a browser that was named but cannot be run', () => {
    const env = { ROLLCAGE_FIREFOX: '/gone', PATH: '/usr/bin' };
    expect(() => requireProgram('firefox', env, (path) => path !== '/gone')).toThrow(
      'ROLLCAGE_FIREFOX names /gone, which cannot be run.',
    );
  });

  it('wants only what the chosen engines need', () => {
    const missing = (env: Record<string, string>) =>
      missingPrograms(env, () => false).map(({ debian }) => debian);
    expect(missing({})).toEqual(['chromium', 'firefox-esr', 'webkit2gtk-driver', 'xvfb']);
    expect(missing({ ROLLCAGE_ENGINES: 'webkit' })).toEqual(['webkit2gtk-driver', 'xvfb']);
  });

  it('refuses an engine it does not know', () => {
    expect(enginesToTest({ ROLLCAGE_ENGINES: ' firefox, chromium' })).toEqual([
      'chromium',
      'firefox',
    ]);
    expect(() => enginesToTest({ ROLLCAGE_ENGINES: 'safari' })).toThrow('safari');
  });
});

describe('installing browsers', () => {
  it('runs nothing when all are there', async () => {
    const ready = machine({ files: all });
    await ensureBrowsers(ready);
    expect(ready.commands).toEqual([]);
  });

  it('installs only what is missing', async () => {
    const bare = machine({ files: ['/usr/bin/apt-get', ...all.slice(0, 2)] });
    const run: typeof bare.run = (command, args) => {
      if (args.includes('install')) bare.files.push(...all);
      return bare.run(command, args);
    };
    await ensureBrowsers({ ...bare, run });
    expect(bare.commands).toHaveLength(2);
    expect(bare.commands[0]).toMatch(/^apt-get .*update$/);
    expect(bare.commands[1]).toMatch(/install -y --no-install-recommends webkit2gtk-driver xvfb$/);
  });

  it('tries a failed installation once more, then says what is missing', async () => {
    const bare = machine({ files: ['/usr/bin/apt-get', ...all.slice(1)] });
    const run: typeof bare.run = (command, args) => bare.run(command, args).then(() => 100);
    await expect(ensureBrowsers({ ...bare, run })).rejects.toThrow('Chromium');
    expect(bare.commands.filter((command) => command.includes('install'))).toHaveLength(2);
  });

  it.each([
    ['without root', machine({ files: ['/usr/bin/apt-get'], isRoot: false })],
    ['without apt', machine({ files: [] })],
  ])('says in one sentence what to install %s', async (_, poor) => {
    await expect(ensureBrowsers(poor)).rejects.toThrow(
      'Missing for the browser tests: Chromium, Firefox, WebKitWebDriver, Xvfb; install them ' +
        '(on Debian: apt-get install chromium firefox-esr webkit2gtk-driver xvfb), or name the ' +
        'path in ROLLCAGE_CHROMIUM, ROLLCAGE_FIREFOX, ROLLCAGE_WEBKIT_DRIVER, or leave chromium, ' +
        'firefox, webkit out with ROLLCAGE_ENGINES.',
    );
    expect(poor.commands).toEqual([]);
  });
});

describe('the test command', () => {
  it.each([
    ['20.19.0', true],
    ['20.18.3', false],
    ['21.7.0', false],
    ['22.13.1', true],
    ['23.5.0', false],
    ['24.0.0', true],
    ['26.1.0', true],
  ])('on Node %s: %s', (version, isFit) => {
    expect(fits(version, '^20.19 || ^22.13 || >=24')).toBe(isFit);
  });

  const report = {
    success: true,
    numPassedTests: 12,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [],
  };

  it('counts in its last line, skipped tests only if there are any', () => {
    expect(summaryOf(report)).toBe('12 passed, 0 failed');
    expect(summaryOf({ ...report, numPendingTests: 2, numTodoTests: 1 })).toBe(
      '12 passed, 0 failed, 3 skipped',
    );
  });

  it('counts a file that broke before its tests, and errors outside of tests', () => {
    const broken = { status: 'failed', assertionResults: [{ status: 'passed' }] };
    expect(summaryOf({ ...report, success: false, testResults: [broken] })).toMatch('1 failed');
    expect(summaryOf({ ...report, success: false })).toMatch('1 failed');
  });
});
