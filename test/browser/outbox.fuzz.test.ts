import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { levels } from '../../src/items-api';
import { refusal, taken } from '../support/fakes';
import { createOrigin } from '../support/origin';
import type { Fate, Origin, Page, Request } from '../support/origin';

const isLong = process.env.ROLLCAGE_LONG === '1';
const runs = { seed: 20261124, numRuns: isLong ? 5_000 : 300 };
const timeout = isLong ? 900_000 : 60_000;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 23, 12) });
});
afterEach(() => vi.useRealTimers());

/** What the API and the network do with one request. */
const fates = {
  taken: 6,
  slow: 3,
  /** Taken, but the answer is lost. */
  mute: 1,
  hang: 1,
  cut: 3,
  busy: 2,
  limited: 1,
  refused: 1,
  large: 1,
};
type FateName = keyof typeof fates;
const fate = fc.oneof(
  ...Object.entries(fates).map(([name, weight]) => ({
    weight,
    arbitrary: fc.constant(name as FateName),
  })),
);

/** What happens; `who` is one of the pages that are open. */
const step = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      what: fc.constant('add' as const),
      who: fc.nat(1),
      level: fc.constantFrom(...levels),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      what: fc.constant('pass' as const),
      ms: fc.constantFrom(0, 10, 100, 260, 1000, 7000, 60_000),
    }),
  },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('wake' as const), who: fc.nat(1) }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('hide' as const), who: fc.nat(1) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      what: fc.constant('outage' as const),
      ms: fc.constantFrom(1000, 30_000, 600_000),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      what: fc.constant('die' as const),
      who: fc.nat(1),
      isSudden: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      what: fc.constant('harm' as const),
      mood: fc.constantFrom('clear', 'full', 'fine'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      what: fc.constant('clock' as const),
      ms: fc.constantFrom(-86_400_000, -60_000, 60_000, 86_400_000),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ what: fc.constant('lag' as const), ms: fc.constantFrom(0, 20, 200) }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** What the API knows, and what is wrong. */
interface World {
  origin: Origin;
  /** How often each text was taken, and how often nobody could be told. */
  taken: Map<string, number>;
  untold: Map<string, number>;
  faults: string[];
}

function createWorld(names: FateName[]): World {
  const origin = createOrigin();
  let seed = 1;
  origin.chance = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
  const open = new Set<Request>();
  let count = 0;
  const world: World = { origin, taken: new Map(), untold: new Map(), faults: [] };
  const more = (map: Map<string, number>, text: string): void =>
    void map.set(text, (map.get(text) ?? 0) + 1);
  const dead = (page: Page): boolean => !page.isAlive;

  origin.api = (request) => {
    // Cut down or not, it is the same item.
    const textOf = (one: Request): string => one.text.replace(/^(small )+/, '');
    const text = textOf(request);
    // One that leaves for good cannot ask whether another is at it.
    if (
      !request.isLeaving &&
      [...open].some((other) => textOf(other) === text && !dead(other.page) && !other.isLeaving)
    ) {
      world.faults.push(`${text} is under way twice`);
    }
    open.add(request);
    const later = (ms: number, answer: Fate): undefined => {
      setTimeout(() => {
        open.delete(request);
        if (answer?.status === 200 && dead(request.page)) more(world.untold, text);
        request.answer(answer as never);
      }, ms);
    };
    const name = names[count++ % names.length] as FateName;
    switch (name) {
      case 'taken':
        more(world.taken, text);
        return later(20, taken);
      case 'slow':
        more(world.taken, text);
        return later(800, taken);
      case 'mute':
        more(world.taken, text);
        more(world.untold, text);
        return later(100, refusal(0));
      case 'hang':
        return later(30_000, refusal(0));
      case 'cut':
        return later(5, refusal(0));
      case 'busy':
        return later(50, refusal(503));
      case 'limited':
        return later(50, { status: 429, retryAfterMs: 20_000 });
      case 'refused':
        return later(50, refusal(422));
      case 'large':
        return later(50, refusal(413));
    }
  };
  return world;
}

