import type { CalendarHoliday, ImportDecree, MovedRestDay } from '@aigaq/api';
import { type CalendarYear as CountingYear, type TransferredDay, WorkingCalendar, yearFromHolidays } from '@aigaq/calendar';
import { CalendarYearChangedSchema, event } from '@aigaq/contracts';
import type { Actor, Decision } from '@aigaq/kernel';
import type { ReferenceYear } from '@aigaq/reference';
import { calendarYearErrors } from './calendar-year.errors.js';

/** One version of a year as it was imported; it never changes, so that a date can be counted again as it was. */
export interface CalendarVersion {
  number: number;
  /** The decree or order, in words. */
  source: string;
  importedAt: Date;
  /** Absent: the product brought it along. */
  importedBy: { id: string; name: string } | null;
  isForecast: boolean;
  holidays: CalendarHoliday[];
  transferred: TransferredDay[];
  moved: MovedRestDay[];
  nonWorkingWeekdays: string[];
  workingWeekendDays: string[];
  workingDays: number;
}

/** Dates that are being counted again because the year has a new version; it remembers how far it is. */
export interface Recount {
  version: number;
  /** The last assignment that was looked at. */
  after: string;
  moved: number;
}

/** A year of the working-day calendar with all its versions, oldest first; its id is the year: `2026`. */
export interface CalendarYear {
  id: string;
  year: number;
  versions: CalendarVersion[];
  recount: Recount | null;
}

export type Decree = Omit<ImportDecree, 'dryRun'>;

/** The year as the product's reference data has it; what was imported since is not touched. */
export function seedYear(state: CalendarYear | undefined, reference: ReferenceYear, now: Date): Decision<CalendarYear> | undefined {
  if (state) {
    return undefined;
  }
  const { year, version, isForecast, nonWorkingWeekdays, workingWeekendDays, workingDays } = reference;
  const first: CalendarVersion = {
    number: Number(version),
    source: reference.source,
    importedAt: now,
    importedBy: null,
    isForecast,
    holidays: reference.holidays.map(({ date, key, kind, name }) => ({ date, key, kind, name: { kk: name.kk, ru: name.ru } })),
    transferred: reference.transferred.map(({ from, to, key }) => ({ from, to, key })) as TransferredDay[],
    moved: reference.moved.filter(({ weeks }) => weeks.includes('five-day')).map(({ workingDay, dayOff }) => ({ workingDay, dayOff })),
    ...{ nonWorkingWeekdays, workingWeekendDays, workingDays },
  };
  return { next: { id: String(year), year, versions: [first], recount: null }, events: [] };
}

/**
 * The next version of a year by a decree: its moved days, and its holidays where the decree names them. What changes nothing is no version.
 * @throws calendar_year.outdated, calendar_year.recounting, calendar_year.holidays_missing, and what `yearFromHolidays` refuses
 */
export function importDecree(
  state: CalendarYear | undefined,
  decree: Decree & { year: number },
  by: Pick<Actor, 'id' | 'name'>,
  now: Date,
): Decision<CalendarYear> | undefined {
  const before = state && currentOf(state);
  const next = versionBy(before, decree, by, now);
  if (before && isSame(before, next)) {
    return undefined;
  }
  mustBeCurrent(state, decree);
  const { year } = decree;
  const { number: version, source, isForecast, workingDays, moved } = next;
  const versions = [...(state?.versions ?? []), next];
  return {
    next: { id: String(year), year, versions, recount: { version, after: '', moved: 0 } },
    events: [event(CalendarYearChangedSchema, { year, version, source, isForecast, workingDays, moved })],
  };
}

function mustBeCurrent(state: CalendarYear | undefined, { year, basedOn }: Decree & { year: number }): void {
  const version = state ? currentOf(state).number : 0;
  if (version !== basedOn) {
    throw calendarYearErrors.outdated({ year, version });
  }
  if (state?.recount) {
    throw calendarYearErrors.recounting({ year });
  }
}

