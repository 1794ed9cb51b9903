import { decide, delayMs, longestPauseMs, maxUnderWay, reasonOf } from '../core/delivery';
import { textIn } from '../core/outcome';
import { levels } from '../items-api';
import type { Level } from '../items-api';
import type { Answer, Effects, Office, Outbox, Outcome, Parcel } from '../shapes';
import { settleMs, sleep } from './locks';
import { createShelf } from './shelf';
import type { Kept } from './shelf';

/** After which it is looked again whether another page still sends an item. */
const busyMs = 5000;
/** For an answer to what was under way when the page was left, once it is back. */
const patienceMs = 2000;
/** How late the timers of a page in the background may be. */
const graceMs = 60_000;

/** Of what a page has broken it shall not hear; gives nothing, for anything may be a promise there. */
const ignore = (): void => undefined;

/** Tells targets apart without writing down a token. */
function tagOf(target: string): string {
  let hash = 0;
  for (const sign of target) hash = (hash * 31 + sign.charCodeAt(0)) | 0;
  return String(hash);
}

/** An item on its way. */
interface Waiting extends Kept {
  /** There for items of this page alone. */
  ended?: Parcel['ended'];
  /** The target it has been taken in hand for. */
  to?: string | undefined;
  isShrunk?: boolean;
  /** Settles its request, whatever comes of it; there while one is under way. */
  giveUp?: ((answer: Answer) => void) | undefined;
  /** What another page has made of it. */
  outcome?: Outcome;
}

/**
 * Puts each item on the shelf before it is sent, and takes it off when {@link decide} says that its
 * way has ended. What lies there is for every page of the origin to send, one page at a time. What
 * the shelf does not take is kept in memory alone.
 */
