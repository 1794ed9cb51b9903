import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { killTree } from '../processes.mjs';

export interface Mortal {
  child: ChildProcess;
  pid: number;
  end(): void;
}

// These shells wait for the end of their input. It comes when we end, however we end, SIGKILL
// included, which no exit handler can promise.
const startAndWait = '"$@" </dev/null & read -r _; kill -9 $!';
const wait = 'read -r _; kill -9 "$1"';

// A test runner that is killed leaves its workers behind, and they would go on holding browsers.
process.once('disconnect', () => process.exit(1));

/** Starts a program that cannot outlive this process. File descriptor 3 is a pipe back to us. */
export function spawnMortal(
  program: string,
  args: string[],
  env: NodeJS.ProcessEnv = process.env,
): Mortal {
  const child = spawn('/bin/sh', ['-c', startAndWait, 'sh', program, ...args], {
    stdio: ['pipe', 'ignore', 'ignore', 'pipe'],
    env,
  });
  // Without a listener a failed start would end the whole test run; the caller's wait will tell.
  child.once('error', () => undefined);
  const pid = child.pid ?? 0;
  return { child, pid, end: () => pid > 0 && killTree(pid) };
}

/** Ends a running process with this one, until the returned function unties them. */
export function tieToUs(pid: number): () => void {
  const guard = spawn('/bin/sh', ['-c', wait, 'sh', String(pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.once('error', () => undefined);
  return () => void guard.kill('SIGKILL');
}
