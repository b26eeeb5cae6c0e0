import { AssignmentVerdictChangedSchema, event, timestampFromDate } from '@aigaq/contracts';
import { type Decision, isSecret } from '@aigaq/kernel';
import type { Assignment } from './assignment.js';
import type { ReviewFacts } from './review.js';
import { type EvidenceFact, worstVerdict } from './submission.js';
import { toldOf } from './told-subtask.js';

/** That the machine said otherwise of what was handed in, since it was. */
export interface VerdictChange {
  at: Date;
  /** The paper of which it says otherwise. */
  evidenceId: string;
  before: NonNullable<EvidenceFact['verdict']>;
  after: NonNullable<EvidenceFact['verdict']>;
}

/** Was this paper handed in here, so that somebody decides on it or has decided? */
export function restsOn({ status, evidenceIds }: Assignment, evidenceId: string): boolean {
  return (status === 'in-review' || status === 'accepted') && evidenceIds.includes(evidenceId);
}

/**
 * A paper that was handed in was verified again and gave another answer: those who decide see and are told it. Nothing is decided by that,
 * and what was accepted stays accepted.
 */
export function noteVerdict(
  assignment: Assignment,
  evidenceId: string,
  { evidence, subtask, now }: ReviewFacts & { evidence: readonly EvidenceFact[] },
): Decision<Assignment> | undefined {
  const { machineVerdict: before, verdictChanges = [], reviewerId, chain } = assignment;
  const after = worstVerdict(evidence);
  if (!restsOn(assignment, evidenceId) || before === null || after === null || before === after) {
    return undefined;
  }
  const told = event(AssignmentVerdictChangedSchema, {
    assignmentId: assignment.id,
    organisationId: assignment.organisationId,
    evidenceId,
    ...(!isSecret(subtask.secrecy) && { before, after }),
    ...toldOf(subtask),
    changedAt: timestampFromDate(now),
    reviewerOrganisationId: reviewerId ?? chain.at(-1) ?? '',
  });
  return { next: { ...assignment, machineVerdict: after, verdictChanges: [...verdictChanges, { at: now, evidenceId, before, after }] }, events: [told] };
}
