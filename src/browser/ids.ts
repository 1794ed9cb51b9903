import type { Birth } from '../shapes';

/**
 * A version 4 UUID. `crypto.randomUUID` is not there in insecure contexts, and what a package needs
 * to stand in for it is not worth its bytes to every visitor.
 */
function uuid(): string {
  const dice = crypto.getRandomValues(new Uint8Array(36));
  return 'xxxxxxxx-xxxx-4xxx-axxx-xxxxxxxxxxxx'.replace(/x/g, (_, at: number) =>
    (Number(dice[at]) % 16).toString(16),
  );
}

/** Set while calls of the snippet are replayed. */
let earlier: Birth | undefined;

/** Identity and time of something captured now. Throws where the page has broken either. */
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
