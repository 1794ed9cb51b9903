import { bytesOf } from '../core/bytes';
import type { Frame, Item } from '../items-api';
import { envelope } from '../pipeline';
import type { Effects, Office, Ports } from '../shapes';
import { createOriginals } from './originals';

/** From the first look for a file: who asks later has less of it left. */
const patienceMs = 2000;
const maxFrames = 50;
/** What is longer, browsers do not send on without the page. */
const maxBytes = 57_344;

/** What may be resolved. */
export interface SourceMapOptions {
  /** Further origins that scripts and maps may be fetched from, as `https://cdn.example`. */
  origins?: readonly string[];
}

/**
 * Ports that resolve the frames of an item by source maps, when it is sent for the first time and
 * each time after: `createNotifier(options, withSourceMaps(browserPorts()))`. For pages whose maps
 * cannot be uploaded. In storage an item stays as it was, so that it is there at once, and it goes
 * like that when its maps are not there within two seconds or the page is left.
 */
export function withSourceMaps(ports: Ports, { origins = [] }: SourceMapOptions = {}): Ports {
  // Not that of its location: a page in a `srcdoc` has none there.
  const originalOf = createOriginals(({ origin }) =>
    [globalThis.origin, ...origins].includes(origin),
  );
  /** When each file was first asked for. */
  const asked = new Map<string, number>();
  /** Of this page: of another, the same file may have been an older one. */
  const own = new Set<string>();
  const waits = new Set<() => void>();
  let isAway = false;

  /** For so long, or until the page is left. */
  const wait = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const go = (): void => {
        waits.delete(go);
        resolve();
      };
      waits.add(go);
      setTimeout(go, ms);
    });

  const resolved = async (item: string, { now }: Effects, { seal }: Office): Promise<string> => {
    const { access_token, data }: Item = JSON.parse(item);
    const { body, notifier, uuid } = data;
    const traces = 'trace_chain' in body ? body.trace_chain : 'trace' in body ? [body.trace] : [];
    // The newest of the outermost error first.
    const frames = traces.flatMap((trace) => [...trace.frames].reverse()).slice(0, maxFrames);
    if (!uuid || !own.has(uuid)) return item;
    const originals = new Map<Frame, Frame>();
    const restMs = frames.map(({ filename }) => {
      const since = asked.get(filename) ?? now();
      asked.set(filename, since);
      return since + patienceMs - now();
    });
    const all = frames.map(async (frame) => {
      const original = await originalOf(frame);
      if (original) originals.set(frame, original);
    });
    // Without any patience, what has been loaded is still used.
    await Promise.race([Promise.all(all), wait(isAway ? 0 : Math.max(0, ...restMs))]);
    if (!originals.size) return item;
    const hasRoom =
      !notifier?.truncated && bytesOf(item + JSON.stringify([...originals.values()])) <= maxBytes;
    for (const [frame, { code, context, ...place }] of originals) {
      Object.assign(frame, place, hasRoom && { code, context });
    }
    return envelope(seal(data), access_token);
  };

  return {
    ...ports,
    createOutbox(office, change) {
      const outbox = ports.createOutbox(office, (inner) => {
        const effects = change?.(inner) ?? inner;
        return {
          ...effects,
          async send(item, endpoint, timeoutMs, isLeaving) {
            const text = isLeaving ? item : await resolved(item, effects, office).catch(() => item);
            return effects.send(text, endpoint, timeoutMs, isLeaving);
          },
        };
      });
      return {
        ...outbox,
        add(parcel) {
          own.add(parcel.uuid);
          outbox.add({
            ...parcel,
            ended(...outcome) {
              own.delete(parcel.uuid);
              parcel.ended(...outcome);
            },
          });
        },
        leave(isGone) {
          isAway = true;
          waits.forEach((go) => go());
          outbox.leave(isGone);
        },
        wake(event) {
          isAway &&= !event;
          outbox.wake(event);
        },
      };
    },
  };
}
