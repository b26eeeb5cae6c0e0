import { loadCalendar } from '@aigaq/reference';
import { NOW, refusalOf, sample } from '../../test/examples.js';
import { type CalendarYear, calendarOf, currentOf, type Decree, finishRecount, importDecree, noteRecount, referencesOf, restartRecount, seedYear } from './calendar-year.js';
import { calendarYearRow, calendarYearView, changedDays, decreeView } from './calendar-year.view.js';

const ADMIN = { id: 'p-admin', name: 'Айгүл' };
const reference = loadCalendar();
const seeded = reference.map((year) => seedYear(undefined, year, NOW)?.next as CalendarYear);
const of = (year: number): CalendarYear => seeded.find((state) => state.year === year) as CalendarYear;
const decree = (change: Partial<Decree> = {}): Decree & { year: number } => ({
  ...{ year: 2026, basedOn: 1, source: 'Приказ № 1 от 20.05.2026', isForecast: false },
  moved: [{ workingDay: '2026-06-13', dayOff: '2026-05-29' }],
  ...change,
});
const changed = (): CalendarYear => importDecree(of(2026), decree(), ADMIN, NOW)?.next as CalendarYear;

describe('a year that the product brings along', () => {
  it('is version 1 as the data have it, with nothing to count again', () => {
    expect(of(2024)).toMatchObject({
      ...{ id: '2024', year: 2024, recount: null },
      versions: [{ number: 1, importedAt: NOW, importedBy: null, isForecast: false, workingWeekendDays: ['2024-05-04'], moved: [{ workingDay: '2024-05-04', dayOff: '2024-05-08' }] }],
    });
    expect(currentOf(of(2024)).holidays[0]).toEqual({ date: '2024-01-01', key: 'new_year', kind: 'state', name: { kk: 'Жаңа жыл', ru: 'Новый год' } });
  });

  it('is taken once: what was imported since stays', () => {
    expect(seedYear(changed(), reference[4]!, NOW)).toBeUndefined();
  });

  it('counts as the reference data do', () => {
    const calendar = calendarOf(seeded);
    expect(calendar.addWorkingDays('2024-06-28' as never, 10)).toBe('2024-07-15');
    expect(referencesOf(seeded)).toEqual(['2022:1', '2023:1', '2024:1', '2025:1', '2026:1', '2027:1']);
  });
});

describe('a decree', () => {
  it('makes the next version, tells it, and has dates counted again', () => {
    const { next, events } = importDecree(of(2026), decree(), ADMIN, NOW) ?? {};
    expect(events).toEqual([sample('CalendarYearChanged')]);
    expect(next?.recount).toEqual({ version: 2, after: '', moved: 0 });
    expect(next?.versions).toEqual([
      currentOf(of(2026)),
      {
        ...currentOf(of(2026)),
        ...{ number: 2, source: 'Приказ № 1 от 20.05.2026', importedAt: NOW, importedBy: ADMIN, moved: decree().moved },
        nonWorkingWeekdays: [...currentOf(of(2026)).nonWorkingWeekdays, '2026-05-29'].sort(),
        workingWeekendDays: ['2026-06-13'],
      },
    ]);
  });

  it('with another holiday transfers it by the rule', () => {
    const feast = { date: '2026-11-21', key: 'feast', kind: 'state' as const, name: { kk: 'Мереке', ru: 'Праздник' } };
    const holidays = [feast, ...currentOf(of(2026)).holidays];
    const next = currentOf(importDecree(of(2026), decree({ holidays, moved: [] }), ADMIN, NOW)?.next as CalendarYear);
    expect(next.transferred).toContainEqual({ from: '2026-11-21', to: '2026-11-23', key: 'feast' });
    expect([next.nonWorkingWeekdays.includes('2026-11-23'), next.holidays.at(-2)?.date]).toEqual([true, '2026-11-21']);
  });

  it('of a new year is its first version', () => {
    const holidays = [{ date: '2028-01-01', key: 'new_year', kind: 'state' as const, name: { kk: 'Жаңа жыл', ru: 'Новый год' } }];
    const { next } = importDecree(undefined, decree({ basedOn: 0, holidays, moved: [], isForecast: true, year: 2028 } as never), ADMIN, NOW) ?? {};
    expect(next).toMatchObject({ id: '2028', year: 2028, versions: [{ number: 1, isForecast: true, nonWorkingWeekdays: ['2028-01-03'] }] });
  });

  it.each<[string, Partial<Decree>]>([
    ['the same again, whichever version it is based on', { basedOn: 1 }],
    ['the same with another paper', { source: 'Другой приказ' }],
  ])('that says %s is no version', (_what, change) => {
    expect(importDecree({ ...changed(), recount: null }, decree(change), ADMIN, NOW)).toBeUndefined();
  });

  it.each<[string, Partial<Decree>]>([
    ['other days', { moved: [] }],
    ['that the year is certain no longer', { isForecast: true }],
    ['another name of a holiday', { holidays: currentOf(of(2026)).holidays.map((each) => ({ ...each, name: { kk: 'Мереке', ru: each.name.ru } })) }],
  ])('that says %s is one', (_what, change) => {
    expect(importDecree({ ...changed(), recount: null }, decree({ basedOn: 2, ...change }), ADMIN, NOW)?.next.versions).toHaveLength(3);
  });

  it.each<[string, CalendarYear | undefined, Partial<Decree>, string]>([
    ['based on a version before', { ...changed(), recount: null }, { moved: [] }, 'calendar_year.outdated'],
    ['based on a version that is not there', of(2026), { basedOn: 2 }, 'calendar_year.outdated'],
    ['while dates are still counted again', changed(), { basedOn: 2, moved: [] }, 'calendar_year.recounting'],
    ['of a new year without holidays', undefined, { basedOn: 0 }, 'calendar_year.holidays_missing'],
    ['that gives up a working day', of(2026), { moved: [{ workingDay: '2026-06-12', dayOff: '2026-05-29' }] }, 'calendar.not_a_rest_day'],
    ['that gives a rest day', of(2026), { moved: [{ workingDay: '2026-06-13', dayOff: '2026-05-30' }] }, 'calendar.not_a_working_day'],
  ])('is refused %s', (_what, state, change, code) => {
    expect(refusalOf(() => importDecree(state, decree(change), ADMIN, NOW))).toBe(code);
  });
});

