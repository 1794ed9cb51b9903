import { read } from '../core/foreign';
import type { Collector } from './contract';

/** The part of the Reporting API that the DOM library does not know everywhere. */
interface Observer {
  observe(): void;
  disconnect(): void;
}
type Observing = new (
  hear: (reports: { type: string; body: unknown }[]) => void,
  options: { types: string[]; buffered: boolean },
) => Observer;

/** Records what the browser finds outdated in the page, and where it has stepped in. */
export const reports: Collector = ({ record }) => {
  const { ReportingObserver } = globalThis as { ReportingObserver?: Observing };
  if (!ReportingObserver) return () => undefined;
  const observer = new ReportingObserver(
    (all) => {
      for (const { type, body } of all) {
        const message = read(body, 'message');
        record(
          'log',
          { subtype: type, message, sourceFile: read(body, 'sourceFile') },
          { level: 'warning' },
        );
      }
    },
    { types: ['deprecation', 'intervention'], buffered: true },
  );
  observer.observe();
  return () => observer.disconnect();
};
