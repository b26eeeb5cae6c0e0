// What a test run found, and how it is told.

/**
 * @typedef {{ name: string, message: string }} Failure
 * @typedef {{ passed: number, failed: number, skipped: number, failures: Failure[] }} Result
 */

export const NOTHING = /** @type {Result} */ ({ passed: 0, failed: 0, skipped: 0, failures: [] });

/** One check that is either fine or not. @param {string} name @param {boolean} isFine @param {() => string} message @returns {Result} */
export function check(name, isFine, message) {
  return isFine ? { ...NOTHING, passed: 1 } : { ...NOTHING, failed: 1, failures: [{ name, message: message() }] };
}

/** @param {readonly Result[]} results @returns {Result} */
export function sum(results) {
  return results.reduce((all, each) => ({
    passed: all.passed + each.passed,
    failed: all.failed + each.failed,
    skipped: all.skipped + each.skipped,
    failures: [...all.failures, ...each.failures],
  }), NOTHING);
}

/**
 * What Jest wrote with --json. A file that could not be run at all counts as one failure.
 * @param {any} report @param {boolean} countSkipped false when tests were chosen by name
 * @returns {Result}
 */
export function ofJest(report, countSkipped) {
  const failures = report.testResults.flatMap((/** @type {any} */ file) => failuresOf(file));
  return {
    passed: report.numPassedTests,
    failed: failures.length,
    skipped: countSkipped ? report.numPendingTests + report.numTodoTests : 0,
    failures,
  };
}

/** @param {any} file @returns {Failure[]} */
function failuresOf(file) {
  const where = file.name.replace(`${process.cwd()}/`, '');
  const failed = file.assertionResults.filter((/** @type {any} */ test) => test.status === 'failed');
  if (failed.length === 0 && file.status === 'failed') {
    return [{ name: where, message: plain(file.message) }];
  }
  return failed.map((/** @type {any} */ test) => ({ name: `${where}: ${test.fullName}`, message: plain(test.failureMessages.join('\n')) }));
}

/** @param {string} text */
function plain(text) {
  // eslint-disable-next-line no-control-regex
  return text.replace(/\u001b\[[0-9;]*m/g, '').split('\n').filter((line) => !/^\s+at .*(node_modules|node:internal)/.test(line)).join('\n').trim();
}

/** @param {Failure} failure */
export function lines({ name, message }) {
  const shown = message.split('\n').slice(0, 16).map((line) => `      ${line.slice(0, 300)}`);
  return [`  ✗ ${name}`, ...shown].join('\n');
}

/** The last line of every run. @param {Result} result */
export function summary({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
