import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines, openBrowser } from '../support/browsers';
import type { Browser } from '../support/browsers';
import { frameIn } from '../support/calls';
import { bundlePath, configLine, openSite, said, tracesOf } from '../support/site';
import type { Site } from '../support/site';

/** What starts each kind, `/worker.js` being its script. */
const starts = {
  dedicated: 'void new Worker("/worker.js")',
  shared: 'void new SharedWorker("/worker.js")',
  service: 'navigator.serviceWorker.register("/worker.js").then(() => undefined)',
};

/** Lines 3 and on of a worker with a notifier of its own. */
const work = `function work() {
  throw new RangeError('at work');
}
function promise() {
  Promise.reject(new TypeError('broken'));
}
function log() {
  Rollbar.error('By hand', new Error('empty'), { shelf: 7 });
}
[work, promise, log].forEach((act) => setTimeout(act));`;

describe.each(engines())('in %s', (engine) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser(engine);
  });
  afterAll(() => browser.close());

  const start = (site: Site, kind: keyof typeof starts, script: string): Promise<void> => {
    site.pages.set('/worker.js', { type: 'text/javascript', body: script });
    return site.tab.eval<void>(starts[kind]);
  };

  it.each(['dedicated', 'shared', 'service'] as const)(
    'a %s worker reports by itself what is thrown, rejected and logged in it, without a screen',
    async (kind) => {
      const site = await openSite(browser);
      // A page that reports nothing: what a dedicated worker throws, it sees, too.
      site.pages.set('/plain', '<!doctype html><title>plain</title>');
      await site.tab.goto(site.pages.url('/plain'));
      await start(
        site,
        kind,
        `${configLine(site.collector)}\nimportScripts('${bundlePath}');\n${work}`,
      );

      const items = await site.items(3);
      const url = site.pages.url('/worker.js');
      for (const { data } of items) {
        expect(data.request?.url).toBe(url);
        expect(data.client?.javascript).toHaveProperty('browser');
        expect(data.client?.javascript).not.toHaveProperty('screen');
      }
      const told = items.map((item) => [said(item), tracesOf(item), item.data.custom]);
      const frame = frameIn(engine, url);
      expect(told.sort()).toEqual([
        [
          'at work',
          [
            {
              frames: [frame(['work', 4, { chromium: 9, firefox: 9, webkit: 23 }])],
              exception: {
                class: 'RangeError',
                message: 'at work',
                description: `${engine === 'chromium' ? 'Uncaught ' : ''}RangeError: at work`,
              },
            },
          ],
          undefined,
        ],
        [
          'broken',
          [
            {
              frames: [frame(['promise', 7, { chromium: 18, firefox: 18, webkit: 31 }])],
              exception: { class: 'TypeError', message: 'broken' },
            },
          ],
          undefined,
        ],
        [
          'empty',
          [
            {
              frames: [frame(['log', 10, { chromium: 28, firefox: 28, webkit: 37 }])],
              exception: { class: 'Error', message: 'empty', description: 'By hand' },
            },
          ],
          { shelf: 7 },
        ],
      ]);
    },
  );

  it('a page that reports is told, too, of what its worker has reported, in words alone', async () => {
    const site = await openSite(browser);
    const url = site.pages.url('/worker.js');
    await start(
      site,
      'dedicated',
      `${configLine(site.collector)}
importScripts('${bundlePath}');
setTimeout(() => {
  throw new RangeError('at work');
});`,
    );
    const items = await site.items(2);
    const place = { chromium: 9, firefox: 9, webkit: 34 }[engine];
    const told = items.map((item) => {
      const [{ exception, frames: [newest] } = { exception: undefined, frames: [] }] =
        tracesOf(item);
      return [
        item.data.request?.url,
        exception?.class,
        newest?.filename,
        newest?.lineno,
        newest?.colno,
      ];
    });
    expect(told.sort()).toEqual(
      [
        [site.pages.url('/'), '(unknown)', url, 4, place],
        [url, 'RangeError', url, 4, engine === 'webkit' ? 23 : place],
      ].sort(),
    );
  });

  it('a page is told nothing where it takes the error of its worker upon itself', async () => {
    const site = await openSite(browser);
    const url = site.pages.url('/worker.js');
    site.pages.set('/worker.js', {
      type: 'text/javascript',
      body: `${configLine(site.collector)}
importScripts('${bundlePath}');
setTimeout(() => {
  throw new RangeError('at work');
});`,
    });
    await site.tab.eval<void>(`new Promise((done) => {
      new Worker('/worker.js').onerror = (event) => {
        event.preventDefault();
        setTimeout(done, 100);
      };
    })`);
    await site.tab.eval<void>(`void Rollbar.info('all that came')`);
    const items = await site.items(2);
    expect(items.map(({ data }) => data.request?.url).sort()).toEqual([site.pages.url('/'), url]);
    expect(items.map(said).sort()).toEqual(['all that came', 'at work']);
  });

  it('a dedicated worker without a notifier is told of by its page: the words and the place', async () => {
    const site = await openSite(browser);
    await start(site, 'dedicated', `setTimeout(() => {\n  throw new RangeError('at work');\n});`);
    const [item] = await site.items(1);
    const message = `${engine === 'chromium' ? 'Uncaught ' : ''}RangeError: at work`;
    expect(item && tracesOf(item)).toEqual([
      {
        frames: [
          frameIn(
            engine,
            site.pages.url('/worker.js'),
          )(['[anonymous]', 2, { chromium: 9, firefox: 9, webkit: 34 }]),
        ],
        exception: { class: '(unknown)', message, description: message },
      },
    ]);
    expect(item?.data.request?.url).toBe(site.pages.url('/'));
  });
});
