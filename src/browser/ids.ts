import { v4 } from 'uuid';
import type { Birth } from '../shapes';

/** Set while calls of the snippet are replayed. */
let earlier: Birth | undefined;

/** A version 4 UUID; where the page has lost its `crypto`, from the ordinary dice. */
function uuid(): string {
  try {
    return v4();
  } catch {
    return v4({ random: Uint8Array.from({ length: 16 }, () => Math.random() * 256) });
  }
}

/** Identity, time and place of something captured now. */
export function birth(): Birth {
  // For one: what a hook reports meanwhile happens now, and is another occurrence.
  const born = earlier ?? { uuid: uuid(), at: Date.now() };
  earlier = undefined;
  return born;
}

/** Runs `act` as if it had happened then; what it captures is born as `then`. */
export function bornAs<T>(then: Birth, act: () => T): T {
  earlier = then;
  try {
    return act();
  } finally {
    earlier = undefined;
  }
}
