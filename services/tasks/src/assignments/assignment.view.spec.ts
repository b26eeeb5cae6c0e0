import { WorkingCalendar } from '@aigaq/calendar';
import { loadCalendar, loadReviewChains } from '@aigaq/reference';
import { AGENCY, assignment, CHAIN, COORDINATOR, CURATOR, DISTRICT, EXECUTOR, inReview, NOW, paper, REGION, subtask, TITLE } from '../../test/examples.js';
import { acceptAssignment } from './review.js';
import { storedSteps } from './review-chain.js';
import { assignmentRow, assignmentView, type DetailFacts, maskedRow } from './assignment.view.js';

const calendar = WorkingCalendar.from(loadCalendar());
const bodies = { [DISTRICT]: 'akimat-district', [REGION]: 'akimat-region', [AGENCY]: 'agency' } as const;
const names = new Map(Object.entries(bodies).map(([id, kind]) => [id, { id, name: { kk: id, ru: id }, kind }]));
const facts = (change: Partial<DetailFacts> = {}): DetailFacts => ({
  subtask: subtask(),
  names,
  calendar,
  today: '2026-05-20' as never,
  actor: EXECUTOR,
  maySubmit: true,
  steps: CHAIN,
  limits: loadReviewChains('2024'),
  now: NOW,
  vacant: new Set<string>(),
  evaluation: { requirements: [], unplacedIds: [] },
  ...change,
});

describe('a row of a list', () => {
  it('says what, whose, until when', () => {
    expect(assignmentRow(inReview(), facts())).toEqual({
      id: assignment().id,
      edition: '2024',
      subtask: '1.1.2',
      secrecy: 'none',
      masked: false,
      title: TITLE,
      kkProposed: true,
      organisation: names.get(DISTRICT),
      period: '2026',
      status: 'in-review',
      opensOn: '2026-01-15',
      dueOn: '2026-05-29',
      extendedTo: null,
      punctuality: 'on-time',
      workingDaysLeft: 6,
      reviewer: names.get(REGION),
      machineVerdict: 'passed',
      holder: null,
      zeroCase: false,
      request: null,
      steps: 0,
    });
  });

  it.each([
    ['open before its due day', assignment(), '2026-05-29', 'not-due'],
    ['open after it', assignment(), '2026-05-30', 'overdue'],
    ['handed in in time', inReview({ submittedOn: '2026-05-29' }), '2026-07-01', 'on-time'],
    ['handed in later', inReview({ submittedOn: '2026-05-30' }), '2026-07-01', 'late'],
    ['returned after it', inReview({ status: 'returned', submittedOn: '2026-05-29' }), '2026-07-01', 'on-time'],
    ['open within an extension', assignment({ extendedTo: '2026-06-05' }), '2026-06-05', 'not-due'],
    ['open after an extension', assignment({ extendedTo: '2026-06-05' }), '2026-06-06', 'overdue'],
    ['handed in within an extension', inReview({ submittedOn: '2026-06-05', extendedTo: '2026-06-05' }), '2026-07-01', 'on-time-extended'],
    ['handed in by the due day in spite of an extension', inReview({ submittedOn: '2026-05-29', extendedTo: '2026-06-05' }), '2026-07-01', 'on-time'],
    ['handed in after an extension', inReview({ submittedOn: '2026-06-06', extendedTo: '2026-06-05' }), '2026-07-01', 'late'],
    ['not applicable', assignment({ status: 'not-applicable' }), '2026-07-01', 'not-applicable'],
    ['confirmed by the Agency', assignment({ kindOfProof: 'agency-confirms', status: 'accepted' }), '2026-07-01', 'on-time'],
  ] as const)('%s: on %s it is %s', (_, state, today, punctuality) => {
    expect(assignmentRow(state, facts({ today: today as never })).punctuality).toBe(punctuality);
  });

  it('names a body that is not known yet by its id', () => {
    expect(assignmentRow(assignment({ organisationId: 'new' }), facts()).organisation).toMatchObject({ id: 'new', name: { kk: 'new', ru: 'new' } });
  });
});

describe('a row of what is secret, for somebody on no list', () => {
  it('says whose, until when and how far; not what, and nothing that was found', () => {
    const secret = facts({ subtask: subtask({ code: '2.1.1', secrecy: 'restricted' }) });
    const holders = [{ organisationId: REGION, by: { id: 'c', name: 'C' }, at: NOW }];
    const state = inReview({ subtask: '2.1.1', machineVerdict: 'failed', zeroCase: true, holders });
    expect(maskedRow(state, secret)).toEqual({
      ...assignmentRow(state, secret),
      secrecy: 'restricted',
      masked: true,
      title: { kk: '', ru: '' },
      kkProposed: false,
      machineVerdict: null,
      holder: null,
      zeroCase: false,
    });
  });
});

