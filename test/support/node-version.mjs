/**
 * Does a Node version fit the `engines` of package.json? Knows `^20.19` and `>=24`, joined by `||`:
 * a whole semver library would have to be installed before the first check.
 *
 * @param {string} version such as 20.19.1
 * @param {string} range
 */
export function fits(version, range) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return range.split('||').some((part) => {
    const found = /^(\^|>=)(\d+)(?:\.(\d+))?$/.exec(part.trim());
    if (!found) throw new Error(`The Node range ${part.trim()} is not understood.`);
    const [wantedMajor, wantedMinor] = [Number(found[2]), Number(found[3] ?? 0)];
    if (major === wantedMajor) return minor >= wantedMinor;
    return found[1] === '>=' && major > wantedMajor;
  });
}
