import { patch } from '../browser/patch';
import { isErrorLike, textOf } from '../core/foreign';
import { clip, plain, writeFast } from '../core/plain';
import type { Collector } from './contract';

/** UTF-16 units that are kept of each argument. */
const chars = 500;

/** An argument as it is now: the page may change it at any time. */
const said = (value: unknown): string =>
  clip(
    typeof value === 'object' && !isErrorLike(value)
      ? writeFast(plain(value, { chars, size: chars }) ?? null)
      : textOf(value),
    chars,
  );

/** Records what the page writes into its console, but not what we do. */
export const log: Collector = ({ record }) =>
  patch(globalThis.console, ['debug', 'log', 'info', 'warn', 'error'], (name, _, args) => {
    const body = (): object | false => {
      const message = args.slice(0, 20).map(said).join(' ');
      return !message.startsWith('Rollcage: ') && { message };
    };
    record('log', body, {
      level: name === 'warn' ? 'warning' : name === 'log' ? 'info' : (name as 'debug'),
    });
  });
