/** Pages of one origin without a browser: they share storage, locks, a clock and an API. */
import { createOutbox } from '../../src/browser/outbox';
import type { Level } from '../../src/items-api';
import { settle } from '../../src/options';
import type { Options } from '../../src/options';
import type { Answer, End, Office, Outbox, Parcel } from '../../src/shapes';
import { later, uuidOf } from './fakes';
import { createStorage } from './storage';
import type { FakeStorage } from './storage';

/** What the API or the network does with a request; nothing: it stays under way. */
export type Fate = Answer | undefined;

export interface Request {
  /** What the item says. */
  text: string;
  page: Page;
  token: string;
  isLeaving: boolean;
  answer(answer: Answer): void;
}

export interface Page {
  outbox: Outbox;
  options: Options;
  /** Reports an item that says so; returns its uuid. */
  add(text: string, level?: Level, more?: Partial<Parcel>): string;
  /** The end of each of its own items, in order: its text and how it went. */
  ends: string[];
  /** Told of, by kind. */
  counts: Partial<Record<'captured' | End, number>>;
  said: string[];
  /** Whether something that wants to leave with the page finds room. */
  hasRoom: boolean;
  /** Whether it learns what others write; not in the back/forward cache. */
  hears: boolean;
  isAlive: boolean;
  /** Ends without a word, and its locks with it. */
  kill(): void;
}

export interface Origin {
  storage: FakeStorage;
  /** Every request, in order. */
  requests: Request[];
  /** Their texts. */
  sent(): string[];
  /** Decides about each request as it comes in. */
  api(request: Request): Fate;
  /** The oldest request that has no answer yet gets it. */
  answer(answer: Answer): Promise<void>;
  /** After how many milliseconds a page learns what another has written. */
  lagMs: number;
  /** What is added to the clock, in milliseconds. */
  skew: number;
  chance(): number;
  /** As in a sandboxed frame: everybody runs at once. */
  hasLocks: boolean;
  /** How long it takes to know whether one is held. */
  lockMs: number;
  /** `beside`: in the document of this one, where the event of storage does not come. */
  open(options?: Options, beside?: Page): Page;
}

/** An item as the seal leaves it, or near enough; cut down, it is shorter. */
const sealedOf = (text: string, level: Level): string =>
  JSON.stringify({ text, level, ...(!text.startsWith('small') && { rest: 'and so on' }) });
const textOf = (sealed: string): string => (JSON.parse(sealed) as { text: string }).text;

export function createOrigin(): Origin {
  const locks = new Map<string, Page>();
  const open: Request[] = [];
  const pages: Page[] = [];
  /** Those of the same document. */
  const documents = new Map<Page, Page[]>();
  let writer: Page | undefined;
  let uuids = 0;
  const origin: Origin = {
    storage: createStorage(),
    requests: [],
    sent: () => origin.requests.map(({ text }) => text),
    api: () => undefined,
    async answer(answer) {
      open.shift()?.answer(answer);
      for (let i = 0; i < 20; i++) await Promise.resolve();
    },
    lagMs: 0,
    skew: 0,
    chance: () => 1,
    hasLocks: true,
    lockMs: 0,
    open(options = {}, beside) {
      const page: Page = {
        options: { accessToken: 'token', ...options },
        ends: [],
        counts: {},
        said: [],
        hasRoom: true,
        hears: true,
        isAlive: true,
        add(text, level = 'error', more = {}) {
          const uuid = uuidOf(++uuids);
          page.outbox.add({
            uuid,
            at: now(),
            level,
            sealed: sealedOf(text, level),
            ended: (what, why) => page.ends.push([text, what, why].filter(Boolean).join(' ')),
            ...more,
          });
          return uuid;
        },
        kill() {
          page.isAlive = false;
          for (const [name, holder] of locks) if (holder === page) locks.delete(name);
        },
        outbox: undefined as never,
      };
      const now = (): number => Date.now() + origin.skew;
      const office: Office = {
        settings: () => settle(page.isAlive ? page.options : {}),
        envelope: (sealed) => sealed,
        seal: (data) => sealedOf(`small ${(data as { text: string }).text}`, 'error'),
        count: (what) => void (page.counts[what] = (page.counts[what] ?? 0) + 1),
      };
      page.outbox = createOutbox(office, {
        chance: () => origin.chance(),
        now,
        say: (text) => page.said.push(text),
        tell: (...told) => documents.get(page)?.forEach(({ outbox }) => outbox.told(...told)),
        stored(act) {
          if (!page.isAlive) return undefined;
          writer = page;
          return origin.storage.stored(act);
        },
        send(sealed, _, __, isLeaving) {
          if (isLeaving && !page.hasRoom) return Promise.resolve(undefined);
          const { promise, resolve } = later<Answer>();
          const request: Request = {
            text: textOf(sealed),
            page,
            token: String(page.options.accessToken),
            isLeaving,
            answer: (answer) => void (page.isAlive && resolve(answer)),
          };
          origin.requests.push(request);
          const fate = origin.api(request);
          if (fate) request.answer(fate);
          else open.push(request);
          return promise;
        },
        async exclusively(name, _, act) {
          if (!origin.hasLocks) return act(true);
          if (origin.lockMs) await new Promise((resolve) => setTimeout(resolve, origin.lockMs));
          if (locks.has(name)) return act(false);
          locks.set(name, page);
          await act(true);
          await new Promise((resolve) => setTimeout(resolve, 250));
          if (locks.get(name) === page) locks.delete(name);
        },
      });
      pages.push(page);
      documents.set(page, documents.get(beside as Page) ?? [page]);
      if (beside) documents.get(beside)?.push(page);
      return page;
    },
  };
  origin.storage.changed = (key, text) => {
    for (const page of pages) {
      if (documents.get(writer as Page)?.includes(page) || !text) continue;
      setTimeout(() => page.isAlive && page.hears && page.outbox.told(key, text), origin.lagMs);
    }
  };
  return origin;
}
