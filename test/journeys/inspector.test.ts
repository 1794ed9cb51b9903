import terser from '@rollup/plugin-terser';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { rollup } from 'rollup';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { createCollector } from '../../demo/collector.mjs';
import type { Collector } from '../../demo/collector.mjs';
import { sampleItems } from '../../demo/sample-items.mjs';
import type { Item } from '../../src/items-api';
import { openBrowser } from '../support/browsers';
import type { Browser, Tab } from '../support/browsers';
import { schemaErrors } from '../support/item-schema.mjs';
import { openSite } from '../support/site';
import { root } from '../support/sources';

const run = promisify(execFile);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser('chromium');
});
afterAll(() => browser.close());

const agent = new Agent({ keepAlive: true, maxSockets: 32 });
afterAll(() => agent.destroy());

/** The status of the answer. Not by fetch, which takes five times as long as the collector. */
const post = ({ endpoint }: Collector, item: Item): Promise<number> =>
  new Promise((resolve, reject) => {
    const sent = request(endpoint, { method: 'POST', agent }, (response) => {
      response.resume();
      response.once('end', () => resolve(response.statusCode ?? 0));
    });
    sent.once('error', reject);
    sent.end(JSON.stringify(item));
  });

/** The inspector in a tab, with these items in it. */
async function inspect(items: Item[] = []): Promise<{ tab: Tab; collector: Collector }> {
  const [collector, tab] = await Promise.all([createCollector(), browser.newTab()]);
  onTestFinished(async () => {
    await tab.close();
    await collector.close();
  });
  for (const item of items) await post(collector, item);
  await tab.goto(collector.url);
  if (items.length) await tab.waitFor(`document.querySelector('#list [role=option]') !== null`);
  // A driven browser has no clipboard of its own that could be read.
  await tab.eval(() => {
    const page = globalThis as unknown as { copied?: string };
    navigator.clipboard.writeText = (text) => Promise.resolve(void (page.copied = text));
  });
  return { tab, collector };
}

const samples = (): Item[] => sampleItems(Date.now()).map(({ item }) => item);

/** What stands in the list, a line for each group: count, title and level. */
const rows = (tab: Tab) =>
  tab.eval<string[]>(() =>
    [...document.querySelectorAll('#list [role=option]')].map((row) =>
      ['.row-count', '.row-title', '.row-level']
        .map((part) => row.querySelector(part)?.textContent ?? '')
        .join(' ')
        .trim(),
    ),
  );
const textOf = (tab: Tab, selector: string) =>
  tab.eval(
    (wanted: string) => document.querySelector<HTMLElement>(wanted)?.innerText ?? '',
    selector,
  );
const type = (tab: Tab, text: string) =>
  tab.eval((value: string) => {
    const search = document.querySelector<HTMLInputElement>('#search') as HTMLInputElement;
    search.value = value;
    search.dispatchEvent(new Event('input', { bubbles: true }));
  }, text);
const press = async (tab: Tab, ...keys: string[]) => {
  for (const key of keys) await tab.press?.(key);
};
const selectedTitle = (tab: Tab) => textOf(tab, '[aria-selected=true] .row-title');
const focused = (tab: Tab) => tab.eval<string>(() => document.activeElement?.id ?? '');
const copied = (tab: Tab) =>
  tab.waitFor<string>('globalThis.copied').finally(() => tab.eval('delete globalThis.copied'));

/** What axe finds wrong with the page as it stands. */
async function violations(tab: Tab): Promise<string[]> {
  await tab.eval(`(() => { ${axe} })()`);
  return tab.eval<string[]>(`axe.run().then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))`);
}

