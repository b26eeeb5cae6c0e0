import type { CalendarYearView } from '@aigaq/api';
import { specialDays, weeksOf } from './days.js';

const name = { kk: 'Астана күні', ru: 'День Столицы' };
const view = {
  holidays: [{ date: '2024-07-06', key: 'capital', kind: 'state', name }],
  transferred: [
    { from: '2024-07-06', to: '2024-07-08', key: 'capital' },
    { from: '2024-09-07', to: '2024-09-09', key: 'unknown' },
  ],
  moved: [{ workingDay: '2024-05-04', dayOff: '2024-05-08' }],
} as unknown as CalendarYearView;

describe('the days of a year', () => {
  it('that are special say what they are and why, in order', () => {
    expect(specialDays(view)).toEqual([
      { day: '2024-05-04', kind: 'worked', name: null, other: '2024-05-08' },
      { day: '2024-05-08', kind: 'moved', name: null, other: '2024-05-04' },
      { day: '2024-07-06', kind: 'holiday', name, other: null },
      { day: '2024-07-08', kind: 'transferred', name, other: '2024-07-06' },
      { day: '2024-09-09', kind: 'transferred', name: null, other: '2024-09-07' },
    ]);
  });

  it('are named once, as a holiday first', () => {
    const twice = { ...view, transferred: [{ from: '2024-07-05', to: '2024-07-06', key: 'capital' }] };
    expect(specialDays(twice).filter(({ day }) => day === '2024-07-06')).toMatchObject([{ kind: 'holiday' }]);
  });

  it.each([
    [2024, 2, 5, '2024-02-01', 3, '2024-02-29'],
    [2024, 7, 5, '2024-07-01', 0, '2024-07-31'],
    [2026, 2, 5, '2026-02-01', 6, '2026-02-28'],
    [2027, 2, 4, '2027-02-01', 0, '2027-02-28'],
  ])('of %d-%d lie in %d weeks that begin on Monday', (year, month, weeks, first, place, last) => {
    const found = weeksOf(year, month);
    expect([found.length, found[0]?.indexOf(first), found.flat().filter(Boolean).at(-1)]).toEqual([weeks, place, last]);
    expect(found.every((week) => week.length === 7)).toBe(true);
  });
});
