import type { Day } from './day.js';

/** Why a date is what it is, for people: the code is a text of the catalogues, the data are its values. */
export interface DueReason {
  code: 'calendar.working_days_before' | 'calendar.working_days_after';
  data: {
    /** Number of working days, positive. */
    amount: number;
    /** The day counted from; it is not counted itself. */
    anchor: Day;
    day: Day;
    /** Calendars used, `2024:1` (year:version), so that the date can be counted again. */
    calendars: readonly string[];
    /** True when one of the calendars is a forecast and the date may still move. */
    isForecast: boolean;
  };
}

/** A date with its explanation: «10 working days before 03.06.2024: 20.05.2024». */
export interface DueDate {
  day: Day;
  reason: DueReason;
}
