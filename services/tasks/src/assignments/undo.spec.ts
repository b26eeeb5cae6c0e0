import { AGENCY, assignment, COORDINATOR, CURATOR, inReview, NOW, paper, person, refusalOf, REGION, sample, subtask } from '../../test/examples.js';
import { reopenAssignment } from './reopening.js';
import { acceptAssignment, passOn, returnAssignment } from './review.js';
import { takeAssignment } from './taking.js';
import { undoLastAct } from './undo.js';

const facts = { subtask: subtask(), now: NOW };
const after = (seconds: number) => ({ ...facts, now: new Date(NOW.getTime() + seconds * 1000) });
const accepted = () => acceptAssignment(inReview({ reviewerId: AGENCY }), CURATOR, [paper('e1')], facts).next;

describe('taking an act back', () => {
  it('within a minute puts it where it stood, keeps both acts, and tells it', () => {
    const { next, events } = undoLastAct(passOn(inReview(), COORDINATOR, facts).next, COORDINATOR, after(0));
    expect(next).toMatchObject({ status: 'in-review', reviewerId: REGION });
    expect(next.history.map(({ act }) => act)).toEqual(['passed-on', 'undone']);
    expect(events).toEqual([sample('AssignmentActUndone')]);
  });

  it.each([
    ['a return', returnAssignment(inReview(), COORDINATOR, { reason: 'other', remark: 'Исправьте' }, facts).next, COORDINATOR, inReview()],
    ['an acceptance', accepted(), CURATOR, inReview({ reviewerId: AGENCY })],
    ['a confirmation', acceptAssignment(assignment({ kindOfProof: 'agency-confirms' }), CURATOR, [], facts).next, CURATOR, assignment()],
  ])('of %s', (_, state, by, { status, reviewerId }) => {
    const { next } = undoLastAct(state, by, after(60));
    expect(next).toMatchObject({ status, reviewerId });
    expect([next.approved, next.undo]).toEqual([undefined, undefined]);
  });

  it('gives a case back to whoever held it', () => {
    const held = takeAssignment(inReview(), COORDINATOR, false, facts)!.next;
    expect(undoLastAct(passOn(held, COORDINATOR, facts).next, COORDINATOR, after(1)).next.holders).toEqual(held.holders);
  });

  it.each([
    ['after more than a minute', accepted(), CURATOR, 61],
    ['of somebody else', accepted(), person('p2', 'P2', [AGENCY, 'curator']), 1],
    ['that is undone already', undoLastAct(accepted(), CURATOR, after(1)).next, CURATOR, 2],
    ['when something happened since', takeAssignment(passOn(inReview(), COORDINATOR, facts).next, CURATOR, false, facts)!.next, COORDINATOR, 1],
    ['where nothing was decided', inReview(), COORDINATOR, 1],
  ])('is refused %s', (_, state, by, seconds) => {
    expect(refusalOf(() => undoLastAct(state, by, after(seconds)))).toBe('assignment.nothing_to_undo');
  });
});

describe('reopening', () => {
  it('returns what was accepted, with a reason; the acceptance and its hashes stay in the history', () => {
    const { next, events } = reopenAssignment(accepted(), CURATOR, 'Приказ отменён судом', facts);
    expect([next.status, next.approved]).toEqual(['returned', undefined]);
    expect(next.history).toMatchObject([{ act: 'accepted', sha256: ['ab'.repeat(32)] }, { act: 'reopened', remark: 'Приказ отменён судом', sha256: ['ab'.repeat(32)] }]);
    expect(events).toEqual([sample('AssignmentReopened')]);
  });

  it('opens what the Agency confirmed', () => {
    const confirmed = acceptAssignment(assignment({ kindOfProof: 'agency-confirms' }), CURATOR, [], facts).next;
    expect(reopenAssignment(confirmed, CURATOR, 'Ошибка', facts).next.status).toBe('open');
  });

  it.each([
    ['what is not accepted', inReview(), CURATOR, 'assignment.wrong_status'],
    ['by another body', accepted(), COORDINATOR, 'assignment.not_reviewer'],
    ['by an author', { ...accepted(), authors: [CURATOR.id] }, CURATOR, 'assignment.own_work'],
  ])('is refused of %s', (_, state, by, code) => {
    expect(refusalOf(() => reopenAssignment(state, by, 'Ошибка', facts))).toBe(code);
  });

  it('of something secret tells no remark', () => {
    const { events } = reopenAssignment(accepted(), CURATOR, 'Ошибка', { ...facts, subtask: subtask({ secrecy: 'tax' }) });
    expect(events[0]?.payload).not.toHaveProperty('remark');
  });
});
