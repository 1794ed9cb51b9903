import { levels } from '../items-api.js';

/** What a page may have to tell of an item that is not its own. */
const ends = [
    'delivered',
    'refused',
    'too-big',
    'evicted',
    'stale',
    'retried',
    'unreadable',
];
/**
 * What a text is that lies in the place of an item: one, of this level, or what has become of it.
 * Neither where it is something else, for anybody may write there.
 */
function textIn(text) {
    try {
        const { level, 0: what, 1: why, 2: response } = JSON.parse(text);
        if (ends.includes(what))
            return { outcome: [what, String(why ?? what), response ?? undefined] };
        return levels.includes(level) ? { level } : {};
    }
    catch {
        return {};
    }
}

export { textIn };
