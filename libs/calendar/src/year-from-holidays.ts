import { calendarErrors } from './calendar.errors.js';
import { addDays, type Day, day, isWeekend, weekdayOf, yearOf } from './day.js';

/** A five-day week rests on Saturday and Sunday, as state bodies do; a six-day week on Sunday. */
export type Week = 'five-day' | 'six-day';

/** A public holiday. A religious one (7 January, the first day of Kurban Ait) is a day off, but is never transferred. */
export interface Holiday {
  date: string;
  kind: 'national' | 'state' | 'religious';
  key: string;
}

/** A rest day that was moved by a decree: `workingDay` is given up, `dayOff` is given instead. */
export interface MovedDay {
  workingDay: string;
  dayOff: string;
  weeks: readonly Week[];
}

/** A holiday that fell on a rest day, and the day off given instead. */
export interface TransferredDay {
  from: Day;
  to: Day;
  key: string;
}

/** What a year looks like for one kind of week. */
export interface CountedYear {
  transferred: TransferredDay[];
  /** Days off that are not the weekly rest days. */
  nonWorkingDays: Day[];
  /** Weekly rest days that are worked. */
  workingRestDays: Day[];
  workingDays: number;
}

const SUNDAY = 0;
const RESTS: Record<Week, (day: Day) => boolean> = {
  'five-day': isWeekend,
  'six-day': (day) => weekdayOf(day) === SUNDAY,
};

/**
 * The days off of a year from its holidays and the decree (Labour Code, articles 84-85; Law on Holidays, article 5): a national or state
 * holiday that falls on a rest day gives the next working day off; a rest day moved by decree is worked, and another is off for it.
 * @throws `calendar.outside_year`, `calendar.not_a_rest_day`, `calendar.not_a_working_day`, `calendar.moved_twice`
 */
export function yearFromHolidays(year: number, holidays: readonly Holiday[], moved: readonly MovedDay[], week: Week = 'five-day'): CountedYear {
  const rests = RESTS[week];
  const moves = moved.filter(({ weeks }) => weeks.includes(week));
  const feasts = new Set(holidays.map(({ date }) => dayIn(year, date)));
  const given = moves.map(({ dayOff }) => dayIn(year, dayOff));
  const transferred = transfer(holidays, new Set([...feasts, ...given]), rests);
  const off = new Set<Day>([...feasts, ...given, ...transferred.map(({ to }) => to)]);
  const workingRestDays = moves.map(({ workingDay }) => dayIn(year, workingDay)).sort();
  refuseBadMoves(workingRestDays, given, { rests, taken: [...feasts, ...transferred.map(({ to }) => to)] });
  const worked = new Set(workingRestDays);
  const isWorked = (each: Day): boolean => (rests(each) ? worked.has(each) : !off.has(each));
  return {
    transferred,
    nonWorkingDays: [...off].filter((each) => !rests(each) && yearOf(each) === year).sort(),
    workingRestDays,
    workingDays: daysOf(year).filter(isWorked).length,
  };
}

/** In the order of dates, so that two holidays of one weekend take two days. */
function transfer(holidays: readonly Holiday[], taken: ReadonlySet<Day>, rests: (day: Day) => boolean): TransferredDay[] {
  const off = new Set(taken);
  const falling = holidays.filter(({ kind }) => kind !== 'religious').map(({ date, key }) => ({ from: day(date), key }));
  return falling
    .filter(({ from }) => rests(from))
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .map(({ from, key }) => {
      let to = addDays(from, 1);
      while (rests(to) || off.has(to)) {
        to = addDays(to, 1);
      }
      off.add(to);
      return { from, to, key };
    });
}

function refuseBadMoves(worked: readonly Day[], given: readonly Day[], { rests, taken }: { rests: (day: Day) => boolean; taken: readonly Day[] }): void {
  const notResting = worked.find((each) => !rests(each) || taken.includes(each));
  if (notResting !== undefined) {
    throw calendarErrors.not_a_rest_day({ day: notResting });
  }
  const notWorking = given.find((each) => rests(each) || taken.includes(each));
  if (notWorking !== undefined) {
    throw calendarErrors.not_a_working_day({ day: notWorking });
  }
  const twice = [...worked, ...given].find((each, index, all) => all.indexOf(each) !== index);
  if (twice !== undefined) {
    throw calendarErrors.moved_twice({ day: twice });
  }
}

function dayIn(year: number, text: string): Day {
  const value = day(text);
  if (yearOf(value) !== year) {
    throw calendarErrors.outside_year({ day: value, year });
  }
  return value;
}

function daysOf(year: number): Day[] {
  const days: Day[] = [];
  for (let current = day(`${year}-01-01`); yearOf(current) === year; current = addDays(current, 1)) {
    days.push(current);
  }
  return days;
}
