/** The border to the page: nothing of ours is thrown across it. */

/** Runs `act`; what it throws is told to the developer, and the result is undefined. */
export type Guard = <T>(what: string, act: () => T) => T | undefined;

/** A guard that tells through `say`. */
export function createGuard(say: (text: string) => void): Guard {
  return (what, act) => {
    try {
      return act();
    } catch (error) {
      try {
        say(`${what} has thrown: ${error}`);
      } catch {
        // An error without a text: it has been contained, that must do.
      }
      return undefined;
    }
  };
}
