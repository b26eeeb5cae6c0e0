import type { CalendarYearView, ImportDecree, MovedRestDay } from '@aigaq/api';

/** What is entered of a decree; days that are not chosen yet are ''. */
export interface EnteredDecree {
  source: string;
  isForecast: boolean;
  moved: MovedRestDay[];
  /** Days of religious holidays, which become known late, by their place among the holidays. */
  religious: Record<number, string>;
}

/** The form begins with the year as it is. */
export function enteredOf({ isForecast, moved, holidays }: CalendarYearView): EnteredDecree {
  const religious = holidays.flatMap(({ kind, date }, place) => (kind === 'religious' ? [[place, date] as const] : []));
  return { source: '', isForecast, moved: [...moved], religious: Object.fromEntries(religious) };
}

export const isSource = (source: string): boolean => source.trim().length >= 3;
export const isMove = ({ workingDay, dayOff }: MovedRestDay): boolean => workingDay !== '' && dayOff !== '';

/** What is sent; undefined while something is missing. */
export function decreeOf({ version, holidays }: CalendarYearView, entered: EnteredDecree, dryRun: boolean): ImportDecree | undefined {
  const { source, isForecast, moved, religious } = entered;
  if (!isSource(source) || !moved.every(isMove) || Object.values(religious).includes('')) {
    return undefined;
  }
  const changed = holidays.map((holiday, place) => ({ ...holiday, date: religious[place] ?? holiday.date }));
  return { dryRun, basedOn: version, source: source.trim(), isForecast, moved, holidays: changed };
}
