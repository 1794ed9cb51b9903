import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { Collector } from '../../src/telemetry/contract';
import { beasts } from '../support/hostile';
import { openDesk } from '../support/telemetry';

test('an entry has level, type, source, time and body', () => {
  const desk = openDesk({});
  desk.record('manual', { step: 2 });
  desk.record('log', { message: 'm' }, { level: 'critical', timestamp_ms: 7, uuid: 'u' });
  expect(desk.entries()).toEqual([
    { level: 'info', type: 'manual', source: 'client', timestamp_ms: desk.now, body: { step: 2 } },
    {
      level: 'critical',
      type: 'log',
      source: 'client',
      timestamp_ms: 7,
      uuid: 'u',
      body: { message: 'm' },
    },
  ]);
});

test('a body is copied at once, and every reader gets a copy of that', () => {
  const desk = openDesk({});
  const cart = { items: 1 };
  desk.record('manual', cart);
  cart.items = 2;
  const [first] = desk.entries();
  (first?.body as typeof cart).items = 3;
  expect(desk.kept()).toEqual([['info', 'manual', { items: 1 }]]);
});

test('what is no object is kept under value, and nothing is no entry', () => {
  const desk = openDesk({});
  desk.record('manual', 'text');
  desk.record('manual', () => undefined);
  desk.record('manual', null);
  expect(desk.kept()).toEqual([['info', 'manual', { value: 'text' }]]);
});

test('an entry can be amended while it is kept, and not brought back', () => {
  const desk = openDesk({}, { maxTelemetryEvents: 1 });
  const amend = desk.record('network', { status: null });
  amend({ status: 500 }, { level: 'error' });
  expect(desk.kept()).toEqual([['error', 'network', { status: 500 }]]);
  desk.record('manual', { n: 1 });
  amend({ status: 200 });
  expect(desk.kept()).toEqual([['info', 'manual', { n: 1 }]]);
});

test('the newest are kept, as many as the options say now, or none', () => {
  const desk = openDesk({}, { maxTelemetryEvents: 2 });
  for (const n of [1, 2, 3]) desk.record('manual', { n });
  expect(desk.kept().map(([, , { n }]) => n)).toEqual([2, 3]);
  desk.options({ maxTelemetryEvents: 0 });
  expect(desk.entries()).toEqual([]);
  desk.record('manual', { n: 4 });
  desk.options({ maxTelemetryEvents: 100 });
  expect(desk.entries()).toEqual([]);
});

test('also while nobody asks, few more are held than may be kept', () => {
  const desk = openDesk({});
  for (let n = 0; n < 500; n++) desk.record('manual', { n });
  desk.options({ maxTelemetryEvents: 1000 });
  expect(desk.entries().length).toBeLessThanOrEqual(116);
});

test('whatever the page puts in, nothing is thrown and little is kept', () => {
  const desk = openDesk({});
  for (const [name, make] of Object.entries(beasts)) {
    for (let i = 0; i < 2; i++) desk.record('manual', { [name]: make() });
  }
  expect(desk.said).toEqual([]);
  expect(desk.entries()).not.toEqual([]);
  expect(JSON.stringify(desk.entries()).length).toBeLessThan(33_000);
});

test('a random life keeps within both bounds', () => {
  fc.assert(
    fc.property(fc.array(fc.anything(), { maxLength: 150 }), (bodies) => {
      const desk = openDesk({});
      bodies.forEach((body) => desk.record('manual', () => body));
      expect(desk.said).toEqual([]);
      expect(desk.entries().length).toBeLessThanOrEqual(100);
    }),
    { numRuns: 50 },
  );
});

test('a function that makes a body may throw: the developer is told, and nobody else', () => {
  const desk = openDesk({});
  desk.record('manual', () => {
    throw new Error('gone');
  });
  expect(desk.said).toEqual(['telemetry has thrown: Error: gone']);
  desk.record('manual', { n: 1 });
  expect(desk.entries()).toHaveLength(1);
});

