import type { Guard } from './browser/guard';
import type { Occurrence } from './items-api';
import type { Settings } from './options';
import type { Capture, Filter } from './shapes';

/** Runs the user's hooks over an occurrence, which they may change; true: it shall not be sent. */
export type Hooks = (settings: Settings, capture: Capture, occurrence: Occurrence) => boolean;

/**
 * The one place where code of the user runs: between prepare and seal, each hook by itself. One
 * that throws is told in the console, and the item goes on as if it were not there. What a hook
 * logs while it runs is reported without hooks, so that it does not come back here; what it logs
 * later, from a promise, is a report like any other.
 */
export function createHooks(guard: Guard, filter?: Filter): Hooks {
  let isRunning = false;
  return (settings, { isUncaught, args, uuid }, occurrence) => {
    if (isRunning) return false;
    isRunning = true;
    const call = (
      name: 'onSendCallback' | 'checkIgnore' | 'transform',
      ...given: unknown[]
    ): unknown => guard(name, settings[name] as (...given: unknown[]) => unknown, ...given);
    try {
      call('onSendCallback', isUncaught, [...args], occurrence);
      if (call('checkIgnore', isUncaught, [...args], occurrence)) return true;
      if (guard('a filter', filter?.isUnwanted, occurrence, settings)) return true;
      call('transform', occurrence, { uuid, isUncaught });
      return false;
    } finally {
      isRunning = false;
    }
  };
}
