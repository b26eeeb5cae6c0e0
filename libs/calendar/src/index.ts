export { calendarErrors } from './calendar.errors.js';
export { addDays, type Day, day, dayOf, endOfDay, isWeekend, TIME_ZONE, weekdayOf, yearOf } from './day.js';
export type { CountedReason, Direction, DueDate, DueReason, MovedReason } from './due-date.js';
export { type CalendarYear, WorkingCalendar } from './working-calendar.js';
export { type CountedYear, type Holiday, type MovedDay, type TransferredDay, type Week, yearFromHolidays } from './year-from-holidays.js';
