import { on } from '../browser/on';
import { read, readText } from '../core/foreign';
import { clip } from '../core/plain';
import type { Amend, Collector, Desk } from './contract';

/** Attributes that say which element it is, and nothing of what a visitor has typed. */
const telling = /^(type|name|title|alt|role|data-.*)$/;

/** All attributes; not as properties, in the place of which the fields of a form may stand. */
const attributesOf = (element: unknown): { name: string; value: string }[] =>
  Array.from((read(element, 'attributes') as NamedNodeMap | undefined) ?? []);

/** `tag#id.class[attribute="value"]` */
const shown = (element: unknown): string =>
  clip(
    attributesOf(element).reduce(
      (text, { name, value }) => {
        const short = clip(value, 40);
        if (name === 'id') return `${text}#${short}`;
        if (name === 'class') return text + short.trim().replace(/^|\s+/g, '.');
        return telling.test(name) ? `${text}[${name}="${short}"]` : text;
      },
      readText(element, 'localName') ?? '',
    ),
    80,
  );

/** What was typed or chosen, where that is asked for. */
function valueOf(element: unknown, { settings, scrub, guard }: Desk): unknown {
  const { scrubTelemetryInputs, telemetryScrubber } = settings();
  const value = read(element, 'value');
  if (scrubTelemetryInputs || typeof value !== 'string') return undefined;
  const all = attributesOf(element);
  const these = (names: RegExp): string[] =>
    all.filter(({ name }) => names.test(name)).map((attribute) => attribute.value);
  const names = these(/^(type|name|id|autocomplete)$/).join(' ');
  const isSecret =
    // Also while the page shows it.
    /pass/i.test(names) ||
    guard('telemetryScrubber', telemetryScrubber, {
      tagName: readText(element, 'localName') ?? '',
      id: these(/^id$/)[0],
      classes: these(/^class$/).flatMap((text) => text.split(/\s+/)),
      attributes: all
        .filter(({ name }) => /^(type|name|title|alt)$/.test(name))
        .map((attribute) => ({ key: attribute.name, value: attribute.value })),
    });
  // The scrubber knows secrets by their names.
  return isSecret ? '********' : scrub({ [names]: value })[names];
}

/** Records what visitors do to which element: click, type or choose, submit. */
export const dom: Collector = (desk) => {
  /** By element, as long as the page has it, how its entry is amended. */
  const amends = new WeakMap<EventTarget, Amend>();
  let last: Amend | undefined;
  return on(globalThis.document, ['click', 'input', 'submit'], (event) => {
    desk.guard('telemetry', () => {
      const { type } = event;
      // Also within shadow trees, where they are open.
      const path = event.composedPath();
      const element = path[0] as EventTarget;
      const body = (): object => ({
        subtype: type,
        element: path
          .filter((node) => read(node, 'nodeType') === 1)
          .slice(0, 5)
          .reverse()
          .map(shown)
          .join(' > '),
        ...(type === 'input' && { value: valueOf(element, desk) }),
      });
      // Every key is an event.
      const amend = type === 'input' ? amends.get(element) : undefined;
      if (amend && amend === last) amend(body);
      else last = desk.record('dom', body);
      if (type === 'input') amends.set(element, last);
    });
  });
};
