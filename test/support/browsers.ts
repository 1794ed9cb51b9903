import type { Browser, BrowserOptions, Engine } from './browsers/contract';
import { openWithPlaywright } from './browsers/playwright';
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

/** The engines to test: all, or those named in ROLLCAGE_ENGINES. */
export function engines(): Engine[] {
  return enginesToTest(process.env);
}

/** Starts a browser. Firefox takes seconds: open one per test file, and tabs for each test. */
export async function openBrowser(engine: Engine, options: BrowserOptions = {}): Promise<Browser> {
  if (engine === 'webkit') {
    if (options.profile !== undefined) throw new Error('WebKit has no lasting profile.');
    return openWebKit({ driver: requireProgram('webkit'), xvfb: requireProgram('xvfb') });
  }
  return openWithPlaywright(engine, requireProgram(engine), options);
}