/** Runs a life of up to two pages, then mends everything and lets it come to rest. */
async function live(steps: Step[], names: FateName[], allowed: (step: Step) => boolean) {
  const world = createWorld(names);
  const { origin } = world;
  const options = { maxWaitingItems: 8 };
  const all = [origin.open(options), origin.open(options)];
  const pages = [...all];
  const texts: string[] = [];
  const authors: Page[] = [];

  const check = (): void => {
    const stored = Object.keys(origin.storage.texts()).filter((key) => key.startsWith('rollcage:'));
    if (stored.length > options.maxWaitingItems) world.faults.push('more is stored than may be');
  };
  const wake = async (): Promise<void> => {
    for (const page of pages) page.outbox.wake();
    await vi.advanceTimersByTimeAsync(10_000);
  };

  for (const step of steps.filter(allowed)) {
    const page = pages['who' in step ? step.who : 0] as Page;
    switch (step.what) {
      case 'add':
        authors.push(page);
        texts.push(`item ${texts.length}`);
        page.add(texts.at(-1) as string, step.level);
        break;
      case 'pass':
        await vi.advanceTimersByTimeAsync(step.ms);
        break;
      case 'wake':
        page.outbox.wake();
        break;
      case 'hide':
        page.outbox.leave(false);
        break;
      case 'outage': {
        const { api } = origin;
        origin.api = () => refusal(0);
        await vi.advanceTimersByTimeAsync(step.ms);
        origin.api = api;
        break;
      }
      case 'die': {
        if (!step.isSudden) page.outbox.leave(true);
        page.kill();
        const next = origin.open(options);
        all.push(next);
        pages[step.who] = next;
        next.outbox.wake();
        break;
      }
      case 'harm':
        if (step.mood === 'clear') origin.storage.clear();
        else origin.storage.mood = step.mood as 'fine';
        break;
      case 'clock':
        origin.skew += step.ms;
        break;
      case 'lag':
        origin.lagMs = step.ms;
        break;
    }
    check();
  }

  origin.storage.mood = 'fine';
  // The fates go on; what they spare must have arrived when they have had their time.
  for (let i = 0; i < 60; i++) await wake();
  const { api } = origin;
  origin.api = (request) => (api(request), undefined);
  names.splice(0, names.length, 'taken');
  for (let i = 0; i < 60; i++) await wake();
  check();

  const dropped = all.flatMap(({ counts }) =>
    Object.entries(counts).map(([what, count]) =>
      ['captured', 'delivered'].includes(what) ? 0 : count,
    ),
  );
  return {
    ...world,
    texts,
    authors,
    pages,
    all,
    dropped: dropped.reduce((sum, count) => sum + count, 0),
  };
}

const lives = (allowed: (step: Step) => boolean) =>
  fc.asyncProperty(
    fc.array(step, { minLength: 5, maxLength: 60 }),
    fc.array(fate, { minLength: 1, maxLength: 30 }),
    async (steps, names) => {
      vi.clearAllTimers();
      const end = await live(steps, [...names], allowed);
      expect(end.faults).toEqual([]);
      // Nothing is lost: what has not arrived was dropped, by a rule and counted.
      const missing = end.texts.filter((text) => !end.taken.has(text));
      expect(missing.length).toBeLessThanOrEqual(end.dropped);
      // Nothing is sent twice, unless nobody could be told that it had arrived: the answer was lost,
      // its page was gone, or what one page had noted for the other was cleared away and each of
      // the two has written the item anew.
      const cleared =
        2 * steps.filter((step) => allowed(step) && 'mood' in step && step.mood === 'clear').length;
      for (const [text, count] of end.taken) {
        const excused = (end.untold.get(text) ?? 0) + cleared;
        expect([text, count - 1]).toEqual([text, Math.min(count - 1, excused)]);
      }
      // Who is there learns the end of each of its own, once, and nothing but the truth.
      for (const page of end.pages) {
        const own = end.texts.filter((_, i) => end.authors[i] === page);
        const told = page.ends.map((text) => text.split(' ').slice(0, 2).join(' '));
        expect(told.sort()).toEqual(own.sort());
        const words = page.ends.map((text) => text.split(' ').slice(0, 3));
        const lies = words.filter(
          ([item, number, word]) => word === 'delivered' && !end.taken.has(`${item} ${number}`),
        );
        expect(lies).toEqual([]);
        const { captured = 0, ...ends } = page.counts;
        const sum = Object.values(ends).reduce((sum, count) => sum + count, 0);
        expect(sum).toBe(own.length + captured);
      }
      // Nothing is left over.
      expect(end.pages.map(({ outbox }) => outbox.size())).toEqual([0, 0]);
      expect(
        Object.keys(end.origin.storage.texts()).filter((key) => key.startsWith('rollcage:')),
      ).toEqual([]);
    },
  );

test(
  'whatever pages live through, nothing is lost, nothing sent twice, and no bound is passed',
  () =>
    fc.assert(
      lives(({ what }) => what !== 'harm'),
      runs,
    ),
  timeout,
);

test(
  'whatever happens to storage, nothing is lost as long as the page is there',
  () =>
    fc.assert(
      lives(({ what }) => what !== 'die'),
      runs,
    ),
  timeout,
);
