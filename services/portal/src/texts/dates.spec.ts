import { formatDay, formatMoment, formatStamp, formatTime, monthName, periodParts, today } from './dates.js';

describe('days and times in words', () => {
  it.each([
    ['2026-11-30', 'kk', '2026 жылғы 30 қараша'],
    ['2026-11-30', 'ru', '30 ноября 2026 г.'],
    ['2027-01-05', 'kk', '2027 жылғы 5 қаңтар'],
  ] as const)('%s in %s is %s', (day, language, words) => {
    expect(formatDay(day, language)).toBe(words);
  });

  it('uses the clock of Almaty whatever the browser has', () => {
    expect(formatMoment('2026-11-30T20:15:09.000Z', 'ru')).toBe('1 декабря 2026 г., 01:15');
    expect(formatTime('2026-11-30T20:15:09.000Z')).toBe('01:15:09');
    expect(formatStamp('2026-11-30T20:15:09.000Z')).toBe('01.12.2026 01:15:09');
    expect(today(new Date('2026-12-31T19:30:00.000Z'))).toBe('2027-01-01');
  });

  it.each([
    ['2026', 'year', 0],
    ['2026-Q3', 'quarter', 3],
    ['2026-H2', 'half', 2],
    ['2026-10', 'month', 10],
    ['2026-analysis-7', 'analysis', 0],
    ['2026-person-ab-1', 'person', 0],
    ['analysis-7', 'other', 0],
  ])('%s is a period of kind %s', (period, kind, number) => {
    expect(periodParts(period)).toMatchObject({ kind, number });
  });

  it.each([['2026-analysis-7', '7'], ['2026-person-ab-1', 'ab-1'], ['2026-10', '']])('%s is named %j', (period, name) => {
    expect(periodParts(period)).toMatchObject({ year: '2026', name });
  });

  it('names months in the nominative', () => {
    expect([monthName(10, 'ru'), monthName(10, 'kk')]).toEqual(['октябрь', 'қазан']);
  });
});
