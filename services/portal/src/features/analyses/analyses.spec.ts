import { planOf, NEW_PLAN, teamOf } from './plan.js';
import { findingText, reasonText, stepName } from './said.js';
import { spanOf } from './span.js';
import { shadeOf } from '../risk-pictures/shade.js';

const words = {
  coded: (group: string, code: string, values: Record<string, unknown> = {}) => `${group}.${code} ${JSON.stringify(values)}`,
  day: (day: string) => `<${day}>`,
  say: ({ ru }: { ru: string }) => ru,
  t: ((key: string, values: object) => `${key} ${JSON.stringify(values)}`) as never,
};

describe('what is said of an analysis', () => {
  it('puts the days of a reason into words, and says when the 5th moved', () => {
    const reason = { code: 'calendar.working_days_before', data: { amount: '10', anchor: '2024-06-03' } };
    expect(reasonText({ reason }, words)).toBe('analysisReasons.calendar.working_days_before {"amount":"10","anchor":"<2024-06-03>","count":10}');
    const after = (named: string, day: string) => reasonText({ reason: { code: 'analysis.day_after_quarter', data: { named, day } } }, words);
    expect(after('2024-10-05', '2024-10-07')).toContain('"context":"moved"');
    expect(after('2025-01-05', '2025-01-05')).not.toContain('context');
  });

  it('names the quarter of a step', () => {
    const title = { kk: 'Ақпарат', ru: 'Информация' };
    expect(stepName({ title, period: null }, words)).toBe('Информация');
    expect(stepName({ title, period: '2024-Q3' }, words)).toBe('Информация: period.quarter {"year":"2024","number":3}');
    expect(stepName({ title, period: '2024-10-15' }, words)).toBe('Информация: analyses.until {"day":"<2024-10-15>"}');
  });

  it('puts the days of a finding into words', () => {
    expect(findingText({ code: 'analysis.late_start', severity: 'warned', data: { step: 'announce_start', due: '2024-05-20' } }, words)).toContain('<2024-05-20>');
  });
});

describe('what is entered of a plan', () => {
  const whole = { ...NEW_PLAN, body: [{ value: 'akimat-kostanay', label: 'Акимат' }], object: ' Отдел ', start: '2024-06-03', end: '2024-06-28' };

  it('is sent when it is whole', () => {
    expect(planOf({ ...whole, team: 'Ахметова Г.М., начальник отдела, юрист\n\nСериков А.Б., специалист' })).toEqual({
      ...{ organisationId: 'akimat-kostanay', kind: 'internal', object: 'Отдел', start: '2024-06-03', end: '2024-06-28' },
      team: [
        { name: 'Ахметова Г.М.', position: 'начальник отдела, юрист' },
        { name: 'Сериков А.Б.', position: 'специалист' },
      ],
    });
  });

  it.each([{ body: [] }, { object: ' ' }, { start: '' }, { end: '' }, { team: 'Ахметова Г.М.' }])('is not sent with %j', (change) => {
    expect(planOf({ ...whole, ...change })).toBeUndefined();
  });

  it('may have no team yet', () => expect(teamOf(' \n ')).toEqual([]));
});

describe('drawing', () => {
  it('places days on a line in their order, with room at both ends', () => {
    const span = spanOf(['2024-06-03', null, '2024-08-01']);
    const places = ['2024-06-03', '2024-06-28', '2024-08-01'].map((day) => span.placeOf(day)!);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(places[0]).toBeGreaterThan(0);
    expect(places[2]).toBeLessThan(100);
    expect([span.placeOf('2024-05-01'), span.placeOf('2024-09-01')]).toEqual([undefined, undefined]);
  });

  it.each([
    [0, 10, 0],
    [0, 0, 0],
    [1, 100, 1],
    [50, 100, 2],
    [100, 100, 4],
  ])('shades %i of at most %i as %i', (count, most, shade) => expect(shadeOf(count, most)).toBe(shade));
});
