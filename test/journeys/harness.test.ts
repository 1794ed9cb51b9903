import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines, openBrowser, openUndriven } from '../support/browsers';
import type { Browser, Undriven } from '../support/browsers';
import { createPages } from '../support/pages';
import type { Pages } from '../support/pages';
import { isAlive } from '../support/processes.mjs';
import { until } from '../support/within';

let pages: Pages;

beforeAll(async () => {
  pages = await createPages();
  pages.set('/', '<!doctype html><title>start</title><a id="on" href="/next">on</a>');
  pages.set('/next', '<!doctype html><title>next</title>');
  pages.set('/strict', {
    body: '<!doctype html><title>strict</title>',
    headers: { 'content-security-policy': "default-src 'none'" },
  });
  pages.set(
    '/broken',
    `<!doctype html><script>
      onerror = (message) => { window.seen = message; };
      throw new RangeError('the bridge is out');
    </script>`,
  );
});

afterAll(() => pages.close());

describe.each(engines())('the harness in %s', (engine) => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser(engine);
  });

  afterAll(() => browser.close());

  it('loads a page, visible and in a secure context', async () => {
    const tab = await browser.newTab();
    await tab.goto(pages.url('/'));
    expect(browser.version).toMatch(/^\d+\./);
    expect(
      await tab.eval(() => [document.title, document.visibilityState, isSecureContext]),
    ).toEqual(['start', 'visible', true]);
    await tab.close();
  });

  it('evaluates functions, expressions and promises, also under a strict policy', async () => {
    const tab = await browser.newTab();
    await tab.goto(pages.url('/strict'));
    expect(await tab.eval((a: number, b: number[]) => ({ sum: a + b.length }), 1, [2, 3])).toEqual({
      sum: 3,
    });
    expect(await tab.eval<string>('document.title')).toBe('strict');
    expect(await tab.eval(() => new Promise((done) => setTimeout(done, 20, 'late')))).toBe('late');
    expect(await tab.eval(() => undefined)).toBeUndefined();
    await expect(tab.eval(() => Promise.reject(new Error('no luck')))).rejects.toThrow('no luck');
    await tab.close();
  });

  it('waits for a value, and says what it waited for', async () => {
    const tab = await browser.newTab();
    await tab.eval(() => void setTimeout(() => (document.title = 'ready'), 100));
    const title = () => (document.title === 'ready' ? document.title : '');
    expect(await tab.waitFor(title)).toBe('ready');
    await expect(tab.waitFor('window.never', { withinMs: 200 })).rejects.toThrow('window.never');
    await tab.close();
  });

  it('clicks, goes back into the kept page, and reloads', async () => {
    const tab = await browser.newTab();
    await tab.goto(pages.url('/'));
    await tab.eval(() => addEventListener('pageshow', () => (document.title = 'shown again')));
    await tab.click('#on');
    await tab.waitFor('document.title === "next"');
    await tab.back();
    await tab.waitFor('document.title === "shown again"');
    await tab.reload();
    expect(await tab.eval<string>('document.title')).toBe('start');
    await tab.close();
  });

  it('shares storage between tabs, not with an isolated browser', async () => {
    const isolated = await browser.isolated();
    const [one, two, stranger] = [
      await browser.newTab(),
      await browser.newTab(),
      await isolated.newTab(),
    ];
    await Promise.all([one, two, stranger].map((tab) => tab.goto(pages.url('/'))));
    await one.eval(() => localStorage.setItem('note', 'for all tabs'));
    const read = () => localStorage.getItem('note');
    expect(await two.waitFor(read)).toBe('for all tabs');
    expect(await stranger.eval(read)).toBeNull();
    await one.close();
    await two.close();
    await isolated.close();
  });

  it('shows an uncaught error to window.onerror', async () => {
    const tab = await browser.newTab();
    await tab.goto(pages.url('/broken'));
    expect(await tab.eval<string>('window.seen')).toContain('the bridge is out');
    if (engine !== 'webkit') {
      await until(
        () => tab.console.some((line) => line.includes('uncaught: the bridge is out')),
        5_000,
        'The error did not show in the console',
      );
    }
    await tab.close();
  });

  it('lets pagehide and visibilitychange send their beacons when a tab closes', async () => {
    const tab = await browser.newTab();
    await tab.goto(pages.url('/'));
    await tab.eval((name: string) => {
      addEventListener('pagehide', () => navigator.sendBeacon(`/pagehide-${name}`, 'bye'));
      addEventListener('visibilitychange', () => navigator.sendBeacon(`/hidden-${name}`, 'bye'));
    }, engine);
    await tab.close();
    expect(await pages.received(`/pagehide-${engine}`)).toMatchObject({
      method: 'POST',
      body: 'bye',
    });
    await pages.received(`/hidden-${engine}`);
  });

  it('takes a screenshot', async () => {
    const tab = await browser.newTab();
    await tab.goto(pages.url('/'));
    expect((await tab.screenshot()).subarray(1, 4).toString()).toBe('PNG');
    await tab.close();
  });

  it('ends the process on kill', async () => {
    const victim = await openBrowser(engine);
    const tab = await victim.newTab();
    await tab.goto(pages.url('/'));
    expect(isAlive(victim.pid)).toBe(true);
    await victim.kill();
    expect(isAlive(victim.pid)).toBe(false);
    await expect(tab.eval('1')).rejects.toThrow();
  });

  // Not skipped where the engine cannot: a skipped test should be one that somebody misses.
  if (engine !== 'webkit') {
    it('cuts the network', async () => {
      const tab = await browser.newTab();
      await tab.goto(pages.url('/'));
      const reach = () =>
        fetch('/next').then(
          () => `reached, online ${navigator.onLine}`,
          () => `failed, online ${navigator.onLine}`,
        );
      await tab.setOffline?.(true);
      expect(await tab.eval(reach)).toBe('failed, online false');
      await tab.setOffline?.(false);
      expect(await tab.eval(reach)).toBe('reached, online true');
      await tab.close();
    });

    it('keeps the storage of a profile over a relaunch', async () => {
      const profile = mkdtempSync(join(tmpdir(), 'rollcage-kept-'));
      const visit = async (work: () => string | null) => {
        const visitor = await openBrowser(engine, { profile });
        const tab = await visitor.newTab();
        await tab.goto(pages.url('/'));
        const result = await tab.eval(work);
        await visitor.close();
        return result;
      };
      await visit(() => (localStorage.setItem('note', 'still here'), ''));
      expect(await visit(() => localStorage.getItem('note'))).toBe('still here');
      rmSync(profile, { recursive: true, force: true });
    });
  }

  describe('undriven', () => {
    /** A page that tells where it is, what lies in storage, and that it still lives. */
    const telling = `<!doctype html><script>
      fetch('/seen' + location.pathname + '?' + localStorage.getItem('note'));
      localStorage.setItem('note', 'from' + location.pathname);
      setInterval(() => fetch('/beat' + location.pathname), 50);
    </script>`;
    const beats = (path: string) =>
      pages.requests.filter((request) => request.path === `/beat${path}`).length;
    const beatsOn = (path: string) => {
      const before = beats(path);
      return until(() => beats(path) > before + 5, 20_000, `${path} does not beat`);
    };
    const opened = async (by: Undriven, path: string) => {
      pages.set(path, telling);
      by.visit(pages.url(path));
      const { query } = await pages.received(`/seen${path}`, 20_000);
      await beatsOn(path);
      return query.slice(1);
    };

    it('kills the pages, and the browser shows the next ones', async () => {
      const undriven = await openUndriven(browser);
      const [one, two, next] = [`/${engine}-one`, `/${engine}-two`, `/${engine}-next`];
      await opened(undriven, one);
      await opened(undriven, two);
      await undriven.killPages();
      expect(await opened(undriven, next)).toBe(`from${two}`);
      // Not before: a beat may have been under way when its page died.
      const last = beats(one) + beats(two);
      await beatsOn(next);
      expect(beats(one) + beats(two)).toBe(last);
      expect(isAlive(undriven.pid)).toBe(true);
      await undriven.close();
      expect(isAlive(undriven.pid)).toBe(false);
    });

    if (engine !== 'firefox') {
      it('keeps the storage of a profile over a relaunch', async () => {
        const profile = mkdtempSync(join(tmpdir(), 'rollcage-kept-'));
        const visit = async (path: string) => {
          const visitor = await openUndriven(browser, { profile });
          const found = await opened(visitor, path);
          await visitor.close();
          return found;
        };
        const before = `/${engine}-before`;
        expect(await visit(before)).toBe('null');
        expect(await visit(`/${engine}-after`)).toBe(`from${before}`);
        rmSync(profile, { recursive: true, force: true });
      });
    }
  });
});
