/** Ends a run with one plain line that any continuous integration can read. */
export default class SummaryReporter {
  onRunComplete(_contexts, { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites }) {
    const failed = numFailedTests + numRuntimeErrorTestSuites;
    process.stdout.write(`Jest: ${numPassedTests} passed, ${failed} failed, ${numPendingTests} skipped\n`);
  }
}
