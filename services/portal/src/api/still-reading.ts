import { ApiError } from './problem.js';

const ATTEMPTS = 8;

/**
 * Every service hears of a finished check by an event, some a moment later than the portal. Until then they answer
 * `….evidence_unchecked`: the person should not have to press the button again.
 */
export const untilRead = {
  retry: (failures: number, error: Error): boolean =>
    error instanceof ApiError && error.code.endsWith('.evidence_unchecked') && failures < ATTEMPTS,
  retryDelay: 1_000,
};
