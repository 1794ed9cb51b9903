/** The border to the page: nothing of ours is thrown across it. */

/**
 * Runs `act`; what it throws is told to the developer, and the result is undefined; so it is with
 * what a promise of its rejects. Code of the page
 * is given as it is, so that nothing of ours stands between it and the guard.
 */
export type Guard = <T, Given extends unknown[]>(
  what: string,
  act: ((...given: Given) => T) | undefined,
  ...given: Given
) => T | undefined;

/** What was given back; a promise, perhaps. */
type Outcome<T> = (T & { catch?: (act: (error: unknown) => void) => unknown }) | undefined;

/**
 * Throws where the stack has no room for so many calls. Each goes by way of the engine: calls of ours
 * alone V8 inlines, and finds room for them where there is none for a report.
 */
export const enough = (calls: number): unknown =>
  calls && ''.replace('', () => enough(calls - 1) as string);

/** A guard that tells through `say`. */
export function createGuard(say: (text: string) => void): Guard {
  return (what, act, ...given) => {
    const tell = (error: unknown): undefined => {
      try {
        say(`${what} has thrown: ${error}`);
      } catch {
        // An error without a text: it has been contained, that must do.
      }
    };
    try {
      const result = act?.(...given) as Outcome<ReturnType<NonNullable<typeof act>>>;
      // The rejection of a promise, reported, would call a hook again.
      return result?.catch ? (result.catch(tell) as typeof result) : result;
    } catch (error) {
      return tell(error);
    }
  };
}
