import { YEARLY_PERIOD_KINDS } from '@aigaq/reference';
import { refusalOf } from '../../test/examples.js';
import { eventPeriod, isEventPeriod, isPeriodOf, periodsOf } from './periods.js';

describe('the periods of a year', () => {
  it.each([
    ['year', ['2026']],
    ['once', ['2026']],
    ['half', ['2026-H1', '2026-H2']],
    ['quarter', ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4']],
    ['person', []],
    ['analysis', []],
  ] as const)('of the frequency %s are %j', (period, expected) => expect(periodsOf(period, 2026)).toEqual(expected));

  it('are twelve months, which sort', () => {
    const months = periodsOf('month', 2026);
    expect(months).toHaveLength(12);
    expect([months[0], months[11]]).toEqual(['2026-01', '2026-12']);
    expect([...months].sort()).toEqual(months);
  });

  it.each(YEARLY_PERIOD_KINDS)('of the frequency %s are known again, in their year only', (kind) => {
    expect(isEventPeriod(kind)).toBe(false);
    expect(periodsOf(kind, 2026).filter((period) => !isPeriodOf(kind, 2026, period) || isPeriodOf(kind, 2027, period))).toEqual([]);
  });
});

describe('the period of one person or analysis', () => {
  it.each(['person', 'analysis'] as const)('names what it is for: %s', (kind) => {
    const period = eventPeriod(kind, 2026, '019e43a4-4e00-7000');
    expect(period).toBe(`2026-${kind}-019e43a4-4e00-7000`);
    expect([isEventPeriod(kind), isPeriodOf(kind, 2026, period), isPeriodOf(kind, 2027, period)]).toEqual([true, true, false]);
    expect(isPeriodOf(kind === 'person' ? 'analysis' : 'person', 2026, period)).toBe(false);
    expect(isPeriodOf('year', 2026, period)).toBe(false);
  });

  it.each(['a', 'a1', '7', 'a-b', 'a'.repeat(60)])('may be called %j', (id) => expect(eventPeriod('person', 2026, id)).toBe(`2026-person-${id}`));

  it.each(['', '-', '-a', 'a-', 'a:b', 'A', 'a b', 'ә', 'a'.repeat(61), 'a\n'])('may not be called %j', (id) => {
    expect(refusalOf(() => eventPeriod('person', 2026, id))).toBe('edition.bad_period');
  });

  it.each(['2026', '2026-01', '2026-H1', 'x2026-person-a', '2026-person-a:b', '2026-thing-a'])('%j is none', (period) => {
    expect([isPeriodOf('person', 2026, period), isPeriodOf('analysis', 2026, period)]).toEqual([false, false]);
  });
});
