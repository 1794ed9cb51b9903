import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maxItemBytes } from '../../src/core/truncate';
import { openBrowser } from '../support/browsers';
import type { Browser } from '../support/browsers';
import { openRival } from '../support/rivals';
import type { Input, Rival, Stage } from '../support/rivals';

/** What is read of an item here. */
interface Posted {
  data: {
    body: {
      message?: { body: string };
      trace?: { exception: { class: string; message: string } };
      telemetry?: { type: string; body: Record<string, unknown> }[];
    };
    [field: string]: unknown;
  };
}

const saidBy = ({ data: { body } }: Posted): string | undefined =>
  body.message?.body ?? body.trace?.exception.message;

const secret = 'hunter2-0815';

describe('what rollbar.js does wrong, and Rollcage does not', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser('chromium');
  });

  afterAll(() => browser.close());

  /** A page with each, at the same time. */
  const open = (input: Input): Promise<[theirs: Stage, ours: Stage]> =>
    Promise.all(
      (['rollbar.js', 'Rollcage'] satisfies Rival[]).map((rival) =>
        openRival(browser, rival, input),
      ),
    ) as Promise<[Stage, Stage]>;

  /** What the pages have put into this global once it is there. */
  const noted = async <T>(stages: Stage[], name = 'noted'): Promise<T[]> =>
    Promise.all(
      stages.map(async ({ tab }) => {
        await tab.waitFor(`'${name}' in window`);
        return tab.eval<T>(name);
      }),
    );

  const items = async ({ posted }: Stage, count: number): Promise<Posted[]> =>
    (await posted(count)) as unknown as Posted[];

  /** The only items of both. */
  const one = async (stages: Stage[]): Promise<Posted[]> =>
    (await Promise.all(stages.map((stage) => items(stage, 1)))).map(([item]) => item as Posted);

  describe('errors', () => {
    it('comes to an end where the causes of an error form a circle', async () => {
      const [theirs, ours] = await open({
        script: `
          var reads = 0, noted;
          var error = new Error('x');
          Object.defineProperty(error, 'cause', {
            get: function () { if (++reads > 1000) throw new Error('no end'); return error; },
          });
          Rollbar.error(error);
          noted = reads;`,
      });
      const [read, few] = await noted<number>([theirs, ours]);
      expect(read).toBeGreaterThan(1000);
      expect(few).toBeLessThan(20);
      const [item] = await items(ours, 1);
      expect(item?.data.body.trace?.exception.message).toBe('x');
    });

    it('leaves a message with a colon whole', async () => {
      const said = (
        await one(
          await open({ script: `Rollbar.error(new Error('Failed to fetch: /cart: 500'));` }),
        )
      ).map(saidBy);
      expect(said).toEqual(['/cart: 500', 'Failed to fetch: /cart: 500']);
    });

    it('says of a rejection without a reason what it is', async () => {
      const said = (await one(await open({ script: `Promise.reject();` }))).map(saidBy);
      expect(said).toEqual([
        expect.stringContaining('error getting `reason`'),
        'Promise rejected with undefined',
      ]);
    });

    it('tells what was thrown where it is no error', async () => {
      const stages = await open({ script: `throw { code: 17 };` });
      const [theirs, ours] = await one(stages);
      expect(JSON.stringify(theirs?.data)).not.toContain('17,');
      expect(ours?.data.custom).toEqual({ code: 17 });
    });

    it('tells the errors that an AggregateError gathers', async () => {
      const stages = await open({
        script: `Rollbar.error(new AggregateError([new Error('first mirror')], 'all'));`,
      });
      const [theirs, ours] = (await one(stages)).map(({ data }) => JSON.stringify(data.body));
      expect(theirs).not.toContain('first mirror');
      expect(ours).toContain('first mirror');
    });
  });

  describe('items that are lost', () => {
    it('reports what happens while the tab is closed', async () => {
      const stages = await open({
        script: `addEventListener('pagehide', function () { Rollbar.error('leaving'); });`,
      });
      for (const { tab } of stages) await tab.close();
      // Of rollbar.js, an item arrives now and then: whether its timer still runs is luck.
      const [, ours] = stages;
      expect((await items(ours, 1)).map(saidBy)).toEqual(['leaving']);
    });

    it('reports later what happened while there was no network', async () => {
      const stages = await open({
        script: `
          function fail() { Rollbar.error('offline', function () { window.noted = true; }); }`,
      });
      const [theirs, ours] = stages;
      for (const { collector, tab } of stages) {
        await collector.stop();
        await tab.eval('fail()');
      }
      await noted([theirs]);
      for (const { collector, tab } of stages) {
        await collector.start();
        await tab.eval(`void dispatchEvent(new Event('online'))`);
        await tab.eval(`void Rollbar.error('later')`);
      }
      expect((await items(ours, 2)).map(saidBy).sort()).toEqual(['later', 'offline']);
      expect((await items(theirs, 1)).map(saidBy)).toEqual(['later']);
    });

    it('reports data with a bigint in it', async () => {
      const [theirs, ours] = await open({
        script: `Rollbar.info('bigint', 10n); Rollbar.info('end');`,
      });
      expect((await items(ours, 2)).map(saidBy).sort()).toEqual(['bigint', 'end']);
      expect((await items(theirs, 1)).map(saidBy)).toEqual(['end']);
    });

    it('reports what a transform rejects', async () => {
      const [theirs, ours] = await open({
        config: `{ transform: function (data) {
          return data.level === 'info' ? Promise.reject(new Error('mine')) : undefined;
        } }`,
        script: `Rollbar.info('rejected'); Rollbar.error('end');`,
      });
      expect((await items(ours, 2)).map(saidBy).sort()).toEqual(['end', 'rejected']);
      expect((await items(theirs, 1)).map(saidBy)).toEqual(['end']);
    });

    it('keeps an item within what the API takes', async () => {
      const [theirs, ours] = await open({
        script: `Rollbar.info('large', { text: 'x'.repeat(1048576) });`,
      });
      const sizes = await Promise.all(
        [theirs, ours].map(async ({ collector }) => {
          const [request] = await collector.waitForRequests(1);
          return Buffer.byteLength(request?.text ?? '');
        }),
      );
      expect(sizes[0]).toBeGreaterThan(1_048_576);
      expect(sizes[1]).toBeLessThanOrEqual(maxItemBytes);
      expect((await items(ours, 1)).map(saidBy)).toEqual(['large']);
    });

    it('reports where data refers to the same again and again', async () => {
      const [theirs, ours] = await open({
        script: `
          var data = {};
          for (var i = 0; i < 13; i++) data = { a: data, b: data };
          Rollbar.info('shared', data);`,
      });
      const [large, small] = await Promise.all(
        [theirs, ours].map(async ({ collector }) => {
          const [request] = await collector.waitForRequests(1);
          return request?.text.length;
        }),
      );
      expect(large).toBeGreaterThan(maxItemBytes);
      expect(small).toBeLessThanOrEqual(maxItemBytes);
    });

    it('reports a rejection without frames where there is a hostSafeList', async () => {
      const [theirs, ours] = await open({
        config: `{ hostSafeList: ['127'] }`,
        script: `Promise.reject('a reason'); setTimeout(function () { Rollbar.info('end'); });`,
      });
      expect((await items(ours, 2)).map(saidBy).sort()).toEqual(['a reason', 'end']);
      expect((await items(theirs, 1)).map(saidBy)).toEqual(['end']);
    });

    it('reports what nobody caught after the page has set its own onerror', async () => {
      const [theirs, ours] = await open({
        script: `
          onerror = function () { setTimeout(function () { Rollbar.info('end'); }); };
          throw new Error('uncaught');`,
      });
      expect((await items(ours, 2)).map(saidBy).sort()).toEqual(['end', 'uncaught']);
      expect((await items(theirs, 1)).map(saidBy)).toEqual(['end']);
    });

    it('takes no error of the API for a success', async () => {
      const stages = await open({
        config: `{ defaultTransport: 'fetch' }`,
        script: `
          function fail() {
            Rollbar.error('x', function (error) { window.noted = error ? error.message : 'taken'; });
          }`,
      });
      for (const { collector, tab } of stages) {
        collector.behave({ status: 422 });
        await tab.eval('fail()');
      }
      expect(await noted(stages)).toEqual(['taken', expect.stringContaining('422')]);
    });
  });

  describe('secrets', () => {
    it.each([
      [
        'payload',
        `{ payload: { person: { id: '7', password: '${secret}' } } }`,
        `Rollbar.info('x');`,
      ],
      [
        'what transform adds',
        `{ transform: function (data) { data.server.password = window.secret; } }`,
        `secret = '${secret}'; Rollbar.info('x');`,
      ],
      ['what it says of the error', '{}', `Rollbar.error(new Error('/login?password=${secret}'));`],
      [
        'the source of a hook',
        `{ checkIgnore: function () { var password = '${secret}'; return !password; } }`,
        `Rollbar.info('x');`,
      ],
      [
        'JSON text',
        '{}',
        `Rollbar.info('x', { answer: JSON.stringify({ password: '${secret}' }) });`,
      ],
      [
        'a name that rollbar.js does not know',
        '{}',
        `Rollbar.info('x', { api_key: '${secret}' });`,
      ],
    ])('never leave the page in %s', async (_, config, script) => {
      const [theirs, ours] = (await one(await open({ config, script }))).map((item) =>
        JSON.stringify(item),
      );
      expect(theirs).toContain(secret);
      expect(ours).not.toContain(secret);
    });

    it('never leave the page as what was typed', async () => {
      const stages = await open({
        config: `{ autoInstrument: true }`,
        body: '<input name="note">',
        script: `
          var input = document.querySelector('input');
          input.value = '${secret}';
          input.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
          Rollbar.info('x');`,
      });
      const [theirs, ours] = (await one(stages)).map((item) => JSON.stringify(item));
      expect(theirs).toContain(secret);
      expect(ours).not.toContain(secret);
      expect(ours).toContain('input[name=\\"note\\"]');
    });

    it('are scrubbed also where one of their names is no pattern', async () => {
      const [theirs, ours] = await open({
        config: `{ scrubFields: ['c++'] }`,
        script: `var noted = typeof Rollbar; Rollbar.info('x', { 'c++': '${secret}' });`,
      });
      expect(await noted([theirs, ours])).toEqual(['undefined', 'object']);
      const [item] = await items(ours, 1);
      expect(item?.data.custom).toEqual({ 'c++': '********' });
    });
  });

  describe('the page', () => {
    it.each([
      ['a number', '42', 'number'],
      ['a text', `'text'`, 'string'],
      ['a frozen error', `Object.freeze(new RangeError('frozen'))`, 'RangeError'],
    ])('gets from a wrapped function what it has thrown: %s', async (_, value, kind) => {
      const stages = await open({
        script: `
          var noted;
          try { Rollbar.wrap(function () { throw ${value}; })(); }
          catch (error) { noted = typeof error === 'object' ? error.constructor.name : typeof error; }`,
      });
      const [theirs, ours] = await noted<string>(stages);
      expect(theirs).not.toBe(kind);
      expect(ours).toBe(kind);
    });

    it('gets its own errors out of the handlers of a request', async () => {
      const stages = await open({
        config: `{ autoInstrument: true }`,
        script: `
          addEventListener('error', function (event) { window.noted = String(event.error); });
          var xhr = new XMLHttpRequest();
          xhr.onload = function () { throw 42; };
          xhr.open('GET', '/data');
          xhr.send();`,
      });
      const [theirs, ours] = await noted<string>(stages);
      expect(theirs).toContain('_rollbarContext');
      expect(ours).toBe('42');
    });

    it('has its fetch, whatever is sent', async () => {
      const stages = await open({
        config: `{ autoInstrument: { network: true, networkRequestBody: true } }`,
        script: `
          var noted, init = { method: 'POST', headers: { 'content-type': 'application/json' } };
          try {
            fetch('/data', Object.assign(init, { body: 'no JSON' }));
            noted = 'sent';
          } catch (error) { noted = error.name; }`,
      });
      expect(await noted(stages)).toEqual(['SyntaxError', 'sent']);
    });

    it('has its console, whatever is written', async () => {
      const stages = await open({
        config: `{ autoInstrument: { log: true } }`,
        script: `
          var noted;
          try { console.log({ toJSON: function () {} }); noted = 'written'; }
          catch (error) { noted = error.name; }`,
      });
      expect(await noted(stages)).toEqual(['TypeError', 'written']);
    });

    it('has the say about an error that its own handler has dealt with', async () => {
      const stages = await open({
        early: `onerror = function () { return true; };`,
        script: `
          addEventListener('error', function (event) {
            setTimeout(function () { window.noted = event.defaultPrevented; });
          });
          throw new Error('x');`,
      });
      expect(await noted(stages)).toEqual([false, true]);
    });

    it('may be in a sandbox, where storage is denied', async () => {
      const stages = await open({
        headers: { 'content-security-policy': 'sandbox allow-scripts' },
        script: `var noted = typeof Rollbar; Rollbar.info('from the sandbox');`,
      });
      expect(await noted(stages)).toEqual(['undefined', 'object']);
      expect((await items(stages[1], 1)).map(saidBy)).toEqual(['from the sandbox']);
    });

    it('may configure with nothing', async () => {
      const stages = await open({
        script: `
          var noted;
          try { Rollbar.configure(undefined); noted = 'configured'; }
          catch (error) { noted = error.name; }`,
      });
      expect(await noted(stages)).toEqual(['TypeError', 'configured']);
    });
  });

  describe('loops', () => {
    it('does not come back to a checkIgnore that logs', async () => {
      const stages = await open({
        config: `{ itemsPerMinute: 0, checkIgnore: function () {
          calls++;
          Rollbar.error('from the hook');
        } }`,
        script: `var calls = 0; Rollbar.error('x'); var noted = calls;`,
      });
      const [theirs, ours] = await noted<number>(stages);
      expect(theirs).toBeGreaterThan(50);
      expect(ours).toBe(1);
      expect((await items(stages[1], 2)).map(saidBy).sort()).toEqual(['from the hook', 'x']);
    });

    it('does not come back to a filterTelemetry that writes into the console', async () => {
      const stages = await open({
        config: `{ autoInstrument: { log: true }, filterTelemetry: function () {
          calls++;
          console.log('from the hook');
        } }`,
        script: `var calls = 0; console.log('x'); var noted = calls;`,
      });
      const [theirs, ours] = await noted<number>(stages);
      expect(theirs).toBeGreaterThan(50);
      expect(ours).toBe(1);
    });

    it('does not report that its own report was refused', async () => {
      const [theirs, ours] = await open({
        config: `{ autoInstrument: { network: true, networkErrorOnHttp4xx: true } }`,
        script: `function fail() { Rollbar.error('x'); }`,
      });
      for (const { collector, tab } of [theirs, ours]) {
        collector.behave({ status: 422 });
        await tab.eval('fail()');
      }
      await theirs.collector.waitForRequests(5);
      await ours.tab.waitFor('Rollbar.stats().dropped.refused');
      expect(await ours.tab.eval('Rollbar.stats().captured')).toBe(1);
    });
  });

  describe('telemetry', () => {
    it('has no more than it may, however much is written', async () => {
      const stages = await open({
        config: `{ autoInstrument: { log: true } }`,
        script: `
          for (var i = 0; i < 2000; i++) console.debug('line ' + i);
          Rollbar.info('x');
          var span = Rollbar.telemeter && Rollbar.telemeter.telemetrySpan;
          var noted = span ? span.span.events.length : -1;`,
      });
      const [theirs] = await noted<number>(stages);
      expect(theirs).toBeGreaterThan(1999);
      const [item] = await items(stages[1], 1);
      expect(item?.data.body.telemetry).toHaveLength(100);
    });

    it('tells nothing of the notifier itself', async () => {
      const stages = await open({
        config: `{ autoInstrument: { network: true } }`,
        script: `
          Rollbar.info('first', function () {
            Rollbar.info('second');
          });`,
      });
      const [theirs, ours] = await Promise.all(
        stages.map(async (stage) => {
          const [, second] = await items(stage, 2);
          return second?.data.body.telemetry?.filter(({ type }) => type === 'network').length;
        }),
      );
      expect([theirs, ours]).toEqual([1, 0]);
    });

    it('is none where none is wanted', async () => {
      const stages = await open({
        config: `{ maxTelemetryEvents: 0 }`,
        script: `Rollbar.captureEvent({ step: 2 }); Rollbar.info('x');`,
      });
      const [theirs, ours] = await one(stages);
      expect(theirs?.data.body.telemetry).toHaveLength(2);
      expect(ours?.data.body).not.toHaveProperty('telemetry');
    });

    it('tells a change of the address that makes no entry', async () => {
      const stages = await open({
        config: `{ autoInstrument: { navigation: true } }`,
        script: `history.replaceState({}, '', '/cart'); Rollbar.info('x');`,
      });
      const [theirs, ours] = (await one(stages)).map(({ data }) => JSON.stringify(data.body));
      expect(theirs).not.toContain('/cart');
      expect(ours).toContain('"to":"/cart"');
    });
  });

  describe('options and calls', () => {
    it('calls a callback once', async () => {
      const stages = await open({
        script: `var calls = 0; Rollbar.error(function () { calls++; });`,
      });
      await Promise.all(stages.map(({ posted }) => posted(1)));
      const [theirs, ours] = stages;
      await theirs.tab.waitFor('calls === 2');
      await ours.tab.eval('Rollbar.flush(10000)');
      expect(await ours.tab.eval('calls')).toBe(1);
    });

    it('posts to an endpoint that is a path of the page', async () => {
      const [theirs, ours] = await open({
        config: `{ endpoint: '/items' }`,
        script: `Rollbar.info('x');`,
      });
      const [{ path: wrong }, { body }] = await Promise.all([
        theirs.pages.received('/null'),
        ours.pages.received('/items'),
      ]);
      expect(wrong).toBe('/null');
      expect(body).toContain('"body":"x"');
    });

    it('sends the code version, person and context that are options', async () => {
      const stages = await open({
        config: `{ codeVersion: '1.2.3', person: { id: '7' }, context: 'cart' }`,
        script: `Rollbar.info('x');`,
      });
      const [theirs, ours] = (await one(stages)).map(({ data }) => [
        data.code_version,
        data.person,
        data.context,
      ]);
      expect(theirs).toEqual([undefined, undefined, '']);
      expect(ours).toEqual(['1.2.3', { id: '7' }, 'cart']);
    });

    it('has wait, which calls back once all has arrived', async () => {
      const [theirs, ours] = await open({
        script: `
          Rollbar.info('x');
          if (Rollbar.wait) Rollbar.wait(function () { window.noted = Rollbar.stats().delivered; });`,
      });
      expect(await theirs.tab.eval('typeof Rollbar.wait')).toBe('undefined');
      expect(await noted([ours])).toEqual([1]);
    });

    it('keeps a hook that has thrown once', async () => {
      const [theirs, ours] = await open({
        config: `{ checkIgnore: function (isUncaught, args) {
          if (args[0] === 'first') throw new Error('mine');
          return args[0] === 'noise';
        } }`,
        script: `Rollbar.error('first'); Rollbar.error('noise'); Rollbar.error('end');`,
      });
      expect((await items(theirs, 3)).map(saidBy).sort()).toEqual(['end', 'first', 'noise']);
      expect((await items(ours, 2)).map(saidBy).sort()).toEqual(['end', 'first']);
      expect(await ours.tab.eval('Rollbar.stats().dropped')).toEqual({ ignored: 1 });
    });
  });
});
