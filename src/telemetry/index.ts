/** Door `rollcage/telemetry`: each collector, all of them, and what makes ports that have them. */
import { connectivity } from './connectivity';
import { log } from './console';
import type { Collectors } from './contract';
import { contentSecurityPolicy } from './csp';
import { dom } from './dom';
import { navigation } from './navigation';
import { network } from './network';
import { page } from './page';
import { reports } from './reports';
import { resources } from './resources';
import { longTasks, timing } from './timing';
import { visibility } from './visibility';

export type { Collector, Collectors, Desk } from './contract';
export { withTelemetry } from './with-telemetry';
export { connectivity, contentSecurityPolicy, dom, log, longTasks, navigation, network };
export { page, reports, resources, timing, visibility };

/** All collectors; whoever wants fewer bytes makes a list of fewer. */
export const collectors: Collectors = {
  connectivity,
  contentSecurityPolicy,
  dom,
  log,
  longTasks,
  navigation,
  network,
  page,
  reports,
  resources,
  timing,
  visibility,
};
