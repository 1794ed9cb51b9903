import nodeResolve from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enginesIfLong, openBrowser } from '../support/browsers';
import type { Browser } from '../support/browsers';
import { openSite, said } from '../support/site';
import type { Site } from '../support/site';
import { root } from '../support/sources';

/** A program that uses the package, as an application bundles it. */
async function bundled(program: string): Promise<string> {
  const entry = `${root}/program.js`;
  const bundle = await rollup({
    input: entry,
    plugins: [
      {
        name: 'program',
        resolveId: (id) => (id === entry ? id : null),
        load: (id) => (id === entry ? program : null),
      },
      nodeResolve({ browser: true }),
    ],
  });
  const { output } = await bundle.generate({ format: 'iife' });
  return output[0].code;
}

let keeper: string;
let worker: string;
beforeAll(async () => {
  keeper = await bundled(`import { keepForWorkers } from 'rollcage/worker';
    self.keepForWorkers = keepForWorkers;`);
  worker = await bundled(`import { browserPorts, createNotifier } from 'rollcage';
    import { withPages } from 'rollcage/worker';
    self.start = (options) => (self.rollbar = createNotifier(options, withPages(browserPorts())));`);
});

/** What starts each kind; a script that is bundled runs as either sort. */
const starts = {
  dedicated: `void (self.worker = new Worker('/worker.js', { type: 'module' }))`,
  shared: `void new SharedWorker('/worker.js', { type: 'module' })`,
  service: `navigator.serviceWorker.register('/worker.js').then(() => undefined)`,
};

/** A network that is there for pages, but not for the worker, which tries once in an hour. */
const cutOff = `self.fetch = () => Promise.reject(new TypeError('cut off'));`;
/** Rejections: what is thrown in a dedicated worker, its page hears of, too. */
const fail = `for (const each of [1, 2, 3]) Promise.reject(new Error('at work ' + each));`;
const told = ['at work 1', 'at work 2', 'at work 3'];

const kept = `Object.keys(localStorage).filter((key) => key.startsWith('rollcage:1:')).length`;

describe.each(enginesIfLong())('in %s', (engine) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser(engine);
  });
  afterAll(() => browser.close());

  /** A page with a notifier, and the script of a worker with one. */
  async function openPage(work: string, before = ''): Promise<Site> {
    const site = await openSite(browser);
    const { endpoint } = site.collector;
    const retryInterval = before ? 3_600_000 : 50;
    const options = { accessToken: 'a-token', environment: 'test', endpoint, retryInterval };
    site.pages.set('/keeper.js', { type: 'text/javascript', body: keeper });
    site.pages.set('/worker.js', {
      type: 'text/javascript',
      body: `${before}\n${worker}\nself.start(${JSON.stringify(options)});\n${work}`,
    });
    return site;
  }

  /** From here on its page keeps things for workers. */
  const keep = ({ tab }: Site): Promise<void> =>
    tab.eval<void>(`new Promise((done, failed) => {
      const script = document.createElement('script');
      Object.assign(script, { src: '/keeper.js', onload: done, onerror: failed });
      document.head.append(script);
    }).then(() => keepForWorkers(Rollbar))`);

  /** That these have been delivered, each once. */
  async function expectAll(site: Site, texts: string[]): Promise<void> {
    const { collector, tab } = site;
    await collector.waitFor(texts.length);
    await tab.eval<void>(`void Rollbar.info('the last')`);
    const items = await site.items(texts.length + 1);
    expect(items.map(said).sort()).toEqual([...texts, 'the last'].sort());
    const answered = collector.requests.filter(({ status }) => status === 200);
    expect(answered).toHaveLength(texts.length + 1);
  }

  it.each(['dedicated', 'shared', 'service'] as const)(
    'a page keeps what waits in a %s worker, and the next page sends it, once',
    async (kind) => {
      const site = await openPage(fail, cutOff);
      site.collector.behave({ reset: true });
      await keep(site);
      await site.tab.eval<void>(starts[kind]);
      await site.tab.waitFor(`${kept} === 3`);
      // In WebKit, locks of a worker that tries while its page is left have been seen to stay.
      await site.tab.waitFor(`navigator.locks.query().then(({ held }) => held.length === 1)`);
      // The page is gone, and all but a service worker with it.
      await site.tab.goto('about:blank');
      site.collector.behave();
      await site.tab.goto(site.pages.url('/'));
      await expectAll(site, told);
    },
  );

  it('a page that comes later sends what has waited in memory, and the worker learns of it', async () => {
    const site = await openPage(
      `rollbar.error('at work', (failure, answer) =>
        postMessage([failure, answer.err, rollbar.stats()]));`,
      cutOff,
    );
    await site.tab.eval<void>(starts.dedicated);
    await site.tab.eval<void>(`void (worker.onmessage = ({ data }) => { self.outcome = data; })`);
    await keep(site);
    const outcome = await site.tab.waitFor('self.outcome', { withinMs: 30_000 });
    expect(outcome).toEqual([null, 0, { captured: 1, delivered: 1, waiting: 0, dropped: {} }]);
    await expectAll(site, ['at work']);
    await site.tab.waitFor(`${kept} === 0`);
  });

  it('a worker sends by itself what it can, and what it has sent is kept nowhere', async () => {
    const site = await openPage(fail);
    site.collector.behave({ reset: true, each: true, times: 1 });
    await keep(site);
    await site.tab.eval<void>(starts.dedicated);
    await expectAll(site, told);
    await site.tab.waitFor(`${kept} === 0`);
  });
});
