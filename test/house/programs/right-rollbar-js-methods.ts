/** Every method that the types of rollbar.js have for browsers. */
import Rollbar from 'rollcage';

const rollbar = new Rollbar({ accessToken: 'token' });

rollbar.global({ maxItems: 5, itemsPerMinute: 10 }).configure({ enabled: true });
const last: Rollbar.MaybeError = rollbar.lastError();
const options: Rollbar.Configuration = rollbar.options;
rollbar.captureEvent({ clicked: 'buy' }, 'info');
rollbar.captureEvent('manual', { clicked: 'buy' });
rollbar.wait(() => undefined);
const listener: (event: Event) => void = rollbar.wrap((event: Event) => void event.type, { a: 1 });
addEventListener('click', listener);
rollbar.sendJsonPayload(rollbar.buildJsonPayload({ body: { message: { body: 'x' } } }));
rollbar.handleUncaughtException('x', 'https://a.example/a.js', 1, 2, new Error('x'), { a: 1 });
rollbar.handleUnhandledRejection(new Error('x'), Promise.resolve());

Rollbar.global({ maxItems: 5 });
Rollbar.captureEvent({ clicked: 'buy' }, 'info');
Rollbar.wrap(() => undefined)();
export const lastOfShared: Rollbar.MaybeError = Rollbar.lastError();
export { last, options };
