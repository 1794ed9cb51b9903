import { connectivity } from './connectivity.js';
import { log } from './console.js';
import { contentSecurityPolicy } from './csp.js';
import { dom } from './dom.js';
import { navigation } from './navigation.js';
import { network } from './network.js';
import { page } from './page.js';
import { reports } from './reports.js';
import { resources } from './resources.js';
import { timing, longTasks } from './timing.js';
import { visibility } from './visibility.js';
export { withTelemetry } from './with-telemetry.js';

/** Door `rollcage/telemetry`: each collector, all of them, and what makes ports that have them. */
/** All collectors; whoever wants fewer bytes makes a list of fewer. */
const collectors = {
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

export { collectors, connectivity, contentSecurityPolicy, dom, log, longTasks, navigation, network, page, reports, resources, timing, visibility };
