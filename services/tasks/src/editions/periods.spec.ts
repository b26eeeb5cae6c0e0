import { periodsOf } from './periods.js';

describe('the periods of a year', () => {
  it.each([
    ['year', ['2026']],
    ['once', ['2026']],
    ['half', ['2026-H1', '2026-H2']],
    ['quarter', ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4']],
  ] as const)('of the frequency %s are %j', (period, expected) => expect(periodsOf(period, 2026)).toEqual(expected));

  it('are twelve months, which sort', () => {
    const months = periodsOf('month', 2026);
    expect(months).toHaveLength(12);
    expect(months[0]).toBe('2026-01');
    expect([...months].sort()).toEqual(months);
  });
});
