/**
 * Hears events before the page does, and cannot keep it from scrolling; returns the way to stop.
 * Where there is no such target, nothing happens.
 */
export function on<Heard extends Event>(
  target: EventTarget | undefined,
  types: readonly string[],
  hear: (event: Heard) => void,
): () => void {
  const each = (act: 'addEventListener' | 'removeEventListener'): void =>
    types.forEach((type) =>
      target?.[act](type, hear as EventListener, { capture: true, passive: true }),
    );
  each('addEventListener');
  return () => each('removeEventListener');
}
