import { WorkingCalendar } from '@aigaq/calendar';
import { type Deadlines, loadCalendar, loadCard, loadDeadlines, subtasksOf } from '@aigaq/reference';
import { cardOf, subtask } from '../../test/examples.js';
import { periodsOf } from './periods.js';
import { proposedDates } from './proposed-dates.js';

const calendar = WorkingCalendar.from(loadCalendar());
const clocks = (opens: [number, number], due: [number, number], lockedAfterWorkingDays: number) => ({
  opens: { monthOffset: opens[0], day: opens[1] },
  due: { monthOffset: due[0], day: due[1] },
  lockedAfterWorkingDays,
});
const deadlines = (change: Partial<Deadlines>): Deadlines => ({
  ...loadDeadlines('2024'),
  onNonWorkingDay: 'next',
  byPeriod: {
    year: clocks([0, 15], [11, 10], 10),
    half: clocks([4, 15], [6, 10], 10),
    quarter: clocks([0, 1], [3, 10], 10),
    month: clocks([0, 31], [1, 31], 5),
    once: clocks([0, 15], [10, 30], 15),
  },
  bySubtask: {},
  ...change,
});
const datesOf = (period: 'year' | 'half' | 'quarter' | 'month', change: Partial<Deadlines> = {}, year = 2026) =>
  proposedDates(cardOf(subtask({ period })), year, deadlines(change), calendar)['1.1.2'] ?? [];

describe('the proposed days', () => {
  it('are counted from the first month of each period, over the end of the year too', () => {
    expect(datesOf('half').map(({ period, opensOn, dueOn }) => [period, opensOn, dueOn])).toEqual([
      ['2026-H1', '2026-05-15', '2026-07-10'],
      ['2026-H2', '2026-11-15', '2027-01-11'],
    ]);
    expect(datesOf('quarter').map(({ opensOn }) => opensOn)).toEqual(['2026-01-01', '2026-04-01', '2026-07-01', '2026-10-01']);
  });

  it('are cut to the length of the month', () => {
    expect(datesOf('month').map(({ opensOn }) => opensOn)).toEqual([
      '2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31', '2026-06-30',
      '2026-07-31', '2026-08-31', '2026-09-30', '2026-10-31', '2026-11-30', '2026-12-31',
    ]);
    expect(datesOf('month', {}, 2024)[1]?.opensOn).toBe('2024-02-29');
  });

  it.each([
    // 10.10.2026 is a Saturday.
    ['next', '2026-10-12'],
    ['previous', '2026-10-09'],
  ] as const)('fall on the %s working day', (onNonWorkingDay, dueOn) => {
    expect(datesOf('quarter', { onNonWorkingDay })[2]?.dueOn).toBe(dueOn);
  });

  it('lock after working days, holidays not counted', () => {
    // From 10.12.2026 (Thursday) ten working days; 16.12.2026 is Independence Day.
    expect(datesOf('year')[0]).toEqual({
      ...{ period: '2026', opensOn: '2026-01-15', dueOn: '2026-12-10', lockedOn: '2026-12-25' },
      reasons: {
        opens: { code: 'date.opens_by_card', data: {} },
        due: {
          code: 'date.working_day',
          data: { original: '2026-12-10', onDayOff: 'next', day: '2026-12-10', calendars: ['2026:1'], isForecast: false },
        },
        locked: {
          code: 'calendar.working_days_after',
          data: { amount: 10, anchor: '2026-12-10', day: '2026-12-25', daysOff: ['2026-12-16'], calendars: ['2026:1'], isForecast: false },
        },
      },
    });
  });

  it('of a subtask overrule those of its frequency', () => {
    expect(datesOf('year', { bySubtask: { '1.1.2': clocks([0, 20], [4, 29], 0) } })[0]).toMatchObject({
      period: '2026',
      opensOn: '2026-01-20',
      dueOn: '2026-05-29',
      lockedOn: '2026-05-29',
    });
  });

  it.each(['person', 'analysis'] as const)('are none of what is done per %s', (period) => {
    expect(proposedDates(cardOf(subtask({ period })), 2026, deadlines({ bySubtask: { '1.1.2': clocks([0, 1], [0, 2], 0) } }), calendar)).toEqual({});
  });

  it.each([2024, 2025, 2026])('name every period of every subtask of the card for %i, in order', (year) => {
    const card = loadCard('2024');
    const proposed = proposedDates(card, year, loadDeadlines('2024'), calendar);
    for (const { code, period } of subtasksOf(card)) {
      const dates = proposed[code] ?? [];
      expect(dates.map((each) => each.period)).toEqual(periodsOf(period, year));
      expect(dates.filter(({ opensOn, dueOn, lockedOn }) => !(opensOn <= dueOn && dueOn <= lockedOn))).toEqual([]);
    }
  });
});
