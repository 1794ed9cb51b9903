import { notifier } from '../version.js';
import { isRecord, isErrorLike, read } from './foreign.js';
import { copyOf, merge } from './merge.js';
import { plainObject, plain } from './plain.js';

/**
 * What the thrown value says beside its trace: of an error its code, as of a DOMException or as many
 * libraries tell their errors apart, and a cause that is plain data. Whatever else an error has may
 * be anything, its request with the password in it. An object that is none says most as data.
 */
function saidBy(value) {
    if (Object(value) === value && (isRecord(value) || !isErrorLike(value))) {
        return plainObject(value);
    }
    const said = {};
    for (const key of ['code', 'cause']) {
        const field = read(value, key);
        if (field && !isErrorLike(field))
            said[key] = plain(field);
    }
    return said;
}
/**
 * "data": the capture with what is known of page, user and application around it, and the user's
 * `payload` laid on top. The body comes first, and nothing is laid over it.
 */
function occurrenceOf({ uuid, at, url, level, thrown, custom }, body, { payload, person, captureIp, code_version, codeVersion = code_version, ...settings }, { javascript }) {
    const said = { ...saidBy(thrown?.value), ...custom };
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
        custom: Object.keys(said).length ? said : undefined,
        notifier,
    };
    // A copy: a hook that changes what stands in it shall not change the settings.
    return { ...copyOf(merge(data, payload)), body };
}

export { occurrenceOf };
