import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { descendantsOf, isAlive, killTree } from '../processes.mjs';
import { until } from '../within';
import type { BrowserOptions, Engine } from './contract';
import { openDisplay } from './display';
import { spawnMortal } from './mortal';
import { chromiumArgs, proxy } from './quiet';

/**
 * A browser as its user starts it. Driven, Firefox and WebKit end with the process of a page, and
 * WebKit keeps no profile. Nobody can ask its pages: they tell by themselves, with requests.
 */
export interface Undriven {
  readonly engine: Engine;
  readonly pid: number;
  /** Opens the page in a new tab. That it is there, it tells. */
  visit(url: string): void;
  /** SIGKILL for the processes of all pages so far: no event fires. The browser goes on. */
  killPages(): Promise<void>;
  /**
   * SIGTERM, as at the end of a session. What pages put into localStorage is in the profile then,
   * but for Firefox, which ends at once.
   */
  close(): Promise<void>;
}

export interface UndrivenPrograms {
  browser: string;
  /** Where the engine needs a screen. */
  xvfb: string | undefined;
}

interface Kind {
  args: (profile: string) => string[];
  env?: (profile: string) => NodeJS.ProcessEnv;
  prefs?: Record<string, boolean | number | string>;
  /** Fits the command line of a process that runs pages. */
  runsPages: RegExp;
  /** Has one more at hand, which was started last, for the page to come. */
  isAhead?: boolean;
}

const { hostname, port } = new URL(proxy.server);

const kinds: Record<Engine, Kind> = {
  chromium: {
    args: (profile) => [
      ...chromiumArgs,
      ...['--headless', '--no-sandbox', `--user-data-dir=${profile}`],
      ...[`--proxy-server=${proxy.server}`, `--proxy-bypass-list=${proxy.bypass}`],
      '--disable-popup-blocking',
      // A page would get a process that was there before it.
      '--disable-features=SpareRendererForSitePerProcess',
    ],
    runsPages: / --type=renderer /,
  },
  firefox: {
    args: (profile) => ['--headless', '--no-remote', '--profile', profile],
    prefs: {
      'network.proxy.type': 1,
      'network.proxy.http': hostname,
      'network.proxy.http_port': Number(port),
      'network.proxy.ssl': hostname,
      'network.proxy.ssl_port': Number(port),
      'network.proxy.no_proxies_on': proxy.bypass,
      // Neither a greeting nor terms of use before the page.
      'browser.aboutwelcome.enabled': false,
      'datareporting.policy.dataSubmissionEnabled': false,
      'dom.disable_open_during_load': false,
      // A page would get a process that was there before it.
      'dom.ipc.processPrelaunch.enabled': false,
    },
    runsPages: / -contentproc .* tab $/,
  },
  webkit: {
    args: () => ['--javascript-can-open-windows-automatically=true'],
    env: (profile) => ({
      XDG_CACHE_HOME: profile,
      XDG_CONFIG_HOME: profile,
      XDG_DATA_HOME: profile,
      NO_AT_BRIDGE: '1',
    }),
    runsPages: /WebKitWebProcess /,
    isAhead: true,
  },
};

/** Starts the browser; it is ready for the first visit. */
export async function openUndriven(
  engine: Engine,
  programs: UndrivenPrograms,
  { profile }: BrowserOptions,
): Promise<Undriven> {
  const { args, env, prefs, runsPages, isAhead } = kinds[engine];
  const folder = profile ?? mkdtempSync(join(tmpdir(), 'rollcage-profile-'));
  const started: { end(): void }[] = [];
  const end = () => {
    for (const program of started.splice(0).reverse()) program.end();
    if (!profile) rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
  try {
    const display = programs.xvfb === undefined ? undefined : await openDisplay(programs.xvfb);
    if (display) started.push(display);
    const wheel = await openWheel();
    started.push(wheel);
    if (prefs) {
      const lines = Object.entries(prefs).map(
        ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
      );
      writeFileSync(join(folder, 'user.js'), lines.join(''));
    }
    const mortal = spawnMortal(programs.browser, [...args(folder), wheel.url], {
      ...process.env,
      ...env?.(folder),
      ...(display && { DISPLAY: display.name }),
    });
    started.push(mortal);
    await until(wheel.isHeld, 90_000, `${engine} did not open its first page within 90 s`);

    const pid = descendantsOf(mortal.pid)[0]?.pid;
    if (pid === undefined) throw new Error(`The process of ${engine} was not found.`);
    const below = () => descendantsOf(pid);
    const runningPages = () =>
      below()
        .filter(({ commandLine }) => runsPages.test(commandLine))
        .map((found) => found.pid);
    const spared = runningPages();
    let visits = 0;
    return {
      engine,
      pid,
      visit(url) {
        visits++;
        wheel.visit(url);
      },
      async killPages() {
        const found = runningPages().filter((page) => !spared.includes(page));
        // MiniBrowser aborts when a process dies before it has introduced itself.
        const victims = isAhead ? found.slice(0, visits) : found;
        if (victims.length < visits) {
          throw new Error(`Not every page of ${engine} has a process of its own.`);
        }
        visits = 0;
        victims.forEach(killTree);
        await gone(victims, `A page of ${engine} survived SIGKILL for 20 s`);
      },
      async close() {
        // Helpers write down what they hold, and end after the browser.
        const all = [pid, ...below().map((helper) => helper.pid)];
        try {
          process.kill(pid, 'SIGTERM');
          await gone(all, `${engine} survived SIGTERM for 20 s`);
        } catch (error) {
          all.forEach(killTree);
          throw error;
        } finally {
          end();
        }
      },
    };
  } catch (error) {
    end();
    throw error;
  }
}

const gone = (pids: number[], complaint: string) =>
  until(() => !pids.some(isAlive), 20_000, complaint);

/** A first page that opens others. */
interface Wheel {
  url: string;
  isHeld(): boolean;
  visit(url: string): void;
  end(): void;
}

// Without an opener, and from another site, a page gets a process of its own in every engine.
const wheelPage = `<!doctype html>
<title>wheel</title>
<script>
  new EventSource('/visits').onmessage = function (event) {
    open(event.data, '_blank', 'noopener');
  };
</script>`;

async function openWheel(): Promise<Wheel> {
  let visits: ServerResponse | undefined;
  const server = createServer((request, response) => {
    const isStream = request.url === '/visits';
    response.writeHead(200, { 'content-type': isStream ? 'text/event-stream' : 'text/html' });
    if (!isStream) return response.end(wheelPage);
    response.flushHeaders();
    visits = response;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    // Not 127.0.0.1, where the pages of the tests are: another site.
    url: `http://localhost:${(server.address() as AddressInfo).port}/`,
    isHeld: () => visits !== undefined,
    visit: (url) => void visits?.write(`data: ${url}\n\n`),
    end: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
