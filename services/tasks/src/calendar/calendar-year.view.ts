import type { CalendarVersionView, CalendarYearRow, CalendarYearView, DecreeView, MovedDates } from '@aigaq/api';
import { type CalendarVersion, type CalendarYear, currentOf } from './calendar-year.js';

const MOST_DATES = 1_000;

function versionView({ number, source, importedAt, importedBy, isForecast, workingDays }: CalendarVersion): CalendarVersionView {
  return { version: number, source, importedAt: importedAt.toISOString(), importedBy, isForecast, workingDays };
}

export function calendarYearRow(state: CalendarYear): CalendarYearRow {
  return { year: state.year, ...versionView(currentOf(state)) };
}

export function calendarYearView(state: CalendarYear): CalendarYearView {
  const { holidays, transferred, moved, nonWorkingWeekdays, workingWeekendDays } = currentOf(state);
  return {
    ...calendarYearRow(state),
    ...{ holidays, transferred, moved, nonWorkingWeekdays, workingWeekendDays },
    versions: state.versions.map(versionView).reverse(),
    recounted: state.recount?.moved ?? null,
  };
}

/** Days that are worked otherwise than before, in order. */
export function changedDays(before: CalendarVersion | undefined, after: CalendarVersion): DecreeView['days'] {
  const statesOf = (version: CalendarVersion | undefined): Map<string, boolean> =>
    new Map([...(version?.nonWorkingWeekdays ?? []).map((day) => [day, false] as const), ...(version?.workingWeekendDays ?? []).map((day) => [day, true] as const)]);
  const [was, is] = [statesOf(before), statesOf(after)];
  const now = [...is].filter(([day]) => !was.has(day));
  // A day that is exceptional no longer is what its weekday says.
  const noLonger = [...was].filter(([day]) => !is.has(day)).map(([day, isWorking]) => [day, !isWorking] as const);
  return [...now, ...noLonger].map(([day, isWorking]) => ({ day, isWorking })).sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** What a decree changes. @param after undefined when it changes nothing */
export function decreeView(before: CalendarVersion | undefined, after: CalendarVersion | undefined, moved: readonly MovedDates[], asked: { year: number; dryRun: boolean }): DecreeView {
  const shown = after ?? before;
  return {
    year: asked.year,
    version: shown?.number ?? 0,
    isStored: after !== undefined && !asked.dryRun,
    isUnchanged: after === undefined,
    workingDays: { before: before?.workingDays ?? 0, after: shown?.workingDays ?? 0 },
    days: after ? changedDays(before, after) : [],
    dates: moved.slice(0, MOST_DATES),
    datesLeftOut: Math.max(moved.length - MOST_DATES, 0),
    assignments: moved.reduce((sum, { count }) => sum + count, 0),
  };
}
