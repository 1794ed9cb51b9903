/** Building elements. Data only ever becomes text, so that a hostile item stays inert. */

/** @typedef {Node | string | number | false | undefined} Child */

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, string | boolean | undefined>} attributes true sets an empty one, false and undefined none
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function h(name, attributes, ...children) {
  const element = document.createElement(name);
  setAll(element, attributes);
  for (const child of children) {
    if (child !== false && child !== undefined) {
      element.append(typeof child === 'number' ? String(child) : child);
    }
  }
  return element;
}

/**
 * The same for drawings.
 * @param {string} name
 * @param {Record<string, string>} attributes
 * @param {...Node} children
 */
export function svg(name, attributes, ...children) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  setAll(element, attributes);
  element.append(...children);
  return element;
}

/** @param {Element} element @param {Record<string, string | boolean | undefined>} attributes */
function setAll(element, attributes) {
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) {
      element.setAttribute(key, value === true ? '' : value);
    }
  }
}

/**
 * A button with its word and, where there is one, its key.
 * @param {string} text
 * @param {() => unknown} act
 * @param {string} [key]
 */
export function button(text, act, key) {
  const attributes = { type: 'button', class: 'button', 'aria-keyshortcuts': key };
  const element = h('button', attributes, text);
  if (key) element.title = `${text} (${key})`;
  element.addEventListener('click', () => void act());
  return element;
}

/** An element of the page that must be there. @param {string} id */
export function byId(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`#${id} is not in the page`);
  return element;
}
