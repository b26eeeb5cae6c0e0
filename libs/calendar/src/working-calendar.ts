import { calendarErrors } from './calendar.errors.js';
import { addDays, type Day, isWeekend, yearOf } from './day.js';
import type { CountedReason, Direction, DueDate, DueReason } from './due-date.js';

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
    return this.due('calendar.working_days_before', anchor, amount);
  }

  /** «Within `amount` working days after the anchor», explained. */
  dueAfter(anchor: Day, amount: number): DueDate {
    return this.due('calendar.working_days_after', anchor, amount);
  }

  /** The day itself when it is worked, else the next or the previous working day, explained. */
  dueOn(original: Day, onDayOff: Direction): DueDate {
    const day = onDayOff === 'next' ? this.workingDayFrom(original) : this.workingDayUntil(original);
    const code = day === original ? 'date.working_day' : (`date.${onDayOff}_working_day` as const);
    return { day, reason: { code, data: { original, onDayOff, day, ...this.countedWith(original, day) } } };
  }

  /** The same rule counted with this calendar: after a decree has moved days, the date may be another one. */
  recount({ code, data }: DueReason): DueDate {
    if ('original' in data) {
      return this.dueOn(data.original, data.onDayOff);
    }
    return this.due(code as CountedReason['code'], data.anchor, data.amount);
  }

  private due(code: CountedReason['code'], anchor: Day, amount: number): DueDate {
    if (amount < 0) {
      throw calendarErrors.not_a_count({ amount });
    }
    const day = this.addWorkingDays(anchor, code === 'calendar.working_days_after' ? amount : -amount);
    const daysOff = this.daysOffBetween(anchor, day);
    return { day, reason: { code, data: { amount, anchor, day, daysOff, ...this.countedWith(anchor, day) } } };
  }

  /** Days off from Monday to Friday that lie between two days. */
  private daysOffBetween(from: Day, to: Day): Day[] {
    const [first, last] = from < to ? [from, to] : [to, from];
    const days: Day[] = [];
    for (let current = first; current < last; current = addDays(current, 1)) {
      if (current !== first && !isWeekend(current) && !this.isWorkingDay(current)) {
        days.push(current);
      }
    }
    return days;
  }

  private countedWith(from: Day, to: Day): { calendars: string[]; isForecast: boolean } {
    const [first, last] = [yearOf(from), yearOf(to)].sort() as [number, number];
    const tables = Array.from({ length: last - first + 1 }, (_, index) => ({ year: first + index, ...this.table(first + index) }));
    return { calendars: tables.map(({ year, version }) => `${year}:${version}`), isForecast: tables.some((table) => table.isForecast) };
  }

  private table(year: number): YearTable {
    const table = this.years.get(year);
    if (!table) {
      throw calendarErrors.year_unknown({ year });
    }
    return table;
  }
}
