import { calendarErrors } from './calendar.errors.js';
import { addDays, type Day, isWeekend, yearOf } from './day.js';
import type { DueDate } from './due-date.js';

/** One year of the five-day week, as imported. A corrected year is a new version. */
export interface CalendarYear {
  year: number;
  version: string;
  /** True while holidays or transfers of the year are not all published. */
  isForecast: boolean;
  /** Days off from Monday to Friday: holidays, transferred and moved days off. */
  nonWorkingWeekdays: readonly string[];
  /** Saturdays and Sundays that are worked because their rest was moved. */
  workingWeekendDays: readonly string[];
}

interface YearTable {
  version: string;
  isForecast: boolean;
  off: ReadonlySet<string>;
  worked: ReadonlySet<string>;
}

/**
 * Working days of Kazakhstan (Labour Code, articles 84-85; orders moving rest days). Immutable; years come from versioned data.
 * Every question about a year that was not given is refused with `calendar.year_unknown`, never guessed.
 */
export class WorkingCalendar {
  private constructor(private readonly years: ReadonlyMap<number, YearTable>) {}

  /** @throws `calendar.year_twice` when a year is given twice. */
  static from(years: readonly CalendarYear[]): WorkingCalendar {
    const tables = new Map<number, YearTable>();
    for (const { year, version, isForecast, nonWorkingWeekdays, workingWeekendDays } of years) {
      if (tables.has(year)) {
        throw calendarErrors.year_twice({ year });
      }
      tables.set(year, { version, isForecast, off: new Set(nonWorkingWeekdays), worked: new Set(workingWeekendDays) });
    }
    return new WorkingCalendar(tables);
  }

  /** Whether state bodies work on the day (five-day week). @throws `calendar.year_unknown` */
  isWorkingDay(day: Day): boolean {
    const { off, worked } = this.table(yearOf(day));
    return isWeekend(day) ? worked.has(day) : !off.has(day);
  }

  /**
   * The working day `amount` working days after the day, or before it when negative. The day of the event is not counted
   * (Instruction 2024, project 1); it may be a day off. With 0 it is returned as it is.
   */
  addWorkingDays(day: Day, amount: number): Day {
    if (!Number.isSafeInteger(amount)) {
      throw calendarErrors.not_a_count({ amount });
    }
    const step = Math.sign(amount);
    let current = day;
    for (let left = Math.abs(amount); left > 0; ) {
      current = addDays(current, step);
      left -= this.isWorkingDay(current) ? 1 : 0;
    }
    return current;
  }

  /**
   * Working days after `from` up to and including `to`; negative when `to` is earlier (then: before `from` down to and including
   * `to`). So `addWorkingDays(from, workingDaysBetween(from, to))` is `to`, when `to` is a working day.
   */
  workingDaysBetween(from: Day, to: Day): number {
    const step = from <= to ? 1 : -1;
    let count = 0;
    for (let current = from; current !== to; ) {
      current = addDays(current, step);
      count += this.isWorkingDay(current) ? step : 0;
    }
    return count;
  }

  /** The day itself when it is worked, else the next working day. */
  workingDayFrom(day: Day): Day {
    return this.isWorkingDay(day) ? day : this.addWorkingDays(day, 1);
  }

  /** The day itself when it is worked, else the last working day before it. */
  workingDayUntil(day: Day): Day {
    return this.isWorkingDay(day) ? day : this.addWorkingDays(day, -1);
  }

  /** «No later than `amount` working days before the anchor», explained. */
  dueBefore(anchor: Day, amount: number): DueDate {
    return this.due('calendar.working_days_before', anchor, amount, -amount);
  }

  /** «Within `amount` working days after the anchor», explained. */
  dueAfter(anchor: Day, amount: number): DueDate {
    return this.due('calendar.working_days_after', anchor, amount, amount);
  }

  private due(code: DueDate['reason']['code'], anchor: Day, amount: number, signed: number): DueDate {
    if (amount < 0) {
      throw calendarErrors.not_a_count({ amount });
    }
    const day = this.addWorkingDays(anchor, signed);
    const tables = [...new Set([yearOf(anchor), yearOf(day)])].sort().map((year) => ({ year, ...this.table(year) }));
    const calendars = tables.map(({ year, version }) => `${year}:${version}`);
    return { day, reason: { code, data: { amount, anchor, day, calendars, isForecast: tables.some((table) => table.isForecast) } } };
  }

  private table(year: number): YearTable {
    const table = this.years.get(year);
    if (!table) {
      throw calendarErrors.year_unknown({ year });
    }
    return table;
  }
}
