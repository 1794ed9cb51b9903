// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Item, MessageBody } from '../src/items-api';
import type { RollbarClass } from '../src/rollbar-class';
import { startDropIn } from './support/drop-in';
import { noon, turns, uuidOf } from './support/fakes';
import type { Fakes } from './support/fakes';

const textsOf = ({ items }: Fakes): string[] =>
  items().map(({ data }) => (data.body as MessageBody).message.body);

describe('options', () => {
  test('are those of now, defaults filled in, whether or not the property is kept', () => {
    const { rollbar } = startDropIn({ environment: 'production' });
    expect(rollbar.options).toMatchObject({ environment: 'production', itemsPerMinute: 60 });
    rollbar.configure({ context: 'cart' });
    expect(rollbar.options.context).toBe('cart');
    expect(Object.isFrozen(rollbar.options)).toBe(true);
  });
});

describe('global', () => {
  test('sets the limits, and gives the notifier back', async () => {
    const world = startDropIn();
    expect(world.rollbar.global({ maxItems: 1 })).toBe(world.rollbar);
    ['a', 'b', 'c'].forEach((text) => world.rollbar.info(text));
    await turns();
    expect(textsOf(world)).toEqual(['a', 'maxItems has been hit, ignoring errors until reset.']);
  });

  test('leaves alone what it does not name', () => {
    const { rollbar } = startDropIn({ itemsPerMinute: 5 });
    rollbar.global({ maxItems: 7 });
    expect(rollbar.options).toMatchObject({ itemsPerMinute: 5, maxItems: 7 });
  });
});

describe('global', () => {
  test.each([undefined, null, 7, 'maxItems'])('throws at nothing: %j', (limits) => {
    const { rollbar } = startDropIn();
    expect(rollbar.global(limits as never)).toBe(rollbar);
    expect(rollbar.options).toMatchObject({ itemsPerMinute: 60, maxItems: 0 });
  });
});

describe('lastError', () => {
  test('is the last that nobody caught; not one that was logged, nor a text', () => {
    const world = startDropIn();
    expect(world.rollbar.lastError()).toBeUndefined();
    const [first, second] = [new Error('first'), new Error('second')];
    world.events.uncaught('m', '', 0, 0, first);
    world.rollbar.error(new Error('logged'));
    world.events.rejected('text');
    expect(world.rollbar.lastError()).toBe(first);
    world.events.rejected(second);
    expect(world.rollbar.lastError()).toBe(second);
  });
});

describe('handleUncaughtException', () => {
  test('takes an error in the place of the URL, too', () => {
    const world = startDropIn();
    const first = new RangeError('first');
    world.rollbar.handleUncaughtException('Uncaught first', first, 1, 2, null, { order: 17 });
    expect(world.items()[0]?.data).toMatchObject({
      body: { trace: { exception: { class: 'RangeError', description: 'Uncaught first' } } },
      custom: { order: 17 },
    });
    expect(world.rollbar.lastError()).toBe(first);
    const second = new TypeError('second');
    world.rollbar.handleUncaughtException('', new Error('url'), 1, 2, second);
    expect(world.rollbar.lastError()).toBe(second);
  });
});

describe('captureEvent', () => {
  test.each<[unknown[], object]>([
    [[{ step: 2 }], { type: 'manual', level: 'info', body: { step: 2 } }],
    [[{ step: 2 }, 'warning'], { type: 'manual', level: 'warning', body: { step: 2 } }],
    [['log', { message: 'm' }, 'error'], { type: 'log', level: 'error', body: { message: 'm' } }],
    [['error', 'network', { url: '/' }], { type: 'error', level: 'error', body: { url: '/' } }],
    [[{ step: 1 }, { step: 2 }], { type: 'manual', level: 'info', body: { step: 2 } }],
    [['custom', { step: 2 }], { type: 'manual', level: 'info', body: { step: 2 } }],
    [[], { type: 'manual', level: 'info', body: {} }],
  ])('%j gives back the event, which goes with the next item', (args, event) => {
    const world = startDropIn({ includeItemsInTelemetry: false });
    expect(world.rollbar.captureEvent(...args)).toMatchObject({ ...event, source: 'client' });
    world.rollbar.info('x');
    expect(world.items()[0]?.data.body.telemetry).toMatchObject([event]);
  });

  test('gives back false where there is none', () => {
    expect(startDropIn({ maxTelemetryEvents: 0 }).rollbar.captureEvent({ step: 2 })).toBe(false);
    const filterTelemetry = (): boolean => true;
    expect(startDropIn({ filterTelemetry }).rollbar.captureEvent({ step: 2 })).toBe(false);
  });
});

