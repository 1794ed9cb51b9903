import { on } from '../browser/on';
import { read, readText } from '../core/foreign';
import { clip } from '../core/plain';
import type { Amend, Collector, Desk } from './contract';

/** Attributes that say which element it is, and nothing of what a visitor has typed. */
const telling = /^(id|class|type|name|title|alt|role|data-.*)$/;

/** Its attributes; not as properties, in the place of which the fields of a form may stand. */
function attributesOf(element: Element, wanted = /^/): Record<string, string> {
  // Fields may stand in the place of these, too.
  const { getAttributeNS, getAttributeNames } = Element.prototype;
  const found: Record<string, string> = {};
  for (const name of getAttributeNames.call(element)) {
    // By that name alone: the other way, HTML would look for it in small letters.
    if (wanted.test(name)) found[name] = clip(getAttributeNS.call(element, null, name) ?? '', 40);
  }
  return found;
}

/** `tag#id.class[attribute="value"]` */
function shown(element: Element): string {
  const { id, class: classes, ...others } = attributesOf(element, telling);
  let text = readText(element, 'localName') ?? '';
  if (id) text += '#' + id;
  if (classes) text += '.' + classes.trim().replace(/\s+/g, '.');
  for (const name in others) text += `[${name}="${others[name]}"]`;
  return clip(text, 80);
}

/** What was typed or chosen, where that is asked for. */
function valueOf(element: Element, { settings, scrub, guard }: Desk): unknown {
  const { scrubTelemetryInputs, telemetryScrubber } = settings();
  const value = read(element, 'value');
  if (scrubTelemetryInputs || typeof value !== 'string') return undefined;
  const all = attributesOf(element);
  const name = [all.type, all.name, all.id, all.autocomplete].join(' ');
  const description = {
    tagName: readText(element, 'localName') ?? '',
    id: all.id,
    classes: all.class?.split(' '),
    attributes: (['type', 'name', 'title', 'alt'] as const)
      .filter((key) => key in all)
      .map((key) => ({ key, value: all[key] ?? '' })),
  };
  // A password also while the page shows it. The scrubber knows other secrets by their names.
  return /pass/i.test(name) || guard('telemetryScrubber', telemetryScrubber, description)
    ? '********'
    : scrub({ [name]: value })[name];
}

/** Records what visitors do to which element: click, type or choose, submit. */
export const dom: Collector = (desk) => {
  /** By element, as long as the page has it, how its entry is amended. */
  const amends = new WeakMap<EventTarget, Amend>();
  let last: Amend | undefined;
  return on(globalThis.document, ['click', 'input', 'submit'], (event) => {
    const { type } = event;
    // Also within shadow trees, where they are open.
    const path = event.composedPath();
    const element = path[0] as Element;
    const isInput = type === 'input';
    const body = (): object => ({
      subtype: type,
      element: path
        .filter((node) => read(node, 'nodeType') === 1)
        .slice(0, 5)
        .reverse()
        .map((node) => shown(node as Element))
        .join(' > '),
      value: isInput ? valueOf(element, desk) : undefined,
    });
    // Every key is an event.
    if (isInput && last && amends.get(element) === last) last(body);
    else last = desk.record('dom', body);
    if (isInput) amends.set(element, last);
  });
};
