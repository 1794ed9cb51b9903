import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Item } from '../../src/items-api';
import type { Noise, Options } from '../../src/options';
import { engines, openBrowser } from '../support/browsers';
import type { Browser } from '../support/browsers';
import { frameIn, inEngine } from '../support/calls';
import type { By } from '../support/calls';
import { createPages } from '../support/pages';
import { openSite, run, said, tracesOf } from '../support/site';
import type { Site } from '../support/site';

interface Nuisance {
  name: Noise;
  /** `/page.js`, whose `fail` is run from a timer. */
  script: string;
  class: string;
  message: string | By<string>;
  isDefault?: boolean;
}

const nuisances: Nuisance[] = [
  {
    name: 'resize-observer',
    script: `function fail() {
  const box = document.body.appendChild(document.createElement('div'));
  new ResizeObserver(() => (box.style.height = '10px')).observe(box);
}`,
    class: '(unknown)',
    message: 'ResizeObserver loop completed with undelivered notifications.',
    isDefault: true,
  },
  {
    name: 'aborted',
    script: `function fail() {
  const visitor = new AbortController();
  fetch('/', { signal: visitor.signal });
  visitor.abort();
}`,
    class: 'AbortError',
    message: {
      chromium: 'signal is aborted without reason',
      // With the blank.
      firefox: 'The operation was aborted. ',
      webkit: 'Fetch is aborted',
    },
  },
  {
    name: 'bots',
    script: 'function fail() {\n  _AutofillCallbackHandler();\n}',
    class: 'ReferenceError',
    message: {
      chromium: '_AutofillCallbackHandler is not defined',
      firefox: '_AutofillCallbackHandler is not defined',
      webkit: `Can't find variable: _AutofillCallbackHandler`,
    },
  },
];

/** The extension's own words where the engine believes them, which WebKit does not. */
const extension = `function fail() {
  throw new Error('not yours');
}
//# sourceURL=chrome-extension://abcdefghijklmnop/inject.js`;

/** A script of another origin. */
const far = `function far() {
  nothing.here();
}
far();`;

const again = `function fail() {
  const error = new Error('again');
  Rollbar.warning(error);
  Promise.reject(error);
  throw error;
}`;

describe.each(engines())('in %s', (engine) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser(engine);
  });
  afterAll(() => browser.close());

  const openAndRun = async (script: string, config?: Options): Promise<Site> => {
    const site = await openSite(browser, { script, ...(config && { config }) });
    await run(site, 'fail');
    return site;
  };

  /** That nothing was sent of it, and that the next item tells of it. */
  const expectDropped = async ({ tab, items }: Site) => {
    expect(await tab.waitFor('Rollbar.stats().dropped.ignored')).toBe(1);
    await tab.eval(() => window.Rollbar.info?.('next'));
    const [item] = await items(1);
    expect(said(item as Item)).toBe('next');
    expect(item?.data.notifier).toMatchObject({ diagnostic: { dropped: { ignored: 1 } } });
  };

  describe.each(nuisances)('$name', ({ name, script, message, isDefault, ...noise }) => {
    it('is dropped, and counted, with its name in `ignore`', async () => {
      await expectDropped(await openAndRun(script, isDefault ? undefined : { ignore: [name] }));
    });

    it('is reported without', async () => {
      const site = await openAndRun(script, isDefault ? { ignore: [] } : undefined);
      const [item] = await site.items(1);
      expect(tracesOf(item as Item)[0]?.exception).toMatchObject({
        class: noise.class,
        message: inEngine(engine, message),
      });
    });
  });

  describe('extensions', () => {
    // There its file is that of the page.
    it.skipIf(engine === 'webkit')('are dropped with their name in `ignore`', async () => {
      await expectDropped(await openAndRun(extension, { ignore: ['extensions'] }));
    });

    it('are reported without', async () => {
      const site = await openAndRun(extension);
      expect((await site.items(1)).map(said)).toEqual(['not yours']);
    });
  });

  describe('a script of another origin', () => {
    const openWith = async (attributes: string, headers = {}, config: Options = {}) => {
      const other = await createPages();
      onTestFinished(() => other.close());
      const url = other.url('/far.js');
      other.set('/far.js', { body: far, type: 'text/javascript', headers });
      const body = `<script ${attributes} src="${url}"></script>`;
      return { url, site: await openSite(browser, { body, config }) };
    };

    it('is told as "Script error.", with the hint what would tell more', async () => {
      const { site, url } = await openWith('');
      const [item] = await site.items(1);
      expect(tracesOf(item as Item)).toEqual([
        {
          // Firefox names the file, and nothing in it.
          frames: engine === 'firefox' ? [{ filename: url, method: '[anonymous]' }] : [],
          exception: {
            class: '(unknown)',
            message: 'Script error.',
            description: expect.stringContaining('crossorigin and CORS'),
          },
        },
      ]);
    });

    it('is dropped with script-error in `ignore`', async () => {
      const { site } = await openWith('', {}, { ignore: ['script-error'] });
      await expectDropped(site);
    });

    it('is told whole with both of what the hint names, and never dropped', async () => {
      const { site, url } = await openWith(
        'crossorigin="anonymous"',
        { 'access-control-allow-origin': '*' },
        { ignore: ['script-error'] },
      );
      const [item] = await site.items(1);
      const [{ exception, frames } = { exception: undefined, frames: [] }] = tracesOf(item as Item);
      expect(exception?.class).toBe('ReferenceError');
      const top = engine === 'webkit' ? 'global code' : '[anonymous]';
      expect(frames).toEqual([
        frameIn(engine, url)([top, 4, { chromium: 1, firefox: 1, webkit: 4 }]),
        frameIn(engine, url)(['far', 2, { chromium: 3, firefox: 3, webkit: 10 }]),
      ]);
    });
  });

  describe('an error that is logged, rejected and thrown', () => {
    it('is one item, and the others are counted', async () => {
      const site = await openAndRun(again);
      expect(
        await site.tab.waitFor('Rollbar.stats().dropped.repeated > 1 && Rollbar.stats()'),
      ).toMatchObject({ captured: 3, dropped: { repeated: 2 } });
      await site.tab.eval(() => window.Rollbar.info?.('next'));
      const items = await site.items(2);
      expect(items.map((item) => [said(item), item.data.level]).sort()).toEqual([
        ['again', 'warning'],
        ['next', 'info'],
      ]);
    });

    it('is three items with ignoreDuplicateErrors off', async () => {
      const site = await openAndRun(again, { ignoreDuplicateErrors: false });
      const items = await site.items(3);
      expect(items.map(({ data }) => data.level).sort()).toEqual(['error', 'error', 'warning']);
    });
  });
});
