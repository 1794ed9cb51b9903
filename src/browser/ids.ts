import { v4 } from 'uuid';
import type { Birth } from '../shapes';

/** Set while calls of the snippet are replayed. */
let earlier: Birth | undefined;

/** Identity and time of something captured now. Throws where the page has broken either. */
export function birth(): Birth {
  // For one: what a hook reports meanwhile happens now, and is another occurrence.
  const born = earlier ?? { uuid: v4(), at: Date.now() };
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
