import type { Guard } from './browser/guard';
import { read } from './core/foreign';
import type { Occurrence } from './items-api';
import type { Settings } from './options';
import type { Capture, Filter } from './shapes';

/**
 * Runs the user's hooks over an occurrence, which they may change. True: it shall not be sent. A
 * promise: what becomes of it is not known yet; it never rejects, and an object it brings takes the
 * place of the occurrence.
 */
export type Hooks = (
  settings: Settings,
  capture: Capture,
  occurrence: Occurrence,
) => boolean | PromiseLike<unknown>;

const isPromise = (value: unknown): value is PromiseLike<unknown> => !!read(value, 'then');

/**
 * The one place where code of the user runs: between prepare and seal, each hook by itself. One
 * that throws is told in the console, and the item goes on as if it were not there. What a hook
 * logs while it runs is reported without hooks, so that it does not come back here; what it logs
 * later, from a promise, is a report like any other.
 */
export function createHooks(guard: Guard, filter?: Filter): Hooks {
  let isRunning = false;
  return (settings, { isUncaught, args, uuid, isNotice }, occurrence) => {
    if (isRunning || isNotice) return false;
    isRunning = true;
    const call = (
      name: 'onSendCallback' | 'checkIgnore' | 'transform',
      ...given: unknown[]
    ): unknown => guard(name, settings[name] as (...given: unknown[]) => unknown, ...given);
    try {
      call('onSendCallback', isUncaught, [...args], occurrence);
      const verdict = call('checkIgnore', isUncaught, [...args], occurrence);
      if (verdict && !isPromise(verdict)) return true;
      if (guard('a filter', filter?.isUnwanted, occurrence, settings)) return true;
      const changed = call('transform', occurrence, { uuid, isUncaught });
      return isPromise(changed) && changed;
    } finally {
      isRunning = false;
    }
  };
}
