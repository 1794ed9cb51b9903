/** The door for script tags while a page is being set up: readable, and in words about options. */
import { Rollbar } from './rollbar';
import { takeOver } from './take-over';

takeOver(Rollbar);
