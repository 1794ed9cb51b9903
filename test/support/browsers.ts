import { realpathSync } from 'node:fs';
import type { Browser, BrowserOptions, Engine } from './browsers/contract';
import { openWithPlaywright } from './browsers/playwright';
import { openUndriven as open } from './browsers/undriven';
import type { Undriven } from './browsers/undriven';
import { openWebKit } from './browsers/webkit';
import { enginesToTest, requireProgram } from './find-browsers.mjs';

export type {
  Browser,
  BrowserOptions,
  Engine,
  Source,
  Tab,
  WaitOptions,
} from './browsers/contract';
export type { Undriven } from './browsers/undriven';

/** The engines to test: all, or those named in ROLLCAGE_ENGINES. */
export function engines(): Engine[] {
  return enginesToTest(process.env);
}

/** Whether this run has the time for everything: `npm run test:long`. */
export const isLong = process.env.ROLLCAGE_LONG === '1';

/** The engines for what takes long and seldom differs by engine: in a usual run Chromium alone. */
export function enginesIfLong(): Engine[] {
  return engines().filter((engine) => isLong || engine === 'chromium');
}

/** Starts a browser. Firefox takes seconds: open one per test file, and tabs for each test. */
export async function openBrowser(engine: Engine, options: BrowserOptions = {}): Promise<Browser> {
  if (engine === 'webkit') {
    if (options.profile !== undefined) throw new Error('Driven, WebKit has no lasting profile.');
    return openWebKit({ driver: requireProgram('webkit'), xvfb: requireProgram('xvfb') });
  }
  return openWithPlaywright(engine, requireProgram(engine), options);
}

/** Starts another browser of the same engine, which nobody drives. */
export async function openUndriven(
  { engine, pid }: Pick<Browser, 'engine' | 'pid'>,
  options: BrowserOptions = {},
): Promise<Undriven> {
  const isWebKit = engine === 'webkit';
  // Where MiniBrowser lies is known to its driver alone, which has started this one.
  const browser = isWebKit ? realpathSync(`/proc/${pid}/exe`) : requireProgram(engine);
  return open(engine, { browser, xvfb: isWebKit ? requireProgram('xvfb') : undefined }, options);
}
