import { calendarErrors } from './calendar.errors.js';

/** A calendar date without time, `YYYY-MM-DD`. */
export type Day = string & { readonly __brand: 'Day' };

/** The zone in which due days end. */
export const TIME_ZONE = 'Asia/Almaty';

const DAY_FORM = /^\d{4}-\d{2}-\d{2}$/;
const MILLISECONDS_PER_DAY = 86_400_000;

const localTime = new Intl.DateTimeFormat('en-CA', {
  timeZone: TIME_ZONE,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** Milliseconds of the day's midnight as if it were UTC; the arithmetic of dates only. */
const utcOf = (value: Day): number => Date.parse(`${value}T00:00:00.000Z`);

const fromUtc = (milliseconds: number): Day => new Date(milliseconds).toISOString().slice(0, 10) as Day;

/** Reads a date. @throws `calendar.not_a_day` for anything but an existing date in the form `YYYY-MM-DD`. */
export function day(text: string): Day {
  const milliseconds = DAY_FORM.test(text) ? Date.parse(`${text}T00:00:00.000Z`) : Number.NaN;
  if (Number.isNaN(milliseconds) || fromUtc(milliseconds) !== text) {
    throw calendarErrors.not_a_day({ text });
  }
  return text as Day;
}

/** The day `amount` calendar days later; earlier when negative. */
export const addDays = (value: Day, amount: number): Day => fromUtc(utcOf(value) + amount * MILLISECONDS_PER_DAY);

export const yearOf = (value: Day): number => Number(value.slice(0, 4));

/** 0 = Sunday to 6 = Saturday. */
export const weekdayOf = (value: Day): number => new Date(utcOf(value)).getUTCDay();

/** Saturday or Sunday. */
export const isWeekend = (value: Day): boolean => [0, 6].includes(weekdayOf(value));

/** No zone's days begin but at a quarter of an hour of UTC. */
const QUARTER_MILLISECONDS = 900_000;
let latest = { quarter: Number.NaN, day: '' as Day };

/** The date that people in Astana and Almaty have at this instant. */
export function dayOf(instant: Date): Day {
  const quarter = Math.floor(instant.getTime() / QUARTER_MILLISECONDS);
  // Every request asks for today, and the zone's data are slow to look up.
  if (quarter !== latest.quarter) {
    latest = { quarter, day: wallClock(instant).slice(0, 10) as Day };
  }
  return latest.day;
}

/**
 * The last millisecond of the day in Asia/Almaty, as an instant: a thing done at this instant is on time.
 * The offset comes from the zone data of the runtime: UTC+6 until 29 February 2024, UTC+5 from 1 March 2024.
 */
export function endOfDay(value: Day): Date {
  const nextMidnight = utcOf(addDays(value, 1));
  // The offset is asked for at the instant itself: the first guess may lie on the other side of a change of the offset.
  const guess = nextMidnight - offsetAt(new Date(nextMidnight));
  return new Date(nextMidnight - offsetAt(new Date(guess - 1)) - 1);
}

/** Local time minus UTC at the instant, in milliseconds. */
function offsetAt(instant: Date): number {
  const wholeSeconds = Math.floor(instant.getTime() / 1000) * 1000;
  return Date.parse(`${wallClock(instant)}Z`) - wholeSeconds;
}

function wallClock(instant: Date): string {
  const parts = new Map(localTime.formatToParts(instant).map(({ type, value }) => [type, value]));
  const [year, month, date] = [parts.get('year'), parts.get('month'), parts.get('day')];
  return `${year}-${month}-${date}T${parts.get('hour')}:${parts.get('minute')}:${parts.get('second')}`;
}
