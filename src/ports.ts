import { barePorts, chance } from './browser/ports';
import { show } from './browser/verbose';
import { createAdapter } from './core/aliases';
import { enrich } from './core/enrich';
import { read } from './core/foreign';
import { createFilter } from './core/filter';
import { createScrub } from './core/scrub';
import { patient } from './patience';
import type { Ports } from './shapes';

/** Unix time in milliseconds at which the page began; NaN where it does not tell. */
const pageStart = (): number => Number(read(globalThis.performance, 'timeOrigin'));

/** Adds to what a notifier needs all that it can be without. */
export const whole = (ports: Ports, dice = chance, start = pageStart): Ports => ({
  ...ports,
  adapt: createAdapter(),
  configured(settings) {
    const stackTraceLimit = read(settings, 'stackTraceLimit');
    if (stackTraceLimit) Object.assign(Error, { stackTraceLimit });
  },
  createOutbox: patient(ports),
  createScrub,
  enrich(occurrence, capture, rules) {
    const { level, message, thrown } = capture;
    if (rules.verbose) show(level, ...[message, thrown?.value].filter(Boolean));
    enrich(occurrence, capture, rules, start());
  },
  filter: createFilter(dice, ports.say),
});

/** What a notifier needs, from the browser it runs in, and all that it can be without. */
export const browserPorts = (): Ports => whole(barePorts());
