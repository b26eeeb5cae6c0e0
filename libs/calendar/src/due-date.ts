import type { Day } from './day.js';

/** Which way a day that falls on a day off moves. */
export type Direction = 'next' | 'previous';

type CountedWith = {
  /** The day that came out. */
  day: Day;
  /** Calendars used, `2024:1` (year:version), so that the date can be counted again. */
  calendars: readonly string[];
  /** True when one of the calendars is a forecast and the date may still move. */
  isForecast: boolean;
};

/** «10 working days before 03.06.2024». */
export interface CountedReason {
  code: 'calendar.working_days_before' | 'calendar.working_days_after';
  data: CountedWith & {
    /** Number of working days, positive. */
    amount: number;
    /** The day counted from; it is not counted itself. */
    anchor: Day;
    /** Holidays and moved days off from Monday to Friday that were passed over. */
    daysOff: readonly Day[];
  };
}

/** «10.10.2026 is a day off, therefore the next working day». */
export interface MovedReason {
  code: 'date.working_day' | 'date.next_working_day' | 'date.previous_working_day';
  data: CountedWith & {
    /** The day named by the rule. */
    original: Day;
    onDayOff: Direction;
  };
}

/** Why a date is what it is, for people: the code is a text of the catalogues, the data are its values. */
export type DueReason = CountedReason | MovedReason;

/** A date with its explanation: «10 working days before 03.06.2024: 20.05.2024». */
export interface DueDate {
  day: Day;
  reason: DueReason;
}
