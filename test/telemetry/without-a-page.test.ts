import { expect, test, vi } from 'vitest';
import { collectors } from '../../src/telemetry';
import { reports } from '../../src/telemetry/reports';
import { longTasks, timing } from '../../src/telemetry/timing';
import { openDesk } from '../support/telemetry';

/** An observer of the browser, in the hands of the test. */
function fakeObserver(supportedEntryTypes: string[] = []) {
  return class FakeObserver {
    static readonly supportedEntryTypes = supportedEntryTypes;
    static observed: unknown[] = [];
    static running = 0;
    static hear: (told: unknown) => void;
    constructor(hear: (told: unknown) => void, options?: unknown) {
      FakeObserver.hear = hear;
      if (options) FakeObserver.observed.push(options);
    }
    observe(options?: unknown): void {
      FakeObserver.running++;
      if (options) FakeObserver.observed.push(options);
    }
    disconnect(): void {
      FakeObserver.running = 0;
    }
  };
}

test('in a worker, which has no document, all collectors start and stop without a word', () => {
  vi.stubGlobal('addEventListener', () => undefined);
  vi.stubGlobal('removeEventListener', () => undefined);
  vi.stubGlobal('location', new URL('https://a.example/worker.js'));
  const desk = openDesk(collectors, { autoInstrument: { longTasks: true } });
  desk.stop();
  expect(desk.said).toEqual([]);
  vi.unstubAllGlobals();
});

test('what took its time is told in whole milliseconds, of the kinds the browser knows', () => {
  const Observer = fakeObserver(['paint', 'navigation']);
  vi.stubGlobal('PerformanceObserver', Observer);
  const desk = openDesk({ timing });
  expect(Observer.observed).toEqual([
    { type: 'navigation', buffered: true },
    { type: 'paint', buffered: true },
  ]);
  const entry = { name: 'first-paint', entryType: 'paint', startTime: 81.4, duration: 0 };
  const load = {
    name: 'https://a.example/',
    entryType: 'navigation',
    startTime: 0,
    duration: 350.6,
  };
  Observer.hear({ getEntries: () => [entry, load] });
  expect(desk.kept()).toEqual([
    ['info', 'navigation', { subtype: 'first-paint', start_ms: 81, duration_ms: 0 }],
    ['info', 'navigation', { subtype: 'navigation', start_ms: 0, duration_ms: 351 }],
  ]);
  desk.stop();
  expect(Observer.running).toBe(0);
  vi.unstubAllGlobals();
});

test('a long task is told with when it was and how long it took', () => {
  const Observer = fakeObserver(['longtask']);
  vi.stubGlobal('PerformanceObserver', Observer);
  const desk = openDesk({ longTasks }, { autoInstrument: { longTasks: true } });
  const task = { name: 'self', entryType: 'longtask', startTime: 1000, duration: 120 };
  Observer.hear({ getEntries: () => [task] });
  expect(desk.kept()).toEqual([
    ['info', 'navigation', { subtype: 'longtask', start_ms: 1000, duration_ms: 120 }],
  ]);
  vi.unstubAllGlobals();
});

test('what the browser finds outdated is told as a warning', () => {
  const Observer = fakeObserver();
  vi.stubGlobal('ReportingObserver', Observer);
  const desk = openDesk({ reports });
  expect(Observer.observed).toEqual([{ types: ['deprecation', 'intervention'], buffered: true }]);
  const said = { message: 'unload is going', sourceFile: 'https://a.example/b.js', id: 'Unload' };
  class DeprecationReportBody {
    toJSON = (): object => said;
  }
  Observer.hear([{ type: 'deprecation', body: new DeprecationReportBody() }]);
  expect(desk.kept()).toEqual([['warning', 'log', said]]);
  desk.stop();
  expect(Observer.running).toBe(0);
  vi.unstubAllGlobals();
});
