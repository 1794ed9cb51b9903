import type { Collector } from './contract';

const observing =
  (...types: string[]): Collector =>
  ({ guard, record }) => {
    const { PerformanceObserver: Observer } = globalThis as Partial<typeof globalThis>;
    const tell = ({ entryType, name, startTime, duration }: PerformanceEntry): unknown =>
      record('navigation', {
        // Of a paint, the name says which; others have the address there, or nothing.
        subtype: entryType === 'paint' ? name : entryType,
        start_ms: Math.round(startTime),
        duration_ms: Math.round(duration),
      });
    const observer =
      Observer && new Observer((list) => guard('telemetry', () => list.getEntries().forEach(tell)));
    for (const type of types) {
      // Of others a browser would warn in the console.
      if (Observer?.supportedEntryTypes.includes(type)) observer?.observe({ type, buffered: true });
    }
    return () => observer?.disconnect();
  };

/** Records how long loading took, and when what was painted, in milliseconds from its begin. */
export const timing = /* @__PURE__ */ observing('navigation', 'paint', 'largest-contentful-paint');

/** Records tasks of more than 50 ms, for which the page could not answer. */
export const longTasks = /* @__PURE__ */ observing('longtask');
