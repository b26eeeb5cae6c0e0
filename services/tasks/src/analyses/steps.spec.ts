import { day } from '@aigaq/calendar';
import { ANALYSIS_STAGES } from '@aigaq/reference';
import fc from 'fast-check';
import { analysis, dueOf, facts, RULES } from '../../test/analysis-examples.js';
import { EXECUTOR, refusalOf, sample } from '../../test/examples.js';
import { cancelled, type RiskAnalysis } from './analysis.js';
import { anchorKeyOf, recordStep, statusOn, stageOf, type Recorded } from './steps.js';

const record = (state: RiskAnalysis, step: string, doneOn: string, change: Partial<Recorded> = {}, today = doneOn) =>
  recordStep(state, EXECUTOR, { step, doneOn: day(doneOn), ...change }, facts(today));
const after = (state: RiskAnalysis, ...done: [step: string, doneOn: string][]): RiskAnalysis =>
  done.reduce((last, [step, doneOn]) => record(last, step, doneOn, {}, '2025-12-31')?.next ?? last, state);
const SIGNED: [string, string][] = [['announce_start', '2024-05-17'], ['announce_discussion', '2024-06-13'], ['hold_discussion', '2024-06-20'], ['sign_note', '2024-07-10']];
const PUBLISHED: [string, string][] = [...SIGNED, ['develop_plan', '2024-07-22'], ['publish', '2024-07-24']];
const QUARTERS = ['2024-Q3', '2024-Q4', '2025-Q1', '2025-Q2'].map((quarter, number): [string, string][] => {
  const received = ['2024-10-04', '2025-01-05', '2025-04-07', '2025-07-04'][number]!;
  const reviewed = ['2024-10-08', '2025-01-09', '2025-04-09', '2025-07-10'][number]!;
  return [[`information:${quarter}`, received], [`review_information:${quarter}`, reviewed]];
});

describe('recording a step', () => {
  it('counts what follows again, says what moved, and tells it', () => {
    const { next, events } = record(after(analysis(), ...SIGNED.slice(0, 3)), 'sign_note', '2024-07-10', { link: 'https://kostanay.example/note' })!;
    expect(events).toEqual([sample('AnalysisStepDone')]);
    expect(dueOf(next)).toMatchObject({ sign_note: '2024-07-15', develop_plan: '2024-07-24', publish: '2024-07-29' });
    expect(next.history.at(-1)).toMatchObject({
      act: 'step-done',
      step: 'sign_note',
      moved: [{ step: 'develop_plan', before: '2024-07-29', after: '2024-07-24' }, { step: 'publish', before: '2024-08-01', after: '2024-07-29' }],
    });
    expect(next.steps.find(({ key }) => key === 'develop_plan')).toMatchObject({ isProvisional: false });
  });

  it.each<[string, string, boolean]>([
    ['on the due day', '2024-07-15', true],
    ['a day later', '2024-07-16', false],
  ])('%s is on time: %s %s', (_what, doneOn, onTime) => {
    expect(record(analysis(), 'sign_note', doneOn)?.events[0]?.payload['onTime'] ?? false).toBe(onTime);
  });

  it('again in the same words changes nothing; with a reason it corrects the day', () => {
    const signed = after(analysis(), ['sign_note', '2024-07-10']);
    expect(record(signed, 'sign_note', '2024-07-10')).toBeUndefined();
    expect(refusalOf(() => record(signed, 'sign_note', '2024-07-11'))).toBe('analysis.step_done');
    const { next } = record(signed, 'sign_note', '2024-07-11', { reason: 'Опечатка' })!;
    expect(dueOf(next)).toMatchObject({ develop_plan: '2024-07-25' });
    expect(next.history.at(-1)).toMatchObject({ act: 'step-corrected', reason: 'Опечатка' });
  });

  it.each<[string, [string, string][], string, string, Partial<Recorded>, string]>([
    ['that the chain does not have', [], 'nothing', '2024-06-03', {}, 'analysis.unknown_step'],
    ['before what it is counted from', [], 'develop_plan', '2024-07-20', {}, 'analysis.out_of_order'],
    ['before what it is counted from, of a quarter', [['sign_note', '2024-07-10']], 'review_information:2024-Q3', '2024-10-08', {}, 'analysis.out_of_order'],
    ['the note before the analysis ends', [], 'sign_note', '2024-06-27', {}, 'analysis.too_early'],
    ['the plan before the note', [['sign_note', '2024-07-10']], 'develop_plan', '2024-07-09', {}, 'analysis.too_early'],
    ['information before the quarter ends', [['sign_note', '2024-07-10']], 'information:2024-Q3', '2024-09-29', {}, 'analysis.too_early'],
    ['a correction of what others rest on', PUBLISHED, 'sign_note', '2024-07-09', { reason: 'Опечатка' }, 'analysis.rested_on'],
  ])('is refused %s', (_what, done, step, doneOn, change, code) => {
    expect(refusalOf(() => record(after(analysis(), ...done), step, doneOn, change, '2025-12-31'))).toBe(code);
  });

  it('is refused for a day ahead, for a cancelled analysis, and for an external one', () => {
    expect(refusalOf(() => record(analysis(), 'announce_start', '2024-05-18', {}, '2024-05-17'))).toBe('analysis.in_future');
    const gone = cancelled(analysis(), EXECUTOR, 'Реорганизация', facts().now).next;
    expect(refusalOf(() => record(gone, 'announce_start', '2024-05-17'))).toBe('analysis.over');
    expect(refusalOf(() => record(analysis({ kind: 'external' }), 'announce_start', '2024-05-17'))).toBe('analysis.external');
  });
});

