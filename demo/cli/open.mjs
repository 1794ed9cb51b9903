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
  const failed = () => {
    process.stderr.write(`rollcage: No browser could be opened; go to ${url}\n`);
  };
  child.on('error', failed);
  // On a machine without a screen the command is there, and says in vain that it has no browser.
  child.on('exit', (code) => code && failed());
  child.unref();
}
