import { on } from '../browser/on.js';
import { read, readText } from '../core/foreign.js';
import { clip } from '../core/plain.js';

/** Attributes that say which element it is, and nothing of what a visitor has typed. */
const telling = /^(id|class|type|name|title|alt|role|data-.*)$/;
/** Its attributes; not as properties, in the place of which the fields of a form may stand. */
function attributesOf(element, wanted = /^/) {
    // Fields may stand in the place of these, too.
    const { getAttributeNS, getAttributeNames } = Element.prototype;
    const found = {};
    for (const name of getAttributeNames.call(element)) {
        // By that name alone: the other way, HTML would look for it in small letters.
        if (wanted.test(name))
            found[name] = clip(getAttributeNS.call(element, null, name) ?? '', 40);
    }
    return found;
}
/** `tag#id.class[attribute="value"]` */
function shown(element) {
    const { id, class: classes, ...others } = attributesOf(element, telling);
    let text = readText(element, 'localName') ?? '';
    if (id)
        text += '#' + id;
    if (classes)
        text += '.' + classes.trim().replace(/\s+/g, '.');
    for (const name in others)
        text += `[${name}="${others[name]}"]`;
    return clip(text, 80);
}
/** What was typed or chosen, where that is asked for. */
function valueOf(element, { settings, scrub, guard }) {
    const { scrubTelemetryInputs, telemetryScrubber } = settings();
    const value = read(element, 'value');
    if (scrubTelemetryInputs || typeof value !== 'string')
        return undefined;
    const all = attributesOf(element);
    const name = [all.type, all.name, all.id, all.autocomplete].join(' ');
    const description = {
        tagName: readText(element, 'localName') ?? '',
        id: all.id,
        classes: all.class?.split(' '),
        attributes: ['type', 'name', 'title', 'alt']
            .filter((key) => key in all)
            .map((key) => ({ key, value: all[key] ?? '' })),
    };
    // A password also while the page shows it. The scrubber knows other secrets by their names.
    return /pass/i.test(name) || guard('telemetryScrubber', telemetryScrubber, description)
        ? '********'
        : scrub({ [name]: value })[name];
}
/** Records what visitors do to which element: click, type or choose, submit. */
const dom = (desk) => {
    /** By element, as long as the page has it, how its entry is amended. */
    const amends = new WeakMap();
    let last;
    return on(globalThis.document, ['click', 'input', 'submit'], (event) => {
        const { type } = event;
        // Also within shadow trees, where they are open.
        const path = event.composedPath();
        const element = path[0];
        const isInput = type === 'input';
        const body = () => ({
            subtype: type,
            element: path
                .filter((node) => read(node, 'nodeType') === 1)
                .slice(0, 5)
                .reverse()
                .map((node) => shown(node))
                .join(' > '),
            value: isInput ? valueOf(element, desk) : undefined,
        });
        // Every key is an event.
        if (isInput && last && amends.get(element) === last)
            last(body);
        else
            last = desk.record('dom', body);
        if (isInput)
            amends.set(element, last);
    });
};

export { dom };
