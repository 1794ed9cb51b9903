/**
 * The door for `require`, which gives the class itself, as that of rollbar.js does; what else there
 * is stands on it.
 */
import * as names from './index';

export default Object.assign(names.Rollbar, names);
