import { read } from '../core/foreign.js';

/** Records what the browser finds outdated in the page, and where it has stepped in. */
const reports = ({ record }) => {
    const { ReportingObserver } = globalThis;
    if (!ReportingObserver)
        return () => undefined;
    const observer = new ReportingObserver((all) => {
        for (const { type, body } of all) {
            const message = read(body, 'message');
            record('log', { subtype: type, message, sourceFile: read(body, 'sourceFile') }, { level: 'warning' });
        }
    }, { types: ['deprecation', 'intervention'], buffered: true });
    observer.observe();
    return () => observer.disconnect();
};

export { reports };
