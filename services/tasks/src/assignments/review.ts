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
import { type Assignment, type Holding, timingOf, withStep } from './assignment.js';
import { AGENCY, decidingNow, placeAfter } from './review-chain.js';
import { mustBeSeen, wrongStatus } from './seen.js';
import { besides, type EvidenceFact, personOf, vacancies } from './submission.js';
import { toldOf, type ToldSubtask } from './told-subtask.js';
import { undoable } from './undo.js';

export interface ReviewFacts {
  subtask: ToldSubtask;
  now: Date;
  /** How many steps of the history the person has seen. */
  seen?: number | undefined;
  /** Reviewing bodies in which nobody can review, each with the body above it. */
  vacant?: ReadonlyMap<string, string>;
}

/** Who reviews in a body: the Agency's curators, elsewhere the coordinators. */
export function reviewingRole(organisationId: string): Role {
  return organisationId === AGENCY ? 'curator' : 'coordinator';
}

export function reviewsFor(actor: Actor, organisationId: string): boolean {
  const role = reviewingRole(organisationId);
  return actor.memberships.some((held) => held.role === role && held.organisationId === organisationId);
}

/** The body as which this person would give a verdict now; undefined when none. Nobody reviews an own submission. */
export function reviewsAs(assignment: Assignment, actor: Actor): string | undefined {
  const { status, authors } = assignment;
  return status === 'in-review' && !authors.includes(actor.id) ? decidingNow(assignment).find((id) => reviewsFor(actor, id)) : undefined;
}

/** Who holds the case in a reviewing body. */
export function holderIn({ holders = [] }: Pick<Assignment, 'holders'>, organisationId: string): Holding | undefined {
  return holders.find((holding) => holding.organisationId === organisationId);
}

/** Would a verdict of this person be taken now? */
export function mayReview(assignment: Assignment, actor: Actor): boolean {
  const from = reviewsAs(assignment, actor);
  const holder = from === undefined ? undefined : holderIn(assignment, from);
  return from !== undefined && (holder === undefined || holder.by.id === actor.id);
}

/** Sends it back to the executor with a reason, if possible pinned to a place. */
export function returnAssignment(assignment: Assignment, by: Actor, why: ReturnAssignment, facts: ReviewFacts): Decision<Assignment> {
  const from = mustReview(assignment, by, facts);
  const place = why.place ?? null;
  if (place && !assignment.evidenceIds.includes(place.evidenceId)) {
    throw assignmentErrors.evidence_unknown({ assignmentId: assignment.id });
  }
  const step = { at: facts.now, by: personOf(by), act: 'returned' as const, organisationId: from };
  const change = { status: 'returned' as const, ...NOBODY_REVIEWS };
  return undoable(assignment, by, facts.now, withStep(assignment, change, { ...step, reason: why.reason, remark: why.remark, place }, [
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
  ]));
}

const NOBODY_REVIEWS = { reviewerId: null, besideIds: undefined, holders: undefined };

function wordsOf({ remark, place }: ReturnAssignment) {
  return { remark, ...(place && { place: { evidenceId: place.evidenceId, page: place.page, box: place.box ?? [] } }) };
}

/** Finds it in order and hands it on: to the next step, when all who review beside agree too. */
export function passOn(assignment: Assignment, by: Actor, facts: ReviewFacts): Decision<Assignment> {
  const from = mustReview(assignment, by, facts);
  const place = placeAfter(assignment, from);
  if (!place) {
    throw assignmentErrors.last_step({ assignmentId: assignment.id });
  }
  const othersReview = decidingNow(assignment).length > 1;
  const holders = othersReview ? assignment.holders?.filter(({ organisationId }) => organisationId !== from) : undefined;
  const change = { ...place, holders };
  const next = { ...assignment, ...change };
  const step = { at: facts.now, by: personOf(by), act: 'passed-on' as const, organisationId: from };
  const told = event(AssignmentPassedOnSchema, {
    assignmentId: assignment.id,
    organisationId: assignment.organisationId,
    passedBy: personOf(by),
    passedAt: timestampFromDate(facts.now),
    fromOrganisationId: from,
    reviewerOrganisationId: next.reviewerId ?? '',
    reviewerOrganisationIds: besides(next),
    othersReview,
    ...toldOf(facts.subtask),
  });
  const reported = othersReview ? [] : vacancies(next, decidingNow(next), facts);
  return undoable(assignment, by, facts.now, withStep(assignment, change, step, [told, ...reported]));
}

