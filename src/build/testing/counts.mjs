/**
 * How many tests passed, failed and were skipped, by a runner's own report.
 *
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 */

/** @type {Counts} */
export const NONE = { passed: 0, failed: 0, skipped: 0 };

/** @param {Counts} a @param {Counts} b @returns {Counts} */
export const sum = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

/**
 * @param {any} report what vitest's JSON reporter wrote
 * @returns {Counts}
 */
export function countVitest(report) {
  // A file that could not be loaded has no tests to count, and is a failure all the same.
  const broken = report.testResults.filter(
    (/** @type {any} */ file) => file.status === "failed" && file.assertionResults.length === 0,
  ).length;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * @param {any} report what Playwright's JSON reporter wrote
 * @returns {Counts}
 */
export function countPlaywright(report) {
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected + flaky, failed: unexpected, skipped };
}

/**
 * What is wrong with a runner's end, as a sentence; null when nothing is. A runner that ran nothing proves nothing.
 *
 * @param {Counts | null} counts null when the runner wrote no report
 * @param {number | null} exitCode null when it was ended by a signal
 * @returns {string | null}
 */
export function verdict(counts, exitCode) {
  if (counts === null) return "the runner ended without a report";
  if (counts.failed > 0) return `${counts.failed} failed`;
  if (exitCode !== 0) return `every test passed, but the runner ended with code ${exitCode}`;
  if (counts.passed === 0) return "no test ran";
  return null;
}
