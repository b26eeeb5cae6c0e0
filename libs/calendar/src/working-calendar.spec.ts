import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { addDays, type Day, day, yearOf } from './day.js';
import type { DueDate } from './due-date.js';
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
// Made within the tests, so that a change of the rules is seen by the very tests that use them.
let calendar: WorkingCalendar;
beforeAll(() => {
  calendar = WorkingCalendar.from(years);
});

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

  it('is additive: days counted in two parts are as many as in one', () => {
    fc.assert(
      fc.property(innerDay, fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }), (start, first, second) => {
        expect(calendar.addWorkingDays(calendar.addWorkingDays(start, first), second)).toBe(calendar.addWorkingDays(start, first + second));
        expect(calendar.addWorkingDays(calendar.addWorkingDays(start, -first), -second)).toBe(calendar.addWorkingDays(start, -first - second));
      }),
    );
  });

  it('between days is additive too, and turns its sign with the direction', () => {
    fc.assert(
      fc.property(innerDay, innerDay, innerDay, (a, b, c) => {
        const [first, second, third] = [a, b, c].sort() as [Day, Day, Day];
        const between = (from: Day, to: Day): number => calendar.workingDaysBetween(from, to);
        expect(between(first, second) + between(second, third)).toBe(between(first, third));
        fc.pre(calendar.isWorkingDay(first) && calendar.isWorkingDay(third));
        expect(between(third, first) + between(first, third)).toBe(0);
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

  it('names every calendar on the way', () => {
    expect(calendar.dueAfter(day('2023-12-20'), 300).reason.data.calendars).toEqual(['2023:1', '2024:1', '2025:1']);
    expect(calendar.dueBefore(day('2025-03-05'), 300).reason.data.calendars).toEqual(['2023:1', '2024:1', '2025:1']);
  });

  it.each([
    ['after', 'dueAfter', '2024-06-28', 10, '2024-07-15', ['2024-07-08']],
    ['before', 'dueBefore', '2024-07-15', 10, '2024-06-28', ['2024-07-08']],
    ['after a day off, which is not passed over', 'dueAfter', '2024-07-08', 1, '2024-07-09', []],
    ['before a day off, which is not passed over', 'dueBefore', '2024-07-08', 1, '2024-07-05', []],
    ['after none', 'dueAfter', '2024-07-08', 0, '2024-07-08', []],
    ['over a worked Saturday', 'dueAfter', '2024-05-03', 2, '2024-05-06', []],
    ['over two of them', 'dueAfter', '2024-05-06', 3, '2024-05-14', ['2024-05-07', '2024-05-08', '2024-05-09']],
  ] as const)('says which holidays it passed over, counted %s', (_what, count, anchor, amount, expected, daysOff) => {
    const { day: due, reason } = calendar[count](day(anchor), amount);
    expect([due, reason.data]).toEqual([expected, expect.objectContaining({ daysOff })]);
  });

  it.each(['dueAfter', 'dueBefore'] as const)('is never counted backwards by a negative number: %s', (count) => {
    expect(() => calendar[count](day('2024-06-03'), -1)).toThrow(expect.objectContaining({ code: 'calendar.not_a_count', data: { amount: -1 } }));
  });

  it.each([
    ['2024-07-05', 'next', '2024-07-05', 'date.working_day'],
    ['2024-07-05', 'previous', '2024-07-05', 'date.working_day'],
    ['2024-07-06', 'next', '2024-07-09', 'date.next_working_day'],
    ['2024-07-08', 'previous', '2024-07-05', 'date.previous_working_day'],
  ] as const)('named by a rule as %s is with the %s working day %s', (original, onDayOff, due, code) => {
    expect(calendar.dueOn(day(original), onDayOff)).toEqual({
      day: due,
      reason: { code, data: { original, onDayOff, day: due, calendars: ['2024:1'], isForecast: false } },
    });
  });
});

describe('a due date counted again', () => {
  const moved = { ...years.find(({ year }) => year === 2024)!, version: '2' };
  // As if 29.06.2024 were worked for 10.06.2024.
  const decree = { ...moved, nonWorkingWeekdays: [...moved.nonWorkingWeekdays, '2024-06-10'], workingWeekendDays: [...moved.workingWeekendDays, '2024-06-29'] };
  const decreed = () => WorkingCalendar.from([...years.filter(({ year }) => year !== 2024), decree]);

  it.each<[string, () => DueDate, string]>([
    ['counted after', () => calendar.dueAfter(day('2024-06-03'), 10), '2024-06-18'],
    ['counted before', () => calendar.dueBefore(day('2024-06-18'), 10), '2024-06-03'],
    ['named by a rule', () => calendar.dueOn(day('2024-06-10'), 'next'), '2024-06-11'],
    ['named by a rule, backwards', () => calendar.dueOn(day('2024-06-10'), 'previous'), '2024-06-07'],
    ['that a decree gives back', () => calendar.dueOn(day('2024-06-29'), 'next'), '2024-06-29'],
    ['far from the decree', () => calendar.dueAfter(day('2024-09-02'), 5), '2024-09-09'],
  ])('%s follows the same rule with the newer calendar', (_what, count, after) => {
    const before = count();
    const { day: due, reason } = decreed().recount(before.reason);
    expect([due, reason.data.calendars]).toEqual([after, ['2024:2']]);
    expect({ ...reason.data, day: '', daysOff: '', calendars: '' }).toEqual({ ...before.reason.data, day: '', daysOff: '', calendars: '' });
  });

  it('with the same calendar is the same', () => {
    fc.assert(
      fc.property(innerDay, fc.integer({ min: 0, max: 60 }), fc.constantFrom('dueAfter', 'dueBefore'), (anchor, n, count) => {
        const due = calendar[count](anchor, n);
        expect(calendar.recount(due.reason)).toEqual(due);
      }),
    );
    fc.assert(
      fc.property(innerDay, fc.constantFrom('next', 'previous'), (named, direction) => {
        const due = calendar.dueOn(named, direction);
        expect(calendar.recount(due.reason)).toEqual(due);
      }),
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
