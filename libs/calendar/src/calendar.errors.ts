import { errorTable } from '@aigaq/kernel';

export const calendarErrors = errorTable('calendar', {
  not_a_day: ['invalid', 'This is not a date in the form YYYY-MM-DD.'],
  not_a_count: ['invalid', 'Working days are counted in whole numbers.'],
  year_unknown: ['unavailable', 'The working-day calendar of this year has not been imported.'],
  year_twice: ['conflict', 'The working-day calendar of this year is given twice.'],
});
