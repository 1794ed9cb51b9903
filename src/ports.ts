import { barePorts, chance } from './browser/ports';
import { show } from './browser/verbose';
import { createAdapter } from './core/aliases';
import { enrich } from './core/enrich';
import { read, readText } from './core/foreign';
import { createFilter } from './core/filter';
import { createScrub } from './core/scrub';
import { wholeDefaults } from './options';
import { patient } from './patience';
import type { Ports } from './shapes';

/** Unix time in milliseconds at which the page began; NaN where it does not tell. */
const pageStart = (): number => Number(read(globalThis.performance, 'timeOrigin'));

/** Adds to what a notifier needs all that it can be without. */
export function whole(ports: Ports, dice = chance, start = pageStart): Ports {
  let isShowing = false;
  return {
    ...ports,
    adapt: createAdapter(),
    configured(settings) {
      const limit = read(settings, 'stackTraceLimit');
      // By a text, V8 would make no stacks at all; and a page may have frozen its Error.
      if (typeof limit === 'number' && limit > 0) Reflect.set(Error, 'stackTraceLimit', limit);
    },
    createScrub,
    defaults: wholeDefaults,
    stackFor: ({ captureMessageStack }) =>
      captureMessageStack ? readText(new Error(), 'stack') : undefined,
    enrich(occurrence, capture, rules) {
      const { level, message, thrown } = capture;
      // A page may report what its console is told, and would be told of that, too, without end.
      if (rules.verbose && !isShowing) {
        isShowing = true;
        show(level, ...[message, thrown?.value].filter(Boolean));
        isShowing = false;
      }
      enrich(occurrence, capture, rules, start());
    },
    ...patient(ports, createFilter(dice, ports.say)),
  };
}

/** What a notifier needs, from the browser it runs in, and all that it can be without. */
export const browserPorts = (): Ports => whole(barePorts());
