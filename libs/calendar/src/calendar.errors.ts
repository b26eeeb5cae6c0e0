import { errorTable } from '@aigaq/kernel';

export const calendarErrors = errorTable('calendar', {
  not_a_day: ['invalid', 'This is not a date in the form YYYY-MM-DD.'],
  not_a_count: ['invalid', 'Working days are counted in whole numbers.'],
  year_unknown: ['unavailable', 'The working-day calendar of this year has not been imported.'],
  year_twice: ['conflict', 'The working-day calendar of this year is given twice.'],
  outside_year: ['invalid', 'The day lies outside the year.'],
  not_a_rest_day: ['invalid', 'Only a rest day that is no holiday can be given up.'],
  not_a_working_day: ['invalid', 'Only a working day can be given as a day off.'],
  moved_twice: ['invalid', 'The day is moved twice.'],
});