describe('Groups', () => {
  test('items of one kind are one line, with how many there are, the one seen last on top', async () => {
    const { tab, collector } = await inspect(samples());
    expect(await rows(tab)).toEqual([
      "23× TypeError: Cannot read properties of undefined (reading 'reduce') error",
      '6× ChunkLoadError: Loading chunk gallery failed error',
      '17× GET /api/postcodes/10131 took 2016 ms warning',
      '4× PaymentError: Card was charged, order ord_8fk23x91mz is not stored critical',
      `9× SyntaxError: Unexpected token '<', "<html>8" is not valid JSON error`,
      'Service worker 2.4.1 has taken over debug',
      '3× Order 48203 was cancelled by the customer info',
    ]);
    expect(await textOf(tab, '#count')).toBe('7 groups, 63 items');

    const order = samples().find((item) => JSON.stringify(item).includes('was cancelled'));
    await post(collector, order as Item);
    await tab.waitFor(`document.querySelector('#list .row-count').textContent === '4×'`);
    expect((await rows(tab))[0]).toContain('was cancelled by the customer');
    // Whoever reads is not disturbed.
    expect(await textOf(tab, '#report h2')).toContain("reading 'reduce'");
  });

  test('each leads through its occurrences', async () => {
    const { tab } = await inspect(samples());
    expect(await textOf(tab, '.place-of')).toMatch(/^23 of 23/);
    await press(tab, 'p', 'p');
    expect(await textOf(tab, '.place-of')).toMatch(/^21 of 23/);
    await press(tab, 'n', 'n', 'n');
    expect(await textOf(tab, '.place-of')).toMatch(/^23 of 23/);
  });

  test('what happened before is told in words', async () => {
    const { tab } = await inspect(samples());
    const told = await textOf(tab, '.timeline');
    for (const part of ['/cart → /checkout/pay', 'POST /api/payments 502 226 ms', '−240 ms']) {
      expect(told.replace(/\s+/g, ' ')).toContain(part);
    }
  });

  test('clearing forgets them', async () => {
    const { tab, collector } = await inspect(samples());
    await tab.click('#clear');
    await tab.waitFor(`!document.querySelector('#list [role=option]')`);
    expect(await textOf(tab, '#report')).toContain(`endpoint: '${collector.endpoint}',`);
    expect(collector.items).toEqual([]);
  });
});

describe('The filter', () => {
  test('finds what holds every word, wherever it stands', async () => {
    const { tab } = await inspect(samples());
    await type(tab, 'POSTCODES 10119');
    expect(await rows(tab)).toEqual(['GET /api/postcodes/10119 took 2004 ms warning']);
    expect(await textOf(tab, '#count')).toBe('1 group, 1 item of 63');
    expect(await textOf(tab, '#report h2')).toContain('10119');
    await type(tab, 'nowhere');
    expect(await rows(tab)).toEqual([]);
    expect(await textOf(tab, '#report')).toBe('No item passes the filter');
    await type(tab, '');
    expect(await rows(tab)).toHaveLength(7);
  });

  test('shows one level, and counts what the search leaves of each', async () => {
    const { tab } = await inspect(samples());
    await tab.click('.choice.level-critical');
    expect(await rows(tab)).toEqual([expect.stringContaining('PaymentError')]);
    await type(tab, 'checkout');
    const counts = await tab.eval<string[]>(() =>
      [...document.querySelectorAll<HTMLElement>('.choice')].map(({ innerText }) =>
        innerText.replace(/\s+/g, ' ').trim(),
      ),
    );
    expect(counts).toEqual(['all 44', 'critical 4', 'error 23', 'warning 17', 'info 0', 'debug 0']);
  });
});

test('The keyboard leads everywhere', async () => {
  const { tab } = await inspect(samples());
  await press(tab, 'j', 'j');
  expect(await selectedTitle(tab)).toContain('postcodes');
  await press(tab, 'k');
  expect(await selectedTitle(tab)).toContain('ChunkLoadError');
  await press(tab, '/');
  expect(await focused(tab)).toBe('search');
  await press(tab, 'j');
  expect(await tab.eval('document.querySelector("#search").value')).toBe('j');
  await press(tab, 'Escape');
  expect(await rows(tab)).toHaveLength(7);
  await press(tab, 'Escape');
  expect(await focused(tab)).toBe('list');
  await press(tab, 'ArrowDown', 'End', 'ArrowUp', 'Enter');
  expect(await selectedTitle(tab)).toContain('Service worker');
  expect(await focused(tab)).toBe('report');
  await press(tab, 'Escape');
  expect(await focused(tab)).toBe('list');
  await press(tab, '?');
  expect(await textOf(tab, 'dialog[open]')).toContain('next group, previous group');
  await press(tab, 'Escape');
  expect(await tab.eval('!document.querySelector("dialog[open]")')).toBe(true);
});

