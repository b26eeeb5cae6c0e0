import { DomainError } from '@aigaq/kernel';

/** What is counted, or undefined where a year of the calendar has not been imported: that is said, never guessed. */
export function ifKnown<T>(count: () => T): T | undefined {
  try {
    return count();
  } catch (error) {
    if (error instanceof DomainError && error.code === 'calendar.year_unknown') {
      return undefined;
    }
    throw error;
  }
}
