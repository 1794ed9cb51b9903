import { enough } from './browser/guard.js';
import { createLimiter } from './core/limit.js';
import { createHooks } from './hooks.js';
import { prepare } from './pipeline.js';

/**
 * Makes methods that report what `sort` sees in their arguments: from the capture to the outbox, or
 * to the reason why not.
 */
function createReporter(ports, guard, { settings, seal, count }, outbox) {
    const hooks = createHooks(guard, ports.filter);
    const limiter = createLimiter();
    /** Thrown values that have gone into an item. */
    const reported = new WeakSet();
    /** Whether the last was over a limit. */
    let isLimited = false;
    /** Whether what is reported now had no room on the stack before. */
    let isLate;
    /** What goes into the outbox, or why nothing does. */
    const judge = ({ onEnd, copy, ...seen }, { uuid, at, url }, args, stack) => {
        const now = settings();
        const thrown = seen.thrown?.value;
        const isRepeated = () => now.ignoreDuplicateErrors && reported.has(thrown);
        if (isRepeated())
            return 'repeated';
        // Before anything is copied, read or parsed: in a storm, most ends here.
        const limit = !seen.isNotice && limiter.reached(now, at);
        if (limit)
            notice(limit);
        isLimited = typeof limit === 'string';
        if (isLimited)
            return 'limited';
        const facts = ports.facts();
        if (!facts || !now.enabled)
            return 'disabled';
        const capture = {
            isUncaught: true,
            level: now.uncaughtErrorLevel,
            ...seen,
            custom: copy?.(),
            uuid,
            at,
            url: url ?? facts.url,
            args,
            // What is replayed was not called from here.
            stack: url ? '' : stack,
        };
        const occurrence = prepare(capture, now, facts, ports);
        if (typeof occurrence === 'string')
            return occurrence;
        const changed = hooks(now, capture, occurrence);
        if (changed === true)
            return 'ignored';
        if (!now.transmit)
            return 'not-transmitted';
        // A hook may have reported it by itself.
        if (isRepeated())
            return 'repeated';
        const sealed = seal(occurrence);
        // Not what was dropped: when it comes again, it may be kept.
        if (Object(thrown) === thrown)
            reported.add(thrown);
        limiter.count();
        return { level: capture.level, sealed, occurrence, changed };
    };
    const reporter = (sort) => (...args) => {
        const logged = { uuid: '' };
        let stack;
        const report = () => {
            // A page without a clock or without dice still has errors.
            const birth = guard('the notifier', ports.birth) ?? { uuid: '', at: NaN };
            logged.uuid = birth.uuid;
            guard('the notifier', () => {
                const seen = sort(args);
                const ended = (what, why = what, response) => 
                // An error costs its stack, and most have nobody who wants to hear of it.
                seen.onEnd &&
                    guard('a callback', seen.onEnd, what === 'delivered' ? null : Object.assign(new Error(why), { code: what }), response);
                const judged = judge(seen, birth, args, stack);
                count('captured');
                if (typeof judged === 'string') {
                    count(judged);
                    ended(judged);
                }
                else
                    outbox.add({ ...birth, ...judged, ended });
            });
        };
        try {
            // V8 needs most, to compile what runs for the first time: measured, fewer were not enough.
            // In a storm nothing does, and it would cost more than all the rest.
            enough(isLimited ? 200 : 400);
            // Made through the guard, whose place tells later frames of ours from those of the page.
            stack = guard('the notifier', ports.stackFor, settings());
            report();
        }
        catch {
            // Where a page has used up its stack we would not get far. When it was a late report that has
            // used it up, by a callback that reports with itself, it would go on without end.
            try {
                if (!isLate) {
                    queueMicrotask(() => {
                        isLate = true;
                        report();
                        isLate = false;
                    });
                }
            }
            catch (error) {
                // Where there is no room even for that, there is more of it where the page catches this.
                const { name } = Object(error);
                if (name === 'RangeError' || name === 'InternalError')
                    throw error;
                // Else it has broken both, and there is room.
                report();
            }
        }
        return logged;
    };
    /** Says what limit is reached, and is held to none. */
    const notice = reporter(([message]) => ({
        message: String(message),
        level: 'warning',
        isUncaught: false,
        isNotice: true,
    }));
    return reporter;
}

export { createReporter };
