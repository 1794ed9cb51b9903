import { on } from '../browser/on';
import type { Collector } from './contract';

/** Records what a Content Security Policy has refused, but not where it was us. */
export const contentSecurityPolicy: Collector = ({ asked, record, report, settings }) =>
  on(globalThis.document, ['securitypolicyviolation'], (event: SecurityPolicyViolationEvent) => {
    const { blockedURI, effectiveDirective, sourceFile, lineNumber } = event;
    // A report of it would be refused like the last one.
    if (settings().endpoint.startsWith(blockedURI || ' ')) return;
    const message = `Security Policy Violation: ${effectiveDirective} ${blockedURI}`;
    const body = { message, sourceFile, lineNumber };
    record('log', body, { level: 'error' });
    if (asked().errorOnContentSecurityPolicy) report(message, body);
  });
