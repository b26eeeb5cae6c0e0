import { z } from 'zod';
import { isoDay, meta, text } from './vocabulary.js';

const confidence = z.enum(['high', 'medium', 'low']);

const holiday = z.strictObject({
  date: isoDay,
  key: z.string(),
  kind: z.enum(['national', 'state', 'religious']),
  name: text.extend({ en: z.string() }),
  confidence,
  basis: z.string(),
});

export const calendarFileSchema = z.strictObject({
  meta: meta.extend({ asOf: isoDay }),
  year: z.int(),
  confidence,
  isForecast: z.boolean(),
  holidays: z.array(holiday),
  /** Holidays that fell on a rest day and the day off given instead. */
  transferred: z.array(z.strictObject({ from: isoDay, to: isoDay, key: z.string(), basis: z.string() })),
  /** Rest days moved by decree or order. */
  moved: z.array(
    z.strictObject({ workingDay: isoDay, dayOff: isoDay, weeks: z.array(z.enum(['five-day', 'six-day'])), confidence, basis: z.string() }),
  ),
  fiveDay: z.strictObject({ nonWorkingWeekdays: z.array(isoDay), workingWeekendDays: z.array(isoDay), workingDays: z.int() }),
  sixDay: z.strictObject({ nonWorkingMonSat: z.array(isoDay), workingSundays: z.array(isoDay), workingDays: z.int() }),
  notes: z.array(z.string()),
});

type CalendarFile = z.infer<typeof calendarFileSchema>;

/** One year as `WorkingCalendar.from` of @aigaq/calendar takes it, with the holidays for people. */
export interface ReferenceYear {
  year: number;
  version: string;
  source: string;
  confidence: 'high' | 'medium' | 'low';
  isForecast: boolean;
  nonWorkingWeekdays: string[];
  workingWeekendDays: string[];
  /** Working days of the five-day week in the year. */
  workingDays: number;
  holidays: CalendarFile['holidays'];
  transferred: CalendarFile['transferred'];
  moved: CalendarFile['moved'];
}

export function referenceYear(file: CalendarFile): ReferenceYear {
  const { meta: about, year, confidence: certainty, isForecast, holidays, transferred, moved, fiveDay } = file;
  return { year, version: about.version, source: about.source, confidence: certainty, isForecast, ...fiveDay, holidays, transferred, moved };
}
