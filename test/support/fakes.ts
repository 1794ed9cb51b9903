/** A world without a browser: every port a notifier needs, held in the hands of the test. */
import { createOutbox } from '../../src/browser/outbox';
import type { Item } from '../../src/items-api';
import type { Options } from '../../src/options';
import { createNotifier } from '../../src/notifier';
import { whole } from '../../src/ports';
import type { Notifier } from '../../src/surface';
import type { Answer, Birth, Effects, PageEvents, PageFacts, Ports } from '../../src/shapes';
import { createStorage } from './storage';
import type { FakeStorage } from './storage';

/** One request, as it was handed to the transport. */
export interface Posted {
  text: string;
  item: Item;
  endpoint: string;
  timeoutMs: number;
}

type Scripted = Answer | Promise<Answer>;

export interface Fakes {
  ports: Ports;
  /** Every request, in order. */
  posted: Posted[];
  /** The same as items. */
  items(): Item[];
  /** What the developer was told, in order. */
  said: string[];
  /** Answers to the requests to come, in order; after the last one everything is taken. */
  answers: Scripted[];
  /** Where and when what comes next is born; a `url` only where it is not that of the page. */
  now: { at: number; url?: string };
  /** What the page is; undefined as in Node. */
  facts: PageFacts | undefined;
  chance: number;
  /** How many times the notifier has begun to listen. */
  listeners: number;
  /** Tells the notifier what happens to the page, as the browser would. */
  events: PageEvents;
  storage: FakeStorage;
}

export const page: PageFacts = {
  url: 'https://shop.example/cart?step=2#top',
  javascript: { browser: 'Mozilla/5.0 (Test)', language: 'en-GB', cookie_enabled: true },
};

export const token = 'post_client_item_0123456789abcdef';

/** 2026-11-23T12:00:00.750Z */
export const noon = Date.UTC(2026, 10, 23, 12, 0, 0, 750);

/** Counts up, in the form of a version 4 UUID. */
export const uuidOf = (count: number): string =>
  `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`;

/** What the API says of an item it takes. */
export const taken: Answer = { status: 200, response: { err: 0, result: { uuid: 'taken' } } };

/** What it says of one it does not take. */
export const refusal = (status: number, message = 'told to'): Answer => ({
  status,
  response: { err: 1, message },
});

export function createFakes(): Fakes {
  let births = 0;
  let listener: PageEvents | undefined;
  const fakes: Fakes = {
    posted: [],
    items: () => fakes.posted.map(({ item }) => item),
    said: [],
    answers: [],
    now: { at: noon },
    facts: structuredClone(page),
    chance: 0.5,
    listeners: 0,
    storage: createStorage(),
    events: {
      uncaught: (...args) => listener?.uncaught(...args),
      rejected: (reason) => listener?.rejected(reason),
      wake: (event) => listener?.wake(event),
      leave: (isGone) => listener?.leave(isGone),
      told: (key, text) => listener?.told(key, text),
    },
    ports: {
      birth: (): Birth => ({ uuid: uuidOf(++births), ...fakes.now }),
      facts: () => fakes.facts,
      listen(events) {
        fakes.listeners++;
        listener = events;
        setTimeout(() => events.wake());
        return () => (listener = undefined);
      },
      lost: 0,
      say: (text) => fakes.said.push(text),
      createOutbox(office, change) {
        const effects: Effects = {
          chance: () => fakes.chance,
          now: () => fakes.now.at,
          say: fakes.ports.say,
          tell: () => undefined,
          stored: (act) => fakes.storage.stored(act),
          exclusively: (_, __, act) => act(true),
          async send(text, endpoint, timeoutMs) {
            fakes.posted.push({ text, item: JSON.parse(text) as Item, endpoint, timeoutMs });
            return fakes.answers.shift() ?? taken;
          },
        };
        return createOutbox(office, change?.(effects) ?? effects);
      },
    },
  };
  fakes.ports = whole(
    fakes.ports,
    () => fakes.chance,
    () => noon - 1500,
  );
  return fakes;
}

/** A notifier in such a world, with a token. */
export function start(options: Options = {}): Fakes & { notifier: Notifier } {
  const fakes = createFakes();
  const notifier = createNotifier({ accessToken: token, ...options }, fakes.ports);
  return Object.assign(fakes, { notifier });
}

/** Lets everything happen that waits for nothing but its turn. */
export async function turns(): Promise<void> {
  for (let i = 0; i < 10; i++) await Promise.resolve();
}

/** A promise and the hands that settle it: a request that stays under way. */
export function later<T>(): { promise: Promise<T>; resolve(value: T): void } {
  let resolve!: (value: T) => void;
  const promise = new Promise<T>((done) => (resolve = done));
  return { promise, resolve };
}
