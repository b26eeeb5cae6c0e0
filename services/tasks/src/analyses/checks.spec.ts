import { day, WorkingCalendar } from '@aigaq/calendar';
import { loadAnalysisRules, loadCalendar } from '@aigaq/reference';
import fc from 'fast-check';
import { planAnalysis } from './chain.js';
import { checkDays, type CheckFacts, isRefused, workingDaysOf } from './checks.js';

const calendar = WorkingCalendar.from(loadCalendar());
const rules = loadAnalysisRules('2024');

function findings(from: string, to: string, change: Partial<CheckFacts> = {}) {
  const days = { start: day(from), end: day(to) };
  return checkDays(days, planAnalysis(days, calendar, rules), { today: day('2024-05-01'), others: [], done: new Set(), calendar, rules, ...change });
}

const external = (end: string) => ({ kind: 'external' as const, start: '2023-01-09', end });
const internal = { kind: 'internal' as const, start: '2024-01-09', end: '2024-01-30' };

describe('checking the days of an analysis', () => {
  it('finds nothing in the example of the Instruction', () => {
    expect(findings('2024-06-03', '2024-06-28')).toEqual([]);
  });

  it.each<[string, string, string, Partial<CheckFacts>, object[]]>([
    ['ends before it begins', '2024-06-28', '2024-06-03', {}, [{ code: 'analysis.disordered', severity: 'refused' }]],
    // 30 working days from 03.06.2024: 08.07.2024 is a day off.
    ['takes 30 working days', '2024-06-03', '2024-07-15', {}, []],
    ['takes 31', '2024-06-03', '2024-07-16', {}, [{ code: 'analysis.too_long', severity: 'refused', data: { workingDays: '31', most: '30' } }]],
    ['leaves just room for the discussion', '2024-06-03', '2024-06-17', {}, []],
    [
      'leaves no room for the discussion',
      '2024-06-03',
      '2024-06-14',
      {},
      [{ code: 'analysis.too_short', severity: 'refused', data: { step: 'announce_discussion', due: '2024-05-31', earliestEnd: '2024-06-17' } }],
    ],
    ['has its discussion announced already', '2024-06-03', '2024-06-14', { done: new Set(['announce_discussion']) }, []],
    ['begins on the last day on which its announcement is in time', '2024-06-03', '2024-06-28', { today: day('2024-05-20') }, []],
    ['begins too soon to be announced', '2024-06-03', '2024-06-28', { today: day('2024-05-21') }, [{ code: 'analysis.late_start', severity: 'warned', data: { step: 'announce_start', due: '2024-05-20' } }]],
    ['begins soon, and was announced', '2024-06-03', '2024-06-28', { today: day('2024-05-21'), done: new Set(['announce_start']) }, []],
    ['ends on a day off', '2024-06-03', '2024-06-29', {}, [{ code: 'analysis.day_off', severity: 'warned', data: { day: '2024-06-29' } }]],
    ['begins a year and a day after an external one', '2024-06-03', '2024-06-28', { others: [external('2023-06-02')] }, []],
    [
      'begins a year after an external one',
      '2024-06-03',
      '2024-06-28',
      { others: [external('2022-01-10'), external('2023-06-03')] },
      [{ code: 'analysis.after_external', severity: 'refused', data: { externalEnd: '2023-06-03', earliest: '2024-06-04' } }],
    ],
    ['follows another internal one', '2024-06-03', '2024-06-28', { others: [internal] }, []],
    ['lies in a year that nobody has imported', '2031-06-03', '2031-06-28', {}, [{ code: 'analysis.year_unknown', severity: 'refused', data: { year: '2031' } }]],
  ])('that %s', (_what, from, to, change, expected) => {
    expect(findings(from, to, change)).toMatchObject(expected);
    expect(findings(from, to, change)).toHaveLength(expected.length);
  });

  it('says when a date may still move, and when it cannot be counted yet', () => {
    const codes = findings('2027-11-01', '2027-11-26').map(({ code, severity }) => [code, severity]);
    expect(codes).toEqual([
      ['analysis.forecast', 'warned'],
      ['analysis.later_unknown', 'warned'],
    ]);
  });

  it('is about what the rules say: severities and limits are theirs', () => {
    const checks = { ...rules.checks, longest: { ...rules.checks.longest, workingDays: 19, severity: 'warned' as const } };
    const found = findings('2024-06-03', '2024-06-28', { rules: { ...rules, checks } });
    expect(found).toMatchObject([{ code: 'analysis.too_long', severity: 'warned', data: { workingDays: '20', most: '19' } }]);
    expect(isRefused(found)).toBe(false);
  });

  it('refuses whatever is longer than 30 working days or shorter than the discussion needs, and nothing else of the length', () => {
    const from = fc.date({ min: new Date('2023-03-01'), max: new Date('2024-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(from, fc.integer({ min: 0, max: 70 }), (start, length) => {
        const end = new Date(Date.parse(start) + length * 86_400_000).toISOString().slice(0, 10);
        const days = { start: day(start), end: day(end) };
        const long = workingDaysOf(days, calendar) > 30;
        const short = calendar.addWorkingDays(days.end, -10) < days.start;
        expect(isRefused(findings(start, end, { today: day('2023-01-10') }))).toBe(long || short);
      }),
    );
  });
});
