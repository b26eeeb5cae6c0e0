import { AGENCY, assignment, COORDINATOR, CURATOR, EXECUTOR, inReview, NOW, paper, person, refusalOf, REGION, sample, subtask } from '../../test/examples.js';
import { storedSteps } from './review-chain.js';
import { acceptAssignment, mayReview, passOn, returnAssignment } from './review.js';

const IN_A_MINUTE = new Date(NOW.getTime() + 60_000);
const facts = { subtask: subtask(), now: NOW };
const why = { reason: 'not-signed', remark: 'Нет подписи', place: { evidenceId: 'e1', page: 1, box: [0.1, 0.2, 0.3, 0.4] } } as const;
const because = { ...why, place: { ...why.place, box: [0.1, 0.2, 0.3, 0.4] as [number, number, number, number] } };
const atAgency = (change = {}) => inReview({ reviewerId: AGENCY, ...change });
const forConfirmation = (change = {}) => assignment({ kindOfProof: 'agency-confirms', subtask: '4.2.2', ...change });
const stepOf = (by: typeof EXECUTOR, act: string, organisationId: string, rest = {}) => ({
  at: NOW,
  by: { id: by.id, name: by.name },
  act,
  organisationId,
  submission: null,
  evidenceIds: [],
  reason: null,
  remark: null,
  place: null,
  ...rest,
});

describe('returning', () => {
  it('sends it back with the reason and its place, and tells it', () => {
    const { next, events } = returnAssignment(inReview(), COORDINATOR, because, facts);
    const step = stepOf(COORDINATOR, 'returned', REGION, because);
    const undo = { by: COORDINATOR.id, until: IN_A_MINUTE, act: 'returned', place: { status: 'in-review', reviewerId: REGION } } as const;
    expect(next).toEqual(inReview({ status: 'returned', reviewerId: null, urgentOn: '2026-05-20', undo, history: [step as never] }));
    expect(events).toEqual([sample('AssignmentReturned')]);
  });

  it('of something secret tells that it was returned, not with which words', () => {
    const secret = { subtask: subtask({ code: '2.5.5', secrecy: 'tax' }), now: NOW };
    const { next, events } = returnAssignment(inReview(), COORDINATOR, because, secret);
    expect(next.history).toMatchObject([because]);
    expect(events).toMatchObject([{ payload: { subtaskCode: '2.5.5', secrecy: 'tax', reasonCode: 'not-signed' } }]);
    expect(['title', 'remark', 'place'].filter((name) => name in events[0]!.payload)).toEqual([]);
  });

  it('needs no place', () => {
    const { events } = returnAssignment(inReview(), COORDINATOR, { reason: 'other', remark: 'Исправьте' }, facts);
    expect(events[0]?.payload).not.toHaveProperty('place');
  });

  it('pins nothing to a paper that was not handed in', () => {
    const elsewhere = { ...because, place: { evidenceId: 'e9', page: 1 } };
    expect(refusalOf(() => returnAssignment(inReview(), COORDINATOR, elsewhere, facts))).toBe('assignment.evidence_unknown');
  });
});

describe('passing on', () => {
  it('hands it to the next body of the chain and tells it', () => {
    const { next, events } = passOn(inReview(), COORDINATOR, facts);
    const undo = { by: COORDINATOR.id, until: IN_A_MINUTE, act: 'passed-on', place: { status: 'in-review', reviewerId: REGION } } as const;
    expect(next).toEqual(inReview({ reviewerId: AGENCY, undo, history: [stepOf(COORDINATOR, 'passed-on', REGION) as never] }));
    expect(events).toEqual([sample('AssignmentPassedOn')]);
  });

  describe('of several who review side by side', () => {
    const MINISTRY = person('p-ministry', 'M', ['cgo-mf', 'coordinator']);
    const parties = [[REGION, 'cgo-mf'], [AGENCY]].map((ids) => ids.map((organisationId) => ({ organisationId, subject: null })));
    const together = inReview({ ...storedSteps(parties), reviewerId: REGION, besideIds: ['cgo-mf'] });

    it('leaves it with those who have not agreed yet, whoever is first', () => {
      const { next, events } = passOn(together, MINISTRY, facts);
      expect([next.reviewerId, next.besideIds]).toEqual([REGION, undefined]);
      expect(events).toMatchObject([{ payload: { fromOrganisationId: 'cgo-mf', reviewerOrganisationId: REGION, othersReview: true } }]);
      expect(refusalOf(() => passOn(next, MINISTRY, facts))).toBe('assignment.not_reviewer');
      expect(passOn(next, COORDINATOR, facts).next.reviewerId).toBe(AGENCY);
    });

    it('is needed of all: the Agency has to wait, and one of them returns it for all', () => {
      expect(refusalOf(() => acceptAssignment(together, CURATOR, [], facts))).toBe('assignment.not_reviewer');
      expect(refusalOf(() => acceptAssignment(passOn(together, MINISTRY, facts).next, COORDINATOR, [], facts))).toBe('assignment.not_last_step');
      const { next } = returnAssignment(together, MINISTRY, because, facts);
      expect([next.status, next.reviewerId, next.besideIds]).toEqual(['returned', null, undefined]);
    });
  });

  it('to a body in which nobody can review is reported, and waits there', () => {
    const { next, events } = passOn(inReview(), COORDINATOR, { ...facts, vacant: new Map([[AGENCY, AGENCY]]) });
    expect(next.reviewerId).toBe(AGENCY);
    expect(events[1]).toMatchObject({ type: 'aigaq.tasks.v1.AssignmentReviewVacant', payload: { vacantOrganisationId: AGENCY } });
  });

  it('is refused at the end of the chain', () => {
    expect(refusalOf(() => passOn(atAgency(), CURATOR, facts))).toBe('assignment.last_step');
  });
});

