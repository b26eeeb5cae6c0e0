import { addDays, type Day } from '@aigaq/calendar';

const MONTHS_PER_QUARTER = 3;
const MONTHS_PER_YEAR = 12;

function dayAt(year: number, month: number, date: number): Day {
  const lastOfMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month, Math.min(date, lastOfMonth))).toISOString().slice(0, 10) as Day;
}

const partsOf = (day: Day): [year: number, month: number, date: number] => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return [year, month - 1, date];
};

/** The same date some months later, cut to the length of that month. */
export function addMonths(day: Day, amount: number): Day {
  const [year, month, date] = partsOf(day);
  return dayAt(year, month + amount, date);
}

export const addYears = (day: Day, amount: number): Day => addMonths(day, amount * MONTHS_PER_YEAR);

/** A date of the month that follows the day's own by `monthOffset`. */
export function dayInMonthAfter(day: Day, monthOffset: number, date: number): Day {
  const [year, month] = partsOf(day);
  return dayAt(year, month + monthOffset, date);
}

/** `2024-Q3` */
export function quarterOf(day: Day): string {
  const [year, month] = partsOf(day);
  return `${year}-Q${Math.floor(month / MONTHS_PER_QUARTER) + 1}`;
}

function endOfQuarter(day: Day): Day {
  const [year, month] = partsOf(day);
  const first = Math.floor(month / MONTHS_PER_QUARTER) * MONTHS_PER_QUARTER;
  return addDays(dayAt(year, first + MONTHS_PER_QUARTER, 1), -1);
}

/** The last days of the quarters reported on for some years after the anchor: those of the calendar that end in this time, or three months each from the anchor. */
export function quarterEnds(anchor: Day, { years, quarters }: { years: number; quarters: 'calendar' | 'from-anchor' }): Day[] {
  const count = (years * MONTHS_PER_YEAR) / MONTHS_PER_QUARTER;
  const first = endOfQuarter(addDays(anchor, 1));
  return Array.from({ length: count }, (_, number) =>
    quarters === 'calendar' ? endOfQuarter(addMonths(dayInMonthAfter(first, 0, 1), number * MONTHS_PER_QUARTER)) : addMonths(anchor, (number + 1) * MONTHS_PER_QUARTER),
  );
}
