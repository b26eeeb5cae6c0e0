import { AGENCY, assignment, CHAIN, COORDINATOR, EXECUTOR, inReview, NOW, paper, refusalOf, REGION, sample, subtask } from '../../test/examples.js';
import { acceptsWork, type SubmissionFacts, submitAssignment, worstVerdict } from './submission.js';

const facts = (change: Partial<SubmissionFacts> = {}): SubmissionFacts => ({
  evidence: [paper('e1')],
  steps: CHAIN,
  subtask: subtask(),
  today: '2026-05-20',
  now: NOW,
  ...change,
});

describe('handing in', () => {
  it('gives it to the first body of the chain and tells it', () => {
    const { next, events } = submitAssignment(assignment(), { ...EXECUTOR, under: EXECUTOR.memberships[0]! }, { evidenceIds: ['e1'] }, facts());
    const step = { at: NOW, by: { id: EXECUTOR.id, name: EXECUTOR.name }, act: 'submitted', organisationId: assignment().organisationId, from: assignment().organisationId };
    const rest = { submission: 1, evidenceIds: ['e1'], reason: null, remark: null, place: null };
    expect(next).toEqual(inReview({ history: [{ ...step, ...rest } as never] }));
    expect(events).toEqual([sample('AssignmentSubmitted')]);
  });

  it('again after a return counts on, keeps the first day and all authors', () => {
    const returned = inReview({ status: 'returned', reviewerId: null, submittedOn: '2026-05-29', authors: ['p0'] });
    const late = facts({ today: '2026-06-20', evidence: [paper('e2', { uploadedById: 'p-helper' })] });
    const { next, events } = submitAssignment(returned, EXECUTOR, { evidenceIds: ['e2'] }, late);
    expect(next).toMatchObject({ status: 'in-review', submissions: 2, submittedOn: '2026-05-29', evidenceIds: ['e2'], reviewerId: REGION });
    expect(next.authors).toEqual(['p0', EXECUTOR.id, 'p-helper']);
    expect(events[0]?.payload).toMatchObject({ submission: 2, onTime: true });
  });

  it('takes a paper that is named twice once', () => {
    expect(submitAssignment(assignment(), EXECUTOR, { evidenceIds: ['e1', 'e1'] }, facts()).next.evidenceIds).toEqual(['e1']);
  });

  it('after the due day is late', () => {
    expect(submitAssignment(assignment(), EXECUTOR, { evidenceIds: ['e1'] }, facts({ today: '2026-05-30' })).events[0]?.payload['onTime']).toBeUndefined();
  });

  it.each([
    ['of the Agency\'s own confirmation', { kindOfProof: 'agency-confirms' }, {}, ['e1'], 'assignment.no_upload'],
    ['while it is reviewed', { status: 'in-review' }, {}, ['e1'], 'assignment.wrong_status'],
    ['when accepted', { status: 'accepted' }, {}, ['e1'], 'assignment.wrong_status'],
    ['before it opens', { opensOn: '2026-05-21' }, {}, ['e1'], 'assignment.not_open_yet'],
    ['after it is locked', { lockedOn: '2026-05-19' }, {}, ['e1'], 'assignment.locked'],
    ['without a paper', {}, {}, [], 'assignment.no_evidence'],
    ['with an unknown paper', {}, {}, ['e9'], 'assignment.evidence_unknown'],
    ['with a paper of another assignment', {}, { evidence: [paper('e1', { subjectId: 'x' })] }, ['e1'], 'assignment.evidence_unknown'],
    ['with a paper that is still read', {}, { evidence: [paper('e1', { verdict: null })] }, ['e1'], 'assignment.evidence_unchecked'],
    ['when nobody could review it', {}, { steps: [] }, ['e1'], 'assignment.no_reviewing_body'],
  ] as const)('is refused %s', (_, change, known, ids, code) => {
    expect(refusalOf(() => submitAssignment(assignment(change), EXECUTOR, { evidenceIds: ids }, facts(known as Partial<SubmissionFacts>)))).toBe(code);
  });

  const knowing = (zeroCaseFiles?: 'nothing') => ({ ...subtask(), evidence: { ...subtask().evidence, zeroCase: true, ...(zeroCaseFiles && { zeroCaseFiles }) } });
  it.each([
    ['with the form', knowing(), ['e1'], undefined],
    ['without the form that is wanted', knowing(), [], 'assignment.no_evidence'],
    ['with nothing, where nothing is wanted', knowing('nothing'), [], undefined],
    ['with an unknown paper', knowing('nothing'), ['e9'], 'assignment.evidence_unknown'],
    ['where the rule does not know the case', subtask(), ['e1'], 'assignment.no_zero_case'],
  ])('without facts: %s', (_, rule, evidenceIds, code) => {
    expect(refusalOf(() => submitAssignment(assignment(), EXECUTOR, { evidenceIds, zeroCase: true }, facts({ subtask: rule })))).toBe(code);
  });

  it('makes an author of the coordinator who does it for the body', () => {
    const { next, events } = submitAssignment(assignment(), { ...COORDINATOR, under: COORDINATOR.memberships[0]! }, { evidenceIds: ['e1'] }, facts());
    expect(next.authors).toEqual([COORDINATOR.id, EXECUTOR.id]);
    expect(next.history).toMatchObject([{ organisationId: assignment().organisationId, from: REGION }]);
    expect(events).toMatchObject([{ payload: { organisationId: assignment().organisationId, submittedFromOrganisationId: REGION } }]);
  });

  it.each([
    ['2026-05-29', undefined, 'on-time', true],
    ['2026-06-01', '2026-06-10', 'on-time-extended', true],
    ['2026-06-10', '2026-06-10', 'on-time-extended', true],
    ['2026-06-11', '2026-06-10', 'late', undefined],
    ['2026-05-30', undefined, 'late', undefined],
  ])('on %s with an extension until %s is %s', (today, until, punctuality, onTime) => {
    const state = assignment({ ...(until && { extendedTo: until }), lockedOn: '2026-06-30' });
    const { events } = submitAssignment(state, EXECUTOR, { evidenceIds: ['e1'] }, facts({ today }));
    expect([events[0]?.payload['punctuality'], events[0]?.payload['onTime']]).toEqual([punctuality, onTime]);
  });

  it('states that there are no facts, where the rule knows that', () => {
    const rule = { ...subtask(), evidence: { ...subtask().evidence, zeroCase: true } };
    const { next, events } = submitAssignment(assignment(), EXECUTOR, { evidenceIds: ['e1'], zeroCase: true, remark: 'Фактов нет' }, facts({ subtask: rule }));
    expect(next).toMatchObject({ zeroCase: true, history: [{ zeroCase: true, remark: 'Фактов нет' }] });
    expect(events[0]?.payload).toMatchObject({ zeroCase: true });
    const again = submitAssignment({ ...next, status: 'returned' }, EXECUTOR, { evidenceIds: ['e1'] }, facts({ subtask: rule })).next;
    expect(again.zeroCase).toBeUndefined();
    expect(refusalOf(() => submitAssignment(assignment(), EXECUTOR, { evidenceIds: ['e1'], zeroCase: true }, facts()))).toBe('assignment.no_zero_case');
  });

  it('ends a request that nobody has answered', () => {
    const request = { kind: 'extension', reason: 'r', day: '2026-06-10', by: { id: 'p', name: 'P' }, at: NOW, to: REGION } as const;
    expect(submitAssignment(assignment({ request }), EXECUTOR, { evidenceIds: ['e1'] }, facts()).next.request).toBeUndefined();
  });

  it('reports a step in which nobody can review, to the body above it', () => {
    const { next, events } = submitAssignment(assignment(), EXECUTOR, { evidenceIds: ['e1'] }, facts({ vacant: new Map([[REGION, AGENCY]]) }));
    expect(next.reviewerId).toBe(REGION);
    expect(events[1]).toEqual(sample('AssignmentReviewVacant'));
  });

  it('is refused with what happened since, when it was decided on less', () => {
    const returned = inReview({ status: 'returned', history: [{ at: NOW, by: { id: 'c', name: 'Гүлнар Оспанова' }, act: 'returned' } as never] });
    try {
      submitAssignment(returned, EXECUTOR, { evidenceIds: ['e1'], seen: 0 }, facts());
      throw new Error('was not refused');
    } catch (error) {
      expect(error).toMatchObject({ code: 'assignment.changed', kind: 'conflict', data: { by: 'Гүлнар Оспанова', act: 'returned', at: NOW.toISOString() } });
    }
  });

  it('of something secret tells the code alone', () => {
    const { events } = submitAssignment(assignment(), EXECUTOR, { evidenceIds: ['e1'] }, facts({ subtask: subtask({ code: '2.1.1', secrecy: 'restricted' }) }));
    expect(events).toMatchObject([{ payload: { subtaskCode: '2.1.1', secrecy: 'restricted' } }]);
    expect(events[0]?.payload).not.toHaveProperty('title');
  });
});

describe('when work is accepted', () => {
  it.each([
    ['open', '2026-01-14', false],
    ['open', '2026-01-15', true],
    ['open', '2026-06-12', true],
    ['open', '2026-06-13', false],
    ['returned', '2026-12-31', true],
    ['in-review', '2026-05-20', false],
    ['accepted', '2026-05-20', false],
  ] as const)('%s on %s: %s', (status, today, expected) => expect(acceptsWork(assignment({ status }), today)).toBe(expected));
});

describe('the worst verdict of the machine', () => {
  it.each([
    [[], null],
    [['passed'], 'passed'],
    [['passed', 'person'], 'person'],
    [['person', 'failed', 'passed'], 'failed'],
  ] as const)('of %j is %s', (verdicts, worst) => {
    expect(worstVerdict(verdicts.map((verdict, number) => paper(`e${number}`, { verdict })))).toBe(worst);
  });
});
