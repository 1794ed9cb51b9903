/** Script text that may stand in the middle of HTML. */

/**
 * The configuration of the page and the snippet as the text of one inline script.
 * @param {object} config
 * @param {string} snippet
 */
export function inlineScript(config, snippet) {
  // Both are line ends in ES5, which ends a string there.
  const json = JSON.stringify(config, null, 2).replace(
    /[<\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  // What would end or reopen a script element, written so that it means the same in a string.
  const safe = snippet.replace(/<(?=\/?script|!--)/gi, '\\x3c');
  return `var _rollbarConfig = ${json};\n${safe}`;
}
