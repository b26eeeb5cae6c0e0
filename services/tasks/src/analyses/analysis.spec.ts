import { day } from '@aigaq/calendar';
import { analysis, daysOf, draft, dueOf, facts } from '../../test/analysis-examples.js';
import { COORDINATOR, EXECUTOR, refusalOf, sample } from '../../test/examples.js';
import { cancelled, planned, replanned } from './analysis.js';
import { listPositions } from './positions.js';
import { recordStep } from './steps.js';

const REASON = 'Перенос по приказу № 12';
const external = { kind: 'external' as const, object: 'Акимат', start: '2023-05-01', end: '2023-06-20' };

describe('planning an analysis', () => {
  it('keeps every date of the chain with its reason and tells them', () => {
    const { next, events } = planned(draft(), EXECUTOR, facts());
    expect(events).toEqual([sample('AnalysisPlanned')]);
    expect(next).toMatchObject({ edition: '2024', year: 2024, stage: 'planned', isCancelled: false, positions: [], history: [{ act: 'planned', by: { id: EXECUTOR.id } }] });
    expect(dueOf(next)).toMatchObject({ announce_start: '2024-05-20', sign_note: '2024-07-15' });
    expect(next.steps.every(({ doneOn }) => doneOn === null)).toBe(true);
  });

  it('keeps of an external one its days only', () => {
    const { next } = planned(draft({ kind: 'external', ...daysOf('2024-01-09', '2024-04-30') }), EXECUTOR, facts());
    expect(next).toMatchObject({ kind: 'external', steps: [] });
  });

  it.each<[string, Parameters<typeof draft>[0], Parameters<typeof facts>[1], string]>([
    ['an end before the start', daysOf('2024-06-28', '2024-06-03'), {}, 'analysis.disordered'],
    ['a year without a calendar', daysOf('2031-06-03', '2031-06-28'), {}, 'analysis.year_unknown'],
    ['31 working days', daysOf('2024-06-03', '2024-07-16'), {}, 'analysis.too_long'],
    ['no room for the discussion', daysOf('2024-06-03', '2024-06-14'), {}, 'analysis.too_short'],
    ['a start within a year of an external one', {}, { others: [external] }, 'analysis.after_external'],
    ['the same object twice', {}, { others: [{ ...external, kind: 'internal', object: ' отдел земельных ОТНОШЕНИЙ ', ...daysOf('2024-06-28', '2024-07-20') }] }, 'analysis.overlaps'],
  ])('refuses %s', (_what, change, known, code) => {
    expect(refusalOf(() => planned(draft(change), EXECUTOR, facts('2024-05-13', known)))).toBe(code);
  });

  it('warns and goes on when it is too late to announce in time', () => {
    expect(planned(draft(), EXECUTOR, facts('2024-05-31')).next.stage).toBe('planned');
  });
});

