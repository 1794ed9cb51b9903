import { decide, delayMs } from '../core/delivery.js';
import { levels } from '../items-api.js';

const maxWaiting = 100;
const maxUnderWay = 2;
const apiMessage = ({ response, status }) => response?.err ? `${status}: ${response.message}` : String(status);
/** Keeps items in memory, sends them in order, and lets {@link decide} say what an answer means. */
function createOutbox({ target, send, shrink, chance, say }) {
    let waiting = [];
    let failures = 0;
    let pause;
    let refusedTarget;
    const remove = (parcel) => {
        waiting = waiting.filter((other) => other !== parcel);
    };
    const drop = (parcel, reason, why) => {
        remove(parcel);
        parcel.dropped(reason, why);
    };
    const idle = () => waiting.filter(({ isUnderWay }) => !isUnderWay);
    /** Over the bound, the oldest of the lowest level goes. */
    const evict = () => {
        const rank = ({ level }) => levels.indexOf(level);
        drop(idle().reduce((least, parcel) => (rank(parcel) < rank(least) ? parcel : least)), 'evicted');
    };
    const settle = (parcel, answer, to) => {
        const decision = decide(answer.status);
        switch (decision) {
            case 'delivered':
                failures = 0;
                remove(parcel);
                return parcel.delivered(answer.response);
            case 'refused':
                // First its end: a page that reports its console is back here before `say` is.
                drop(parcel, 'refused', apiMessage(answer));
                return say(`the API refuses an item (${apiMessage(answer)})`);
            case 'hold':
                refusedTarget = to;
                return say(`the API refuses the access token (${apiMessage(answer)}); ` +
                    'items wait until configure({ accessToken }) brings another');
            case 'shrink':
                if (parcel.isShrunk)
                    return drop(parcel, 'too-big', apiMessage(answer));
                parcel.isShrunk = true;
                parcel.sealed = shrink(parcel.sealed);
                return;
            case 'later':
                // Of requests that fail together, one speaks for all.
                pause ?? (pause = setTimeout(() => {
                    pause = undefined;
                    wake();
                }, delayMs(++failures, chance(), answer.retryAfterMs)));
                // To the end of the line, so that one bad item does not block the others.
                remove(parcel);
                waiting.push(parcel);
                return;
        }
    };
    const deliver = async (parcel, to) => {
        parcel.isUnderWay = true;
        const answer = await send(parcel.sealed);
        parcel.isUnderWay = false;
        settle(parcel, answer, to);
        wake();
    };
    const wake = () => {
        const to = target();
        if (pause || !to || to === refusedTarget)
            return;
        const [next] = idle();
        if (!next || waiting.length - idle().length >= maxUnderWay)
            return;
        // One by one: the page may have wrapped `fetch` and report something in between.
        void deliver(next, to);
        wake();
    };
    return {
        add(parcel) {
            waiting.push(parcel);
            if (waiting.length > maxWaiting)
                evict();
            wake();
        },
        wake,
    };
}

export { createOutbox };
