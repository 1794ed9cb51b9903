import { notifier } from '../version.js';
import { read } from './foreign.js';
import { copyOf, merge } from './merge.js';

/**
 * "data": the capture with what is known of page, user and application around it, and the user's
 * `payload` laid on top. The body comes first, and nothing is laid over it.
 */
function occurrenceOf({ uuid, at, url, level, thrown, custom }, body, { payload, person, captureIp, code_version, codeVersion = code_version, ...settings }, { javascript }) {
    // Of a DOMException, or as many libraries tell their errors apart.
    const code = read(thrown?.value, 'code');
    const data = {
        body: undefined,
        environment: settings.environment,
        level,
        uuid,
        timestamp: Math.floor(at / 1000),
        code_version: codeVersion,
        platform: 'browser',
        language: 'javascript',
        framework: settings.framework,
        context: settings.context,
        request: {
            url,
            query_string: (/\?[^#]*/.exec(url) ?? [''])[0],
            // The API fills in the address it sees, whole or without its last part.
            user_ip: captureIp
                ? captureIp === 'anonymize'
                    ? '$remote_ip_anonymize'
                    : '$remote_ip'
                : undefined,
        },
        person: person,
        client: { javascript: { ...javascript, code_version: codeVersion } },
        custom: code && /string|number/.test(typeof code) ? { code: code, ...custom } : custom,
        notifier,
    };
    // A copy: a hook that changes what stands in it shall not change the settings.
    return { ...copyOf(merge(data, payload)), body };
}

export { occurrenceOf };
