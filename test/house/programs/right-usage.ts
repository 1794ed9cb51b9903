import RollbarByDefault, { Rollbar, browserPorts, createNotifier } from 'rollcage';
import type { Item, Logged, Notifier, Options, ReportError } from 'rollcage';
import { snippet } from 'rollcage/snippet';
import { withSourceMaps } from 'rollcage/source-maps';

const options: Options = {
  accessToken: 'token',
  environment: 'production',
  codeVersion: '1.2.3',
  captureIp: 'anonymize',
  person: { id: 7 },
  payload: { client: { javascript: { source_map_enabled: true } } },
  checkIgnore: (isUncaught, args, payload) => isUncaught && args.length > 1 && 'custom' in payload,
};

const rollbar = new Rollbar(options);
const logged: Logged = rollbar.error('message', new Error('x'), { custom: 1 }, () => undefined);
const { uuid }: { uuid: string } = rollbar.info('text');
rollbar.configure({ reportLevel: 'warning' }, { person: { id: '1' } }).warn('chained');

const shared: Rollbar = Rollbar.init(options);
Rollbar.critical(new Error(uuid + logged.uuid + snippet));

const notifier: Notifier = createNotifier(options, browserPorts());
createNotifier(options, withSourceMaps(browserPorts(), { origins: ['https://cdn.example'] }));
notifier.error('x', (error: ReportError | null, response?: { err: number }) => {
  if (error?.code === 'refused') notifier.debug(error.message, response?.err);
});
// Methods may be taken off.
const { warning } = notifier;
warning('alone');

const item: Item = {
  access_token: 'token',
  data: { environment: 'test', body: { message: { body: 'x', route: 'home' } } },
};
export { RollbarByDefault, item, shared };
