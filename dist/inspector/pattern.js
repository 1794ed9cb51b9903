/** A text without what differs from one occurrence to the next: "Order <n> is not there". */

/** Beyond this, what is read of a text tells nothing more. */
const maxLength = 500;

/** The longest first: a uuid is full of numbers. @type {[RegExp, string][]} */
const variables = [
  [/\b[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\b/gi, '<uuid>'],
  [/\b\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d[\d:.]*(?:Z|[+-]\d\d:?\d\d)?)?/g, '<date>'],
  [/\b[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/g, '<email>'],
  [/\b0x[\da-f]+\b/gi, '<id>'],
  [/\b(?=[a-f]*\d)(?=\d*[a-f])[\da-f]{8,}\b/gi, '<id>'],
  // Digits in two places: a name has them at its end.
  [/\b(?=\w*\d\w*[a-z]\w*\d)\w{12,}\b/gi, '<id>'],
  [/\d+(?:[.,]\d+)*/g, '<n>'],
];

/** @param {string} text */
export function patternOf(text) {
  return variables.reduce(
    (pattern, [variable, name]) => pattern.replace(variable, name),
    text.slice(0, maxLength),
  );
}

/** The address of a script without query, and without the hash a build puts into its name. */
export function fileOf(/** @type {string} */ filename) {
  const [path = ''] = filename.split(/[?#]/, 1);
  return patternOf(path.replace(/[-.](?=[\w-]*[\dA-Z])[\w-]{8,}(?=\.\w+$)/, '.<id>'));
}
