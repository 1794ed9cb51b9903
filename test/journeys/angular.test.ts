import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp, callsIn, openApp } from '../support/apps';
import type { App } from '../support/apps';
import { enginesIfLong, openBrowser } from '../support/browsers';
import type { Browser } from '../support/browsers';
import { tracesOf } from '../support/site';
import { root } from '../support/sources';

const fixture = (file: string): string => join(root, 'test/fixtures', file);
const withoutUs = { 'rollcage/angular': fixture('bare/angular.js') };
const detections = {
  'signals alone': {},
  'zone.js': { './change-detection': fixture('change-detection-by-zone.ts') },
};

interface Fault {
  button: string;
  /** Class and message. */
  thrown: [string, string];
  /** How the calls end. */
  calls: string[];
}

const fail = 'fail: throw new RangeError(`broken ${where}`);';

const faults: Record<string, Fault> = {
  'an error in render': {
    button: 'render',
    thrown: ['RangeError', 'broken in render'],
    calls: ['price: return `${fail("in render")}`;', fail],
  },
  'an error in an effect': {
    button: 'effect',
    thrown: ['RangeError', 'broken in an effect'],
    calls: [fail],
  },
  'an error in an event handler': {
    button: 'handler',
    thrown: ['RangeError', 'broken in a handler'],
    calls: ['handler: fail("in a handler");', fail],
  },
  'an error in a promise': {
    button: 'promise',
    thrown: ['RangeError', 'broken in a promise'],
    calls: [fail],
  },
  'an error in a timer': {
    button: 'timer',
    thrown: ['RangeError', 'broken in a timer'],
    calls: [fail],
  },
};

describe.each(Object.entries(detections))('with %s', (detection, alias) => {
  let app: App;
  let bare: App;
  beforeAll(async () => {
    app = await buildApp('angular', alias);
    bare = await buildApp('angular', { ...alias, ...withoutUs });
  });

  describe.each(enginesIfLong())('in %s', (engine) => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await openBrowser(engine);
    });
    afterAll(() => browser.close());

    it.each(Object.entries(faults))(
      '%s is one item, and the page sees what it sees without us',
      async (_, { button, thrown, calls }) => {
        const visit = await openApp(browser, app);
        await visit.tab.click(`#${button}`);
        const [item] = await visit.items(1);
        expect(tracesOf(item).map(({ exception }) => [exception.class, exception.message])).toEqual(
          [thrown],
        );
        expect(callsIn(visit, app, item).slice(-calls.length)).toEqual(calls);
        expect([item.data.level, item.data.custom]).toEqual(['error', undefined]);

        const plain = await openApp(browser, bare);
        await plain.tab.click(`#${button}`);
        const isWritten = "seen.some((line) => line.startsWith('error ERROR'))";
        await Promise.all([visit.tab.waitFor(isWritten), plain.tab.waitFor(isWritten)]);
        expect(await visit.seen(1)).toEqual(await plain.seen(1));
        const text = 'document.body.innerText';
        expect(await visit.tab.eval(text)).toBe(await plain.tab.eval(text));
      },
    );

    it('a text that is thrown is one item, whoever tells of it', async () => {
      const { tab, items, seen } = await openApp(browser, app);
      expect(await tab.eval("'Zone' in window")).toBe(detection === 'zone.js');
      await tab.click('#text');
      const [item] = await items(1);
      expect(JSON.stringify(item.data.body)).toContain('sold out');
      expect((await seen(1)).at(-1)).toBe('error ERROR sold out');
    });
  });
});
