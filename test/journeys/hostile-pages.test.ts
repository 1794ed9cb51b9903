import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines, openBrowser } from '../support/browsers';
import type { Browser } from '../support/browsers';
import { openCells } from '../support/cells';
import { breakages } from '../support/ways-to-break';

/** What a page does, and what it is thrown. */
const act = `
  var button = document.createElement('button');
  document.body.append(button);
  var click = new MouseEvent('click', { bubbles: true });
  var xhr = new (t.native.XMLHttpRequest)();
  parent.attempt(t, 'log', () => console.log('a', { b: [1] }, new TypeError('e')));
  parent.attempt(t, 'pushState', () => history.pushState({}, '', '#a'));
  parent.attempt(t, 'click', () => button.dispatchEvent(click));
  parent.attempt(t, 'open', () => xhr.open('GET', '/data'));
  parent.attempt(t, 'header', () => xhr.setRequestHeader('a', 'b'));
  parent.attempt(t, 'send', () => xhr.send());
  parent.attempt(t, 'fetch', () => fetch('/data', { headers: { a: 'b' } }));
  parent.attempt(t, 'error', () => Rollbar.error('by hand', { a: [1] }));
  parent.attempt(t, 'configure', () => Rollbar.configure({ person: { id: '1' } }));
  t.later(() => { throw new RangeError('uncaught'); });
  (async () => { throw new RangeError('rejected'); })();
`;

describe.each(engines())('in %s', (engine) => {
  let browser: Browser;
  beforeAll(async () => { browser = await openBrowser(engine); });
  afterAll(() => browser.close());

  it('probe', async () => {
    const cells = await openCells(browser);
    const out: unknown[] = [];
    const all = Object.entries(breakages).flatMap(([name, text]) => [
      [name + ' | before', { before: text, act, reports: 3 }] as const,
      [name + ' | after', { after: text, act, reports: 3 }] as const,
    ]);
    for (let i = 0; i < all.length; i += 30) {
      const part = all.slice(i, i + 30);
      const seen = await cells.visit(part.map(([, plan]) => plan));
      seen.forEach(([bare, whole], j) => {
        out.push([part[j]![0], bare, whole]);
      });
    }
    writeFileSync('/tmp/wtb/probe-' + engine + '.json', JSON.stringify(out));
    expect(1).toBe(1);
  }, 400_000);
});
