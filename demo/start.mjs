/** `npm start`: from a fresh clone to the demo page and the inspector. */
import { fileURLToPath } from 'node:url';
import { ensureInstalled, runNpm } from './setup.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

try {
  await ensureInstalled(root);
  console.log('Building …');
  await runNpm(root, ['run', '--silent', 'build']);
  await start();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function start() {
  // Only now, as they need what has just been installed.
  const { createCollector } = await import('./collector.mjs');
  const { createDemoServer } = await import('./server.mjs');
  const { onNextFreePort } = await import('./http.mjs');

  const collector = await onNextFreePort(8001, (port) => createCollector({ port }));
  const demo = await onNextFreePort(8000, (port) => createDemoServer({ port, collector }));

  console.log(`
  Demo page   ${demo.url}
  Inspector   ${collector.url}

  Items go to ${collector.endpoint}
  Both are reachable from this machine only. Ctrl-C ends them.
`);

  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, async () => {
      await Promise.all([demo.close(), collector.close()]);
      process.exit(0);
    });
  }
}
