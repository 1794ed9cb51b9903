import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/items-api';
import { buildApp, callsIn, openApp } from '../support/apps';
import type { App } from '../support/apps';
import { engines, openBrowser } from '../support/browsers';
import type { Browser } from '../support/browsers';
import { said, tracesOf } from '../support/site';
import { root } from '../support/sources';

const withoutUs = { 'rollcage/vue': join(root, 'test/fixtures/bare/vue.js') };

const fail = 'fail: throw new RangeError(`broken ${where}`);';
/** What a build for production has for what Vue was doing. */
const told = (code: string, ...components: string[]): JsonObject => ({
  info: `https://vuejs.org/error-reference/#runtime-${code}`,
  componentStack: components.map((name) => `at <${name}>`).join('\n'),
});

interface Fault {
  button: string;
  message: string;
  /** How the calls end. */
  calls?: string[];
  custom?: JsonObject;
}

const faults: Record<string, Fault> = {
  'in render': {
    button: 'render',
    message: 'broken in render',
    calls: ['render: return h("p", fail("in render"));', fail],
    custom: told('1', 'Render', 'Shelf', 'App'),
  },
  'in a watcher': {
    button: 'watch',
    message: 'broken in a watcher',
    custom: told('3', 'Shelf', 'App'),
  },
  'in a hook': {
    button: 'mounted',
    message: 'broken in a hook',
    custom: told('m', 'Anonymous', 'Shelf', 'App'),
  },
  'in an event handler': {
    button: 'handler',
    message: 'broken in a handler',
    custom: told('5', 'App'),
  },
  'in a promise that a handler returns': {
    button: 'promise',
    message: 'broken in a promise',
    calls: ['promise: fail("in a promise");', fail],
    custom: told('5', 'App'),
  },
  'in a timer': { button: 'timer', message: 'broken in a timer' },
};

let app: App;
let bare: App;
let development: App;
beforeAll(async () => {
  app = await buildApp('vue');
  bare = await buildApp('vue', withoutUs);
  development = await buildApp('vue', {}, 'development');
});

describe.each(engines())('in %s', (engine) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser(engine);
  });
  afterAll(() => browser.close());

  it.each(Object.entries(faults))(
    'an error %s is one item, and the page sees what it sees without us',
    async (_, { button, message, calls = [fail], custom }) => {
      const visit = await openApp(browser, app);
      await visit.tab.click(`#${button}`);
      const [item] = await visit.items(1);
      expect(tracesOf(item).map(({ exception }) => exception)).toMatchObject([
        { class: 'RangeError', message },
      ]);
      expect(callsIn(visit, app, item).slice(-calls.length)).toEqual(calls);
      expect(item.data.level).toBe('error');
      expect(item.data.custom).toEqual(custom);

      const plain = await openApp(browser, bare);
      await plain.tab.click(`#${button}`);
      expect(await visit.seen(1)).toEqual(await plain.seen(1));
      const text = 'document.body.innerText';
      expect(await visit.tab.eval(text)).toBe(await plain.tab.eval(text));
    },
  );

  it('in development, an error is told of in words, and a warning is an item, too', async () => {
    const { tab, items, seen } = await openApp(browser, development);
    await tab.click('#render');
    const [error] = await items(1);
    expect(error.data.custom).toMatchObject({ info: 'render function' });
    await tab.click('#warning');
    const [, warning] = await items(2);
    expect(warning).toMatchObject({
      data: { level: 'warning', custom: { componentStack: 'at <Shelf>\nat <App>' } },
    });
    expect(warning && said(warning)).toMatch(/^Invalid prop: .* "fault"/);
    expect((await seen(2))[1]).toMatch(/^warn \[Vue warn\]: Invalid prop: [^\n]*\nat <Shelf>/);
  });
});
