import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/items-api';
import { buildApp, callsIn, openApp } from '../support/apps';
import type { App } from '../support/apps';
import { enginesIfLong, openBrowser } from '../support/browsers';
import type { Browser } from '../support/browsers';
import { tracesOf } from '../support/site';
import { root } from '../support/sources';

const versions = {
  18: { react: 'react-18', 'react-dom': 'react-dom-18' },
  19: {},
};
const withoutUs = { 'rollcage/react': join(root, 'test/fixtures/bare/react.js') };

interface Fault {
  button: string;
  message: string;
  /** How the calls end. */
  calls: string[];
  level?: string;
  /** Around what has failed, the innermost first. */
  components?: string[];
  custom?: JsonObject;
}

const fail = 'fail: throw new RangeError(`broken ${where}`);';
const render = ['Render: const price = fail(where);', fail];
const above = ['ErrorBoundary', 'App', 'Provider'];
const custom = { shelf: 7 };

const faults: Record<string, Fault> = {
  'in render': {
    button: 'render',
    message: 'broken in render',
    calls: render,
    components: ['Render', ...above],
    custom,
  },
  'in an effect': {
    button: 'effect',
    message: 'broken in an effect',
    calls: [fail],
    components: ['Effect', ...above],
    custom,
  },
  'in render, but not when React tries again': {
    button: 'recovered',
    message: 'broken at first',
    calls: ['Shaky: if (!tries++) fail("at first");', fail],
    level: 'warning',
    components: ['Shaky', ...above],
  },
  'in render, outside of every boundary': {
    button: 'root-render',
    message: 'broken at the root',
    calls: render,
    components: ['Render', 'App', 'Provider'],
  },
  'in an event handler': { button: 'handler', message: 'broken in a handler', calls: [fail] },
  'in a timer': { button: 'timer', message: 'broken in a timer', calls: [fail] },
  'in a promise': { button: 'promise', message: 'broken in a promise', calls: [fail] },
};

/** Components of a stack as any engine writes it. */
const namesIn = (stack: unknown): string[] =>
  String(stack)
    .split('\n')
    .map((line) => /^\s*(?:at )?(\w+)/.exec(line)?.[1] ?? line);

describe.each([18, 19] as const)('with React %i', (version) => {
  let app: App;
  let bare: App;
  beforeAll(async () => {
    app = await buildApp('react', versions[version]);
    bare = await buildApp('react', { ...versions[version], ...withoutUs });
  });

  describe.each(enginesIfLong())('in %s', (engine) => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await openBrowser(engine);
    });
    afterAll(() => browser.close());

    it.each(Object.entries(faults))(
      'an error %s is one item, and the page sees what it sees without us',
      async (_, { button, message, calls, level = 'error', components, custom }) => {
        const visit = await openApp(browser, app);
        await visit.tab.click(`#${button}`);
        const [item] = await visit.items(1);
        const { componentStack, ...data } = item.data.custom ?? {};
        expect(item.data.level).toBe(level);
        expect(tracesOf(item).at(-1)?.exception).toMatchObject({ class: 'RangeError', message });
        expect(callsIn(visit, app, item).slice(-calls.length)).toEqual(calls);
        // Before version 19 a root has no option for what nobody catches.
        const isTold = components && !(version === 18 && button === 'root-render');
        expect(componentStack && namesIn(componentStack)).toEqual(isTold ? components : undefined);
        expect(data).toEqual(custom ?? {});

        const plain = await openApp(browser, bare);
        await plain.tab.click(`#${button}`);
        expect(await visit.seen(1)).toEqual(await plain.seen(1));
        const text = 'document.body.innerText';
        expect(await visit.tab.eval(text)).toBe(await plain.tab.eval(text));
      },
    );

    it('what is broken can be tried again', async () => {
      const { tab, items } = await openApp(browser, app);
      await tab.click('#render');
      await tab.click('#reset');
      await tab.waitFor('!!document.querySelector("#well")');
      await tab.click('#render');
      await items(2);
    });

    it('a component reports by hand', async () => {
      const { tab, items } = await openApp(browser, app);
      await tab.click('#logged');
      expect((await items(1))[0].data).toMatchObject({ level: 'info', custom: { shelf: 7 } });
    });
  });
});