describe('accepting', () => {
  it('is the verdict of the last body for these hashes, and told', () => {
    const { next, events } = acceptAssignment(atAgency(), CURATOR, [paper('e1'), paper('e0', { sha256: 'cd'.repeat(32) })], facts);
    const sha256 = ['ab'.repeat(32)];
    const step = stepOf(CURATOR, 'accepted', AGENCY, { evidenceIds: ['e1'], sha256 });
    const approved = { at: NOW, by: { id: CURATOR.id, name: CURATOR.name }, organisationId: AGENCY, sha256 };
    const undo = { by: CURATOR.id, until: IN_A_MINUTE, act: 'accepted', place: { status: 'in-review', reviewerId: AGENCY } } as const;
    expect(next).toEqual(inReview({ status: 'accepted', reviewerId: null, approved, undo, history: [step as never] }));
    expect(events).toEqual([sample('AssignmentAccepted')]);
  });

  it('is refused before the end of the chain', () => {
    expect(refusalOf(() => acceptAssignment(inReview(), COORDINATOR, [], facts))).toBe('assignment.not_last_step');
  });

  it('says when it had been handed in late', () => {
    const { events } = acceptAssignment(atAgency({ submittedOn: '2026-05-30' }), CURATOR, [paper('e1')], facts);
    expect(events[0]?.payload).not.toHaveProperty('onTime');
  });
});

// Instruction 2024, subtask 4.2.2.
describe('confirming what has no upload', () => {
  it('is the act of the Agency\'s curator', () => {
    const { next, events } = acceptAssignment(forConfirmation(), CURATOR, [], facts);
    expect(next).toMatchObject({ status: 'accepted', reviewerId: null });
    expect(events[0]?.payload).toMatchObject({ onTime: true });
  });

  it.each([
    ['a coordinator', forConfirmation(), COORDINATOR, 'assignment.not_reviewer'],
    ['a curator of a department', forConfirmation(), person('p', 'D', ['agency-department-kostanay', 'curator']), 'assignment.not_reviewer'],
    ['the curator twice', forConfirmation({ status: 'accepted' }), CURATOR, 'assignment.wrong_status'],
  ])('is refused to %s', (_, state, by, code) => expect(refusalOf(() => acceptAssignment(state, by, [], facts))).toBe(code));
});

describe('a verdict of any kind', () => {
  const acts = [
    ['return', (state, by) => returnAssignment(state, by, because, facts)],
    ['pass on', (state, by) => passOn(state, by, facts)],
    ['accept', (state, by) => acceptAssignment(state, by, [paper('e1')], facts)],
  ] as const satisfies [string, (state: ReturnType<typeof assignment>, by: typeof EXECUTOR) => unknown][];
  const both = person('p-both', 'B', [REGION, 'coordinator'], [AGENCY, 'curator']);

  describe.each(acts)('%s', (_, act) => {
    it.each([
      ['on something open', assignment(), CURATOR, 'assignment.wrong_status'],
      ['on something returned', inReview({ status: 'returned', reviewerId: null }), COORDINATOR, 'assignment.wrong_status'],
      ['on something accepted', inReview({ status: 'accepted', reviewerId: null }), CURATOR, 'assignment.wrong_status'],
      ['of the next body before its turn', inReview(), CURATOR, 'assignment.not_reviewer'],
      ['of the body before', atAgency(), COORDINATOR, 'assignment.not_reviewer'],
      ['of a neighbour', inReview(), person('p', 'N', ['akimat-zhambyl', 'coordinator']), 'assignment.not_reviewer'],
      ['of another role in the body', inReview(), person('p', 'H', [REGION, 'head'], [REGION, 'curator']), 'assignment.not_reviewer'],
      ['of an author', inReview({ authors: ['p-both'] }), both, 'assignment.own_work'],
      ['of an author at the Agency', atAgency({ authors: ['p-both'] }), both, 'assignment.own_work'],
    ])('is refused %s', (__, state, by, code) => expect(refusalOf(() => act(state, by))).toBe(code));
  });

  it.each([
    ['the coordinator of the body whose turn it is', inReview(), COORDINATOR, true],
    ['the curator before his turn', inReview(), CURATOR, false],
    ['an author', inReview({ authors: [COORDINATOR.id] }), COORDINATOR, false],
    ['anybody when it is open', assignment(), COORDINATOR, false],
  ])('of %s is offered: %#', (_, state, by, expected) => expect(mayReview(state, by)).toBe(expected));
});

describe('a verdict on what has changed meanwhile', () => {
  it('is refused with who did what, and when', () => {
    const accepted = acceptAssignment(atAgency(), CURATOR, [paper('e1')], facts).next;
    const data = expect.objectContaining({ by: CURATOR.name, act: 'accepted', at: NOW.toISOString() });
    expect(() => returnAssignment(accepted, CURATOR, because, { ...facts, seen: 0 })).toThrow(expect.objectContaining({ code: 'assignment.changed', data }));
    expect(() => returnAssignment(accepted, CURATOR, because, facts)).toThrow(expect.objectContaining({ code: 'assignment.wrong_status', data }));
  });
});