function versionBy(before: CalendarVersion | undefined, decree: Decree & { year: number }, by: Pick<Actor, 'id' | 'name'>, now: Date): CalendarVersion {
  const { year, source, isForecast } = decree;
  const holidays = decree.holidays ?? before?.holidays;
  if (!holidays) {
    throw calendarYearErrors.holidays_missing({ year });
  }
  const moved = decree.moved.map((each) => ({ ...each, weeks: ['five-day'] as const }));
  const { transferred, nonWorkingDays, workingRestDays, workingDays } = yearFromHolidays(year, holidays, moved);
  return {
    number: (before?.number ?? 0) + 1,
    source,
    importedAt: now,
    importedBy: { id: by.id, name: by.name },
    isForecast,
    holidays: [...holidays].sort((a, b) => (a.date < b.date ? -1 : 1)),
    transferred,
    moved: [...decree.moved].sort((a, b) => (a.workingDay < b.workingDay ? -1 : 1)),
    nonWorkingWeekdays: nonWorkingDays,
    workingWeekendDays: workingRestDays,
    workingDays,
  };
}

/** Says the one the same as the other? A repeated request after a lost answer changes nothing. */
function isSame(before: CalendarVersion, next: CalendarVersion): boolean {
  const said = ({ isForecast, holidays, moved, nonWorkingWeekdays, workingWeekendDays }: CalendarVersion): string =>
    JSON.stringify([isForecast, holidays.map(({ date, kind, name }) => [date, kind, name.kk, name.ru]), moved.map(({ workingDay, dayOff }) => [workingDay, dayOff]), nonWorkingWeekdays, workingWeekendDays]);
  return said(before) === said(next);
}

/** Remembers how far the recount is, so that a killed process is gone on from there. */
export function noteRecount(state: CalendarYear, version: number, after: string, moved: number): Decision<CalendarYear> | undefined {
  const { recount } = state;
  // Another process may have been faster.
  if (recount?.version !== version || recount.after >= after) {
    return undefined;
  }
  return { next: { ...state, recount: { version, after, moved: recount.moved + moved } }, events: [] };
}

/** From the beginning: what was stored meanwhile was still counted with the calendar before. */
export function restartRecount(state: CalendarYear, version: number): Decision<CalendarYear> | undefined {
  return state.recount?.version === version ? { next: { ...state, recount: { version, after: '', moved: 0 } }, events: [] } : undefined;
}

export function finishRecount(state: CalendarYear, version: number): Decision<CalendarYear> | undefined {
  return state.recount?.version === version ? { next: { ...state, recount: null }, events: [] } : undefined;
}

export function currentOf({ year, versions }: CalendarYear): CalendarVersion {
  const newest = versions.at(-1);
  if (!newest) {
    throw calendarYearErrors.unknown({ year });
  }
  return newest;
}

/** `2026:2`: how a date says which calendar it was counted with. */
export const referenceOf = (year: number, version: number): string => `${year}:${version}`;

/** The newest version of every year, as dates name them. */
export function referencesOf(years: readonly CalendarYear[]): string[] {
  return years.map((state) => referenceOf(state.year, currentOf(state).number)).sort();
}

/** The newest version of every year; of the years that `pinned` names (`2026:1`), that version. */
export function calendarOf(years: readonly CalendarYear[], pinned: readonly string[] = []): WorkingCalendar {
  const wanted = new Set(pinned);
  return WorkingCalendar.from(
    years.map((state) => countingYear(state.year, state.versions.find(({ number }) => wanted.has(referenceOf(state.year, number))) ?? currentOf(state))),
  );
}

function countingYear(year: number, { number, isForecast, nonWorkingWeekdays, workingWeekendDays }: CalendarVersion): CountingYear {
  return { year, version: String(number), isForecast, nonWorkingWeekdays, workingWeekendDays };
}
