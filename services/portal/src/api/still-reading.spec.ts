import { ApiError } from './problem.js';
import { untilRead } from './still-reading.js';

describe('a refusal because the paper is still being read', () => {
  it.each([
    ['document.evidence_unchecked', 0, true],
    ['assignment.evidence_unchecked', 7, true],
    ['assignment.evidence_unchecked', 8, false],
    ['assignment.wrong_status', 0, false],
  ])('%s after %s attempts is tried again: %s', (code, failures, isTried) => {
    expect(untilRead.retry(failures, new ApiError(409, code, ''))).toBe(isTried);
  });
});