describe('Taking away', () => {
  test('an item is copied as JSON', async () => {
    const { tab, collector } = await inspect(samples());
    await tab.click('.tools .button');
    const { item } = collector.items.at(-1) ?? {};
    expect(JSON.parse(await copied(tab))).toEqual(item);
  });

  test('an item is copied as a command that sends it again, whatever is in it', async () => {
    const [sample] = samples();
    const item = { ...(sample as Item), access_token: `'"$(id)\`\\ ITEM\nITEM` };
    const { tab, collector } = await inspect([item]);
    await press(tab, 'u');
    // Stands in for a curl that may not be there: tells its arguments and what it gets.
    const curl = 'curl() { printf "%s\\n" "$@"; cat; }';
    const { stdout } = await run('sh', ['-c', `${curl}\n${await copied(tab)}`]);
    const [endpoint, , header, , from, json = ''] = stdout.split('\n');
    expect([endpoint, header, from]).toEqual([
      collector.endpoint,
      'content-type: application/json',
      '@-',
    ]);
    expect(JSON.parse(json)).toEqual(item);
  });

  test('what is listed is exported as lines, each an item', async () => {
    const { tab } = await inspect(samples());
    await tab.click('.choice.level-warning');
    await tab.eval(() => {
      URL.createObjectURL = (blob) => {
        void (blob as Blob).text().then((text) => Object.assign(globalThis, { copied: text }));
        return 'data:,';
      };
    });
    await press(tab, 'e');
    const lines = (await copied(tab)).split('\n');
    expect(lines.pop()).toBe('');
    expect(lines).toHaveLength(17);
    const items = lines.map((line) => JSON.parse(line) as Item);
    expect(items.flatMap(schemaErrors)).toEqual([]);
    expect(items[0]?.data.body).toMatchObject({
      message: { body: expect.stringContaining('10115') },
    });
  });
});

/** Two modules, minified to one line, with the map that leads back. */
async function minified(): Promise<{ code: string; map: string }> {
  const files: Record<string, string> = {
    '/shop/main.js': `import { totalOf } from './cart.js';\nsetTimeout(() => totalOf(undefined));\n`,
    '/shop/cart.js':
      'export function totalOf(cart) {\n  // Not there yet.\n  return rowsOf(cart).length + 1;\n}\n\n' +
      'function rowsOf(cart) {\n  console.log(typeof cart);\n  return cart.rows;\n}\n',
  };
  const bundle = await rollup({
    input: '/shop/main.js',
    plugins: [
      {
        name: 'files',
        resolveId: (id, from) => (from ? join('/shop', id) : id),
        load: (id) => files[id] ?? null,
      },
      terser({ compress: { inline: 0, reduce_funcs: false } }),
    ],
  });
  const { output } = await bundle.generate({ file: '/page.js', format: 'iife', sourcemap: true });
  return { code: output[0].code, map: String(output[0].map) };
}

test('The frames of a minified build are shown as they stand in the source', async () => {
  const { code, map } = await minified();
  const site = await openSite(browser, { script: code });
  site.pages.set('/page.js.map', { body: map, type: 'application/json' });
  await site.items(1);

  const tab = await browser.newTab();
  onTestFinished(() => tab.close());
  await tab.goto(site.collector.url);
  await tab.waitFor(`document.querySelector('#report .section h3')?.innerText.includes('maps')`);
  const frames = await tab.eval<string[]>(() =>
    [...document.querySelectorAll<HTMLElement>('.frames .frame')].map((frame) =>
      [...frame.children].map(({ textContent }) => textContent).join(' '),
    ),
  );
  const { origin } = site.pages;
  expect(frames).toEqual([
    `rowsOf ${origin}/shop/cart.js:8:15`,
    `totalOf ${origin}/shop/cart.js:3:10`,
    `[anonymous] ${origin}/shop/main.js:2:18`,
  ]);
  expect(await textOf(tab, '.code .current')).toMatch(/^8\s+return cart\.rows;/);
  await tab.click('.section h3 .link');
  expect(await textOf(tab, '.frames')).toContain(`${origin}/page.js:1`);
});

describe('It is accessible (axe)', () => {
  test.each(['light', 'dark'])('in the %s theme', async (theme) => {
    const { tab } = await inspect([...samples()]);
    while ((await textOf(tab, '#theme')) !== `Theme: ${theme}`) await press(tab, 't');
    expect(await violations(tab), 'list and report').toEqual([]);
    await tab.eval(() =>
      document.querySelectorAll('details').forEach((each) => (each.open = true)),
    );
    expect(await violations(tab), 'all open').toEqual([]);
    await tab.click('#tab-1');
    await tab.click('.choice.level-warning');
    expect(await violations(tab), 'raw and filtered').toEqual([]);
    await press(tab, '?');
    expect(await violations(tab), 'keys').toEqual([]);
    await press(tab, 'Escape');
    await type(tab, 'nowhere');
    expect(await violations(tab), 'nothing found').toEqual([]);
  });
});