describe('includeItemsInTelemetry', () => {
  test.each([true, false])('%s', (includeItemsInTelemetry) => {
    const world = startDropIn({ includeItemsInTelemetry });
    world.rollbar.info('first');
    world.rollbar.error('second');
    const told = world.items()[1]?.data.body.telemetry ?? [];
    const expected = includeItemsInTelemetry ? ['first', 'second'] : [];
    expect(told.map(({ body }) => body.message)).toEqual(expected);
  });
});

describe('an item as an event', () => {
  test.each<[unknown[], object]>([
    [['x'], { type: 'log', body: { message: 'x' } }],
    [[{ order: 17 }], { type: 'log', body: { order: 17 } }],
    [['while paying', new Error('x')], { type: 'error', body: { message: 'x' } }],
  ])('says what was logged: %j', (args, event) => {
    const world = startDropIn();
    world.rollbar.error(...args);
    expect(world.items()[0]?.data.body.telemetry).toMatchObject([event]);
  });

  test('is none where nothing was said', () => {
    const world = startDropIn();
    world.rollbar.error();
    expect(world.items()[0]?.data.body.telemetry).toBeUndefined();
  });

  test.each<[unknown, object]>([
    [{ code: 7 }, { code: 7 }],
    ['a reason', { message: 'a reason' }],
    [undefined, { message: 'Promise rejected with undefined' }],
  ])('says what was rejected with: %j', (reason, body) => {
    const world = startDropIn();
    world.events.rejected(reason);
    expect(world.items()[0]?.data.body.telemetry).toMatchObject([{ type: 'log', body }]);
  });
});

describe('buildJsonPayload', () => {
  test('makes the text of a payload: scrubbed, valid, within the limit', () => {
    const world = startDropIn();
    const text = world.rollbar.buildJsonPayload({
      body: { message: { body: 'x' } },
      custom: { password: 'hunter2', long: 'a'.repeat(1e6) },
    });
    expect(text.length).toBeLessThanOrEqual(131_072);
    expect(JSON.parse(text)).toMatchObject({
      access_token: expect.any(String),
      data: { environment: 'unknown', body: { message: { body: 'x' } } },
    });
    expect(text).not.toContain('hunter2');
    expect(world.posted).toEqual([]);
  });

  test.each([
    undefined,
    null,
    7,
    new Proxy(
      {},
      {
        ownKeys() {
          throw new Error('mine');
        },
      },
    ),
  ])('makes the least that is an item of what cannot be read', (data) => {
    const text = startDropIn().rollbar.buildJsonPayload(data as never);
    expect(JSON.parse(text)).toMatchObject({ data: { level: 'error', environment: 'unknown' } });
  });
});

