import { AssignmentReopenedSchema, event, timestampFromDate } from '@aigaq/contracts';
import { type Actor, type Decision, isSecret } from '@aigaq/kernel';
import { assignmentErrors } from './assignment.errors.js';
import { type Assignment, withStep } from './assignment.js';
import { AGENCY } from './review-chain.js';
import { type ReviewFacts, reviewsFor } from './review.js';
import { mustBeSeen, wrongStatus } from './seen.js';
import { personOf } from './submission.js';
import { toldOf } from './told-subtask.js';

/**
 * The Agency takes an acceptance back: the work is returned, or, where there is no upload, open again. The acceptance and its hashes stay
 * in the history.
 * @throws assignment.changed, wrong_status, not_reviewer, own_work
 */
export function reopenAssignment(assignment: Assignment, by: Actor, remark: string, facts: ReviewFacts): Decision<Assignment> {
  const { id: assignmentId, status, authors, kindOfProof } = assignment;
  mustBeSeen(assignment, facts.seen);
  if (status !== 'accepted') {
    throw wrongStatus(assignment);
  }
  if (!reviewsFor(by, AGENCY)) {
    throw assignmentErrors.not_reviewer({ assignmentId });
  }
  if (authors.includes(by.id)) {
    throw assignmentErrors.own_work({ assignmentId });
  }
  const accepted = assignment.history.findLast(({ act }) => act === 'accepted');
  const sha256 = assignment.approved?.sha256 ?? accepted?.sha256 ?? [];
  const next = kindOfProof === 'upload' ? ('returned' as const) : ('open' as const);
  const step = { at: facts.now, by: personOf(by), act: 'reopened' as const, organisationId: AGENCY, remark, sha256 };
  return withStep(assignment, { status: next, approved: undefined }, step, [
    event(AssignmentReopenedSchema, {
      assignmentId,
      organisationId: assignment.organisationId,
      reopenedBy: personOf(by),
      reopenedAt: timestampFromDate(facts.now),
      status: next,
      evidenceSha256: sha256,
      ...(!isSecret(facts.subtask.secrecy) && { remark }),
      ...toldOf(facts.subtask),
    }),
  ]);
}
