import { addDays, type Day, day, WorkingCalendar } from '@aigaq/calendar';
import { type AnalysisRules, loadAnalysisRules, loadCalendar, type QuarterlyStep } from '@aigaq/reference';
import fc from 'fast-check';
import { type ChainDate, type DoneDays, planAnalysis } from './chain.js';
import { quarterEnds } from './quarters.js';

const calendar = WorkingCalendar.from(loadCalendar());
const rules = loadAnalysisRules('2024');
const START = day('2024-06-03');
const END = day('2024-06-28');
const done = (facts: Record<string, string>): DoneDays => new Map(Object.entries(facts).map(([key, text]) => [key, day(text)]));
const plan = (facts: Record<string, string> = {}, start = START, end = END) => planAnalysis({ start, end, done: done(facts) }, calendar, rules);
const dueOf = (dates: readonly ChainDate[]) => Object.fromEntries(dates.map(({ key, dueOn }) => [key, dueOn]));
const of = (dates: readonly ChainDate[], key: string) => dates.find((date) => date.key === key);

describe('the chain of an analysis from 03.06.2024 to 28.06.2024', () => {
  it('has the dates of the Instruction, and expects the rest from them', () => {
    expect(dueOf(plan())).toEqual({
      announce_start: '2024-05-20',
      announce_discussion: '2024-06-14',
      hold_discussion: '2024-06-21',
      sign_note: '2024-07-15',
      develop_plan: '2024-07-29',
      publish: '2024-08-01',
      'information:2024-Q3': '2024-10-07',
      'review_information:2024-Q3': '2024-10-14',
      // 05.01.2025 is a Sunday that was worked for 3 January.
      'information:2024-Q4': '2025-01-05',
      'review_information:2024-Q4': '2025-01-13',
      'information:2025-Q1': '2025-04-07',
      'review_information:2025-Q1': '2025-04-14',
      // 05.07.2025 is a Saturday, and 7 July a day off for Capital Day on Sunday.
      'information:2025-Q2': '2025-07-08',
      'review_information:2025-Q2': '2025-07-15',
    });
  });

  it.each([
    ['announce_start', false, { code: 'calendar.working_days_before', data: { amount: 10, anchor: START, day: '2024-05-20', calendars: ['2024:1'], isForecast: false } }],
    ['sign_note', false, { code: 'calendar.working_days_after', data: { amount: 10, anchor: END, day: '2024-07-15', calendars: ['2024:1'], isForecast: false } }],
    ['develop_plan', true, { code: 'calendar.working_days_after', data: { amount: 10, anchor: '2024-07-15', day: '2024-07-29', calendars: ['2024:1'], isForecast: false } }],
    [
      'information:2024-Q3',
      true,
      { code: 'analysis.day_after_quarter', data: { quarterEnd: '2024-09-30', named: '2024-10-05', day: '2024-10-07', calendars: ['2024:1'], isForecast: false } },
    ],
  ])('says of %s why', (key, isProvisional, reason) => {
    expect(of(plan(), key)).toMatchObject({ isProvisional, reason });
  });

  it.each([
    ['the note is signed early', { sign_note: '2024-07-02' }, { develop_plan: ['2024-07-17', false], publish: ['2024-07-22', true] }],
    ['the note is signed late', { sign_note: '2024-07-19' }, { develop_plan: ['2024-08-02', false], publish: ['2024-08-07', true] }],
    ['the plan is approved', { sign_note: '2024-07-15', develop_plan: '2024-07-25' }, { publish: ['2024-07-30', false] }],
    ['information comes', { sign_note: '2024-07-15', 'information:2024-Q3': '2024-10-03' }, { 'review_information:2024-Q3': ['2024-10-10', false], 'information:2024-Q4': ['2025-01-05', false] }],
  ])('is counted again when %s', (_what, facts, expected) => {
    const dates = plan(facts);
    expect(Object.fromEntries(Object.keys(expected).map((key) => [key, [of(dates, key)?.dueOn, of(dates, key)?.isProvisional]]))).toEqual(expected);
  });

  it('reports on the quarters that end within a year of the signing', () => {
    const periods = (signed: string) => plan({ sign_note: signed }).filter(({ code }) => code === 'information').map(({ period }) => period);
    expect(periods('2024-10-02')).toEqual(['2024-Q4', '2025-Q1', '2025-Q2', '2025-Q3']);
    // Signed on the last day of a quarter: that one has no execution to report on.
    expect(periods('2024-09-30')).toEqual(['2024-Q4', '2025-Q1', '2025-Q2', '2025-Q3']);
  });
});