describe('sendJsonPayload', () => {
  test('sends such a text like any other item, and no limit counts it', async () => {
    const world = startDropIn({ maxItems: 1 });
    world.rollbar.info('a');
    const data = { uuid: 'mine', level: 'warning', body: { message: { body: 'built' } } };
    world.rollbar.sendJsonPayload(world.rollbar.buildJsonPayload(data));
    await turns();
    expect(textsOf(world)).toEqual(['a', 'built']);
    expect(world.items()[1]?.data).toMatchObject({ uuid: 'mine', level: 'warning' });
    expect(world.rollbar.stats()).toMatchObject({ captured: 2, delivered: 2 });
  });

  test('never throws, and tells of what is no payload', () => {
    const world = startDropIn();
    world.rollbar.sendJsonPayload('{');
    expect(world.said).toEqual([expect.stringMatching(/^sendJsonPayload has thrown: SyntaxError/)]);
    expect(world.posted).toEqual([]);
  });

  test.each(['{}', 'null', '[]', '{"data":"text"}', '{"data":null}'])(
    'counts nothing that has no data: %s',
    (json) => {
      const world = startDropIn();
      world.rollbar.sendJsonPayload(json);
      expect(world.said).toEqual(['sendJsonPayload has thrown: Error: no data']);
      expect(world.rollbar.stats().captured).toBe(0);
    },
  );

  test.each([
    [{ enabled: false }, { disabled: 1 }],
    [{ transmit: false }, { 'not-transmitted': 1 }],
  ])('sends nothing with %j, for which nobody waits', (options, dropped) => {
    const world = startDropIn(options);
    const waited = vi.fn();
    world.rollbar.sendJsonPayload('{"data":{"uuid":7,"level":"loud"}}');
    world.rollbar.wait(waited);
    expect(waited).toHaveBeenCalledOnce();
    expect(world.rollbar.stats()).toMatchObject({ captured: 1, waiting: 0, dropped });
  });
});

describe.each(['captureLoad', 'captureDomContentLoaded'] as const)('%s', (name) => {
  test.each([Symbol('s'), { valueOf: () => Symbol('s') }])('throws at no time: %s', (at) => {
    const { rollbar } = startDropIn();
    expect(() => rollbar[name](undefined, at)).not.toThrow();
  });
});

test('is made on a page that has described every property', () => {
  Object.assign(Object.prototype, { get: () => 'page', value: 'page' });
  let context: unknown;
  try {
    ({ context } = startDropIn({ context: 'cart' }).rollbar.options);
  } finally {
    for (const name of ['get', 'value']) Reflect.deleteProperty(Object.prototype, name);
  }
  expect(context).toBe('cart');
});

describe('in a page that has broken what they take, nothing is thrown by', () => {
  test('wrap, which gives back the function as it is', () => {
    const world = startDropIn();
    const act = (): number => 17;
    const get = vi.spyOn(WeakMap.prototype, 'get').mockImplementation(() => {
      throw new Error('broken');
    });
    let given: unknown;
    try {
      given = world.rollbar.wrap(act);
    } finally {
      get.mockRestore();
    }
    expect(given).toBe(act);
    expect(world.said).toEqual(['wrap has thrown: Error: broken']);
  });

  test('uninstall and captureEvent, and the developer is told', () => {
    const world = startDropIn();
    const broken = (): never => {
      throw new Error('broken');
    };
    const keys = vi.spyOn(Object, 'keys').mockImplementation(broken);
    const find = vi.spyOn(Array.prototype, 'find').mockImplementation(broken);
    let event: unknown;
    try {
      world.rollbar.uninstall();
      event = world.rollbar.captureEvent({ step: 1 });
    } finally {
      keys.mockRestore();
      find.mockRestore();
    }
    expect(event).toBe(false);
    expect(world.said).toEqual([
      'uninstall has thrown: Error: broken',
      'captureEvent has thrown: Error: broken',
    ]);
  });
});

describe('uninstall', () => {
  test('hears no more of the page; what is logged is reported', () => {
    const world = startDropIn();
    world.rollbar.uninstall();
    world.events.uncaught('m', '', 0, 0, new Error('unheard'));
    world.rollbar.info('logged');
    expect(textsOf(world)).toEqual(['logged']);
    world.rollbar.uninstall();
  });
});

describe('what nobody caught', () => {
  test('comes to hooks as message, what was thrown, and data', () => {
    const told: unknown[] = [];
    const world = startDropIn({ checkIgnore: (_, args) => void told.push(args) });
    const [thrown, reason] = [new Error('x'), new Error('y')];
    world.events.uncaught('Uncaught Error: x', 'https://a.example/', 1, 2, thrown, { order: 17 });
    world.events.rejected(reason);
    world.events.rejected('a reason');
    world.rollbar.error('logged', { order: 18 });
    expect(told).toEqual([
      ['Uncaught Error: x', thrown, { order: 17 }],
      ['y', reason, undefined],
      ['a reason', 'a reason', undefined],
      ['logged', { order: 18 }],
    ]);
  });
});