describe('Many items', () => {
  /** A name for a number, in letters: digits would be taken for the same. */
  const word = (n: number): string =>
    n.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'[+digit] as string);
  const titleOf = (uuid: string): string => `It is ${word(Number(uuid.slice(5)))} that failed`;
  const manyItems = (count: number, level: (n: number) => Item['data']['level']): Item[] => {
    const [sample] = samples().filter(({ data }) => 'trace' in data.body) as [Item];
    return Array.from({ length: count }, (_, n) => ({
      ...sample,
      data: {
        ...sample.data,
        uuid: `many-${n}`,
        level: level(n) ?? 'error',
        body: {
          ...sample.data.body,
          trace: {
            frames: [],
            exception: { class: `Error_${word(n)}`, message: `It is ${word(n)} that failed` },
          },
        },
      },
    }));
  };

  test('a thousand groups are scrolled and filtered without a task over 200 ms', async () => {
    const levels = ['error', 'warning', 'info'] as const;
    const { tab } = await inspect(manyItems(1_000, (n) => levels[n % 3]));
    await tab.waitFor(`document.querySelector('#count').textContent.startsWith('1,000 groups')`);
    /** The longest task while all is scrolled and filtered, and how many rows that has brought. */
    const pass = async () => {
      const tasks: number[] = [];
      const observer = new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) tasks.push(duration);
      });
      observer.observe({ type: 'longtask' });
      const drawn = () =>
        new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 20)));
      const list = document.querySelector('#list') as HTMLElement;
      const search = document.querySelector('#search') as HTMLInputElement;

      for (let top = 0; top < list.scrollHeight; top += 1_000) {
        list.scrollTop = top;
        await drawn();
      }
      const rows = list.childElementCount;
      for (const text of ['e', 'er', 'err', 'error_q', 'nowhere', 'q', '']) {
        search.value = text;
        search.dispatchEvent(new Event('input', { bubbles: true }));
        await drawn();
      }
      for (const input of [...document.querySelectorAll<HTMLElement>('[name=level]')].reverse()) {
        input.click();
        await drawn();
      }
      // Entries come a little later than their tasks.
      await new Promise((resolve) => setTimeout(resolve, 300));
      observer.disconnect();
      return { longest: Math.max(0, ...tasks), rows };
    };
    // The clock of a task runs on while a busy machine does something else: the best of three.
    const passes = [];
    for (let n = 0; n < 3; n++) passes.push(await tab.eval(pass));
    expect(passes.map(({ rows }) => rows)).toEqual([1_000, 1_000, 1_000]);
    expect(Math.min(...passes.map(({ longest }) => longest))).toBeLessThan(200);
  });

  test('ten thousand in a burst are all answered, and the page shows the newest', async () => {
    const { tab, collector } = await inspect();
    const items = manyItems(10_000, () => 'error');
    const statuses = new Map<number, number>();
    const send = async () => {
      for (let item = items.shift(); item; item = items.shift()) {
        const status = await post(collector, item);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
    };
    await Promise.all(Array.from({ length: 32 }, send));
    expect([...statuses]).toEqual([[200, 10_000]]);
    const newest = collector.items.at(-1) as { uuid: string };
    await tab.waitFor(
      (uuid: string) =>
        document.querySelector('#count')?.textContent === '2,000 groups, 2,000 items' &&
        document.querySelector('#list [role=option]')?.textContent?.includes(uuid),
      { args: [titleOf(newest.uuid)], withinMs: 60_000 },
    );
  }, 180_000);
});

describe('A page made by `rollcage snippet` reports, under the policy it prints,', () => {
  const nonce = 'bm9uY2U';
  test.each([
    ['with a nonce', 'nonce'],
    ['with the hash of the script', 'sha256'],
  ])('%s', async (_, kind) => {
    const site = await openSite(browser);
    const { stdout, stderr } = await run(process.execPath, [
      join(root, 'dist/cli.js'),
      ...['snippet', '--token', 'a-token', '--environment', 'test'],
      ...['--endpoint', site.collector.endpoint, '--src', '/dist/rollcage.full.min.js'],
    ]);
    const directive = (start: string): string =>
      stderr
        .split('\n')
        .map((line) => line.trim())
        .find((line) => line.startsWith(start)) ?? `no ${start}`;
    const policy = [
      directive(`script-src '${kind}`),
      directive('connect-src'),
      directive('require-trusted-types-for'),
    ];
    const filled = (text: string) => text.replaceAll('{{nonce}}', nonce);
    site.pages.set('/page.js', {
      body: `setTimeout(() => { throw new RangeError('by the ${kind}'); })`,
      type: 'text/javascript',
    });
    site.pages.set('/made', {
      headers: { 'content-security-policy': filled(policy.join(' ')) },
      body: `<!doctype html><head>${filled(stdout)}</head>
        <script nonce="${nonce}" src="/page.js"></script>`,
    });
    await site.tab.goto(site.pages.url('/made'));
    const [item] = await site.items(1);
    expect(item?.data).toMatchObject({
      environment: 'test',
      // Only the script says so; the snippet alone would not.
      notifier: { name: 'rollcage' },
      body: { trace: { exception: { class: 'RangeError', message: `by the ${kind}` } } },
    });
  });
});
