import fc from 'fast-check';
import { addDays, day, dayOf, endOfDay } from './day.js';

const anyDay = fc
  .date({ min: new Date('2022-01-01T00:00:00Z'), max: new Date('2027-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => day(date.toISOString().slice(0, 10)));

describe('a day', () => {
  it.each(['2024-02-30', '2024-13-01', '24-01-01', '2024-1-1', '2024-01-01T00:00', ''])('refuses %j', (text) => {
    expect(() => day(text)).toThrow(expect.objectContaining({ code: 'calendar.not_a_day', kind: 'invalid' }));
  });

  it('moves over the end of February and of a year', () => {
    expect([addDays(day('2024-02-28'), 1), addDays(day('2024-12-31'), 1), addDays(day('2024-03-01'), -1)]).toEqual([
      '2024-02-29',
      '2025-01-01',
      '2024-02-29',
    ]);
  });
});

describe('the end of a day in Asia/Almaty', () => {
  it.each([
    ['2023-12-31', '2023-12-31T17:59:59.999Z'],
    ['2024-02-28', '2024-02-28T17:59:59.999Z'],
    ['2024-02-29', '2024-02-29T18:59:59.999Z'],
    ['2024-03-01', '2024-03-01T18:59:59.999Z'],
    ['2026-11-30', '2026-11-30T18:59:59.999Z'],
  ])('%s ends at %s', (text, instant) => {
    expect(endOfDay(day(text)).toISOString()).toBe(instant);
  });

  it('is the last instant of that day', () => {
    fc.assert(
      fc.property(anyDay, (value) => {
        const end = endOfDay(value);
        expect([dayOf(end), dayOf(new Date(end.getTime() + 1))]).toEqual([value, addDays(value, 1)]);
      }),
    );
  });

  it('belongs to people, not to UTC: late evening in London is already tomorrow', () => {
    expect(dayOf(new Date('2026-11-20T19:00:00Z'))).toBe('2026-11-21');
    expect(dayOf(new Date('2026-11-20T18:59:59Z'))).toBe('2026-11-20');
  });
});
