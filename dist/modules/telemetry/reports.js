/** Records what the browser finds outdated in the page, and where it has stepped in. */
const reports = ({ guard, record }) => {
    const { ReportingObserver: Observer } = globalThis;
    const tell = ({ body }) => record('log', body, { level: 'warning' });
    const observer = Observer &&
        new Observer((all) => guard('telemetry', () => all.forEach(tell)), {
            types: ['deprecation', 'intervention'],
            buffered: true,
        });
    observer?.observe();
    return () => observer?.disconnect();
};

export { reports };
