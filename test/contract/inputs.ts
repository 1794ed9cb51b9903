/** What both notifiers get, side by side: the same script in a page of the same address. */
import type { Input } from '../support/rivals';

export interface Compared extends Input {
  /** How many items that makes; of rollbar.js and of ours where they differ. */
  items?: number | readonly [theirs: number, ours: number];
}

const call = (script: string, more: Partial<Compared> = {}): Compared => ({ script, ...more });

/** A script with an error of its own, made where the same line and column is for both. */
const failing = (fail: string, more: Partial<Compared> = {}): Compared =>
  call(`function fail() {\n  ${fail}\n}\nfail();`, more);

const telemetry = (
  autoInstrument: string,
  script: string,
  more: Partial<Compared> = {},
): Compared => ({
  config: `{
    includeItemsInTelemetry: false,
    autoInstrument: {
      connectivity: false, contentSecurityPolicy: false, dom: false, log: false, navigation: false,
      network: false, page: false, reports: false, resources: false, timing: false,
      visibility: false, ${autoInstrument}
    },
  }`,
  script,
  ...more,
});

/** By name. */
export const inputs: Readonly<Record<string, Compared>> = {
  'a message': call(`Rollbar.error('payment failed');`),
  'a message with data': call(`Rollbar.info('paid', { order: 17, by: { card: 'visa' } });`),
  'a message, data and a callback': call(`Rollbar.info('paid', { a: 1 }, function () {});`),
  'an error': failing(`Rollbar.error(new TypeError('no route'));`),
  'an error with a message': failing(`Rollbar.error('while paying', new Error('no route'));`),
  'an error with data': failing(`Rollbar.error({ order: 17 }, new Error('no route'));`),
  'no arguments': call(`Rollbar.error();`),
  null: call(`Rollbar.error(null);`),
  'undefined beside a message': call(`Rollbar.error('x', undefined);`),
  'a number': call(`Rollbar.error(7);`),
  true: call(`Rollbar.error(true);`),
  'a symbol': call(`Rollbar.error('x', Symbol('s'));`),
  'a bigint': call(`Rollbar.error('x', 10n);`, { items: [0, 1] }),
  'a date': call(`Rollbar.error('x', new Date(0));`),
  'two texts': call(`Rollbar.error('one', 'two', 'three');`),
  'two errors': failing(`Rollbar.error(new Error('one'), new TypeError('two'));`),
  'two objects': call(`Rollbar.error('x', { a: 1 }, { b: 2 });`),
  'an array': call(`Rollbar.error('x', [1, 2]);`),
  'arrays in data': call(`Rollbar.error('x', { list: [1, [2, { a: 3 }]], empty: [] });`),
  'a Map and a Set': call(`Rollbar.error('x', { map: new Map([['a', 1]]), set: new Set([1]) });`),
  'an error in data': call(
    `Rollbar.error('x', { error: Object.assign(new Error('y'), { stack: 's' }) });`,
  ),
  'data with a cycle': call(`var a = { b: {} }; a.b.a = a; Rollbar.error('x', a);`),
  'data with a getter that throws': call(
    `Rollbar.error('x', { get a() { throw new Error('mine'); }, b: 1 });`,
  ),
  'an element': call(`Rollbar.error('x', { element: document.createElement('p') });`),
  'an instance of a class': call(
    `class Cart { constructor() { this.items = 2; } } Rollbar.error('x', new Cart());`,
  ),
  'an object like an error': call(
    `Rollbar.error({ name: 'HttpError', message: 'unavailable', stack: 'no stack' });`,
  ),
  'a function in data': call(`Rollbar.error('x', { act: function act() {} });`),
  'a level in data': call(`Rollbar.debug('x', { level: 'critical', order: 17 });`),
  'skipFrames in data': failing(
    `(function inner() { Rollbar.error(new Error('x'), { skipFrames: 1 }); })();`,
  ),
  'text that is not ASCII': call(`Rollbar.info('Grüße 🎉', { 'schlüssel': '日本' });`),
  'the level debug': call(`Rollbar.debug('x');`),
  'the level of warn': call(`Rollbar.warn('x');`),
  'the level of warning': call(`Rollbar.warning('x');`),
  'the level critical': call(`Rollbar.critical('x');`),
  'the level of log': call(`Rollbar.log('x');`, { config: `{ logLevel: 'warning' }` }),

  'an error with a colon': failing(`Rollbar.error(new Error('boom: x'));`),
  'an error with a cause': failing(
    `Rollbar.error(new Error('outer', { cause: new TypeError('inner') }), { order: 17 });`,
  ),
  'an error with a nested one': failing(
    `Rollbar.error(Object.assign(new Error('outer'), { nested: new TypeError('inner') }));`,
  ),
  'a cause that is a text': failing(`Rollbar.error(new Error('outer', { cause: 'why' }));`),
  'a cause that is data': failing(`Rollbar.error(new Error('outer', { cause: { code: 7 } }));`),
  'an AggregateError': failing(`Rollbar.error(new AggregateError([new Error('one')], 'all'));`),
  'an error of a class': failing(`class Lost extends Error {} Rollbar.error(new Lost('x'));`),
  'an error with a name of its own': failing(
    `Rollbar.error(Object.assign(new Error('x'), { name: 'Lost' }));`,
  ),
  'an error without a stack': failing(
    `var error = new Error('x'); error.stack = undefined; Rollbar.error(error);`,
  ),
  'a DOMException': failing(`Rollbar.error(new DOMException('gone', 'AbortError'));`),
  'calls out of the engine': failing(
    `[1].map(function each() { Rollbar.error(new Error('x')); });`,
  ),

  'a thrown error': failing(`throw new TypeError('no route');`),
  'a thrown text': failing(`throw 'a text';`),
  'a thrown number': failing(`throw 42;`),
  'a thrown object': failing(`throw { code: 1 };`),
  'a thrown null': failing(`throw null;`),
  'an error of a script without CORS': call(
    `dispatchEvent(new ErrorEvent('error', { message: 'Script error.' }));`,
  ),
  'the noise of ResizeObserver': call(
    `dispatchEvent(new ErrorEvent('error', {
      message: 'ResizeObserver loop completed with undelivered notifications.',
      filename: location.href,
    }));`,
    { items: [1, 0] },
  ),
  'a syntax error': call(`function (`),
  'a rejection with an error': failing(`Promise.reject(new TypeError('no route'));`),
  'a rejection with a text': failing(`Promise.reject('a reason');`),
  'a rejection without a reason': failing(`Promise.reject();`),
  'a rejection with null': failing(`Promise.reject(null);`),
  'a rejection with a number': failing(`Promise.reject(7);`),
  'a rejection with an object': failing(`Promise.reject({ code: 7 });`),
  'the same error logged and thrown': failing(
    `var error = new Error('x'); Rollbar.error(error); throw error;`,
    { items: [2, 1] },
  ),
  'the same error thrown twice': call(
    `function fail() { throw new Error('x'); }
    setTimeout(fail); setTimeout(fail); setTimeout(function () { Rollbar.info('end'); }, 1);`,
    { items: 2 },
  ),

  environment: call(`Rollbar.info('x');`, { config: `{ environment: 'production' }` }),
  'payload.environment': call(`Rollbar.info('x');`, {
    config: `{ environment: 'production', payload: { environment: 'staging' } }`,
  }),
  codeVersion: call(`Rollbar.info('x');`, { config: `{ codeVersion: '1.2.3' }` }),
  'the code version of payload': call(`Rollbar.info('x');`, {
    config: `{ payload: { client: { javascript: { code_version: '1.2.3', source_map_enabled: true } } } }`,
  }),
  person: call(`Rollbar.info('x');`, { config: `{ person: { id: '7' } }` }),
  'payload.person': call(`Rollbar.info('x');`, {
    config: `{ payload: { person: { id: 7, email: 'a@b.example', plan: 'free' } } }`,
  }),
  context: call(`Rollbar.info('x');`, { config: `{ context: 'cart' }` }),
  'payload.context': call(`Rollbar.info('x');`, { config: `{ payload: { context: 'cart' } }` }),
  framework: call(`Rollbar.info('x');`, { config: `{ framework: 'react' }` }),
  'payload with all it may have': call(`Rollbar.info('x', { order: 17 });`, {
    config: `{ payload: {
      code_version: '9', custom: { shop: 'berlin' }, fingerprint: 'f', level: 'critical',
      server: { branch: 'main', host: 'web-1', root: '/app' }, title: 't',
    } }`,
  }),
  'captureIp false': call(`Rollbar.info('x');`, { config: `{ captureIp: false }` }),
  'captureIp anonymize': call(`Rollbar.info('x');`, { config: `{ captureIp: 'anonymize' }` }),
  version: call(`Rollbar.info('x');`, { config: `{ version: '9.9.9' }` }),
  sendConfig: call(`Rollbar.info('x');`, { config: `{ sendConfig: true }` }),
  uncaughtErrorLevel: failing(`throw new Error('x');`, {
    config: `{ uncaughtErrorLevel: 'critical' }`,
  }),
  reportLevel: call(`Rollbar.info('low'); Rollbar.error('high');`, {
    config: `{ reportLevel: 'warning' }`,
  }),
  ignoredMessages: call(`Rollbar.error('quota exceeded'); Rollbar.error('kept');`, {
    config: `{ ignoredMessages: ['QUOTA'] }`,
  }),
  hostSafeList: failing(`Rollbar.error(new Error('x')); Rollbar.info('message');`, {
    config: `{ hostSafeList: ['shop\\\\.example'] }`,
  }),
  'hostSafeList and a reason that is no error': failing(`Promise.reject('a reason');`, {
    config: `{ hostSafeList: ['127'] }`,
    items: [0, 1],
  }),
  hostBlockList: failing(`Rollbar.error(new Error('x')); Rollbar.info('message');`, {
    config: `{ hostBlockList: ['page\\\\.js'] }`,
  }),
  addErrorContext: failing(
    `Rollbar.error(Object.assign(new Error('x'), { rollbarContext: { order: 17 } }));`,
    { config: `{ addErrorContext: true }` },
  ),
  guessErrorClass: failing(
    `Rollbar.error(Object.defineProperties(new Error('Timeout: none'), {
      name: { value: '' }, constructor: { value: { name: '' } } }));`,
    { config: `{ guessErrorClass: true }` },
  ),
  stackTraceLimit: call(
    `function deep(n) { if (n) return deep(n - 1); Rollbar.error(new Error('x')); } deep(20);`,
    { config: `{ stackTraceLimit: 3 }` },
  ),
  maxItems: call(`Rollbar.info('a'); Rollbar.info('b'); Rollbar.info('c');`, {
    config: `{ maxItems: 1 }`,
    items: 2,
  }),
  itemsPerMinute: call(`Rollbar.info('a'); Rollbar.info('b'); Rollbar.info('c');`, {
    config: `{ itemsPerMinute: 1 }`,
    items: 2,
  }),
  'ignoreDuplicateErrors false': call(
    `function fail() { throw new Error('x'); } setTimeout(fail); setTimeout(fail);`,
    { config: `{ ignoreDuplicateErrors: false }`, items: 2 },
  ),
  'secrets in data': call(`Rollbar.info('x', { password: 'hunter2', deep: { cvv2: '123' } });`),
  'secrets of names that are new': call(`Rollbar.info('x', { api_key: 'k', authorization: 'b' });`),
  'secrets in the address': call(`Rollbar.info('x');`, { search: '?password=hunter2&a=1#top' }),
  scrubFields: call(`Rollbar.info('x', { zip: '10115', password: 'p' });`, {
    config: `{ scrubFields: ['zip'] }`,
  }),
  overwriteScrubFields: call(`Rollbar.info('x', { zip: '10115', password: 'p' });`, {
    config: `{ scrubFields: ['zip'], overwriteScrubFields: true }`,
  }),
  scrubPaths: call(`Rollbar.info('x', { order: { id: 17, note: 'n' } });`, {
    config: `{ scrubPaths: ['custom.order.note', 'body.message.extra.order.note'] }`,
  }),
  'a secret in payload': call(`Rollbar.info('x');`, {
    config: `{ payload: { person: { id: '7', password: 'hunter2' } } }`,
  }),
  'a secret from transform': call(`Rollbar.info('x');`, {
    config: `{ transform: function (data) { data.server.password = 'hunter2'; } }`,
  }),
  transform: call(`Rollbar.info('x');`, {
    config: `{ transform: function (data) { data.title = 't'; data.fingerprint = 'f'; } }`,
  }),
  'transform with a promise': call(`Rollbar.info('x');`, {
    config: `{ transform: async function (data) { return Object.assign({}, data, { title: 't' }); } }`,
  }),
  'transform that rejects': call(`Rollbar.info('x');`, {
    config: `{ transform: function () { return Promise.reject(new Error('mine')); } }`,
    items: [0, 1],
  }),
  'hooks that throw': call(`Rollbar.info('x');`, {
    config: `{
      transform: function () { throw new Error('mine'); },
      checkIgnore: function () { throw new Error('mine'); },
      onSendCallback: function () { throw new Error('mine'); },
    }`,
  }),
  checkIgnore: call(`Rollbar.info('noise'); Rollbar.info('kept');`, {
    config: `{ checkIgnore: function (isUncaught, args) { return args[0] === 'noise'; } }`,
  }),
  onSendCallback: call(`Rollbar.info('x');`, {
    config: `{ onSendCallback: function (isUncaught, args, data) { data.title = args[0]; } }`,
  }),
  configure: call(
    `Rollbar.configure({ payload: { context: 'cart' } });
    Rollbar.configure({ environment: 'later' }, { title: 't' }); Rollbar.info('x');`,
  ),
  global: call(`Rollbar.global({ maxItems: 1 }); Rollbar.info('a'); Rollbar.info('b');`, {
    items: 2,
  }),
  wrap: call(`setTimeout(Rollbar.wrap(function fail() { throw new Error('x'); }, { order: 17 }));`),
  handleUncaughtException: failing(
    `Rollbar.handleUncaughtException('m', location.href, 3, 9, new Error('x'), { order: 17 });`,
  ),
  handleUnhandledRejection: failing(
    `Rollbar.handleUnhandledRejection(new Error('x'), Promise.resolve());`,
  ),
  sendJsonPayload: call(
    `Rollbar.sendJsonPayload(Rollbar.buildJsonPayload({
      uuid: 'mine', environment: 'e', body: { message: { body: 'built' } } }));`,
  ),
  'the address of the page': call(`Rollbar.info('x');`, { search: '?a=1&b=2#top' }),

  'an item as an event': failing(`Rollbar.info('before'); throw new Error('x');`, { items: 2 }),
  captureEvent: call(
    `Rollbar.captureEvent({ step: 2 }, 'warning'); Rollbar.captureEvent('log', { message: 'm' });
    Rollbar.info('x');`,
    { config: `{ includeItemsInTelemetry: false }` },
  ),
  'telemetry of the console': telemetry(
    `log: true`,
    `console.log('a', { b: [1] }); console.warn('careful'); console.error(new Error('e'));
    Rollbar.info('x');`,
  ),
  'telemetry of a click': telemetry(
    `dom: true`,
    `document.querySelector('button').click(); Rollbar.info('x');`,
    { body: `<main id="shop"><button class="pay now" title="Pay">Pay</button></main>` },
  ),
  'telemetry of an input': telemetry(
    `dom: true`,
    `var input = document.querySelector('input'); input.value = 'Paris';
    input.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
    Rollbar.info('x');`,
    { body: `<input name="city">` },
  ),
  'telemetry of navigation': telemetry(
    `navigation: true`,
    `history.pushState({}, '', '/cart?step=2'); Rollbar.info('x');`,
  ),
  'telemetry of replaceState': telemetry(
    `navigation: true`,
    `history.replaceState({}, '', '/cart'); Rollbar.info('x');`,
  ),
  'telemetry of a fetch': telemetry(
    `network: true`,
    `fetch('/data').then(function (response) { return response.json(); }).then(function () {
      setTimeout(function () { Rollbar.info('x'); });
    });`,
  ),
  'telemetry of a fetch, with headers and bodies': telemetry(
    `network: true, networkRequestHeaders: true, networkRequestBody: true,
    networkResponseHeaders: ['content-type'], networkResponseBody: true`,
    `fetch('/data', { method: 'POST', body: 'a=1', headers: { 'x-trace': '7' } })
      .then(function (response) { return response.text(); })
      .then(function () {
        // One more round trip, in which both have read the body.
        Object.assign(new Image(), { onerror: function () { Rollbar.info('x'); }, src: '/none' });
      });`,
  ),
  'telemetry of a fetch that is not answered': telemetry(
    `network: true`,
    `fetch('http://127.0.0.1:1/').catch(function () {
      setTimeout(function () { Rollbar.info('x'); });
    });`,
  ),
  'telemetry of an XMLHttpRequest': telemetry(
    `network: true`,
    `var xhr = new XMLHttpRequest(); xhr.open('POST', '/missing');
    xhr.onloadend = function () { setTimeout(function () { Rollbar.info('x'); }); };
    xhr.send('a');`,
  ),
  'telemetry of the network': telemetry(
    `connectivity: true`,
    `dispatchEvent(new Event('offline')); dispatchEvent(new Event('online')); Rollbar.info('x');`,
  ),
  'telemetry of a policy': telemetry(
    `contentSecurityPolicy: true`,
    `document.addEventListener('securitypolicyviolation', function () {
      setTimeout(function () { Rollbar.info('x'); });
    });
    document.body.append(Object.assign(new Image(), { src: 'http://127.0.0.1:1/a.png' }));`,
    { body: '<p>tea</p>', headers: { 'content-security-policy': `img-src 'self'` } },
  ),
  filterTelemetry: call(
    `Rollbar.captureEvent({ secret: 1 }); Rollbar.captureEvent({ open: 1 }); Rollbar.info('x');`,
    {
      config: `{
        includeItemsInTelemetry: false,
        filterTelemetry: function (event) { return !!event.body.secret; },
      }`,
    },
  ),
  'no telemetry by maxTelemetryEvents': call(`Rollbar.info('x');`, {
    config: `{ maxTelemetryEvents: 0 }`,
  }),
  'telemetry as it is by default': call(
    `addEventListener('load', function () { setTimeout(function () { Rollbar.info('x'); }); });`,
    { config: `{ autoInstrument: true }` },
  ),
};
