/**
 * `npm run bench`: what a notifier costs a page, all of them interleaved in one run in real
 * Chromium, as medians and as ratios to rollbar.js and to the best of the others. Writes
 * docs/benchmarks.md and .svg, and the short table of the README.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from '../demo/setup.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = join(here, '..');
const rounds = Number(process.env.ROLLCAGE_ROUNDS ?? 7);
const errors = 20;
const stormErrors = 10_000;
/** After which a storm has no end. */
const stormMs = 15_000;

await ensureInstalled(root);
await ensureInstalled(here);
const { chromium } = await import('playwright-core');
const { requireProgram } = await import('../test/support/find-browsers.mjs');
const { createCollector } = await import('./collector.mjs');
const { contestants } = await import('./contestants.mjs');
const { begin, capture, everyday, live, storm } = await import('./in-page.mjs');
const { rowsOf, tableOf, shortTableOf } = await import('./report.mjs');
const { plot } = await import('./plot.mjs');

const collector = await createCollector();
// Isolated, the clock of the page has steps of 5 microseconds instead of 100.
const isolated = {
  'content-type': 'text/html',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};
const pages = createServer((request, response) => {
  if (request.url === '/data') return response.writeHead(200).end('{}');
  return response.writeHead(200, isolated).end('<!doctype html><title>bench</title><body>');
});
await new Promise((resolve) => pages.listen(0, '127.0.0.1', () => resolve(undefined)));
const url = `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (pages.address()).port}/`;
const browser = await chromium.launch({
  executablePath: requireProgram('chromium'),
  args: ['--no-sandbox', '--disable-gpu'],
});

/** Opens a page in storage of its own, and gives what measures it. */
async function visit(act) {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(url);
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable');
    const metric = async (name) => {
      const { metrics } = await session.send('Performance.getMetrics');
      return metrics.find((one) => one.name === name)?.value ?? NaN;
    };
    const busy = async () => (await metric('TaskDuration')) * 1000;
    /** Until no more reports come, and the page has nothing to do. */
    const idle = async () => {
      for (let quiet = 0, last = -1, work = -1; quiet < 4;) {
        await page.waitForTimeout(50);
        const [reports, now] = [collector.reports(), await busy()];
        quiet = reports === last && now - work < 2 ? quiet + 1 : 0;
        [last, work] = [reports, now];
      }
    };
    return await act({ page, session, metric, busy, idle });
  } finally {
    await context.close();
  }
}

const start = (page, { code, start }, limits = false) =>
  page.evaluate(begin, { code, start, origin: collector.origin, limits });

/** Evaluation, and captures with empty and full telemetry. */
const captures = (contestant) =>
  visit(async ({ page, busy, idle }) => {
    // A page that has just come has the machine at work.
    await idle();
    const told = { init: await start(page, contestant) };
    const measure = async (name, kind) => {
      await idle();
      const [before, reports] = [await busy(), collector.reports()];
      told[name] = await page.evaluate(capture, { kind, count: errors });
      await idle();
      // What is not reported costs nothing.
      const missing = reports + errors - collector.reports();
      if (missing > 0) throw new Error(`${contestant.name}: ${missing} of ${errors} are missing`);
      told[`${name} total`] = ((await busy()) - before) / errors;
    };
    await measure('empty', 'plain');
    await page.evaluate(live);
    await measure('plain', 'plain');
    await measure('causes', 'causes');
    await measure('keys', 'keys');
    return told;
  });

const everydayOf = (contestant) =>
  visit(async ({ page, idle }) => {
    await idle();
    const told = contestant && { init: await start(page, contestant) };
    return { ...told, ...(await page.evaluate(everyday)) };
  });

const stormOf = (contestant) =>
  visit(async ({ page, session, metric, busy, idle }) => {
    await start(page, contestant, true);
    const before = await busy();
    const count = await page.evaluate(storm, { count: stormErrors, withinMs: stormMs });
    await idle();
    const total = (await busy()) - before;
    await session.send('HeapProfiler.collectGarbage');
    const heap = (await metric('JSHeapUsedSize')) / 2 ** 20;
    return { storm: count < stormErrors ? Infinity : total, heap };
  });

const all = await contestants();
/** @type {Map<string, Record<string, number[]>>} */
const measured = new Map([...all.map(({ name }) => name), 'bare'].map((name) => [name, {}]));
const keep = (name, told) => {
  const lists = measured.get(name);
  for (const key in told) (lists[key] ??= []).push(told[key]);
};
for (let round = 0; round < rounds; round++) {
  for (const each of all) keep(each.name, await captures(each));
  // What takes microseconds differs most.
  for (let again = 0; again < 3; again++) {
    keep('bare', await everydayOf());
    for (const each of all) keep(each.name, await everydayOf(each));
  }
}
for (const each of all) keep(each.name, await stormOf(each));
await browser.close();
collector.close();
pages.close();

const rows = rowsOf(all, measured);
console.log(tableOf(all, rows));

/** Puts a text between the marks of a document. */
function put(path, text) {
  const file = join(root, path);
  const marked = /(<!-- bench -->\n)[^]*(<!-- \/bench -->)/;
  writeFileSync(file, readFileSync(file, 'utf8').replace(marked, `$1\n${text}\n\n$2`));
}
put('docs/benchmarks.md', tableOf(all, rows));
put('README.md', shortTableOf(all, rows));
writeFileSync(join(root, 'docs/benchmarks.svg'), plot(all, rows));
