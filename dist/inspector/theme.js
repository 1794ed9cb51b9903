/** Dark, light, or what the system says; remembered. */

const name = 'rollcage-inspector-theme';
const themes = /** @type {const} */ (['auto', 'light', 'dark']);

/** @param {HTMLElement} button */
export function createTheme(button) {
  let at = Math.max(
    0,
    themes.indexOf(/** @type {never} */ (stored(() => localStorage.getItem(name)))),
  );

  function apply() {
    const theme = themes[at] ?? 'auto';
    document.documentElement.dataset['theme'] = theme;
    button.textContent = `Theme: ${theme}`;
  }

  function next() {
    at = (at + 1) % themes.length;
    stored(() => localStorage.setItem(name, themes[at] ?? 'auto'));
    apply();
  }

  button.addEventListener('click', next);
  apply();
  return { next };
}

/**
 * Whoever blocks cookies has no storage either, and asking for it throws.
 * @template T
 * @param {() => T} act
 */
function stored(act) {
  try {
    return act();
  } catch {
    return undefined;
  }
}
