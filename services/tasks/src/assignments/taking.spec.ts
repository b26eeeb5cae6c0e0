import { COORDINATOR, CURATOR, EXECUTOR, inReview, NOW, person, refusalOf, REGION, sample, subtask } from '../../test/examples.js';
import { mayReview, passOn, returnAssignment } from './review.js';
import { releaseAssignment, takeAssignment } from './taking.js';

const facts = { subtask: subtask(), now: NOW };
const OTHER = person('p-other', 'Ербол Сейітов', [REGION, 'coordinator']);
const held = (by = COORDINATOR) => takeAssignment(inReview(), by, false, facts)!.next;

describe('taking a case', () => {
  it('keeps it for one person of the body, and tells it', () => {
    const { next, events } = takeAssignment(inReview(), COORDINATOR, false, facts)!;
    expect(next.holders).toEqual([{ organisationId: REGION, by: { id: COORDINATOR.id, name: COORDINATOR.name }, at: NOW }]);
    expect(next.history).toMatchObject([{ act: 'taken', organisationId: REGION }]);
    expect(events).toEqual([sample('AssignmentTaken')]);
  });

  it('again changes nothing, nor does giving back what nobody holds', () => {
    expect(takeAssignment(held(), COORDINATOR, false, facts)).toBeUndefined();
    expect(releaseAssignment(inReview(), COORDINATOR, facts)).toBeUndefined();
  });

  it('is refused to the next one with who holds it, and so is every verdict of his', () => {
    const why = { reason: 'other', remark: 'Исправьте' } as const;
    for (const act of [
      () => takeAssignment(held(), OTHER, false, facts),
      () => releaseAssignment(held(), OTHER, facts),
      () => passOn(held(), OTHER, facts),
      () => returnAssignment(held(), OTHER, why, facts),
    ]) {
      expect(act).toThrow(expect.objectContaining({ code: 'assignment.taken', data: expect.objectContaining({ by: COORDINATOR.name, at: NOW.toISOString() }) }));
    }
    expect([mayReview(held(), OTHER), mayReview(held(), COORDINATOR)]).toEqual([false, true]);
  });

  it('over from another one of the body stays in the history', () => {
    const { next, events } = takeAssignment(held(), OTHER, true, facts)!;
    expect(next.holders).toMatchObject([{ by: { id: OTHER.id } }]);
    expect(next.history.at(-1)).toMatchObject({ act: 'taken-over', by: { id: OTHER.id }, remark: COORDINATOR.name });
    expect(events).toMatchObject([{ payload: { takenOverFrom: { id: COORDINATOR.id } } }]);
  });

  it('ends when it is given back, and with a verdict', () => {
    const { next, events } = releaseAssignment(held(), COORDINATOR, facts)!;
    expect([next.holders, events]).toEqual([undefined, [sample('AssignmentReleased')]]);
    expect(passOn(held(), COORDINATOR, facts).next.holders).toBeUndefined();
  });

  it.each([
    ['somebody whose turn it is not', inReview(), CURATOR, 'assignment.not_reviewer'],
    ['an author', inReview({ authors: [COORDINATOR.id] }), COORDINATOR, 'assignment.own_work'],
    ['an executor', inReview(), EXECUTOR, 'assignment.not_reviewer'],
    ['anybody while nothing is handed in', inReview({ status: 'returned', reviewerId: null }), COORDINATOR, 'assignment.wrong_status'],
  ])('is refused to %s', (_, state, by, code) => {
    expect(refusalOf(() => takeAssignment(state, by, true, facts))).toBe(code);
  });
});
