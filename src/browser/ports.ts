import type { Ports } from '../shapes';
import { listen, tell } from './events';
import { birth } from './ids';
import { exclusively } from './locks';
import { createOutbox } from './outbox';
import { pageFacts } from './page';
import { stored } from './storage';
import { send } from './transport';

let lostCalls = 0;

/** Tells the next notifier of calls that the snippet had no room for. */
export function countLost(calls: number): void {
  lostCalls = calls;
}

/** Above 0, up to 1; also in a page without dice, or with dice that always show nothing. */
export function chance(): number {
  try {
    return Math.random() || 0.5;
  } catch {
    return 0.5;
  }
}

/** What a notifier needs at least, from the browser it runs in. */
export function barePorts(): Ports {
  const said = new Set<string>();
  const say = (text: string): void => {
    try {
      if (said.has(text)) return;
      said.add(text);
      console.warn(`Rollcage: ${text}`);
    } catch {
      // A page may have replaced its console by one that throws.
    }
  };
  const now = (): number => {
    try {
      return Date.now();
    } catch {
      // Nor need it have a clock.
      return NaN;
    }
  };
  const effects = { chance, exclusively, now, say, send, stored, tell };
  const lost = lostCalls;
  lostCalls = 0;
  return {
    birth,
    createOutbox: (office, change) => createOutbox(office, change?.(effects) ?? effects),
    facts: pageFacts,
    listen,
    lost,
    say,
  };
}