/** The final verdict of the last body of the chain. It stands for the hashes of the evidence handed in, and keeps them. */
export function acceptAssignment(
  assignment: Assignment,
  by: Actor,
  evidence: readonly EvidenceFact[],
  facts: ReviewFacts,
): Decision<Assignment> {
  const isConfirmed = assignment.kindOfProof === 'agency-confirms';
  const from = isConfirmed ? mustConfirm(assignment, by, facts) : mustReview(assignment, by, facts);
  if (!isConfirmed && placeAfter(assignment, from)) {
    throw assignmentErrors.not_last_step({ assignmentId: assignment.id });
  }
  const sha256 = evidence.filter(({ id }) => assignment.evidenceIds.includes(id)).map((fact) => fact.sha256);
  const timing = timingOf(assignment);
  const step = { at: facts.now, by: personOf(by), act: 'accepted' as const, organisationId: from, evidenceIds: assignment.evidenceIds, sha256 };
  const approved = { at: facts.now, by: personOf(by), organisationId: from, sha256 };
  const change = { status: 'accepted' as const, ...NOBODY_REVIEWS, approved };
  return undoable(assignment, by, facts.now, withStep(assignment, change, step, [
    event(AssignmentAcceptedSchema, {
      assignmentId: assignment.id,
      organisationId: assignment.organisationId,
      acceptedBy: personOf(by),
      acceptedAt: timestampFromDate(facts.now),
      ...{ onTime: timing !== 'late', punctuality: timing ?? '' },
      evidenceSha256: sha256,
      ...toldOf(facts.subtask),
      reviewedByOrganisationIds: assignment.chain,
    }),
  ]));
}

/**
 * The body as which he decides.
 * @throws assignment.changed, wrong_status, not_reviewer, own_work, taken
 */
export function mustReview(assignment: Assignment, by: Actor, { seen }: Pick<ReviewFacts, 'seen'>): string {
  const from = mustBeReviewer(assignment, by, seen);
  const holder = holderIn(assignment, from);
  if (holder && holder.by.id !== by.id) {
    throw assignmentErrors.taken({ assignmentId: assignment.id, by: holder.by.name, at: holder.at.toISOString() });
  }
  return from;
}

/** Leaves aside who holds the case. */
export function mustBeReviewer(assignment: Assignment, by: Actor, seen: number | undefined): string {
  const { id: assignmentId, status } = assignment;
  mustBeSeen(assignment, seen);
  if (status !== 'in-review') {
    throw wrongStatus(assignment);
  }
  const from = decidingNow(assignment).find((id) => reviewsFor(by, id));
  if (from === undefined) {
    throw assignmentErrors.not_reviewer({ assignmentId });
  }
  if (assignment.authors.includes(by.id)) {
    throw assignmentErrors.own_work({ assignmentId });
  }
  return from;
}

// Instruction 2024, subtask 4.2.2: no upload, the Agency's curator confirms it.
function mustConfirm(assignment: Assignment, by: Actor, { seen }: ReviewFacts): string {
  mustBeSeen(assignment, seen);
  if (assignment.status !== 'open') {
    throw wrongStatus(assignment);
  }
  if (!reviewsFor(by, AGENCY)) {
    throw assignmentErrors.not_reviewer({ assignmentId: assignment.id });
  }
  return AGENCY;
}
