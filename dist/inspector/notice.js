/** A word about what has just been done, for a moment. */

const shownMs = 2_500;

/** @param {HTMLElement} element a status, so that it is also said */
export function createNotice(element) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  return (/** @type {string} */ text) => {
    clearTimeout(timer);
    element.textContent = text;
    element.classList.add('is-shown');
    timer = setTimeout(() => element.classList.remove('is-shown'), shownMs);
  };
}
