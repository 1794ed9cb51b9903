import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { descendantsOf, isAlive } from '../processes.mjs';
import { until } from '../within';
import type { Browser, Tab } from './contract';
import { openDisplay } from './display';
import { spawnMortal } from './mortal';
import { backWith, expressionOf, waitWith } from './source';
import { openSession } from './webdriver';
import type { Session } from './webdriver';

export interface WebKitPrograms {
  driver: string;
  xvfb: string;
}

type Value = { value?: unknown; error?: string };
type InTab = <T>(work: () => Promise<T>) => Promise<T>;

/** WebKitGTK's MiniBrowser on a display of its own, driven over WebDriver. */
export async function openWebKit(programs: WebKitPrograms): Promise<Browser> {
  const started: { end(): void }[] = [];
  const end = () => started.forEach((program) => program.end());
  try {
    const display = await openDisplay(programs.xvfb);
    started.push(display);
    const port = await freePort();
    // No other switch in the environment: WEBKIT_DISABLE_COMPOSITING_MODE makes screenshots hang.
    const driver = spawnMortal(programs.driver, [`--port=${port}`], {
      ...process.env,
      DISPLAY: display.name,
      NO_AT_BRIDGE: '1',
    });
    started.push(driver);
    const address = `http://127.0.0.1:${port}`;
    await until(
      async () => (await fetch(`${address}/status`)).ok,
      20_000,
      'WebKitWebDriver did not start within 20 s',
    );
    const session = await openSession(address);
    const browser = descendantsOf(driver.pid).find((p) => p.commandLine.includes('MiniBrowser'));
    if (!browser) throw new Error('The process of webkit was not found.');
    return await browserOf({ session, pid: browser.pid, end, programs });
  } catch (error) {
    end();
    throw error;
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

interface Parts {
  session: Session;
  pid: number;
  end: () => void;
  programs: WebKitPrograms;
}

async function browserOf({ session, pid, end, programs }: Parts): Promise<Browser> {
  const first = await session.send<string>('GET', '/window');
  // A session has one current window, so work on tabs goes through one queue.
  let queue: Promise<unknown> = Promise.resolve();
  const inTab =
    (handle: string): InTab =>
    (work) => {
      const turn = queue.then(async () => {
        await session.send('POST', '/window', { handle });
        return work();
      });
      queue = turn.catch(() => undefined);
      return turn;
    };
  const stop = async () => {
    end();
    await until(() => !isAlive(pid), 10_000, 'webkit survived SIGKILL for 10 s');
  };
  return {
    engine: 'webkit',
    version: session.version,
    pid,
    // A new tab would open behind the first one, hidden; a window is seen.
    newTab: () =>
      inTab(first)(async () => {
        const { handle } = await session.send<{ handle: string }>('POST', '/window/new', {
          type: 'window',
        });
        return tabOf(session, inTab(handle));
      }),
    isolated: () => openWebKit(programs),
    close: async () => {
      await session.send('DELETE', '').catch(() => undefined);
      await stop();
    },
    kill: stop,
  };
}

function tabOf(session: Session, inTab: InTab): Tab {
  const evaluate: Tab['eval'] = async <T, A extends unknown[]>(
    source: Parameters<typeof expressionOf<T, A>>[0],
    ...args: A
  ) => {
    const script = `const done = arguments[arguments.length - 1];
      ${expressionOf(source, args)}.then(
        (value) => done(value === undefined ? {} : { value }),
        (error) => done({ error: String(error) }),
      );`;
    const { value, error } = await inTab(() =>
      session.send<Value>('POST', '/execute/async', { script, args: [] }),
    );
    if (error !== undefined) throw new Error(error);
    return value as T;
  };
  return {
    console: [],
    goto: (url) => inTab(() => session.send('POST', '/url', { url })),
    eval: evaluate,
    waitFor: waitWith(evaluate),
    click: (selector) =>
      inTab(async () => {
        const found = await session.send<Record<string, string>>('POST', '/element', {
          using: 'css selector',
          value: selector,
        });
        await session.send('POST', `/element/${Object.values(found)[0]}/click`);
      }),
    back: backWith(evaluate),
    reload: () => inTab(() => session.send('POST', '/refresh')),
    close: () => inTab(() => session.send('DELETE', '/window')),
    screenshot: (path) =>
      inTab(async () => {
        const image = Buffer.from(await session.send<string>('GET', '/screenshot'), 'base64');
        if (path !== undefined) writeFileSync(path, image);
        return image;
      }),
  };
}
