import { on } from '../browser/on.js';

/** Records what a Content Security Policy has refused, but not where it was us. */
const contentSecurityPolicy = ({ asked, record, report, settings }) => on(globalThis.document, ['securitypolicyviolation'], (event) => {
    const { blockedURI, effectiveDirective, sourceFile, lineNumber } = event;
    // A report of it would be refused like the last one.
    if (settings().endpoint.startsWith(blockedURI || ' '))
        return;
    const message = `Security Policy Violation: ${effectiveDirective} ${blockedURI}`;
    const body = { message, sourceFile, lineNumber };
    record('log', body, { level: 'error' });
    if (asked().errorOnContentSecurityPolicy)
        report(message, body);
});

export { contentSecurityPolicy };
