import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Item } from '../../src/items-api';
import { engines, openBrowser } from '../support/browsers';
import type { Browser } from '../support/browsers';
import { frameIn } from '../support/calls';
import type { Columns } from '../support/calls';
import { bundlePath, configLine, openSite, run, tracesOf } from '../support/site';
import type { Site } from '../support/site';

const config = { captureMessageStack: true };

/** `/page.js`. Lines and columns count. */
const calling = (statement: string): string => `function tell() {
  ${statement}
}
function work() {
  tell();
}`;

describe.each(engines())('a message with captureMessageStack in %s', (engine) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser(engine);
  });
  afterAll(() => browser.close());

  /** The calls that led to it are there, and none of ours. */
  const expectCalls = async (site: Site, columns: Columns) => {
    await run(site, 'work');
    const [item] = await site.items(1);
    const frame = frameIn(engine, site.pages.url('/page.js'));
    expect(tracesOf(item as Item)).toEqual([
      {
        frames: [
          frame(['work', 5, { chromium: 3, firefox: 3, webkit: 7 }]),
          frame(['tell', 2, columns]),
        ],
        exception: { class: 'Message', message: 'slow' },
      },
    ]);
  };

  it.each<[string, string, Columns]>([
    ['the global', `Rollbar.info('slow');`, { chromium: 11, firefox: 11, webkit: 15 }],
    [
      'a method taken off it',
      `const { info } = Rollbar; info('slow');`,
      { chromium: 29, firefox: 33, webkit: 33 },
    ],
  ])('has the calls that led to it, by %s', async (_, statement, columns) => {
    await expectCalls(await openSite(browser, { script: calling(statement), config }), columns);
  });

  it.each<[string, string, Columns]>([
    ['an instance', `own.info('slow');`, { chromium: 7, firefox: 7, webkit: 11 }],
    ['the class', `Rollbar.info('slow');`, { chromium: 11, firefox: 11, webkit: 15 }],
  ])('has the calls that led to it, by %s', async (_, statement, columns) => {
    const site = await openSite(browser, { script: calling(statement) });
    site.pages.set(
      '/class',
      `<!doctype html>
<script src="${bundlePath}"></script>
<script>
  ${configLine(site.collector, config)}
  Rollbar.init(_rollbarConfig);
  var own = new Rollbar(_rollbarConfig);
</script>
<script src="/page.js"></script>`,
    );
    await site.tab.goto(site.pages.url('/class'));
    await expectCalls(site, columns);
  });

  it.each<[string, string, object]>([
    ['a callback', `Rollbar.error(new Error('lost'), work);`, {}],
    ['a callback at once', `Rollbar.debug(new Error('mild'), work);`, { reportLevel: 'info' }],
    ['the callback of wait', `Rollbar.wait(work);`, {}],
    ['a hook', `Rollbar.configure({ checkIgnore: work }).error(new Error('lost'));`, {}],
  ])('has no calls from before we have called the page: %s', async (_, statement, more) => {
    const site = await openSite(browser, {
      script: `${calling(`Rollbar.info('slow');`)}\nfunction start() {\n  ${statement}\n}`,
      config: { ...config, ...more },
    });
    await run(site, 'start');
    const items = await site.items(/lost/.test(statement) ? 2 : 1);
    const frame = frameIn(engine, site.pages.url('/page.js'));
    expect(items.flatMap(tracesOf)).toContainEqual({
      frames: [
        frame(['work', 5, { chromium: 3, firefox: 3, webkit: 7 }]),
        frame(['tell', 2, { chromium: 11, firefox: 11, webkit: 15 }]),
      ],
      exception: { class: 'Message', message: 'slow' },
    });
  });

  it.each([
    ['told before the script came', `${calling(`Rollbar.info('slow');`)}\nwork();`],
    [
      'told by what stood there before it',
      `${calling(`kept('slow');`)}
var kept = Rollbar.info;
addEventListener('load', work);`,
    ],
  ])('has none when %s, as they would be ours', async (_, script) => {
    const site = await openSite(browser, {
      script: `${script}\nnavigator.sendBeacon('/ready');`,
      config,
      bundle: 'late',
    });
    await site.pages.received('/ready');
    site.releaseBundle();
    const [item] = await site.items(1);
    expect(item?.data.body).toMatchObject({ message: { body: 'slow' } });
    expect(item && tracesOf(item)).toEqual([]);
  });
});
