import { on } from '../browser/on.js';

/** Records what a Content Security Policy has refused, but not where it was us. */
const contentSecurityPolicy = ({ record, report, settings, guard }) => on(globalThis.document, ['securitypolicyviolation'], (event) => {
    guard('telemetry', () => {
        const { blockedURI, effectiveDirective, sourceFile, lineNumber } = event;
        const { autoInstrument, endpoint } = settings();
        // A report of it would be refused like the last one.
        if (endpoint.startsWith(blockedURI || ' '))
            return;
        const message = `Security Policy Violation: ${effectiveDirective} ${blockedURI}`;
        const more = { message, sourceFile, lineNumber };
        record('log', more, { level: 'error' });
        if (Object(autoInstrument).errorOnContentSecurityPolicy)
            report(message, more);
    });
});

export { contentSecurityPolicy };
