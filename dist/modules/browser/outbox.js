import { longestPauseMs, decide, delayMs } from '../core/delivery.js';
import { outcomeOf } from '../core/outcome.js';
import { levels } from '../items-api.js';
import { sleep, settleMs } from './locks.js';

/** Stays in storage with a random text, by which a storage that was cleared is known. */
const mark = 'rollcage';
const maxUnderWay = 2;
/** After which it is looked again whether another page still sends an item. */
const busyMs = 5000;
/** For an answer to what was under way when the page was left, once it is back. */
const patienceMs = 2000;
/** How late the timers of a page in the background may be. */
const graceMs = 60000;
const apiMessage = ({ response, status }) => response?.err ? `${status}: ${response.message}` : String(status);
/** Tells targets apart without writing down a token. */
function tagOf(target) {
    let hash = 0;
    for (let i = 0; i < target.length; i++)
        hash = (hash * 31 + target.charCodeAt(i)) | 0;
    return String(hash);
}
/**
 * Writes each item into storage before it is sent, and removes it when {@link decide} says that its
 * way has ended. What lies there is for every page of the origin to send, one page at a time. What
 * storage does not take is kept in memory alone.
 */
function createOutbox(office, effects) {
    const { count, settings } = office;
    const { chance, exclusively, now, say, stored } = effects;
    let waiting = [];
    const waiters = [];
    let underWay = 0;
    let failures = 0;
    let pause;
    /** Until when the server does not want to be asked, and `failures`, where storage has none. */
    let rest = '';
    let era;
    let refusedTarget;
    let isGone = false;
    /** No other page can know of it yet. */
    let newest;
    /** Where to post with which token, as one text to compare; empty while there is none. */
    const target = () => {
        const { accessToken, endpoint } = settings();
        const to = accessToken && endpoint && `${accessToken} ${endpoint}`;
        return to === refusedTarget ? '' : to;
    };
    /** Without one, an item is for whoever has a target. */
    const tag = () => target() && tagOf(target());
    /** Under it stands until when the server does not want to be asked, and `failures`. */
    const restKey = () => 'rollcage-rest:' + tag();
    const isFree = ({ isTaken, isUnderWay }) => !isTaken && !isUnderWay;
    const own = () => waiting.filter(({ ended }) => ended);
    const keyOf = ({ at, uuid }, tagged) => `rollcage:1:${tagged}:${at}:${uuid}`;
    const write = (item) => {
        item.isStored = stored((storage) => {
            const key = keyOf(item, tag());
            storage.setItem(key, item.sealed);
            if (item.key !== key)
                storage.removeItem(item.key);
            item.key = key;
            // Some blockers take everything and keep nothing.
            return storage.getItem(key) === item.sealed;
        });
    };
    /** A storage with another mark, or none, has been cleared, and our items with it. */
    const restore = () => {
        stored((storage) => {
            const found = storage.getItem(mark);
            if (found && found === era)
                return;
            if (era)
                for (const item of waiting)
                    if (item.isStored)
                        write(item);
            const next = found ?? String(chance());
            storage.setItem(mark, next);
            era = next;
        });
    };
    const save = (item) => {
        restore();
        write(item);
    };
    const resume = () => {
        clearTimeout(pause);
        pause = undefined;
    };
    const forget = (item) => {
        waiting = waiting.filter((other) => other !== item);
        if (!waiting.length)
            resume();
    };
    /** Its page learns of it by the event of storage, which brings the text that stood there. */
    const remove = (key, outcome) => {
        if (outcome)
            stored((storage) => storage.setItem(key, JSON.stringify(outcome)));
        stored((storage) => storage.removeItem(key));
    };
    const end = (item, ...outcome) => {
        // The callback of another may have reported, and been here before.
        if (!waiting.includes(item))
            return;
        remove(item.key, item.ended ? undefined : outcome);
        // First of all: a callback may be back here at once.
        forget(item);
        if (!item.ended)
            count('captured');
        count(outcome[0]);
        item.ended?.(...outcome);
        if (!own().length)
            for (const waiter of waiters.splice(0))
                waiter();
    };
    const isStale = ({ at }) => now() - at > settings().maxWaitingMs;
    /** In which order items are given up, the last first: what is under way has its end before it. */
    const rank = (item) => item.isUnderWay ? 9 : isStale(item) ? -1 : levels.indexOf(item.level);
    const byRank = (items) => items.sort((a, b) => rank(b) - rank(a) || b.at - a.at);
    /**
     * Notes what lies in storage. What is too old goes, whoever it was for, and over the bounds the
     * oldest of the lowest level.
     */
    const look = () => {
        const { maxWaitingItems, maxWaitingBytes } = settings();
        stored((storage) => {
            era ?? (era = storage.getItem(mark) ?? undefined);
            for (const key of Object.keys(storage)) {
                const [name, version, tagged, time, uuid = ''] = key.split(':');
                const at = Number(time);
                if (name !== mark || !version || waiting.some((item) => item.key === key))
                    continue;
                if (tagged && tagged !== tag() && !isStale({ at }))
                    continue;
                try {
                    const sealed = storage.getItem(key);
                    // Of a page that has died before it could remove it.
                    if (outcomeOf(sealed)) {
                        storage.removeItem(key);
                        continue;
                    }
                    const { level } = JSON.parse(sealed);
                    if (version !== '1' || !levels.includes(level))
                        throw key;
                    waiting.push({ uuid, key, at, sealed, level, tries: 0, isStored: true });
                }
                catch {
                    remove(key, ['unreadable']);
                    count('captured');
                    count('unreadable');
                }
            }
        });
        let bytes = 0;
        byRank([...waiting]).forEach((item, index) => {
            bytes += item.sealed.length;
            if (item.isUnderWay)
                return;
            if (isStale(item))
                end(item, 'stale');
            else if (index >= maxWaitingItems || bytes > maxWaitingBytes)
                end(item, 'evicted');
        });
    };
    const settle = (item, answer, to) => {
        const decision = decide(answer.status);
        const why = apiMessage(answer);
        switch (decision) {
            case 'delivered':
                failures = 0;
                return end(item, decision, why, answer.response);
            case 'refused':
                // First its end: a page that reports its console is back here before `say` is.
                end(item, decision, why);
                return say(`the API refuses an item (${why})`);
            case 'hold':
                refusedTarget = to;
                waiting.forEach(save);
                return say(`the API refuses the access token (${why}); ` +
                    'items wait until configure({ accessToken }) brings another');
            case 'shrink':
                if (item.isShrunk)
                    return end(item, 'too-big', why);
                item.isShrunk = true;
                item.sealed = office.shrink(item.sealed);
                return save(item);
            case 'later': {
                const { maxRetries, retryInterval } = settings();
                // Of requests that fail together, one speaks for all, or who has been told when.
                const { status, retryAfterMs = 0 } = answer;
                if (!pause || retryAfterMs > restMs()) {
                    const ms = delayMs(++failures, chance(), retryAfterMs, retryInterval);
                    pauseFor(ms);
                    // Silence says nothing about the server: the network may be back any moment.
                    if (status) {
                        const text = `${now() + ms} ${failures}`;
                        rest = stored((storage) => (storage.setItem(restKey(), text), '')) ?? text;
                    }
                }
                if (++item.tries > maxRetries)
                    return end(item, 'retried', why);
                // To the end of the line, so that one bad item does not block the others.
                waiting = [...waiting.filter((other) => other !== item), item];
                return;
            }
        }
    };
    const pauseFor = (ms) => {
        resume();
        pause = setTimeout(() => {
            pause = undefined;
            // What has been waited out is over, whatever the clock says.
            if (restMs() <= ms) {
                rest = '';
                stored((storage) => storage.removeItem(restKey()));
            }
            send();
        }, ms);
    };
    /** Milliseconds for which the server does not want to be asked, by any page. */
    const restMs = () => {
        const text = stored((storage) => storage.getItem(restKey())) ?? rest;
        const [until, failed] = text.split(' ').map(Number);
        const left = until - now();
        // A longer one was written by another clock.
        if (!(left > 0 && left < longestPauseMs))
            return 0;
        failures || (failures = failed || 1);
        return left;
    };
    const attempt = async (item, to) => {
        if (item.isUnderWay || !waiting.includes(item))
            return;
        restore();
        const isThere = (key) => stored((storage) => storage.getItem(key)) !== null;
        if (item.isStored && !isThere(item.key)) {
            item.key = keyOf(item, '');
            // What is no longer there, another page has brought to its end; or its token was refused.
            if (!isThere(item.key)) {
                if (!item.ended)
                    return forget(item);
                // To which one, may be on its way; a page in the back/forward cache was not told.
                await sleep(settleMs);
                return end(item, ...(item.outcome ?? ['delivered']));
            }
        }
        item.isUnderWay = true;
        const { endpoint, timeout } = settings();
        const answer = await new Promise((resolve) => {
            item.giveUp = resolve;
            void effects.send(office.envelope(item.sealed), endpoint, timeout, isGone).then(resolve);
        });
        item.isUnderWay = false;
        if (answer && waiting.includes(item))
            settle(item, answer, to);
    };
    const post = async (item, to) => {
        item.isTaken = true;
        underWay++;
        const name = 'rollcage:' + item.uuid;
        const act = async () => {
            await attempt(item, to);
            underWay--;
            send();
        };
        const isDone = await exclusively(name, settings().timeout + graceMs, act, item === newest);
        if (!isDone) {
            underWay--;
            await new Promise((resolve) => setTimeout(resolve, busyMs));
        }
        item.isTaken = false;
        send();
    };
    const send = () => {
        const next = waiting.find(isFree);
        const to = target();
        if (pause || !to || !next)
            return;
        const ms = restMs();
        if (ms)
            return pauseFor(ms);
        if (underWay >= (failures ? 1 : maxUnderWay))
            return;
        // One by one: the page may have wrapped `fetch` and report something in between.
        void post(next, to);
        send();
    };
    const wake = () => {
        // Firefox and WebKit never answer what was under way when the page went into their cache.
        if (isGone) {
            for (const { giveUp } of waiting)
                if (giveUp)
                    setTimeout(giveUp, patienceMs, { status: 0 });
        }
        isGone = false;
        resume();
        // The others are looked for anew, for this target.
        waiting = waiting.filter((item) => item.ended || !isFree(item));
        look();
        send();
    };
    const leave = (isForGood) => {
        // A page that has been left is hidden after that.
        isGone || (isGone = isForGood);
        const to = target();
        for (const item of byRank(own())) {
            // Where the API has said when, only what would be lost does not keep to it.
            if (!to || (restMs() && !(isGone && !item.isStored)))
                continue;
            // There is no time to ask for a lock, and nobody else is left who could tell.
            if (isGone)
                void attempt(item, to);
            else if (isFree(item))
                void post(item, to);
        }
    };
    return {
        add(parcel) {
            const item = { ...parcel, uuid: parcel.uuid || String(chance()), key: '', tries: 0 };
            waiting.push(item);
            save(item);
            look();
            newest = item;
            if (isGone)
                leave(isGone);
            else
                send();
            newest = undefined;
        },
        wake,
        leave,
        told(key, text) {
            // Others may have moved it to another key.
            const item = own().find(({ uuid }) => key.endsWith(':' + uuid));
            const outcome = outcomeOf(text);
            if (!item || !outcome)
                return;
            item.outcome = outcome;
            // What is under way the API has the last word of.
            if (!item.isUnderWay)
                end(item, ...outcome);
        },
        wait(callback) {
            if (own().length)
                waiters.push(callback);
            else
                callback();
        },
        size: () => own().length,
    };
}

export { createOutbox };
