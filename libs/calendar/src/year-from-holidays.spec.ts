import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { addDays, type Day, day, isWeekend } from './day.js';
import { type Holiday, type MovedDay, type Week, yearFromHolidays } from './year-from-holidays.js';

interface YearFile {
  year: number;
  holidays: Holiday[];
  transferred: { from: string; to: string; key: string }[];
  moved: MovedDay[];
  fiveDay: { nonWorkingWeekdays: string[]; workingWeekendDays: string[]; workingDays: number };
  sixDay: { nonWorkingMonSat: string[]; workingSundays: string[]; workingDays: number };
}

const files = [2022, 2023, 2024, 2025, 2026, 2027].map(
  (year) => JSON.parse(readFileSync(new URL(`../../../data/calendar/${year}.json`, import.meta.url), 'utf8')) as YearFile,
);
const holiday = (date: string, kind: Holiday['kind'] = 'state', key = 'feast'): Holiday => ({ date, kind, key });
const move = (workingDay: string, dayOff: string, weeks: Week[] = ['five-day', 'six-day']): MovedDay => ({ workingDay, dayOff, weeks });

describe('the days off of a year, counted from its holidays and decree', () => {
  it.each(files)('are those of the data for the five-day week of $year', ({ year, holidays, transferred, moved, fiveDay }) => {
    const counted = yearFromHolidays(year, holidays, moved);
    expect(counted).toEqual({
      transferred: transferred.map(({ from, to, key }) => ({ from, to, key })),
      nonWorkingDays: fiveDay.nonWorkingWeekdays,
      workingRestDays: fiveDay.workingWeekendDays,
      workingDays: fiveDay.workingDays,
    });
  });

  it.each(files)('are those of the data for the six-day week of $year', ({ year, holidays, moved, sixDay }) => {
    expect(yearFromHolidays(year, holidays, moved, 'six-day')).toMatchObject({
      nonWorkingDays: sixDay.nonWorkingMonSat,
      workingRestDays: sixDay.workingSundays,
      workingDays: sixDay.workingDays,
    });
  });
});

describe('a holiday on a rest day', () => {
  it.each<[string, Holiday[], [string, string][]]>([
    ['on Saturday gives Monday', [holiday('2024-07-06')], [['2024-07-06', '2024-07-08']]],
    ['on Sunday gives Monday', [holiday('2024-07-07')], [['2024-07-07', '2024-07-08']]],
    ['before a holiday gives the day after that', [holiday('2024-07-07'), holiday('2024-07-08')], [['2024-07-07', '2024-07-09']]],
    ['twice in one weekend gives two days, whatever their order', [holiday('2024-07-07', 'national', 'b'), holiday('2024-07-06', 'state', 'a')], [['2024-07-06', '2024-07-08'], ['2024-07-07', '2024-07-09']]],
    ['that is religious gives none', [holiday('2024-06-16', 'religious')], []],
    ['on a working day gives none', [holiday('2024-07-05')], []],
  ])('%s', (_what, holidays, expected) => {
    expect(yearFromHolidays(2024, holidays, []).transferred.map(({ from, to }) => [from, to])).toEqual(expected);
  });

  it('gives the day after one that a decree has given already', () => {
    expect(yearFromHolidays(2024, [holiday('2024-07-07')], [move('2024-07-13', '2024-07-08')]).transferred).toMatchObject([{ to: '2024-07-09' }]);
  });

  it('at the end of the year takes nothing from this one', () => {
    const { transferred, nonWorkingDays, workingDays } = yearFromHolidays(2022, [holiday('2022-12-31')], []);
    expect([transferred, nonWorkingDays, workingDays]).toEqual([[{ from: '2022-12-31', to: '2023-01-02', key: 'feast' }], [], 260]);
  });
});

describe('a rest day moved by decree', () => {
  it('is worked, the other one is off, and as many days are worked as before', () => {
    const { nonWorkingDays, workingRestDays, workingDays } = yearFromHolidays(2024, [], [move('2024-05-11', '2024-05-10'), move('2024-05-04', '2024-05-08')]);
    expect([nonWorkingDays, workingRestDays]).toEqual([['2024-05-08', '2024-05-10'], ['2024-05-04', '2024-05-11']]);
    expect(workingDays).toBe(yearFromHolidays(2024, [], []).workingDays);
  });

  it('concerns its own kind of week only', () => {
    expect(yearFromHolidays(2024, [], [move('2024-05-04', '2024-05-08', ['five-day'])], 'six-day')).toMatchObject({ nonWorkingDays: [], workingRestDays: [] });
  });

  it.each<[string, MovedDay[], Holiday[], string, object]>([
    ['a working day given up', [move('2024-05-06', '2024-05-08')], [], 'not_a_rest_day', { day: '2024-05-06' }],
    ['a holiday given up', [move('2024-05-04', '2024-05-08')], [holiday('2024-05-04', 'religious')], 'not_a_rest_day', { day: '2024-05-04' }],
    ['a rest day given', [move('2024-05-04', '2024-05-05')], [], 'not_a_working_day', { day: '2024-05-05' }],
    ['a holiday given', [move('2024-05-04', '2024-05-08')], [holiday('2024-05-08')], 'not_a_working_day', { day: '2024-05-08' }],
    ['one day given up twice', [move('2024-05-04', '2024-05-08'), move('2024-05-04', '2024-05-10')], [], 'moved_twice', { day: '2024-05-04' }],
    ['one day given twice', [move('2024-05-04', '2024-05-08'), move('2024-05-11', '2024-05-08')], [], 'moved_twice', { day: '2024-05-08' }],
    ['a day of another year given up', [move('2023-12-30', '2024-05-08')], [], 'outside_year', { day: '2023-12-30', year: 2024 }],
    ['a day of another year given', [move('2024-05-04', '2025-05-08')], [], 'outside_year', { day: '2025-05-08', year: 2024 }],
    ['a holiday of another year', [], [holiday('2025-05-08')], 'outside_year', { day: '2025-05-08', year: 2024 }],
    ['no day', [move('2024-05-04', '2024-02-30')], [], 'not_a_day', { text: '2024-02-30' }],
  ])('is refused with %s', (_what, moved, holidays, code, data) => {
    expect(() => yearFromHolidays(2024, holidays, moved)).toThrow(expect.objectContaining({ code: `calendar.${code}`, kind: 'invalid', data }));
  });
});

describe('whatever the holidays', () => {
  const dayOf2026 = fc.integer({ min: 0, max: 350 }).map((number) => addDays(day('2026-01-01'), number));
  const holidays = fc.uniqueArray(dayOf2026, { maxLength: 25 }).map((days) => days.map((each) => holiday(each)));
  const weekdaysOf = (days: readonly Day[]): Day[] => days.filter((each) => !isWeekend(each));

  it('each of them takes exactly one working day', () => {
    fc.assert(
      fc.property(holidays, (given) => {
        const { nonWorkingDays, workingDays, transferred } = yearFromHolidays(2026, given, []);
        expect(nonWorkingDays).toHaveLength(given.length);
        expect(workingDays).toBe(261 - given.length);
        expect(weekdaysOf(transferred.map(({ to }) => to))).toHaveLength(transferred.length);
      }),
    );
  });
});
