import { errorTable } from '@aigaq/kernel';

export const calendarYearErrors = errorTable('calendar_year', {
  unknown: ['not_found', 'There is no calendar of this year.'],
  outdated: ['conflict', 'The calendar has a newer version than the one that was looked at.'],
  recounting: ['conflict', 'Dates are still being counted with the last version.'],
  holidays_missing: ['invalid', 'A new year needs its holidays.'],
});
