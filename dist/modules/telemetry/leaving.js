import { maxUnderWay } from '../core/delivery.js';
import { write } from '../core/plain.js';

/** UTF-16 units that may leave with a page before telemetry stays behind: a quarter of what all may. */
const roomForAll = 14336;
function withoutTelemetry(item) {
    try {
        const whole = JSON.parse(item);
        delete whole.data.body.telemetry;
        return write(whole);
    }
    catch {
        // A page may have broken what that takes.
        return item;
    }
}
/**
 * Effects by which items that leave with their page leave telemetry behind once there would be no
 * room for more of them. What does not fit would have to wait for the next visit.
 */
function light(effects) {
    let underWay = 0;
    let items = 0;
    return {
        ...effects,
        async send(item, endpoint, timeoutMs, isLeaving) {
            const isTight = underWay && underWay + item.length > roomForAll;
            // A page that is being hidden sends all at once.
            const goes = isLeaving || items >= maxUnderWay;
            const text = goes && isTight ? withoutTelemetry(item) : item;
            items++;
            underWay += text.length;
            const answer = await effects.send(text, endpoint, timeoutMs, isLeaving);
            items--;
            underWay -= text.length;
            return answer;
        },
    };
}

export { light };
