import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { TelemetryEntry } from '../../src/items-api';
import type { TelemetryOptions } from '../../src/telemetry/options';
import { engines, openBrowser } from '../support/browsers';
import type { Browser, Tab } from '../support/browsers';
import { scriptOf } from '../support/fixture';
import { createPages } from '../support/pages';
import type { Pages } from '../support/pages';

/** A page with telemetry. */
interface Visit {
  tab: Tab;
  pages: Pages;
  /** What is kept of this type, without what differs from run to run. */
  kept(type: string, count?: number): Promise<[level: string, body: Record<string, unknown>][]>;
}

describe.each(engines())('in %s', (engine) => {
  let browser: Browser;
  let script: string;

  beforeAll(async () => {
    [browser, script] = await Promise.all([openBrowser(engine), scriptOf('telemetry.ts')]);
  });

  afterAll(() => browser.close());

  const open = async (
    body: string,
    options: TelemetryOptions = {},
    headers: Record<string, string> = {},
  ): Promise<Visit> => {
    const [pages, tab] = await Promise.all([createPages(), browser.newTab()]);
    onTestFinished(async () => {
      await Promise.all([pages.close(), tab.close()]);
    });
    pages.set('/telemetry.js', { body: script, type: 'text/javascript' });
    pages.set('/data', { body: '{"tea":2}', type: 'application/json' });
    pages.set('/broken', { status: 503 });
    pages.set('/', {
      headers,
      body: `<!doctype html><title>telemetry</title><script src="/telemetry.js"></script>
        <script>telemetry = startTelemetry(${JSON.stringify(options)})</script>${body}`,
    });
    await tab.goto(pages.url('/'));
    const kept: Visit['kept'] = async (type, count = 1) => {
      const entries = await tab.waitFor<TelemetryEntry[] | false, [string, number]>(
        (type, count) => {
          const page = window as unknown as { telemetry: { entries(): TelemetryEntry[] } };
          const found = page.telemetry.entries().filter((entry) => entry.type === type);
          return found.length >= count && found;
        },
        { args: [type, count] },
      );
      return (entries as TelemetryEntry[]).map(({ level, body }) => {
        const { start_time_ms, end_time_ms, start_ms, duration_ms, ...rest } = body;
        for (const ms of [start_time_ms, end_time_ms, start_ms, duration_ms]) {
          expect(ms === undefined || Number.isInteger(ms)).toBe(true);
        }
        return [level, rest];
      });
    };
    return { tab, pages, kept };
  };

  it('tells what the page writes into its console', async () => {
    const { tab, kept } = await open('');
    await tab.eval(`console.log('a', { b: [2] }), console.warn(new TypeError('t')), 0`);
    expect(await kept('log', 2)).toEqual([
      ['info', { message: 'a {"b":[2]}' }],
      ['warning', { message: 'TypeError: t' }],
    ]);
  });

  it('tells requests, and how they ended', async () => {
    const { tab, kept } = await open('');
    const result = await tab.eval<unknown>(`(async () => {
      const { tea } = await (await fetch('/data')).json();
      await fetch('/broken', { method: 'POST', body: 'x' });
      const error = await fetch('http://127.0.0.1:1/').catch((error) => error.name);
      const xhr = new XMLHttpRequest();
      xhr.open('PUT', '/broken');
      await new Promise((resolve) => { xhr.onloadend = resolve; xhr.send() });
      await fetch('/data', { method: 'POST', body: '{"access_token":"t"}' });
      return [tea, error, xhr.status];
    })()`);
    expect(result).toEqual([2, 'TypeError', 503]);
    expect(await kept('network', 4)).toMatchObject([
      ['info', { subtype: 'fetch', method: 'GET', url: '/data', status_code: 200 }],
      ['error', { subtype: 'fetch', method: 'POST', url: '/broken', status_code: 503 }],
      [
        'error',
        {
          subtype: 'fetch',
          url: 'http://127.0.0.1:1/',
          error: expect.stringMatching(/^TypeError/),
        },
      ],
      ['error', { subtype: 'xhr', method: 'PUT', url: '/broken', status_code: 503 }],
    ]);
  });

  it('tells headers and bodies, and reports failures, where that is asked for', async () => {
    const { tab, kept } = await open('', {
      autoInstrument: {
        networkRequestHeaders: true,
        networkRequestBody: true,
        networkResponseHeaders: ['Content-Type'],
        networkResponseBody: true,
        networkErrorOnHttp5xx: true,
      },
    });
    await tab.eval(`(async () => {
      const init = { method: 'POST', body: '{"a":1}', headers: { 'X-Trace': '7' } };
      await (await fetch('/data', init)).json();
      const xhr = new XMLHttpRequest();
      xhr.open('POST', '/data');
      xhr.setRequestHeader('X-Trace', '7');
      await new Promise((resolve) => { xhr.onloadend = resolve; xhr.send('{"a":1}') });
      await fetch('/broken');
    })()`);
    await tab.waitFor(
      () =>
        (window as unknown as { telemetry: { entries(): TelemetryEntry[] } }).telemetry
          .entries()
          .filter(({ body }) => (body.response as { body?: string })?.body).length === 2,
    );
    const told = {
      request_headers: { 'x-trace': '7' },
      request: '{"a":1}',
      response: {
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: '{"tea":2}',
      },
    };
    expect(await kept('network', 3)).toMatchObject([
      ['info', told],
      ['info', told],
      ['error', { status_code: 503 }],
    ]);
    expect(await tab.eval('reported')).toEqual(['Error: HTTP request failed with Status 503']);
  });

  it('tells what the visitor does, and not what is typed', async () => {
    const { tab, kept } = await open(`<main id="shop">
      <form onsubmit="return false"><input name="city"><button class="pay now">Pay</button></form>
      <x-tea data-kind="green"></x-tea></main>
      <script>
        document.querySelector('x-tea').attachShadow({ mode: 'open' }).innerHTML = '<b id="leaf">x</b>';
      </script>`);
    await tab.eval(`(() => {
      const input = document.querySelector('input');
      input.value = 'Paris';
      input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      document.querySelector('x-tea').shadowRoot.querySelector('b').click();
    })()`);
    await tab.click('button');
    const form = 'html > body > main#shop > form';
    expect(await kept('dom', 4)).toEqual([
      ['info', { subtype: 'input', element: `${form} > input[name="city"]` }],
      [
        'info',
        {
          subtype: 'click',
          element: 'html > body > main#shop > x-tea[data-kind="green"] > b#leaf',
        },
      ],
      ['info', { subtype: 'click', element: `${form} > button.pay.now` }],
      ['info', { subtype: 'submit', element: form }],
    ]);
  });

  it('tells where the page moves, each move once', async () => {
    const { tab, kept } = await open('');
    const moves = async (count: number) =>
      (await kept('navigation', count))
        .filter(([, body]) => 'from' in body)
        .map(([, body]) => body);
    await tab.eval(`(() => {
      history.pushState({}, '', '/cart?step=2');
      history.replaceState({}, '', '/cart?step=3');
      history.replaceState({ a: 1 }, '');
      location.hash = 'top';
    })()`);
    await tab.eval('new Promise((resolve) => setTimeout(resolve, 200))');
    await tab.eval('history.back()');
    await tab.waitFor(`location.hash === ''`);
    await tab.eval('new Promise((resolve) => setTimeout(resolve, 200))');
    expect(await moves(4)).toEqual([
      { from: '/', to: '/cart?step=2' },
      { from: '/cart?step=2', to: '/cart?step=3' },
      { from: '/cart?step=3', to: '/cart?step=3#top' },
      { from: '/cart?step=3#top', to: '/cart?step=3' },
    ]);
  });

  it('tells how the page has come, and what could not', async () => {
    const { kept } = await open(
      '<p>tea</p><img src="/none.png"><link rel="stylesheet" href="/none.css">',
    );
    const subtypes = (await kept('navigation', 3)).map(([, { subtype }]) => subtype);
    expect(subtypes).toEqual(expect.arrayContaining(['DOMContentLoaded', 'load', 'navigation']));
    const failed = (await kept('network', 2)).sort(([, a], [, b]) =>
      `${a.url}` < `${b.url}` ? 1 : -1,
    );
    expect(failed).toEqual([
      ['error', { subtype: 'img', method: 'GET', url: expect.stringMatching(/\/none\.png$/) }],
      ['error', { subtype: 'link', method: 'GET', url: expect.stringMatching(/\/none\.css$/) }],
    ]);
  });

  it('tells what the policy of the page has refused', async () => {
    const { kept, tab } = await open(
      '<img src="http://127.0.0.1:1/a.png">',
      { autoInstrument: { errorOnContentSecurityPolicy: true } },
      { 'content-security-policy': "img-src 'self'" },
    );
    const message = 'Security Policy Violation: img-src http://127.0.0.1:1/a.png';
    expect(await kept('log')).toMatchObject([['error', { message }]]);
    expect(await tab.eval('reported')).toEqual([message]);
  });

  it('hears nothing of what is switched off, and hears it again', async () => {
    const { tab, kept } = await open('', { autoInstrument: { log: false } });
    await tab.eval(`(() => {
      console.log('unheard');
      telemetry.configure({ autoInstrument: true });
      console.log('heard');
      telemetry.stop();
      console.log('unheard');
    })()`);
    expect(await kept('log')).toEqual([['info', { message: 'heard' }]]);
  });

  it('does its part in a worker', async () => {
    const { tab, pages } = await open('');
    pages.set('/worker.js', {
      type: 'text/javascript',
      body: `importScripts('/telemetry.js');
        const telemetry = startTelemetry({ autoInstrument: { longTasks: true } });
        console.log('in the worker');
        fetch('/data').then(() => postMessage([said, telemetry.entries().map(({ body }) => body)]));`,
    });
    const told = await tab.eval(`new Promise((resolve) => {
      new Worker('/worker.js').onmessage = ({ data }) => resolve(data);
    })`);
    expect(told).toMatchObject([
      [],
      expect.arrayContaining([
        { message: 'in the worker' },
        expect.objectContaining({ url: '/data', status_code: 200 }),
      ]),
    ]);
  });

  it('leaves the page its place in the back/forward cache, and says nothing', async () => {
    const { tab, pages, kept } = await open('');
    pages.set('/next', '<!doctype html><title>next</title>');
    await tab.eval(`addEventListener('pageshow', (event) => (persisted = event.persisted))`);
    await tab.goto(pages.url('/next'));
    await tab.back();
    expect(await tab.eval('globalThis.persisted')).toBe(true);
    await tab.eval(`console.log('seen again')`);
    expect(await kept('log')).toEqual([['info', { message: 'seen again' }]]);
    expect(await tab.eval('said')).toEqual([]);
  });
});
