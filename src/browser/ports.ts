import type { Ports } from '../shapes';
import { listen } from './events';
import { birth } from './ids';
import { exclusively } from './locks';
import { pageFacts } from './page';
import { stored } from './storage';
import { send } from './transport';

let lostCalls = 0;

/** Tells the next notifier of calls that the snippet had no room for. */
export function countLost(calls: number): void {
  lostCalls = calls;
}

/** What a notifier needs, from the browser it runs in. */
export function browserPorts(): Ports {
  const said = new Set<string>();
  const lost = lostCalls;
  lostCalls = 0;
  return {
    birth,
    chance: Math.random,
    exclusively,
    facts: pageFacts,
    listen,
    lost,
    now: Date.now,
    send,
    stored,
    say(text) {
      if (said.has(text)) return;
      said.add(text);
      try {
        console.warn(`Rollcage: ${text}`);
      } catch {
        // A page may have replaced its console by one that throws.
      }
    },
  };
}
