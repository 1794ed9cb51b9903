/**
 * Hears events before the page does, and cannot keep it from scrolling; returns the way to stop.
 * Where there is no such target, nothing happens. An event that `hear` cannot read is none.
 */
export function on<Heard extends Event>(
  target: EventTarget | undefined,
  types: readonly string[],
  hear: (event: Heard) => void,
): () => void {
  const heard = (event: Event): void => {
    try {
      hear(event as Heard);
    } catch {
      // The page would be told of it as of an error of its own.
    }
  };
  const each = (act: 'addEventListener' | 'removeEventListener'): void =>
    types.forEach((type) => target?.[act](type, heard, { capture: true, passive: true }));
  each('addEventListener');
  return () => each('removeEventListener');
}
