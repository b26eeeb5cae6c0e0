import { z } from 'zod';
import { Day, PersonName } from './values.js';

/** A public holiday; a religious one is a day off but is never transferred. */
export const CalendarHoliday = z.strictObject({
  date: Day,
  key: z.string().min(1).max(40),
  kind: z.enum(['national', 'state', 'religious']),
  name: z.strictObject({ kk: z.string().trim().min(1).max(200), ru: z.string().trim().min(1).max(200) }),
});
export type CalendarHoliday = z.infer<typeof CalendarHoliday>;

/** A rest day that is worked, and the day off given for it. */
export const MovedRestDay = z.strictObject({ workingDay: Day, dayOff: Day });
export type MovedRestDay = z.infer<typeof MovedRestDay>;

/** One version of a year: 1 as the product brought it along, then one for each decree. */
export const CalendarVersionView = z.object({
  version: z.int(),
  source: z.string(),
  importedAt: z.iso.datetime(),
  /** null: the product brought it along. */
  importedBy: PersonName.nullable(),
  isForecast: z.boolean(),
  workingDays: z.int(),
});
export type CalendarVersionView = z.infer<typeof CalendarVersionView>;

/** GET /api/tasks/calendar/years: every year in its newest version, oldest first. */
export const CalendarYearRow = CalendarVersionView.extend({ year: z.int() });
export type CalendarYearRow = z.infer<typeof CalendarYearRow>;

/** GET /api/tasks/calendar/years/:year */
export const CalendarYearView = CalendarYearRow.extend({
  holidays: z.array(CalendarHoliday),
  /** Holidays that fell on a rest day, and the day off given instead. */
  transferred: z.array(z.object({ from: Day, to: Day, key: z.string() })),
  /** Rest days moved by decree. */
  moved: z.array(MovedRestDay),
  /** All days off from Monday to Friday. */
  nonWorkingWeekdays: z.array(Day),
  workingWeekendDays: z.array(Day),
  /** Newest first. */
  versions: z.array(CalendarVersionView),
  /** Assignments moved so far, while dates are still being counted with the newest version; else null. */
  recounted: z.int().nullable(),
});
export type CalendarYearView = z.infer<typeof CalendarYearView>;

/**
 * POST /api/tasks/calendar/years/:year/decree. `moved` are all moved days of the year as they will be. With `dryRun` nothing is stored: the
 * answer says which dates would move.
 */
export const ImportDecree = z.strictObject({
  dryRun: z.boolean(),
  /** The version that was looked at; 0 for a year that has none. */
  basedOn: z.int().min(0),
  source: z.string().trim().min(3).max(500),
  isForecast: z.boolean(),
  moved: z.array(MovedRestDay).max(30),
  /** Absent: as in the version before. */
  holidays: z.array(CalendarHoliday).min(1).max(60).optional(),
});
export type ImportDecree = z.infer<typeof ImportDecree>;

const Moved = z.object({ before: Day, after: Day });
/** Dates that move together: of a period of the card (`count` 0), or of open assignments. */
export const MovedDates = z.object({
  of: z.enum(['card', 'assignments']),
  edition: z.string(),
  subtask: z.string(),
  period: z.string(),
  count: z.int(),
  opensOn: Moved,
  dueOn: Moved,
  lockedOn: Moved,
});
export type MovedDates = z.infer<typeof MovedDates>;

export const DecreeView = z.object({
  year: z.int(),
  /** The version that it made, or would make; that before when it changes nothing. */
  version: z.int(),
  /** False: nothing was stored, because it was a dry run or changes nothing. */
  isStored: z.boolean(),
  isUnchanged: z.boolean(),
  workingDays: z.object({ before: z.int(), after: z.int() }),
  days: z.array(z.object({ day: Day, isWorking: z.boolean() })),
  /** At most 1,000. */
  dates: z.array(MovedDates),
  /** How many rows of `dates` are left out. */
  datesLeftOut: z.int(),
  /** How many open assignments move. */
  assignments: z.int(),
});
export type DecreeView = z.infer<typeof DecreeView>;
