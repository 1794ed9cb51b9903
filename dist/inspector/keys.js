/** What single keys do, where nobody is typing. */

/** @param {Record<string, (event: KeyboardEvent) => void>} actions by key */
export function listenToKeys(actions) {
  document.addEventListener('keydown', (event) => {
    const { key, target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    // A dialog has keys of its own.
    if (document.querySelector('dialog[open]')) return;
    const isTyping = target instanceof Element && target.matches('[type=search], select');
    if (isTyping && !['Enter', 'Escape'].includes(key)) return;
    // On a button or summary, Enter is its own.
    const isPressing = target instanceof Element && target.matches('button, summary, a, select');
    if (isPressing && key === 'Enter') return;
    if (Object.hasOwn(actions, key)) actions[key]?.(event);
  });
}