export function createOutbox(office: Office, effects: Effects): Outbox {
  const { count, settings } = office;
  const { chance, exclusively, now, say } = effects;
  const waiting = new Set<Waiting>();
  const waiters: (() => void)[] = [];
  let underWay = 0;
  /** Of all pages in a row, as noted when that was looked at last. */
  let failures = 0;
  let pause: ReturnType<typeof setTimeout> | number | undefined;
  let refusedTarget: string | undefined;
  let isGone = false;

  /** Where to post with which token, as one text to compare; empty while there is none. */
  const target = (): string => {
    const { accessToken, endpoint } = settings();
    const to = accessToken && endpoint && `${accessToken} ${endpoint}`;
    return to === refusedTarget ? '' : to;
  };
  // Without a target, an item is for whoever has one.
  const shelf = createShelf(effects, () => target() && tagOf(target()), waiting);

  const sayBroken = (): void => say('sending is broken');
  const isFree = ({ to, giveUp }: Waiting): boolean => !to && !giveUp;
  const own = (): Waiting[] => [...waiting].filter(({ ended }) => ended);

  const resume = (): void => {
    clearTimeout(pause);
    pause = undefined;
  };

  const forget = (item: Waiting): void => {
    waiting.delete(item);
    if (!waiting.size) resume();
  };

  const tellWaiters = (): void => {
    if (!own().length) waiters.splice(0).forEach((waiter) => waiter());
  };

  const end = (item: Waiting, ...outcome: Outcome): void => {
    // The callback of another may have reported, and been here before.
    if (!waiting.has(item)) return;
    // First of all: a callback may be back here at once.
    forget(item);
    shelf.remove(item.key, !item.ended && outcome);
    if (!item.ended) count('captured');
    count(outcome[0]);
    item.ended?.(...outcome);
    tellWaiters();
  };

  const isStale = ({ at }: { at: number }): boolean => now() - at > settings().maxWaitingMs;

  /** In which order items are given up, the last first: what is under way has its end before it. */
  const rank = (item: Waiting): number =>
    item.giveUp ? 9 : isStale(item) ? -1 : levels.indexOf(item.level as Level);
  const byRank = (items: Waiting[]): Waiting[] =>
    items.sort((a, b) => rank(b) - rank(a) || b.at - a.at);

  /**
   * Notes what lies in storage. What is too old goes, whoever it was for, and over the bounds the
   * oldest of the lowest level.
   */
  const look = (): void => {
    const { maxWaitingItems, maxWaitingBytes } = settings();
    shelf.gather(isStale);
    let bytes = 0;
    byRank([...waiting]).forEach((item, index) => {
      bytes += item.sealed.length;
      if (item.giveUp) return;
      if (!item.level) end(item, 'unreadable');
      else if (isStale(item)) end(item, 'stale');
      else if (index >= maxWaitingItems || bytes > maxWaitingBytes) end(item, 'evicted');
    });
  };

  const settle = (item: Waiting, answer: Answer, to: string): void => {
    const { status, response, retryAfterMs = 0 } = answer;
    const meaning = decide(status);
    const why = reasonOf(answer);
    // What it says of another target, which has been left since, nobody here needs to know.
    const isHere = to === target();
    const rest = restMs();
    if (meaning === 'later') {
      const { maxRetries, retryInterval } = settings();
      // Of requests that fail together, one speaks for all, or who has been told when.
      if (isHere && (!pause || retryAfterMs > rest)) {
        // Nor sooner than another page has been told.
        const ms = Math.max(rest, delayMs(++failures, chance(), retryAfterMs, retryInterval));
        // Silence says nothing about when: the network may be back any moment.
        shelf.note(`${now() + (status ? ms : rest)}-${failures}`);
        pauseFor(ms);
      }
      if (++item.tries > maxRetries) return end(item, 'retried', why);
      // To the end of the line, so that one bad item does not block the others.
      waiting.delete(item);
      waiting.add(item);
      return;
    }
    // It works again, unless another request was just told to come later.
    if (isHere && failures && !rest) shelf.note('');
    if (meaning === 'hold') {
      if (!isHere) return;
      refusedTarget = to;
      // What another page has ended meanwhile must not come back.
      waiting.forEach((one) => (one.to ?? to) !== to || shelf.isGone(one) || shelf.lay(one));
      say(`the API refuses the access token (${why}): items wait for another`);
    } else if (meaning === 'too-big' && !item.isShrunk) {
      item.isShrunk = true;
      item.sealed = office.seal(JSON.parse(item.sealed), item.sealed.length / 4);
      if (isHere) shelf.lay(item);
    } else if (meaning === 'delivered') {
      end(item, meaning, why, response);
    } else {
      // First its end: a page that reports its console is back here before `say` is.
      end(item, meaning, why);
      if (meaning === 'refused') say(`the API refuses an item (${why})`);
    }
  };

  const pauseFor = (ms: number): void => {
    resume();
    const note = shelf.noted();
    const timer = setTimeout(() => {
      pause = undefined;
      // What has been waited out is over, whatever the clock says; not what came meanwhile, nor the
      // count.
      if (shelf.noted() === note) shelf.note(`0-${failures}`);
      send();
    }, ms);
    // In a document that has been taken out of its page timers are 0, and never end.
    pause = timer || -1;
  };

  /** Milliseconds for which the server does not want to be asked, by any page; sets `failures`. */
  const restMs = (): number => {
    const [until, failed] = shelf.noted().split('-').map(Number) as [number, number?];
    failures = failed || 0;
    const left = until - now();
    // A longer one was written by another clock.
    return left > 0 && left < longestPauseMs ? left : 0;
  };

  const attempt = async (item: Waiting): Promise<void> => {
    const { to = target() } = item;
    if (to !== target() || item.giveUp || !waiting.has(item)) return;
    if (shelf.isGone(item)) {
      if (!item.ended) return forget(item);
      // How, may be on its way; a page in the back/forward cache was not told. Or it was moved.
      await sleep(settleMs);
      look();
      if (shelf.isGone(item)) end(item, ...(item.outcome ?? ['delivered']));
      return;
    }
    const { endpoint, timeout } = settings();
    const answer = await new Promise<Answer | undefined>((resolve) => {
      item.giveUp = resolve;
      // Where that fails, the page never learns what has become of it.
      effects.send(office.envelope(item.sealed), endpoint, timeout, isGone).then(resolve, ignore);
    });
    // A page whose token was refused may have moved it meanwhile.
    if (answer) look();
    item.giveUp = undefined;
    // No room: where locks are refused, asking at once would go on for ever.
    if (!answer) pause || pauseFor(patienceMs);
    else if (waiting.has(item)) settle(item, answer, to);
  };

  /** `isNew`: no other page can know of it yet, so that nobody need be asked. */
  const post = async (item: Waiting, isNew?: boolean): Promise<void> => {
    const to = (item.to = target());
    underWay++;
    let isBroken: boolean | undefined;
    const run = async (): Promise<void> => {
      try {
        await attempt(item);
      } catch {
        // A page that has broken what this takes would hear of it as of a rejection of its own.
        isBroken = true;
        item.giveUp = undefined;
        sayBroken();
      }
      underWay--;
      send();
    };
    let running = isNew && run();
    await exclusively('rollcage:' + item.uuid, settings().timeout + graceMs, (isMine) => {
      // Asked again where what comes after it has failed.
      if (running || isMine) return (running ||= run());
      underWay--;
      send();
      return sleep(busyMs);
    });
    // What has failed stays in hand until the page leaves: it might go on for ever.
    if (!isBroken) item.to = undefined;
    // What others have left for another target is for that alone.
    if (to !== target() && !item.ended) forget(item);
    send();
  };

  /** Does not throw, as it goes on from timers and promises, which would tell the page of it. */
  const send = (newest?: Waiting): void => {
    try {
      const next = [...waiting].find(isFree);
      if (pause || !target() || !next) return;
      const ms = restMs();
      if (ms) return pauseFor(ms);
      if (underWay >= (failures ? 1 : maxUnderWay)) return;
      // One by one: the page may have wrapped `fetch` and report something in between.
      post(next, next === newest).catch(ignore);
      send(newest);
    } catch {
      sayBroken();
    }
  };

  const wake = (event?: unknown): void => {
    // Not by what is called in a page that goes, as by `flush`.
    if (isGone && event) {
      isGone = false;
      // Firefox and WebKit never answer what was under way when the page went into their cache.
      for (const { giveUp } of waiting) if (giveUp) setTimeout(giveUp, patienceMs, { status: 0 });
    }
    resume();
    shelf.mend();
    // The others are looked for anew, for this target.
    for (const item of waiting) if (!item.ended && isFree(item)) waiting.delete(item);
    look();
    send();
  };

  const leave = (isForGood: boolean): void => {
    shelf.mend();
    // A page that has been left is hidden after that.
    isGone ||= isForGood;
    for (const item of target() ? byRank(own()) : []) {
      // Where the API has said when, only what would be lost does not keep to it.
      if (restMs() && !(isGone && !item.key)) continue;
      // There is no time to ask for a lock, and nobody else is left who could tell.
      // If the page comes back, there may be more to do about it; if it is broken, nothing.
      if (isGone) {
        item.to = undefined;
        attempt(item).then(() => send(), ignore);
      } else if (isFree(item)) post(item).catch(ignore);
    }
  };

  return {
    add(parcel) {
      const item = { ...parcel, uuid: parcel.uuid || String(chance()), key: '', tries: 0 };
      waiting.add(item);
      shelf.lay(item);
      look();
      if (isGone) leave(isGone);
      else send(item);
    },
    wake,
    leave,
    told(key, text) {
      const { outcome } = textIn(text);
      const item = outcome && own().find(({ uuid }) => key.endsWith(':' + uuid));
      if (!item) return;
      item.outcome = outcome;
      // What is under way the API has the last word of.
      if (!item.giveUp) end(item, ...outcome);
    },
    wait(callback) {
      waiters.push(callback);
      tellWaiters();
    },
    size: () => own().length,
  };
}
