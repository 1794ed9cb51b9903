/** Where two items are not the same, field by field. */

/** A value in its place; `undefined` where there is none. */
export interface Difference {
  /** Keys joined by dots; of an event in telemetry, its kind in the place of its number. */
  path: string;
  theirs: unknown;
  ours: unknown;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const times = /^(timestamp|timestamp_ms|runtime_ms|start_time_ms|end_time_ms)$/;

/** The same texts wherever they are: addresses, uuids, times; a number that is one stays one. */
export function normalise(value: unknown, origins: Record<string, string>, key = ''): unknown {
  if (typeof value === 'string') {
    let text = value;
    for (const [origin, name] of Object.entries(origins)) text = text.replaceAll(origin, name);
    return text.replace(/\b[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}\b/g, '<uuid>');
  }
  if (times.test(key)) return Number.isFinite(value) ? '<time>' : value;
  if (Array.isArray(value)) return value.map((entry) => normalise(entry, origins));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, entry]) => [name, normalise(entry, origins, name)]),
  );
}

/** Events by their kind, so that one more or less moves no other. */
function byKind(events: unknown): unknown {
  if (!Array.isArray(events)) return events;
  const kinds: Record<string, unknown> = {};
  for (const event of events as { type: string; body?: { subtype?: string } }[]) {
    const kind = [event.type, event.body?.subtype].filter(Boolean).join(' ');
    let name = kind;
    for (let count = 2; name in kinds; count++) name = `${kind} ${count}`;
    kinds[name] = event;
  }
  return kinds;
}

/** Everything that only one has, or that they have differently. */
export function differencesOf(theirs: unknown, ours: unknown, path = ''): Difference[] {
  if (/\.telemetry$/.test(path) && Array.isArray(theirs) && Array.isArray(ours)) {
    return differencesOf(byKind(theirs), byKind(ours), path);
  }
  if (isObject(theirs) && isObject(ours) && Array.isArray(theirs) === Array.isArray(ours)) {
    return [...new Set([...Object.keys(theirs), ...Object.keys(ours)])].flatMap((key) =>
      differencesOf(theirs[key], ours[key], path ? `${path}.${key}` : key),
    );
  }
  return theirs === ours ? [] : [{ path, theirs, ours }];
}
