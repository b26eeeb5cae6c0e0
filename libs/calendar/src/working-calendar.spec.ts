import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { addDays, day, yearOf } from './day.js';
import { type CalendarYear, WorkingCalendar } from './working-calendar.js';

interface YearFile {
  meta: { version: string };
  year: number;
  isForecast: boolean;
  fiveDay: { nonWorkingWeekdays: string[]; workingWeekendDays: string[]; workingDays: number };
}

const YEARS = [2022, 2023, 2024, 2025, 2026, 2027];
const files = YEARS.map(
  (year) => JSON.parse(readFileSync(new URL(`../../../data/calendar/${year}.json`, import.meta.url), 'utf8')) as YearFile,
);
const years: CalendarYear[] = files.map(({ meta, year, isForecast, fiveDay }) => ({
  year,
  version: meta.version,
  isForecast,
  nonWorkingWeekdays: fiveDay.nonWorkingWeekdays,
  workingWeekendDays: fiveDay.workingWeekendDays,
}));
const calendar = WorkingCalendar.from(years);

// More than a year of margin on both sides, so that 200 working days stay inside the known years.
const innerDay = fc
  .date({ min: new Date('2023-06-01T00:00:00Z'), max: new Date('2026-06-30T00:00:00Z'), noInvalidDate: true })
  .map((date) => day(date.toISOString().slice(0, 10)));
const workingDay = innerDay.map((value) => calendar.workingDayFrom(value));
const amount = fc.integer({ min: -200, max: 200 });

describe('the risk-analysis chain of 2024 (golden example: analysis 03.06.2024 - 28.06.2024)', () => {
  it.each([
    ['announce the start', '2024-06-03', -10, '2024-05-20'],
    ['announce the discussion', '2024-06-28', -10, '2024-06-14'],
    ['hold the discussion', '2024-06-28', -5, '2024-06-21'],
    ['sign the note', '2024-06-28', 10, '2024-07-15'],
  ])('%s: %s and %d working days is %s', (_what, anchor, count, due) => {
    expect(calendar.addWorkingDays(day(anchor), count)).toBe(due);
  });
});

describe('working days', () => {
  it.each(files)('of $year are as many as the data say', ({ year, fiveDay }) => {
    expect(calendar.workingDaysBetween(day(`${year}-01-01`), day(`${year}-12-31`))).toBe(fiveDay.workingDays);
  });

  it.each([
    ['2024-07-08', false, 'Capital Day fell on Saturday'],
    ['2024-05-04', true, 'a Saturday worked for 8 May'],
    ['2024-05-08', false, 'the rest day moved here'],
    ['2024-06-17', true, 'Kurban Ait on Sunday is not transferred'],
    ['2025-01-05', true, 'a Sunday worked for 3 January'],
  ])('%s: %s, %s', (text, expected) => {
    expect(calendar.isWorkingDay(day(text))).toBe(expected);
  });

  it('are found from and until a day off', () => {
    expect([calendar.workingDayFrom(day('2024-07-06')), calendar.workingDayUntil(day('2024-07-08'))]).toEqual([
      '2024-07-09',
      '2024-07-05',
    ]);
    expect([calendar.workingDayFrom(day('2024-07-09')), calendar.workingDayUntil(day('2024-07-09'))]).toEqual([
      '2024-07-09',
      '2024-07-09',
    ]);
  });
});

describe('counting', () => {
  it('comes back to the working day it started from', () => {
    fc.assert(
      fc.property(workingDay, amount, (start, n) => {
        expect(calendar.addWorkingDays(calendar.addWorkingDays(start, n), -n)).toBe(start);
      }),
    );
  });

  it('is the inverse of the difference', () => {
    fc.assert(
      fc.property(innerDay, workingDay, (from, to) => {
        expect(calendar.addWorkingDays(from, calendar.workingDaysBetween(from, to))).toBe(
          calendar.workingDaysBetween(from, to) === 0 ? from : to,
        );
      }),
    );
  });

  it('is strictly monotone in the number of days', () => {
    fc.assert(
      fc.property(workingDay, amount, (start, n) => {
        expect(calendar.addWorkingDays(start, n + 1) > calendar.addWorkingDays(start, n)).toBe(true);
      }),
    );
  });

  it('is monotone in the day', () => {
    fc.assert(
      fc.property(innerDay, fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 100 }), (start, later, n) => {
        expect(calendar.addWorkingDays(addDays(start, later), n) >= calendar.addWorkingDays(start, n)).toBe(true);
      }),
    );
  });

  it('never ends on a day off', () => {
    fc.assert(
      fc.property(innerDay, amount, (start, n) => {
        fc.pre(n !== 0);
        expect(calendar.isWorkingDay(calendar.addWorkingDays(start, n))).toBe(true);
      }),
    );
  });

  it.each([1.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses %d days', (n) => {
    expect(() => calendar.addWorkingDays(day('2024-06-03'), n)).toThrow(
      expect.objectContaining({ code: 'calendar.not_a_count' }),
    );
  });
});

describe('a due date', () => {
  it('explains itself', () => {
    expect(calendar.dueBefore(day('2024-06-03'), 10)).toEqual({
      day: '2024-05-20',
      reason: {
        code: 'calendar.working_days_before',
        data: { amount: 10, anchor: '2024-06-03', day: '2024-05-20', daysOff: [], calendars: ['2024:1'], isForecast: false },
      },
    });
  });

  it('names both calendars over the end of a year, and that one is a forecast', () => {
    const { day: due, reason } = calendar.dueAfter(day('2026-12-28'), 10);
    expect(yearOf(due)).toBe(2027);
    expect(reason.data).toEqual(expect.objectContaining({ calendars: ['2026:1', '2027:1'], isForecast: true }));
  });

  it('is never counted backwards by a negative number', () => {
    expect(() => calendar.dueAfter(day('2024-06-03'), -1)).toThrow(
      expect.objectContaining({ code: 'calendar.not_a_count' }),
    );
  });
});

describe('years outside the data', () => {
  it.each([
    () => calendar.isWorkingDay(day('2021-12-31')),
    () => calendar.addWorkingDays(day('2027-12-30'), 10),
    () => calendar.workingDaysBetween(day('2022-01-05'), day('2021-12-30')),
  ])('are refused, not guessed (%#)', (question) => {
    expect(question).toThrow(expect.objectContaining({ code: 'calendar.year_unknown', kind: 'unavailable' }));
  });

  it('are refused when given twice', () => {
    expect(() => WorkingCalendar.from([...years, ...years])).toThrow(
      expect.objectContaining({ code: 'calendar.year_twice', kind: 'conflict' }),
    );
  });
});
