import type { ReturnAssignment } from '@aigaq/api';
import {
  AssignmentAcceptedSchema,
  AssignmentPassedOnSchema,
  AssignmentReturnedSchema,
  event,
  timestampFromDate,
} from '@aigaq/contracts';
import { type Actor, type Decision, isSecret, type Role } from '@aigaq/kernel';
import { assignmentErrors } from './assignment.errors.js';
import { type Assignment, isOnTime, nextReviewer, withStep } from './assignment.js';
import { type EvidenceFact, personOf } from './submission.js';
import { toldOf, type ToldSubtask } from './told-subtask.js';

/** The body at the root of the reporting line; its curators give the final verdict. */
export const AGENCY = 'agency';

export interface ReviewFacts {
  subtask: ToldSubtask;
  now: Date;
}

/** Who reviews in a body: the Agency's curators, elsewhere the coordinators. */
export function reviewingRole(organisationId: string): Role {
  return organisationId === AGENCY ? 'curator' : 'coordinator';
}

export function reviewsFor(actor: Actor, organisationId: string): boolean {
  const role = reviewingRole(organisationId);
  return actor.memberships.some((held) => held.role === role && held.organisationId === organisationId);
}

/** Would a verdict of this person be taken now? Nobody reviews an own submission. */
export function mayReview({ status, reviewerId, authors }: Assignment, actor: Actor): boolean {
  return status === 'in-review' && reviewerId !== null && reviewsFor(actor, reviewerId) && !authors.includes(actor.id);
}

/** Sends it back to the executor with a reason, if possible pinned to a place. */
export function returnAssignment(assignment: Assignment, by: Actor, why: ReturnAssignment, facts: ReviewFacts): Decision<Assignment> {
  const from = mustReview(assignment, by);
  const place = why.place ?? null;
  if (place && !assignment.evidenceIds.includes(place.evidenceId)) {
    throw assignmentErrors.evidence_unknown({ assignmentId: assignment.id });
  }
  const step = { at: facts.now, by: personOf(by), act: 'returned' as const, organisationId: from };
  return withStep(assignment, { status: 'returned', reviewerId: null }, { ...step, reason: why.reason, remark: why.remark, place }, [
    event(AssignmentReturnedSchema, {
      assignmentId: assignment.id,
      organisationId: assignment.organisationId,
      returnedBy: personOf(by),
      returnedAt: timestampFromDate(facts.now),
      fromOrganisationId: from,
      reasonCode: why.reason,
      ...(!isSecret(facts.subtask.secrecy) && wordsOf(why)),
      ...toldOf(facts.subtask),
    }),
  ]);
}

function wordsOf({ remark, place }: ReturnAssignment) {
  return { remark, ...(place && { place: { evidenceId: place.evidenceId, page: place.page, box: place.box ?? [] } }) };
}

/** Finds it in order and hands it to the next body of the chain. */
export function passOn(assignment: Assignment, by: Actor, facts: ReviewFacts): Decision<Assignment> {
  const from = mustReview(assignment, by);
  const to = nextReviewer(assignment);
  if (!to) {
    throw assignmentErrors.last_step({ assignmentId: assignment.id });
  }
  const step = { at: facts.now, by: personOf(by), act: 'passed-on' as const, organisationId: from };
  return withStep(assignment, { reviewerId: to }, step, [
    event(AssignmentPassedOnSchema, {
      assignmentId: assignment.id,
      organisationId: assignment.organisationId,
      passedBy: personOf(by),
      passedAt: timestampFromDate(facts.now),
      fromOrganisationId: from,
      reviewerOrganisationId: to,
      ...toldOf(facts.subtask),
    }),
  ]);
}

/** The final verdict of the last body of the chain. It stands for the hashes of the evidence handed in. */
export function acceptAssignment(
  assignment: Assignment,
  by: Actor,
  evidence: readonly EvidenceFact[],
  facts: ReviewFacts,
): Decision<Assignment> {
  const from = assignment.kindOfProof === 'agency-confirms' ? mustConfirm(assignment, by) : mustReview(assignment, by);
  if (assignment.kindOfProof === 'upload' && nextReviewer(assignment)) {
    throw assignmentErrors.not_last_step({ assignmentId: assignment.id });
  }
  const step = { at: facts.now, by: personOf(by), act: 'accepted' as const, organisationId: from };
  return withStep(assignment, { status: 'accepted', reviewerId: null }, { ...step, evidenceIds: assignment.evidenceIds }, [
    event(AssignmentAcceptedSchema, {
      assignmentId: assignment.id,
      organisationId: assignment.organisationId,
      acceptedBy: personOf(by),
      acceptedAt: timestampFromDate(facts.now),
      onTime: assignment.kindOfProof === 'agency-confirms' || isOnTime(assignment),
      evidenceSha256: evidence.filter(({ id }) => assignment.evidenceIds.includes(id)).map(({ sha256 }) => sha256),
      ...toldOf(facts.subtask),
      reviewedByOrganisationIds: assignment.chain,
    }),
  ]);
}

function mustReview(assignment: Assignment, by: Actor): string {
  const { id: assignmentId, status, reviewerId } = assignment;
  if (status !== 'in-review' || reviewerId === null) {
    throw assignmentErrors.wrong_status({ assignmentId, status });
  }
  if (!reviewsFor(by, reviewerId)) {
    throw assignmentErrors.not_reviewer({ assignmentId });
  }
  if (assignment.authors.includes(by.id)) {
    throw assignmentErrors.own_work({ assignmentId });
  }
  return reviewerId;
}

// Instruction 2024, subtask 4.2.2: no upload, the Agency's curator confirms it.
function mustConfirm({ id: assignmentId, status }: Assignment, by: Actor): string {
  if (status !== 'open') {
    throw assignmentErrors.wrong_status({ assignmentId, status });
  }
  if (!reviewsFor(by, AGENCY)) {
    throw assignmentErrors.not_reviewer({ assignmentId });
  }
  return AGENCY;
}