describe('calendars by their versions', () => {
  it('are the newest ones, or those that are pinned', () => {
    const years = [...seeded.filter(({ year }) => year !== 2026), changed()];
    const day = '2026-05-29' as never;
    expect([calendarOf(years).isWorkingDay(day), calendarOf(years, ['2026:1', '2027:1']).isWorkingDay(day)]).toEqual([false, true]);
    expect(referencesOf(years)).toContain('2026:2');
  });
});

describe('a recount', () => {
  it('remembers how far it is, and never goes back', () => {
    const next = noteRecount(changed(), 2, 'b', 3)?.next as CalendarYear;
    expect(next.recount).toEqual({ version: 2, after: 'b', moved: 3 });
    expect(noteRecount(next, 2, 'c', 2)?.next.recount).toEqual({ version: 2, after: 'c', moved: 5 });
    expect([noteRecount(next, 2, 'b', 3), noteRecount(next, 3, 'c', 1), noteRecount(of(2026), 2, 'c', 1)]).toEqual([undefined, undefined, undefined]);
  });

  it('begins anew, and ends, for its own version', () => {
    const next = noteRecount(changed(), 2, 'b', 3)?.next as CalendarYear;
    expect(restartRecount(next, 2)?.next.recount).toEqual({ version: 2, after: '', moved: 0 });
    expect(finishRecount(next, 2)?.next.recount).toBeNull();
    expect([restartRecount(next, 1), finishRecount(next, 1), finishRecount(of(2026), 1)]).toEqual([undefined, undefined, undefined]);
  });
});

describe('what is shown of a year', () => {
  it('is its newest version, and all of them newest first', () => {
    const view = calendarYearView(changed());
    expect([view.version, view.recounted, view.versions.map(({ version }) => version)]).toEqual([2, 0, [2, 1]]);
    expect(view.importedBy).toEqual(ADMIN);
    expect(calendarYearRow(of(2027))).toMatchObject({ year: 2027, version: 1, isForecast: true, importedBy: null, importedAt: NOW.toISOString() });
    expect(calendarYearView(of(2026)).recounted).toBeNull();
  });

  it('are the days that a decree changes, also back', () => {
    const [first, second] = changed().versions;
    expect(changedDays(first, second!)).toEqual([{ day: '2026-05-29', isWorking: false }, { day: '2026-06-13', isWorking: true }]);
    expect(changedDays(second, first!)).toEqual([{ day: '2026-05-29', isWorking: true }, { day: '2026-06-13', isWorking: false }]);
  });

  it('is what a decree would move, and at most a thousand rows of it', () => {
    const [first, second] = changed().versions;
    const moved = { before: '2026-05-29', after: '2026-06-01' };
    const row = { of: 'assignments' as const, edition: '2024', subtask: '1.1.2', period: '2026', count: 2, opensOn: moved, dueOn: moved, lockedOn: moved };
    const view = decreeView(first, second, Array.from({ length: 1_002 }, () => row), { year: 2026, dryRun: true });
    expect(view).toMatchObject({ version: 2, isStored: false, isUnchanged: false, datesLeftOut: 2, assignments: 2_004, workingDays: { before: first?.workingDays, after: second?.workingDays } });
    expect(view.dates).toHaveLength(1_000);
    expect(decreeView(first, undefined, [], { year: 2026, dryRun: false })).toMatchObject({ version: 1, isStored: false, isUnchanged: true, days: [], datesLeftOut: 0 });
    expect(decreeView(undefined, first, [], { year: 2026, dryRun: false })).toMatchObject({ isStored: true, workingDays: { before: 0 } });
  });
});
