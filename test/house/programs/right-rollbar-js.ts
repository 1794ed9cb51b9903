/** What code for rollbar.js says, and goes on saying. */
import Rollbar from 'rollcage';
import type { Configuration, Level } from 'rollcage';

const configuration: Rollbar.Configuration = {
  accessToken: 'POST_CLIENT_ITEM_ACCESS_TOKEN',
  captureUncaught: true,
  captureUnhandledRejections: true,
  environment: 'production',
  codeVersion: '1.2.3',
  captureIp: 'anonymize',
  itemsPerMinute: 60,
  reportLevel: 'warning',
  scrubFields: ['creditcard'],
};

const payload: Rollbar.Payload = {
  environment: 'staging',
  context: 'home#index',
  person: { id: 117, username: 'chell', email: 'chell@aperture.example', plan: 'free' },
  client: {
    javascript: {
      code_version: 'bdd2b9241',
      source_map_enabled: true,
      guess_uncaught_frames: true,
    },
  },
  server: { branch: 'main', host: 'web1', root: 'webpack:///./' },
  custom: { trace_id: 'aabbccddeeff', feature_flags: ['feature_1'] },
  fingerprint: 'mine',
};

const rollbar: Rollbar = new Rollbar({ ...configuration, payload });
const shared: Rollbar = Rollbar.init(configuration);
rollbar.configure({ payload: { person: { id: 456 } }, enabled: false }).info('chained');

try {
  throw new Error('x');
} catch (caught) {
  // What is caught is unknown.
  rollbar.error('something went wrong', caught as Error, { order: 17 });
  const { uuid }: Rollbar.LogResult = rollbar.critical(caught as Error);
  rollbar.log(uuid, new Date(), [1, 2], undefined);
}

const level: Rollbar.Level = 'warning' satisfies Level;
const later: Configuration = { reportLevel: level };
const wanted: Rollbar.LogArgument[] = ['text', new Error('x'), { a: 1 }];
rollbar.error(...wanted);
Rollbar.warning(...wanted);

const told: Rollbar.Callback = (error, response) => {
  const problem: Rollbar.MaybeError = error;
  console.log(problem?.message, response?.err === 0 && response.result.uuid);
};
rollbar.info('told', told);
const toldOfMore: Rollbar.Callback<{ result: { id: number } }> = (_, { result }) => result.id;
rollbar.info('told of more', toldOfMore);

const error: Rollbar.ErrorWithContext = Object.assign(new Error('x'), {
  rollbarContext: { order: 17 },
  nested: new Error('y'),
});
rollbar.error(error);

/** A service as frameworks have it, with the class as a type and as a value. */
class ErrorService {
  constructor(
    private readonly notifier: Rollbar,
    readonly make: typeof Rollbar = Rollbar,
  ) {}

  handleError(thrown: unknown): void {
    this.notifier.error((thrown as { originalError?: Error }).originalError ?? (thrown as Error));
  }
}

interface Ours extends Rollbar.Configuration {
  team: string;
}
const ours: Ours = { accessToken: 'token', team: 'a' };

class Derived extends Rollbar {
  constructor() {
    super(ours);
  }

  report(text: string): string {
    return this.error(text).uuid;
  }
}

const dictionary: Rollbar.Dictionary = { any: 'key' };
const dom: Rollbar.DomDescription = {
  tagName: 'input',
  id: undefined,
  classes: ['wide'],
  attributes: [{ key: 'name', value: 'card' } satisfies Rollbar.DomAttribute],
};
const scrubber: Rollbar.TelemetryScrubber = (description) =>
  description?.attributes.some(({ key, value }) => key === 'name' && value === 'card') ?? false;
const event: Rollbar.TelemetryEvent = {
  level: 'info',
  type: 'manual',
  timestamp_ms: 1,
  body: { clicked: 'buy' },
  source: 'client',
};
const instruments: Rollbar.AutoInstrumentOptions = { network: false, log: true };

// What a callback is told is known without a word about it; anything else may still come along.
rollbar.error('failed', (error, response) => console.log(error?.message, response?.err));
const caught: unknown = new Error('caught');
rollbar.error('failed', caught, 5, null, undefined, Symbol('s'), ...([caught] as unknown[]));

export { Derived, ErrorService, dictionary, dom, event, instruments, later, scrubber, shared };
