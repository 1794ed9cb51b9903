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
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) {
      element.setAttribute(key, value === true ? '' : value);
    }
  }
  for (const child of children) {
    if (child !== false && child !== undefined) {
      element.append(typeof child === 'number' ? String(child) : child);
    }
  }
  return element;
}

/** An element of the page that must be there. @param {string} id */
export function byId(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`#${id} is not in the page`);
  return element;
}

/** The time of day, with the date when it is not today. @param {number} at */
export function clock(at) {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return String(at);
  const time = date.toLocaleTimeString(undefined, { hour12: false });
  const isToday = date.toDateString() === new Date().toDateString();
  return isToday ? time : `${date.toLocaleDateString()} ${time}`;
}