describe('where an analysis stands', () => {
  it.each<[string, [string, string][], string]>([
    ['planned', [], '2024-06-02'],
    ['announced', SIGNED.slice(0, 1), '2024-06-02'],
    ['under-way', SIGNED.slice(0, 1), '2024-06-03'],
    ['under-way', [], '2024-06-03'],
    ['note-signed', SIGNED, '2024-07-10'],
    ['plan-approved', PUBLISHED.slice(0, 5), '2024-07-22'],
    ['published', PUBLISHED, '2024-07-24'],
    ['published', [...PUBLISHED, QUARTERS[0]![0]!], '2024-10-04'],
    ['monitored', [...PUBLISHED, ...QUARTERS[0]!], '2024-10-08'],
    ['done', [...PUBLISHED, ...QUARTERS.flat()], '2025-07-10'],
    // Information was reviewed, and the plan was never published: that still has to be done.
    ['plan-approved', [...PUBLISHED.slice(0, 5), ...QUARTERS.flat()], '2025-07-10'],
  ])('is %s', (status, done, today) => {
    expect(statusOn(after(analysis(), ...done), day(today))).toBe(status);
  });

  it('is cancelled whatever was done, and an external one is done after its end', () => {
    const gone = cancelled(after(analysis(), ...SIGNED), EXECUTOR, 'Реорганизация', facts().now).next;
    expect(statusOn(gone, day('2024-07-10'))).toBe('cancelled');
    const external = analysis({ kind: 'external' });
    expect(['2024-06-02', '2024-06-28', '2024-06-29'].map((today) => statusOn(external, day(today)))).toEqual(['planned', 'under-way', 'done']);
  });

  it('once done is not gone on with', () => {
    const done = after(analysis(), ...PUBLISHED, ...QUARTERS.flat());
    expect(refusalOf(() => record(done, 'publish', '2024-07-25', { reason: 'Опечатка' }, '2025-12-31'))).toBe('analysis.over');
  });
});

describe('whatever is recorded in whatever order', () => {
  const keys = analysis().steps.map(({ key }) => key);
  const act = fc.record({ step: fc.constantFrom(...keys, 'nothing'), days: fc.integer({ min: 0, max: 450 }), reason: fc.option(fc.constant('Опечатка'), { nil: undefined }) });

  it('a step that is done has what it is counted from done before it, the stage never goes back, and nothing of the history is lost', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        let state = analysis();
        for (const { step, days, reason } of acts) {
          const before = state;
          const doneOn = new Date(Date.parse('2024-05-13') + days * 86_400_000).toISOString().slice(0, 10);
          refusalOf(() => {
            state = record(state, step, doneOn, { reason }, '2025-12-31')?.next ?? state;
          });
          expect(ANALYSIS_STAGES.indexOf(state.stage)).toBeGreaterThanOrEqual(ANALYSIS_STAGES.indexOf(before.stage));
          expect(state.history.slice(0, before.history.length)).toEqual(before.history);
          expect(state.stage).toBe(stageOf(state.steps, RULES));
          const done = new Map(state.steps.flatMap(({ key, doneOn: day }) => (day ? [[key, day] as const] : [])));
          const broken = state.steps.filter((each) => each.doneOn !== null).filter((each) => {
            const anchor = anchorKeyOf(each, RULES);
            return anchor !== undefined && !((done.get(anchor) ?? '9999') <= each.doneOn!);
          });
          expect(broken).toEqual([]);
        }
      }),
    );
  });
});
