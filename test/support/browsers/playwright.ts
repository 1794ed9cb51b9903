import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, firefox } from 'playwright-core';
import type { BrowserContext, Page } from 'playwright-core';
import { isAlive, killTree, processesWith } from '../processes.mjs';
import { until, within } from '../within';
import type { Browser, BrowserOptions, Tab } from './contract';
import { tieToUs } from './mortal';
import { chromiumArgs, proxy } from './quiet';
import { backWith, expressionOf, waitWith } from './source';

type PlaywrightEngine = 'chromium' | 'firefox';

const launchers = {
  chromium: (profile: string, executablePath: string) =>
    chromium.launchPersistentContext(profile, {
      executablePath,
      proxy,
      timeout: 60_000,
      // Visitors have the back/forward cache, so the tests have it too.
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
      args: chromiumArgs,
    }),
  firefox: (profile: string, executablePath: string) =>
    firefox.launchPersistentContext(profile, {
      // Without it Playwright expects its own patched build.
      channel: 'moz-firefox',
      executablePath,
      proxy,
      timeout: 90_000,
      firefoxUserPrefs: {
        // Automation adds asynchronous frames that visitors' stacks do not have.
        'javascript.options.asyncstack': false,
        // One process for all tabs that outlives them. Firefox ends a site's process with its last
        // tab, and on a busy machine every third beacon sent from pagehide is lost with it.
        'fission.autostart': false,
        'dom.ipc.processCount': 1,
        'dom.ipc.keepProcessesAlive.web': 1,
      },
    }),
};

/** Chromium, or a stock Firefox, driven by Playwright. */
export async function openWithPlaywright(
  engine: PlaywrightEngine,
  executablePath: string,
  { profile }: BrowserOptions,
): Promise<Browser> {
  // Always a folder of ours: its name in the command line is how `kill` finds the process.
  const folder = profile ?? mkdtempSync(join(tmpdir(), 'rollcage-profile-'));
  const tidy = () => {
    if (!profile) rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
  let context: BrowserContext;
  try {
    context = await launchers[engine](folder, executablePath);
  } catch (error) {
    tidy();
    throw error;
  }

  const pid = processesWith(folder).find(({ parent }) => parent === process.pid)?.pid;
  const core = context.browser();
  if (pid === undefined || !core) {
    await context.close();
    throw new Error(`The process of ${engine} was not found.`);
  }
  const untie = tieToUs(pid);
  const ended = new Promise<void>((resolve) => context.once('close', () => resolve()));
  void ended.then(untie);

  const kill = async () => {
    killTree(pid);
    await until(() => !isAlive(pid), 10_000, `${engine} survived SIGKILL for 10 s`);
    await within(10_000, ended, `${engine} was killed, but Playwright did not notice within 10 s`);
    tidy();
  };
  const close = async () => {
    try {
      await within(20_000, context.close(), `${engine} did not close within 20 s`);
    } catch (error) {
      killTree(pid);
      throw error;
    } finally {
      tidy();
    }
  };
  const over = (tabs: BrowserContext, end: () => Promise<void>): Browser => ({
    engine,
    version: core.version(),
    pid,
    newTab: async () => tabOf(await tabs.newPage(), engine),
    isolated: async () => {
      const other = await core.newContext();
      return over(other, () => other.close());
    },
    close: end,
    kill,
  });
  return over(context, close);
}

function tabOf(page: Page, engine: PlaywrightEngine): Tab {
  const messages: string[] = [];
  page.on('console', (message) => messages.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => messages.push(`uncaught: ${error.message}`));
  page.setDefaultTimeout(20_000);

  const evaluate: Tab['eval'] = (source, ...args) =>
    within(
      30_000,
      page.evaluate(expressionOf(source, args)),
      `${engine} did not answer within 30 s: ${String(source)}`,
    );

  return {
    console: messages,
    goto: async (url) => void (await page.goto(url)),
    eval: evaluate,
    waitFor: waitWith(evaluate),
    click: (selector) => page.click(selector),
    press: (key) => page.keyboard.press(key),
    back: backWith(evaluate),
    reload: async () => void (await page.reload()),
    close: () => within(20_000, page.close(), `A tab of ${engine} did not close within 20 s`),
    screenshot: (path) => page.screenshot(path === undefined ? {} : { path }),
    setOffline: (isOffline) => page.context().setOffline(isOffline),
  };
}
