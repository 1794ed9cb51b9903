/** Every option that the types of rollbar.js have for browsers, and those it takes without effect. */
import Rollbar from 'rollcage';

const hooks: Rollbar.Configuration = {
  checkIgnore: (isUncaught: boolean, args: Rollbar.LogArgument[], item: Rollbar.Dictionary) =>
    isUncaught && args[0] === 'x' && item.level === 'debug',
  onSendCallback(isUncaught: boolean, args: Rollbar.LogArgument[], item: Rollbar.Dictionary) {
    if (!isUncaught) item.title = String(args[0]);
  },
  transform(data: Rollbar.Dictionary, item: Rollbar.Dictionary) {
    data.fingerprint = String(item.uuid);
  },
  filterTelemetry: (event: Rollbar.TelemetryEvent) => event.type === 'network',
  telemetryScrubber: (description: Rollbar.TelemetryScrubberInput) =>
    description?.tagName === 'input',
};

/** The same, with parameters that get their types from the option. */
const inferred: Rollbar.Configuration = {
  checkIgnore: (_, [first], item) => first === 'x' && item.level === 'debug',
  transform(data) {
    data.fingerprint = 'mine';
  },
  filterTelemetry: ({ type }) => type === 'network',
  telemetryScrubber: (description) => description?.attributes[0]?.value === 'card',
};

const later: Rollbar.Configuration = {
  transform: async (data: Rollbar.Dictionary) => {
    data.title = await Promise.resolve('later');
  },
};

const person: Rollbar.PersonParams = { id: null, username: 'x', plan: 'free' };
const payload: Rollbar.Payload = { person };
const instruments: Rollbar.AutoInstrumentSettings = {
  network: true,
  networkResponseHeaders: ['content-type'],
  networkResponseBody: false,
  networkRequestHeaders: false,
  networkRequestBody: false,
  networkErrorOnHttp5xx: true,
  networkErrorOnHttp4xx: false,
  networkErrorOnHttp0: false,
  log: true,
  dom: true,
  navigation: true,
  connectivity: true,
  contentSecurityPolicy: true,
  errorOnContentSecurityPolicy: false,
};

const all: Rollbar.Configuration = {
  accessToken: 'token',
  addErrorContext: true,
  autoInstrument: instruments,
  captureIp: 'anonymize',
  captureUncaught: true,
  captureUnhandledRejections: true,
  code_version: '1',
  codeVersion: '1',
  enabled: true,
  endpoint: 'https://rollbar.example/api/1/item/',
  environment: 'test',
  hostBlackList: ['a.example'],
  hostBlockList: ['a.example'],
  hostSafeList: ['b.example'],
  hostWhiteList: ['b.example'],
  ignoreDuplicateErrors: true,
  ignoredMessages: ['(unknown): Script error.', /^ResizeObserver/],
  includeItemsInTelemetry: true,
  inspectAnonymousErrors: true,
  itemsPerMinute: 60,
  logLevel: 'info',
  maxItems: 0,
  maxRetries: 3,
  maxTelemetryEvents: 10,
  overwriteScrubFields: true,
  payload,
  person,
  reportLevel: 'debug',
  retryInterval: null,
  scrubFields: ['a'],
  scrubPaths: ['body.message'],
  scrubTelemetryInputs: true,
  sendConfig: true,
  stackTraceLimit: 50,
  timeout: 1000,
  transmit: true,
  uncaughtErrorLevel: 'critical',
  verbose: true,
  version: '1.2.3',
  wrapGlobalEventHandlers: true,
};

const without: Rollbar.Configuration = { autoInstrument: false };

/** For its server, or for parts that are not here. */
const ofNoEffect: Rollbar.Configuration = {
  addRequestData: (data: Rollbar.Dictionary, request: Rollbar.Dictionary) => {
    data.request = request.url;
  },
  captureDeviceInfo: true,
  captureEmail: true,
  captureLambdaTimeouts: true,
  captureUsername: true,
  exitOnUncaughtException: false,
  host: 'web1',
  locals: { module: {}, depth: 1 },
  nodeSourceMaps: true,
  replay: { enabled: true, triggers: [{ type: 'occurrence', level: ['error'] }] },
  resource: { 'service.name': 'shop' },
  rewriteFilenamePatterns: ['^.*/(.*)$'],
  scrubHeaders: ['authorization'],
  scrubRequestBody: true,
  tracing: {
    enabled: true,
    endpoint: 'api.rollbar.com/api/1/session/',
    propagation: { enabledHeaders: ['traceparent'], enabledCorsUrls: [/api/] },
  },
};
const replay: Rollbar.ReplayOptions = { enabled: true };
const tracing: Rollbar.TracingOptions = { enabled: true };

export { all, hooks, inferred, later, ofNoEffect, without };
export const parts: Rollbar.Configuration = { replay, tracing };
