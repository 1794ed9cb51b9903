import { decide, delayMs } from '../core/delivery';
import { levels } from '../items-api';
import type { ApiResponse, Level } from '../items-api';
import type { Answer, DropReason } from '../shapes';

/** An item on its way: the sealed `data`, and what is told when its way has ended. */
export interface Parcel {
  level: Level;
  sealed: string;
  delivered(response: ApiResponse | undefined): void;
  /** `why` is what the API said. */
  dropped(reason: DropReason, why?: string): void;
}

/** What the outbox needs from outside. */
export interface OutboxPorts {
  /** Where to post with which token, as one text to compare; undefined while there is none. */
  target(): string | undefined;
  send(sealed: string): Promise<Answer>;
  shrink(sealed: string): string;
  chance(): number;
  say(text: string): void;
}

/** Items kept until the API has answered for them. */
export interface Outbox {
  add(parcel: Parcel): void;
  /** Looks whether something can be sent now. */
  wake(): void;
}

const maxWaiting = 100;
const maxUnderWay = 2;

const apiMessage = ({ response, status }: Answer): string =>
  response?.err ? `${status}: ${response.message}` : String(status);

/** Keeps items in memory, sends them in order, and lets {@link decide} say what an answer means. */
export function createOutbox({ target, send, shrink, chance, say }: OutboxPorts): Outbox {
  type Waiting = Parcel & { isUnderWay?: boolean; isShrunk?: boolean };
  let waiting: Waiting[] = [];
  let failures = 0;
  let pause: ReturnType<typeof setTimeout> | undefined;
  let refusedTarget: string | undefined;

  const remove = (parcel: Waiting): void => {
    waiting = waiting.filter((other) => other !== parcel);
  };

  const drop = (parcel: Waiting, reason: DropReason, why?: string): void => {
    remove(parcel);
    parcel.dropped(reason, why);
  };

  const idle = (): Waiting[] => waiting.filter(({ isUnderWay }) => !isUnderWay);

  /** Over the bound, the oldest of the lowest level goes. */
  const evict = (): void => {
    const rank = ({ level }: Waiting): number => levels.indexOf(level);
    drop(
      idle().reduce((least, parcel) => (rank(parcel) < rank(least) ? parcel : least)),
      'evicted',
    );
  };

  const settle = (parcel: Waiting, answer: Answer, to: string): void => {
    const decision = decide(answer.status);
    switch (decision) {
      case 'delivered':
        failures = 0;
        remove(parcel);
        return parcel.delivered(answer.response);
      case 'refused':
        // First its end: a page that reports its console is back here before `say` is.
        drop(parcel, 'refused', apiMessage(answer));
        return say(`the API refuses an item (${apiMessage(answer)})`);
      case 'hold':
        refusedTarget = to;
        return say(
          `the API refuses the access token (${apiMessage(answer)}); ` +
            'items wait until configure({ accessToken }) brings another',
        );
      case 'shrink':
        if (parcel.isShrunk) return drop(parcel, 'too-big', apiMessage(answer));
        parcel.isShrunk = true;
        parcel.sealed = shrink(parcel.sealed);
        return;
      case 'later':
        // Of requests that fail together, one speaks for all.
        pause ??= setTimeout(
          () => {
            pause = undefined;
            wake();
          },
          delayMs(++failures, chance(), answer.retryAfterMs),
        );
        // To the end of the line, so that one bad item does not block the others.
        remove(parcel);
        waiting.push(parcel);
        return;
      default:
        decision satisfies never;
    }
  };

  const deliver = async (parcel: Waiting, to: string): Promise<void> => {
    parcel.isUnderWay = true;
    const answer = await send(parcel.sealed);
    parcel.isUnderWay = false;
    settle(parcel, answer, to);
    wake();
  };

  const wake = (): void => {
    const to = target();
    if (pause || !to || to === refusedTarget) return;
    const [next] = idle();
    if (!next || waiting.length - idle().length >= maxUnderWay) return;
    // One by one: the page may have wrapped `fetch` and report something in between.
    void deliver(next, to);
    wake();
  };

  return {
    add(parcel) {
      waiting.push(parcel);
      if (waiting.length > maxWaiting) evict();
      wake();
    },
    wake,
  };
}
