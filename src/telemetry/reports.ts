import type { Collector } from './contract';

/** The part of the Reporting API that is used; the DOM library does not know it. */
type Observing = new (
  hear: (reports: { body: unknown }[]) => unknown,
  options: { types: string[]; buffered: boolean },
) => { observe(): void; disconnect(): void };

/** Records what the browser finds outdated in the page, and where it has stepped in. */
export const reports: Collector = ({ guard, record }) => {
  const { ReportingObserver: Observer } = globalThis as { ReportingObserver?: Observing };
  const tell = ({ body }: { body: unknown }): unknown => record('log', body, { level: 'warning' });
  const observer =
    Observer &&
    new Observer((all) => guard('telemetry', () => all.forEach(tell)), {
      types: ['deprecation', 'intervention'],
      buffered: true,
    });
  observer?.observe();
  return () => observer?.disconnect();
};