describe('what the rules settle, not the program', () => {
  const changed = (change: Partial<QuarterlyStep>): AnalysisRules => ({
    ...rules,
    steps: rules.steps.map((step) => (step.kind === 'quarterly' ? { ...step, ...change } : step)),
  });
  const first = (change: Partial<QuarterlyStep>) => planAnalysis({ start: START, end: END }, calendar, changed(change)).find(({ code }) => code === 'information');

  it.each([
    ['a day off gives way to the next working day', { onNonWorkingDay: 'next' }, '2024-Q3', '2024-10-07'],
    ['to the one before', { onNonWorkingDay: 'previous' }, '2024-Q3', '2024-10-04'],
    ['to none', { onNonWorkingDay: 'same' }, '2024-Q3', '2024-10-05'],
    ['quarters from the signing', { quarters: 'from-anchor' }, '2024-10-15', '2024-11-05'],
  ] as const)('%s', (_what, change, period, dueOn) => {
    expect(first(change)).toMatchObject({ period, dueOn });
  });

  it('a step counted from what nothing makes is a mistake of the data', () => {
    const [step] = rules.steps;
    expect(() => planAnalysis({ start: START, end: END }, calendar, { ...rules, steps: [{ ...step!, anchor: 'nothing' }] })).toThrow('announce_start');
  });
});

describe('years that have not been imported', () => {
  it('are said where they are needed, and nothing is guessed', () => {
    const dates = plan({}, day('2027-12-01'), day('2027-12-24'));
    expect(of(dates, 'hold_discussion')?.dueOn).not.toBeNull();
    expect(of(dates, 'sign_note')).toMatchObject({ dueOn: null, reason: { code: 'analysis.calendar_missing', data: { anchor: '2027-12-24' } } });
    expect(of(dates, 'publish')).toMatchObject({ dueOn: null, isProvisional: true });
    expect(dates.filter(({ code }) => code === 'information')).toEqual([]);
  });
});

describe('any analysis', () => {
  const start = fc.date({ min: new Date('2023-02-01'), max: new Date('2025-06-30'), noInvalidDate: true }).map((date) => day(date.toISOString().slice(0, 10)));
  const days = fc.record({ start, length: fc.integer({ min: 0, max: 60 }) }).map(({ start: from, length }) => ({ start: from, end: addDays(from, length) }));

  it('has every due day on a working day, and information and its review four times', () => {
    fc.assert(
      fc.property(days, (each) => {
        const dates = planAnalysis(each, calendar, rules);
        expect(dates.filter(({ dueOn }) => dueOn === null || !calendar.isWorkingDay(dueOn))).toEqual([]);
        expect(dates).toHaveLength(6 + 8);
        expect(new Set(dates.map(({ key }) => key)).size).toBe(dates.length);
      }),
    );
  });

  it('counts as many working days as the rules say, and back again', () => {
    fc.assert(
      fc.property(days, (each) => {
        const dates = planAnalysis(each, calendar, rules);
        const amount = (from: Day, key: string) => calendar.workingDaysBetween(from, of(dates, key)!.dueOn!);
        expect([amount(each.start, 'announce_start'), amount(each.end, 'announce_discussion'), amount(each.end, 'hold_discussion'), amount(each.end, 'sign_note')]).toEqual([-10, -10, -5, 10]);
      }),
    );
  });

  it('moves no date back when its days move on', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 40 }), (each, later) => {
        const moved = planAnalysis({ start: addDays(each.start, later), end: addDays(each.end, later) }, calendar, rules);
        const before = planAnalysis(each, calendar, rules);
        expect(before.filter(({ dueOn }, place) => dueOn! > moved[place]!.dueOn!)).toEqual([]);
      }),
    );
  });

  it('done on each due day stays as it was planned, and nothing is provisional any more', () => {
    fc.assert(
      fc.property(days, (each) => {
        const planned = planAnalysis(each, calendar, rules);
        const again = planAnalysis({ ...each, done: new Map(planned.map(({ key, dueOn }) => [key, dueOn!])) }, calendar, rules);
        expect(again.map(({ key, dueOn }) => [key, dueOn])).toEqual(planned.map(({ key, dueOn }) => [key, dueOn]));
        expect(again.some(({ isProvisional }) => isProvisional)).toBe(false);
      }),
    );
  });

  it.each(['calendar', 'from-anchor'] as const)('ends its quarters (%s) after the anchor and within the year', (quarters) => {
    fc.assert(
      fc.property(start, (anchor) => {
        const ends = quarterEnds(anchor, { years: 1, quarters });
        expect(ends).toHaveLength(4);
        expect(ends.every((end, place) => end > (ends[place - 1] ?? anchor) && end <= addDays(anchor, 366))).toBe(true);
      }),
    );
  });
});
