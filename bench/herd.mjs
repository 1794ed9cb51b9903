/**
 * `node bench/herd.mjs`: what a server meets that comes back after an outage, by the rule its
 * clients wait by. Writes the numbers, the plot and the table of docs/delivery.md; ends in a
 * minute.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from '../demo/setup.mjs';
import { plot } from './herd/plot.mjs';
import { compare, section } from './herd/report.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const docs = join(root, 'docs');
const page = join(docs, 'delivery.md');

await ensureInstalled(root);
const { format, resolveConfig } = await import('prettier');

const herd = {
  clients: 100_000,
  itemsPerClient: 2,
  outageMs: 600_000,
  capacity: 500,
  roundTripMs: 100,
  longestMs: 24 * 3_600_000,
  seed: 1,
};

const blank = `# Delivery

## When the API comes back

Clients that an outage of the API has cut off must not keep it down when it comes back. Simulated is
what it meets, and how soon it has every item, when clients wait after a failed request by a fixed
interval of 10 s (the principle of \`retryInterval\` in rollbar.js), exponentially (1 s, 2 s, 4 s …
up to 300 s), or as ours do: a random part of the same. All have their first error within one
second, as after a broken deploy, or at any moment of the outage. \`node bench/herd.mjs\` writes what
follows.

<!-- herd -->
<!-- /herd -->
`;

/** @param {string} file @param {string} text */
async function write(file, text) {
  writeFileSync(file, await format(text, { ...(await resolveConfig(file)), filepath: file }));
}

const result = compare(herd);
const report = section(result);
console.log(report);

mkdirSync(docs, { recursive: true });
writeFileSync(join(docs, 'herd.svg'), plot(result));
await write(join(root, 'bench/herd/result.json'), JSON.stringify(result));
const text = existsSync(page) ? readFileSync(page, 'utf8') : blank;
await write(page, text.replace(/(<!-- herd -->\n)[^]*(<!-- \/herd -->)/, `$1\n${report}\n\n$2`));
