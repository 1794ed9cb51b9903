/**
 * The part of vitest's JSON report that is read here.
 *
 * @typedef {object} Report
 * @property {boolean} success
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {number} numTodoTests
 * @property {{ status: string, assertionResults: { status: string }[] }[]} testResults
 */

/**
 * The last line of a test run.
 *
 * @param {Report} report
 */
export function summaryOf(report) {
  // A file that breaks before its first test has no failed test, but is no success either.
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const counted = report.numFailedTests + broken;
  // Errors outside of any test only show in the verdict.
  const failed = counted === 0 && !report.success ? 1 : counted;
  const skipped = report.numPendingTests + report.numTodoTests;
  return `${report.numPassedTests} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
}
