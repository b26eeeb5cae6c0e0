import { AssignmentReleasedSchema, AssignmentTakenSchema, event, timestampFromDate } from '@aigaq/contracts';
import type { Actor, Decision } from '@aigaq/kernel';
import { assignmentErrors } from './assignment.errors.js';
import { type Assignment, withStep } from './assignment.js';
import { holderIn, mustBeReviewer, type ReviewFacts } from './review.js';
import { personOf } from './submission.js';
import { toldOf } from './told-subtask.js';

/**
 * Takes the case for his body: nobody else of it decides then. Taking what one holds changes nothing.
 * @param over take it from whoever of the body holds it; that stays in the history
 * @throws assignment.taken with who holds it since when, and what makes a person no reviewer
 */
export function takeAssignment(assignment: Assignment, by: Actor, over: boolean, facts: ReviewFacts): Decision<Assignment> | undefined {
  const from = mustBeReviewer(assignment, by, undefined);
  const holder = holderIn(assignment, from);
  if (holder?.by.id === by.id) {
    return undefined;
  }
  if (holder && !over) {
    throw assignmentErrors.taken({ assignmentId: assignment.id, by: holder.by.name, at: holder.at.toISOString() });
  }
  const holders = [...(assignment.holders ?? []).filter((each) => each !== holder), { organisationId: from, by: personOf(by), at: facts.now }];
  const step = { at: facts.now, by: personOf(by), act: holder ? ('taken-over' as const) : ('taken' as const), organisationId: from };
  return withStep(assignment, { holders }, { ...step, remark: holder?.by.name ?? null }, [
    event(AssignmentTakenSchema, {
      assignmentId: assignment.id,
      organisationId: assignment.organisationId,
      takenBy: personOf(by),
      takenAt: timestampFromDate(facts.now),
      reviewerOrganisationId: from,
      ...(holder && { takenOverFrom: holder.by }),
      ...toldOf(facts.subtask),
    }),
  ]);
}

/** Gives the case back; giving back what nobody holds changes nothing. @throws assignment.taken when another one holds it */
export function releaseAssignment(assignment: Assignment, by: Actor, facts: ReviewFacts): Decision<Assignment> | undefined {
  const from = mustBeReviewer(assignment, by, undefined);
  const holder = holderIn(assignment, from);
  if (!holder) {
    return undefined;
  }
  if (holder.by.id !== by.id) {
    throw assignmentErrors.taken({ assignmentId: assignment.id, by: holder.by.name, at: holder.at.toISOString() });
  }
  const { subtaskCode, secrecy } = toldOf(facts.subtask);
  const rest = (assignment.holders ?? []).filter((each) => each !== holder);
  const step = { at: facts.now, by: personOf(by), act: 'released' as const, organisationId: from };
  return withStep(assignment, { holders: rest.length > 0 ? rest : undefined }, step, [
    event(AssignmentReleasedSchema, {
      assignmentId: assignment.id,
      organisationId: assignment.organisationId,
      releasedBy: personOf(by),
      releasedAt: timestampFromDate(facts.now),
      reviewerOrganisationId: from,
      ...{ subtaskCode, secrecy },
    }),
  ]);
}
