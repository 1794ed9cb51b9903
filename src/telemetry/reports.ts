import type { Collector } from './contract';

/** The part of the Reporting API that is used; the DOM library does not know it. */
type Observing = new (
  hear: (reports: { body: unknown }[]) => void,
  options: { types: string[]; buffered: boolean },
) => { observe(): void; disconnect(): void };

/** Records what the browser finds outdated in the page, and where it has stepped in. */
export const reports: Collector = ({ record }) => {
  const { ReportingObserver } = globalThis as { ReportingObserver?: Observing };
  const observer =
    ReportingObserver &&
    new ReportingObserver(
      (all) => all.forEach(({ body }) => record('log', body, { level: 'warning' })),
      {
        types: ['deprecation', 'intervention'],
        buffered: true,
      },
    );
  observer?.observe();
  return () => observer?.disconnect();
};