describe('what a snippet of rollbar.js calls', () => {
  test('tells when the page was there, in telemetry', () => {
    const world = startDropIn({ includeItemsInTelemetry: false });
    world.rollbar.captureDomContentLoaded({}, noon - 50);
    world.rollbar.captureLoad({}, noon - 20);
    world.rollbar.info('x');
    expect(world.items()[0]?.data.body.telemetry).toMatchObject([
      { type: 'navigation', body: { subtype: 'DOMContentLoaded' }, timestamp_ms: noon - 50 },
      { type: 'navigation', body: { subtype: 'load' }, timestamp_ms: noon - 20 },
    ]);
  });
});

describe('what has nothing to do here', () => {
  test('does nothing, and throws nothing', () => {
    const world = startDropIn();
    const { rollbar } = world;
    const results = [
      rollbar.handleAnonymousErrors(),
      rollbar.loadFull(),
      rollbar.triggerReplay(),
      rollbar.triggerDirectReplay(),
      rollbar.setSessionUser(),
      rollbar.setSessionAttributes(),
    ];
    expect(results).toEqual(Array(6).fill(undefined));
    expect([world.posted, world.said]).toEqual([[], []]);
  });

  test.each([
    'client',
    'components',
    'telemeter',
    'instrumenter',
    'wrapGlobals',
    'scrub',
    'truncation',
    'replay',
    'tracing',
    'anonymousErrorsPending',
    'lambdaHandler',
    'errorHandler',
    'expressMiddleware',
  ])('is not there: %s', (name) => {
    expect(name in startDropIn().rollbar).toBe(false);
  });
});

test('the notifier itself stands under `rollbar`, for who takes it from a wrapper', () => {
  const { rollbar } = startDropIn();
  expect(rollbar.rollbar).toBe(rollbar);
});

describe('the class', () => {
  const fetched = vi.fn<(url: string, init: { body: string }) => Promise<Response>>();
  let Rollbar: RollbarClass;

  beforeEach(async () => {
    vi.resetModules();
    ({ Rollbar } = await import('../src/rollbar'));
    fetched.mockReset().mockImplementation(async () => new Response('{"err":0}'));
    vi.stubGlobal('fetch', fetched);
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  });
  afterEach(() => {
    Rollbar.uninstall();
    vi.unstubAllGlobals();
    localStorage.clear();
  });
  const items = (): Item[] => fetched.mock.calls.map(([, { body }]) => JSON.parse(body) as Item);

  test('has the methods of rollbar.js for the instance that init makes', async () => {
    const shared = Rollbar.init({ accessToken: 'one', captureUncaught: true, maxItems: 9 });
    expect(Rollbar.global({ maxItems: 2 })).toBe(shared);
    expect(shared.options).toMatchObject({ maxItems: 2 });
    expect(Rollbar.lastError()).toBeUndefined();
    const act = (): number => 1;
    expect(Rollbar.wrap(act)).toBe(shared.wrap(act));
    expect(Rollbar.captureEvent({ step: 2 })).toMatchObject({ type: 'manual', body: { step: 2 } });
    const uuid = uuidOf(7);
    Rollbar.sendJsonPayload(
      Rollbar.buildJsonPayload({ uuid, body: { message: { body: 'built' } } }),
    );
    await vi.waitFor(() => expect(items().map(({ data }) => data.uuid)).toEqual([uuid]));
  });

  test('hears no more of the page after uninstall', () => {
    Rollbar.init({ accessToken: 'one' });
    Rollbar.uninstall();
    dispatchEvent(Object.assign(new Event('unhandledrejection'), { reason: new Error('unheard') }));
    expect(Rollbar.stats().captured).toBe(0);
  });

  test('puts nothing together: setComponents is not there', () => {
    expect('setComponents' in Rollbar).toBe(false);
  });
});
