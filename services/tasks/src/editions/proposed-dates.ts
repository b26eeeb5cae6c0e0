import type { PeriodDates } from '@aigaq/api';
import type { Day, WorkingCalendar } from '@aigaq/calendar';
import { type Card, type Clocks, type Deadlines, subtasksOf } from '@aigaq/reference';
import { isEventPeriod, periodsOf } from './periods.js';

const FIRST_MONTH: Record<string, (part: string) => number> = {
  H: (part) => (Number(part) - 1) * 6,
  Q: (part) => (Number(part) - 1) * 3,
};

/** First month (0 to 11) of a period such as `2026`, `2026-H2`, `2026-Q3`, `2026-10`. */
function firstMonth(period: string): number {
  const [, part = '01'] = period.split('-');
  const letter = part.charAt(0);
  return FIRST_MONTH[letter]?.(part.slice(1)) ?? Number(part) - 1;
}

function dayAt(year: number, month: number, day: number): Day {
  const lastOfMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month, Math.min(day, lastOfMonth))).toISOString().slice(0, 10) as Day;
}

function datesOf(period: string, deadline: Clocks, onNonWorkingDay: Deadlines['onNonWorkingDay'], calendar: WorkingCalendar): PeriodDates {
  const start = firstMonth(period);
  const year = Number(period.slice(0, 4));
  const due = calendar.dueOn(dayAt(year, start + deadline.due.monthOffset, deadline.due.day), onNonWorkingDay);
  const locked = calendar.dueAfter(due.day, deadline.lockedAfterWorkingDays);
  return {
    period,
    opensOn: dayAt(year, start + deadline.opens.monthOffset, deadline.opens.day),
    dueOn: due.day,
    lockedOn: locked.day,
    reasons: { opens: { code: 'date.opens_by_card', data: {} }, due: due.reason, locked: locked.reason },
  };
}

/**
 * The days that the reference data proposes for every subtask and period of a year; the administrator may change them. What is done per
 * person or per analysis has none: its days are counted when it begins.
 */
export function proposedDates(card: Card, year: number, deadlines: Deadlines, calendar: WorkingCalendar): Record<string, PeriodDates[]> {
  const dated = subtasksOf(card).flatMap(({ code, period }) => {
    if (isEventPeriod(period)) {
      return [];
    }
    const deadline = deadlines.bySubtask[code] ?? deadlines.byPeriod[period];
    return [[code, periodsOf(period, year).map((name) => datesOf(name, deadline, deadlines.onNonWorkingDay, calendar))] as const];
  });
  return Object.fromEntries(dated);
}
