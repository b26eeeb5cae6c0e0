import type { CalendarYearView, Localised } from '@aigaq/api';

/** What a day is that is not simply a weekday or a weekend. */
export type DayKind = 'holiday' | 'transferred' | 'moved' | 'worked';

export interface SpecialDay {
  day: string;
  kind: DayKind;
  /** The holiday, or the one that is transferred. */
  name: Localised | null;
  /** The rest day from which it was transferred or moved, or the day off given for a worked one. */
  other: string | null;
}

/** The days of the year that are special, in order; a day is named once: as a holiday before anything else. */
export function specialDays({ holidays, transferred, moved }: CalendarYearView): SpecialDay[] {
  const nameOf = (key: string): Localised | null => holidays.find((holiday) => holiday.key === key)?.name ?? null;
  const all: SpecialDay[] = [
    ...moved.map(({ workingDay, dayOff }) => ({ day: workingDay, kind: 'worked' as const, name: null, other: dayOff })),
    ...moved.map(({ workingDay, dayOff }) => ({ day: dayOff, kind: 'moved' as const, name: null, other: workingDay })),
    ...transferred.map(({ from, to, key }) => ({ day: to, kind: 'transferred' as const, name: nameOf(key), other: from })),
    ...holidays.map(({ date, name }) => ({ day: date, kind: 'holiday' as const, name, other: null })),
  ];
  const once = new Map(all.map((special) => [special.day, special]));
  return [...once.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** The weeks of a month from Monday to Sunday; empty places before the first and after the last day. */
export function weeksOf(year: number, month: number): string[][] {
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const first = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % 7;
  const name = (date: number): string => `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  const places = Array.from({ length: Math.ceil((first + length) / 7) * 7 }, (_, place) => place - first + 1);
  const days = places.map((date) => (date >= 1 && date <= length ? name(date) : ''));
  return Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7));
}
