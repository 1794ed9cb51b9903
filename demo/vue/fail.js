/**
 * @param {string} where
 * @returns {never}
 */
export function fail(where) {
  throw new RangeError(`broken ${where}`);
}
