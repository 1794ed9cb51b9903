import { textIn } from '../core/outcome.js';

/** Stays in storage with a random text, by which a storage that was cleared is known. */
const mark = 'rollcage';
/** `tag` tells targets apart; `items` are those that wait in this page. */
function createShelf({ chance, stored, tell }, tag, items) {
    let era;
    /** What storage has not taken. */
    let noteHere = '';
    /** There where storage has not let go of what was removed last. */
    let stuck;
    const read = (key) => stored((storage) => storage.getItem(key));
    const write = (key, text) => {
        stored((storage) => storage.setItem(key, text));
        // Some blockers take everything and keep nothing.
        return read(key) === text;
    };
    const remove = (key, outcome) => {
        // A page may have something of its own under the empty key.
        if (!key)
            return;
        const text = outcome && JSON.stringify(outcome);
        // The event of storage brings it to the other pages.
        if (text)
            write(key, text);
        stored((storage) => {
            storage.removeItem(key);
            // A page may have put something that throws in the place of `dispatchEvent`.
            if (text)
                tell(key, text);
        });
        stuck = read(key);
    };
    /** A storage with another mark, or none, has been cleared, and our items with it. */
    const mend = () => {
        const found = read(mark);
        if (found && found === era)
            return;
        const wasCleared = era;
        if (!found && items.size)
            write(mark, String(chance()));
        era = read(mark) ?? era;
        if (!wasCleared)
            return;
        for (const item of items)
            if (item.key && !write(item.key, item.sealed))
                item.key = '';
    };
    const lay = (item) => {
        mend();
        const key = `${mark}:1:${tag()}:${item.at}:${item.uuid}`;
        if (!write(key, item.sealed))
            return;
        if (item.key !== key)
            remove(item.key);
        item.key = key;
    };
    const noteKey = () => mark + '-rest:' + tag();
    return {
        lay,
        mend,
        isGone(item) {
            mend();
            return !!item.key && read(item.key) === null;
        },
        remove,
        gather(isStale) {
            for (const key of stored(Object.keys) ?? []) {
                const [name, version, tagged, time, uuid = ''] = key.split(':');
                const at = Number(time);
                if (name !== mark || !version)
                    continue;
                const known = [...items].find((item) => item.uuid === uuid);
                // A page whose token was refused has moved it.
                if (known)
                    known.key = key;
                // Sent, what storage does not let go of would be there again.
                if (known || stuck || (tagged && tagged !== tag() && !isStale({ at })))
                    continue;
                const sealed = read(key) ?? '';
                const { level, outcome } = textIn(sealed);
                // Of a page that has died before it could remove it.
                if (outcome)
                    remove(key);
                else
                    items.add({
                        uuid,
                        key,
                        at,
                        sealed,
                        level: version === '1' ? level : undefined,
                        tries: 0,
                    });
            }
        },
        noted: () => read(noteKey()) ?? noteHere,
        note(text) {
            noteHere = write(noteKey(), text) ? '' : text;
            if (!text)
                remove(noteKey());
        },
    };
}

export { createShelf };