describe('the whole view', () => {
  it('gives every day its reason, and the levels that sign in this kind of body', () => {
    const view = assignmentView(assignment(), facts());
    const data = { edition: '2024', year: '2026', dueOn: '2026-05-29' };
    expect(view.clocks).toEqual({
      opens: { day: '2026-01-15', reason: { code: 'date.opens_by_card', data } },
      due: { day: '2026-05-29', reason: { code: 'date.due_by_card', data } },
      onTime: { day: '2026-05-29', reason: { code: 'date.by_due', data } },
      locked: { day: '2026-06-12', reason: { code: 'date.locked_by_card', data } },
    });
    const extended = assignmentView(assignment({ extendedTo: '2026-06-05', lockedOn: '2026-06-19' }), facts()).clocks;
    expect(extended).toMatchObject({ due: { day: '2026-05-29' }, onTime: { day: '2026-06-05', reason: { code: 'date.extended' } }, locked: { reason: { code: 'date.locked_by_extension' } } });
    expect(view.signers).toEqual(['akim', 'head-of-apparatus']);
  });

  it('says each clock with the reason that was stored', () => {
    const counted = { code: 'date.next_working_day', data: { original: '2026-05-30', calendars: ['2026:1'], isForecast: false } };
    const reasons = { opens: { code: 'date.set_by_agency', data: {} }, due: counted, locked: counted };
    const { clocks } = assignmentView(assignment({ reasons }), facts());
    expect([clocks.opens.reason.code, clocks.due.reason.code, clocks.locked.reason.code]).toEqual([
      'date.set_by_agency',
      'date.next_working_day',
      'date.next_working_day',
    ]);
    expect(clocks.due.reason.data).toEqual({ edition: '2024', year: '2026', dueOn: '2026-05-29', ...counted.data });
  });

  it('tells the history with names', () => {
    const step = { at: NOW, by: { id: 'p', name: 'P' }, act: 'passed-on', organisationId: REGION, submission: null, evidenceIds: [], reason: null, remark: null, place: null } as const;
    const [told] = assignmentView(inReview({ history: [{ ...step, evidenceIds: [] }] }), facts()).history;
    expect(told).toMatchObject({ at: '2026-05-20T04:00:00.000Z', act: 'passed-on', organisation: names.get(REGION) });
    expect(told).not.toHaveProperty('organisationId');
  });

  it.each([
    ['for the own body', { act: 'submitted', organisationId: DISTRICT, from: DISTRICT }, [DISTRICT, DISTRICT]],
    ['on behalf of a body below', { act: 'submitted', organisationId: DISTRICT, from: REGION }, [DISTRICT, REGION]],
    ['before that was recorded', { act: 'submitted', organisationId: DISTRICT }, [DISTRICT, undefined]],
    ['as the reviewing body', { act: 'passed-on', organisationId: REGION }, [REGION, REGION]],
  ])('names both bodies of what was done %s', (_, done, expected) => {
    const step = { at: NOW, by: { id: 'p', name: 'P' }, submission: null, evidenceIds: [], reason: null, remark: null, place: null, ...done };
    const [told] = assignmentView(inReview({ history: [step as never] }), facts()).history;
    expect([told?.organisation?.id, told?.from?.id]).toEqual(expected);
  });

  const REQUEST = { kind: 'extension', reason: 'Согласование', day: '2026-06-05', by: { id: 'p', name: 'P' }, at: NOW, to: REGION } as const;
  const ACCEPTED = acceptAssignment(inReview({ reviewerId: AGENCY }), CURATOR, [paper('e1')], { subtask: subtask(), now: NOW }).next;

  it('tells a request, what does not apply, and for what an acceptance stands', () => {
    expect(assignmentView(assignment({ request: REQUEST }), facts()).asked).toEqual({
      ...{ kind: 'extension', reason: 'Согласование', day: '2026-06-05', by: { id: 'p', name: 'P' }, at: NOW.toISOString() },
      decider: names.get(REGION),
    });
    const excused = { until: '2026-12-31', reason: 'Нет организаций' };
    expect(assignmentView(assignment({ status: 'not-applicable', excused }), facts()).excused).toEqual(excused);
    expect(assignmentView(ACCEPTED, facts()).approved).toEqual({ at: NOW.toISOString(), by: { id: CURATOR.id, name: CURATOR.name }, sha256: ['ab'.repeat(32)] });
  });

  it('shows those who review side by side, each with its subject and whether it has agreed', () => {
    const subject = { kk: 'сала', ru: 'отрасль' };
    const steps = [[{ organisationId: REGION, subject }, { organisationId: 'cgo-mf', subject }], CHAIN[1]!];
    const state = inReview({ ...storedSteps(steps), reviewerId: 'cgo-mf' });
    expect(assignmentView(state, facts()).chain).toMatchObject([
      { organisation: { id: REGION }, state: 'done', step: 0, subject },
      { organisation: { id: 'cgo-mf' }, state: 'now', step: 0, subject },
      { organisation: { id: AGENCY }, state: 'waiting', step: 1, subject: null },
    ]);
  });

  const confirmed = (change = {}) => assignment({ kindOfProof: 'agency-confirms', ...change });
  it.each([
    ['open', assignment(), ['waiting', 'waiting']],
    ['in review at the region', inReview(), ['now', 'waiting']],
    ['in review at the Agency', inReview({ reviewerId: AGENCY }), ['done', 'now']],
    ['returned', inReview({ status: 'returned', reviewerId: null }), ['waiting', 'waiting']],
    ['accepted', inReview({ status: 'accepted', reviewerId: null }), ['done', 'done']],
    ['for the Agency to confirm', confirmed(), ['now']],
    ['confirmed', confirmed({ status: 'accepted' }), ['done']],
  ] as const)('shows the chain of something %s', (_, state, states) => {
    expect(assignmentView(state, facts()).chain.map(({ state: each }) => each)).toEqual(states);
  });

  it('keeps the chain as it was when it was handed in, and says where nobody reviews', () => {
    const { chain } = assignmentView(inReview(), facts({ steps: [['akimat-new'], [AGENCY]].map((ids) => ids.map((organisationId) => ({ organisationId, subject: null }))), vacant: new Set([REGION]) }));
    expect(chain.map(({ organisation, vacant }) => [organisation.id, vacant])).toEqual([[REGION, true], [AGENCY, false]]);
  });

  it.each([
    ['an executor of something open', assignment(), {}, ['upload', 'submit', 'ask-extension', 'ask-not-applicable']],
    ['an executor who has asked', assignment({ request: REQUEST }), {}, ['upload', 'submit', 'withdraw']],
    ['the coordinator who decides on it', assignment({ request: REQUEST }), { actor: COORDINATOR, maySubmit: false }, ['grant', 'refuse']],
    ['anybody of what does not apply', assignment({ status: 'not-applicable' }), {}, []],
    ['an executor before it opens', assignment({ opensOn: '2026-05-21' }), {}, ['ask-extension', 'ask-not-applicable']],
    ['an executor after it is locked', assignment({ lockedOn: '2026-05-19' }), {}, []],
    ['an executor of something returned', inReview({ status: 'returned', reviewerId: null }), {}, ['upload', 'submit']],
    ['an executor while it is reviewed', inReview(), {}, []],
    ['the coordinator whose turn it is', inReview(), { actor: COORDINATOR }, ['return', 'pass-on', 'take']],
    ['the coordinator who holds the case', inReview({ holders: [{ organisationId: REGION, by: COORDINATOR, at: NOW }] }), { actor: COORDINATOR }, ['return', 'pass-on', 'release']],
    ['another coordinator meanwhile', inReview({ holders: [{ organisationId: REGION, by: EXECUTOR, at: NOW }] }), { actor: COORDINATOR }, ['take-over']],
    ['the curator at the end', inReview({ reviewerId: AGENCY }), { actor: CURATOR, maySubmit: false }, ['return', 'accept', 'take']],
    ['the curator before his turn', inReview(), { actor: CURATOR, maySubmit: false }, []],
    ['a coordinator who is an author', inReview({ authors: [COORDINATOR.id] }), { actor: COORDINATOR }, []],
    ['the curator who confirms', confirmed(), { actor: CURATOR, maySubmit: false }, ['accept']],
    ['an executor of what the Agency confirms', confirmed(), {}, []],
    ['the Agency when accepted', inReview({ status: 'accepted', reviewerId: null }), { actor: CURATOR }, ['reopen']],
    ['anybody else when accepted', inReview({ status: 'accepted', reviewerId: null }), { actor: COORDINATOR }, []],
    ['whoever has just accepted it', ACCEPTED, { actor: CURATOR, maySubmit: false }, ['reopen', 'undo']],
  ])('offers %s what he may do', (_, state, change, allowed) => {
    expect(assignmentView(state, facts(change)).allowed).toEqual(allowed);
  });
});
