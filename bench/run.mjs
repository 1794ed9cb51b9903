/**
 * `npm run bench`: what a notifier costs a page, all of them interleaved in one run in real
 * Chromium, as medians and as ratios to rollbar.js. Writes the table into the README.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { brotliCompressSync } from 'node:zlib';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from '../demo/setup.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = join(here, '..');
const rounds = 21;
const errors = 50;

await ensureInstalled(root);
await ensureInstalled(here);
const { chromium } = await import('playwright-core');
const { createCollector } = await import('../demo/collector.mjs');
const { requireProgram } = await import('../test/support/find-browsers.mjs');

/** Each sets the class as the global `Notifier`; otherwise the configuration is the same. */
const contestants = [
  {
    name: 'rollbar.js',
    code: readFileSync(join(here, 'node_modules/rollbar/dist/rollbar.min.js'), 'utf8'),
    global: 'rollbar',
    // What the other does not have yet is switched off, and no limit cuts the work short.
    options: { autoInstrument: false, itemsPerMinute: 1000 },
  },
  {
    name: 'Rollcage',
    code: readFileSync(join(root, 'dist/rollcage.full.min.js'), 'utf8'),
    global: 'Rollbar',
    options: { itemsPerMinute: 1000 },
  },
];

/** Runs in the page. Everything but the capture of errors is over when it returns. */
function start({ code, global, options, endpoint }) {
  const begin = performance.now();
  (0, eval)(code);
  const rollbar = new window[global]({
    accessToken: 'bench',
    environment: 'bench',
    captureUncaught: true,
    captureUnhandledRejections: true,
    endpoint,
    ...options,
  });
  const ready = performance.now();
  window.capture = (count) => {
    let spent = 0;
    for (let i = 0; i < count; i++) {
      const error = new TypeError(`failure number ${i}`);
      const before = performance.now();
      rollbar.error(error, { order: i });
      spent += performance.now() - before;
    }
    return spent / count;
  };
  return ready - begin;
}

const collector = await createCollector({});
// Isolated, the clock of the page has steps of 5 microseconds instead of 100.
const isolated = {
  'content-type': 'text/html',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};
const pages = createServer((_, response) => {
  response.writeHead(200, isolated).end('<!doctype html><title>bench</title>');
});
await new Promise((resolve) => pages.listen(0, '127.0.0.1', () => resolve(undefined)));
const url = `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (pages.address()).port}/`;
const browser = await chromium.launch({
  executablePath: requireProgram('chromium'),
  args: ['--no-sandbox', '--disable-gpu'],
});

async function measure({ code, global, options }) {
  const page = await browser.newPage();
  try {
    await page.goto(url);
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    const busy = async () => {
      const { metrics } = await session.send('Performance.getMetrics');
      return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN) * 1000;
    };
    const init = await page.evaluate(start, {
      code,
      global,
      options,
      endpoint: collector.endpoint,
    });
    const seen = collector.requests.length;
    const before = await busy();
    const sync = await page.evaluate((count) => window.capture(count), errors);
    await collector.waitForRequests(seen + errors, { timeoutMs: 60_000 });
    await page.waitForTimeout(100);
    return { init, sync, total: ((await busy()) - before) / errors };
  } finally {
    await page.close();
  }
}

const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];
const runs = new Map(contestants.map(({ name }) => [name, []]));
for (let round = 0; round < rounds; round++) {
  for (const each of contestants) runs.get(each.name)?.push(await measure(each));
}
await browser.close();
await collector.close();
pages.close();

const rows = [
  ['bytes, brotli', ({ code }) => brotliCompressSync(code).length, 0],
  ['evaluate and start, ms', ({ name }) => median(runs.get(name).map(({ init }) => init)), 2],
  [
    'capture of an error, the call, ms',
    ({ name }) => median(runs.get(name).map(({ sync }) => sync)),
    3,
  ],
  [
    'capture of an error, main thread till answered, ms',
    ({ name }) => median(runs.get(name).map(({ total }) => total)),
    2,
  ],
];
const table = [
  '| in Chromium, medians | rollbar.js 3.1.0 | Rollcage | ratio |',
  '| --- | ---: | ---: | ---: |',
  ...rows.map(([what, of, digits]) => {
    const [theirs, ours] = contestants.map(of);
    return `| ${what} | ${theirs.toFixed(digits)} | ${ours.toFixed(digits)} | ${(ours / theirs).toFixed(2)} |`;
  }),
].join('\n');
console.log(table);

const readme = join(root, 'README.md');
const text = readFileSync(readme, 'utf8');
writeFileSync(
  readme,
  text.replace(/(<!-- bench -->\n)[^]*(<!-- \/bench -->)/, `$1\n${table}\n\n$2`),
);