describe('moving an analysis', () => {
  const to = { ...daysOf('2024-06-10', '2024-07-05'), reason: REASON };

  it('moves every date that is not done, says what each was before, and tells it', () => {
    const before = analysis();
    const { next, events } = replanned(before, COORDINATOR, to, facts('2024-05-15'));
    expect(events).toEqual([sample('AnalysisReplanned')]);
    expect(dueOf(next)).toMatchObject({ announce_start: '2024-05-27', announce_discussion: '2024-06-21', hold_discussion: '2024-06-28', sign_note: '2024-07-22' });
    expect(next.history.at(-1)).toMatchObject({ act: 'replanned', by: { id: COORDINATOR.id, name: COORDINATOR.name }, reason: REASON });
    const moved = Object.fromEntries(next.history.at(-1)!.moved.map(({ step, before: was, after }) => [step, [was, after]]));
    expect(moved).toMatchObject({ analysis_start: ['2024-06-03', '2024-06-10'], analysis_end: ['2024-06-28', '2024-07-05'], sign_note: ['2024-07-15', '2024-07-22'] });
    // Nothing but the days moved: what is reported for the third quarter is due as before.
    expect(Object.keys(moved)).not.toContain('information:2024-Q3');
  });

  it('leaves what is done with the day by which it was done', () => {
    const announced = recordStep(analysis(), EXECUTOR, { step: 'announce_start', doneOn: day('2024-05-17') }, facts('2024-05-17'))!.next;
    const { next } = replanned(announced, COORDINATOR, to, facts('2024-05-20'));
    expect(next.steps[0]).toMatchObject({ key: 'announce_start', dueOn: '2024-05-20', doneOn: '2024-05-17' });
    expect(next).toMatchObject({ stage: 'announced', start: '2024-06-10' });
    expect(next.history.at(-1)?.moved.map(({ step }) => step)).not.toContain('announce_start');
  });

  it('of an external one moves its days alone', () => {
    const { next } = replanned(analysis({ kind: 'external', ...daysOf('2024-01-09', '2024-04-30') }), EXECUTOR, { ...daysOf('2024-01-09', '2024-05-10'), reason: REASON }, facts());
    expect(next.history.at(-1)?.moved).toEqual([{ step: 'analysis_end', before: '2024-04-30', after: '2024-05-10' }]);
  });

  it.each<[string, string, ReturnType<typeof daysOf>, string]>([
    ['to the same days', '2024-05-15', daysOf('2024-06-03', '2024-06-28'), 'analysis.unmoved'],
    ['from its start, once begun', '2024-06-03', daysOf('2024-06-10', '2024-06-28'), 'analysis.begun'],
    ['to days that are too many', '2024-05-15', daysOf('2024-06-03', '2024-08-01'), 'analysis.too_long'],
    ['to an end before the start', '2024-05-15', daysOf('2024-06-03', '2024-05-31'), 'analysis.disordered'],
    ['to another one of the same object', '2024-05-15', daysOf('2024-06-10', '2024-07-05'), 'analysis.overlaps'],
  ])('is refused %s', (what, today, days, code) => {
    const others = what.includes('another') ? [{ kind: 'internal' as const, object: analysis().object, ...daysOf('2024-07-05', '2024-07-20') }] : [];
    expect(refusalOf(() => replanned(analysis(), EXECUTOR, { ...days, reason: REASON }, facts(today, { others })))).toBe(code);
  });

  it('is refused for the end, once the note is signed, and for anything, once cancelled', () => {
    const signed = recordStep(analysis(), EXECUTOR, { step: 'sign_note', doneOn: day('2024-07-01') }, facts('2024-07-01'))!.next;
    const later = { ...daysOf('2024-06-03', '2024-07-01'), reason: REASON };
    expect(refusalOf(() => replanned(signed, EXECUTOR, later, facts('2024-07-02')))).toBe('analysis.note_signed');
    const gone = cancelled(analysis(), EXECUTOR, REASON, facts().now).next;
    expect(refusalOf(() => replanned(gone, EXECUTOR, later, facts()))).toBe('analysis.over');
  });
});

describe('cancelling an analysis', () => {
  it('keeps why and by whom, and tells it; once', () => {
    const { next, events } = cancelled(analysis(), COORDINATOR, REASON, facts('2024-05-20').now);
    expect(events).toEqual([sample('AnalysisCancelled')]);
    expect(next).toMatchObject({ isCancelled: true, history: [{}, { act: 'cancelled', reason: REASON }] });
    expect(refusalOf(() => cancelled(next, COORDINATOR, REASON, facts().now))).toBe('analysis.over');
  });
});

describe('listing the positions', () => {
  const position = { position: 'Главный специалист', unit: 'Отдел земельных отношений', function: 'Предоставление участков', regulation: 'Земельный кодекс, ст. 43', risk: 'Выбор без торгов', measure: 'Публиковать перечень участков' };
  const begun = facts('2024-06-10');

  it('puts the whole list in place of the one before and tells how many', () => {
    const { next, events } = listPositions(analysis(), EXECUTOR, { version: 0, positions: [position] }, begun);
    expect(events).toEqual([sample('ExposedPositionsListed')]);
    expect(next).toMatchObject({ positions: [position], positionsVersion: 1, positionsListedOn: '2024-06-10' });
    expect(listPositions(next, EXECUTOR, { version: 1, positions: [] }, begun).next).toMatchObject({ positions: [], positionsVersion: 2 });
  });

  it.each<[string, () => unknown, string]>([
    ['before the analysis begins', () => listPositions(analysis(), EXECUTOR, { version: 0, positions: [] }, facts('2024-05-31')), 'analysis.not_begun'],
    ['from an older list', () => listPositions(analysis(), EXECUTOR, { version: 3, positions: [] }, begun), 'analysis.list_changed'],
    ['of an external one', () => listPositions(analysis({ kind: 'external' }), EXECUTOR, { version: 0, positions: [] }, begun), 'analysis.external'],
    ['of a cancelled one', () => listPositions(cancelled(analysis(), EXECUTOR, REASON, begun.now).next, EXECUTOR, { version: 0, positions: [] }, begun), 'analysis.over'],
  ])('is refused %s', (_what, list, code) => {
    expect(refusalOf(list)).toBe(code);
  });
});
