/** Opening an address in the browser of whoever sits here. */
import { spawn } from 'node:child_process';

/** @param {NodeJS.Platform} platform @param {string} url @returns {[string, string[]]} */
export function openingCommand(platform, url) {
  if (platform === 'darwin') return ['open', [url]];
  // The empty text is the title of a window; without it, `start` takes the address for one.
  if (platform === 'win32') return ['cmd', ['/c', 'start', '""', url]];
  return ['xdg-open', [url]];
}

/** @param {string} url */
export function openInBrowser(url) {
  const [command, args] = openingCommand(process.platform, url);
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.on('error', () => {
    process.stderr.write(`rollcage: No browser could be opened; go to ${url}\n`);
  });
  child.unref();
}