test('what the reading of a value records is not recorded, so that nothing runs in circles', () => {
  const desk = openDesk({});
  const page = {
    get total() {
      desk.record('log', page);
      return 5;
    },
  };
  desk.record('manual', page);
  expect(desk.kept()).toEqual([['info', 'manual', { total: 5 }]]);
});

test('filterTelemetry keeps out what it says, at once and when it is asked for', () => {
  const desk = openDesk({}, { filterTelemetry: ({ body }) => body.secret });
  desk.record('manual', { secret: true });
  desk.record('manual', { n: 1 });
  const amend = desk.record('manual', { n: 2 });
  amend({ secret: true });
  expect(desk.kept()).toEqual([
    ['info', 'manual', { n: 1 }],
    ['info', 'manual', { n: 2 }],
  ]);
  desk.options({ filterTelemetry: ({ body }) => body.n === 1 });
  expect(desk.kept()).toEqual([['info', 'manual', { n: 2 }]]);
});

test('a filter that throws keeps nothing out, and is told', () => {
  const filterTelemetry = (): never => {
    throw new Error('mine');
  };
  const desk = openDesk({}, { filterTelemetry });
  desk.record('manual', { n: 1 });
  expect(desk.entries()).toHaveLength(1);
  expect(new Set(desk.said)).toEqual(new Set(['filterTelemetry has thrown: Error: mine']));
});

test('a filter that records or reads runs in no circle', () => {
  const filterTelemetry = vi.fn(() => {
    desk.record('log', { message: 'from the filter' });
    desk.entries();
  });
  const desk = openDesk({}, { filterTelemetry });
  desk.record('manual', { n: 1 });
  expect(desk.kept()).toEqual([['info', 'manual', { n: 1 }]]);
  expect(filterTelemetry).toHaveBeenCalledTimes(2);
});

test('a filter does not change what is kept', () => {
  const filterTelemetry = vi.fn(({ body }) => void (body.n = desk));
  const desk = openDesk({}, { filterTelemetry });
  desk.record('manual', { n: 1 });
  desk.options({ filterTelemetry: () => false });
  expect(desk.kept()).toEqual([['info', 'manual', { n: 1 }]]);
});

const counting = (): { collector: Collector; running(): number } => {
  let running = 0;
  return {
    running: () => running,
    collector: () => {
      running++;
      return () => void running--;
    },
  };
};

test('autoInstrument switches each collector, at any time', () => {
  const [log, dom] = [counting(), counting()];
  const desk = openDesk({ log: log.collector, dom: dom.collector });
  const running = (): number[] => [log.running(), dom.running()];
  expect(running()).toEqual([1, 1]);
  desk.configure();
  expect(running()).toEqual([1, 1]);
  desk.options({ autoInstrument: { log: false } });
  expect(running()).toEqual([0, 1]);
  desk.options({ autoInstrument: false });
  expect(running()).toEqual([0, 0]);
  desk.options({ autoInstrument: { dom: true } });
  expect(running()).toEqual([1, 1]);
  desk.options({ enabled: false });
  expect(running()).toEqual([0, 0]);
});

test('long tasks are told only where that is asked for', () => {
  const { collector: longTasks, running } = counting();
  const desk = openDesk({ longTasks });
  expect(running()).toBe(0);
  desk.options({ autoInstrument: { longTasks: true } });
  expect(running()).toBe(1);
});

test('stop ends all, and configure starts them again', () => {
  const { collector, running } = counting();
  const desk = openDesk({ any: collector });
  desk.stop();
  desk.stop();
  expect(running()).toBe(0);
  desk.configure();
  expect(running()).toBe(1);
});

test('a collector that cannot start leaves the others alone', () => {
  const { collector, running } = counting();
  const desk = openDesk({
    first: () => {
      throw new Error('no document');
    },
    second: collector,
  });
  expect(running()).toBe(1);
  expect(desk.said).toEqual(['telemetry has thrown: Error: no document']);
});
