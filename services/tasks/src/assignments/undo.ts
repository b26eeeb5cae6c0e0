import { AssignmentActUndoneSchema, event, timestampFromDate } from '@aigaq/contracts';
import type { Actor, Decision } from '@aigaq/kernel';
import { assignmentErrors } from './assignment.errors.js';
import { type Assignment, type ReviewPlace, withStep } from './assignment.js';
import { toldOf, type ToldSubtask } from './told-subtask.js';

/** For how long an act may be taken back (docs/decisions/0013). */
const UNDO_MS = 60_000;

type Undoable = NonNullable<Assignment['undo']>['act'];

/** Keeps with the decision how it is taken back. */
export function undoable(before: Assignment, by: Actor, now: Date, { next, events }: Decision<Assignment>): Decision<Assignment> {
  const act = next.history.at(-1)?.act as Undoable;
  return { next: { ...next, undo: { by: by.id, until: new Date(now.getTime() + UNDO_MS), act, place: placeOf(before) } }, events };
}

/** Without what is absent: it is stored inside another field. */
function placeOf({ status, reviewerId, besideIds, holders, approved }: Assignment): ReviewPlace {
  return { status, reviewerId, ...(besideIds && { besideIds }), ...(holders && { holders }), ...(approved && { approved }) };
}

/** May this person take the last act back now? Only his own, and only while nothing else has happened. */
export function mayUndo({ undo }: Pick<Assignment, 'undo'>, actor: Actor, now: Date): boolean {
  return undo?.by === actor.id && now <= undo.until;
}

/**
 * Takes the last act back: the assignment stands where it stood, and both acts stay in the history.
 * @throws assignment.nothing_to_undo
 */
export function undoLastAct(assignment: Assignment, by: Actor, { now, subtask }: { now: Date; subtask: ToldSubtask }): Decision<Assignment> {
  const { undo } = assignment;
  if (!undo || !mayUndo(assignment, by, now)) {
    throw assignmentErrors.nothing_to_undo({ assignmentId: assignment.id });
  }
  const undone = assignment.history.at(-1);
  const change: Partial<Assignment> = { besideIds: undefined, holders: undefined, approved: undefined, ...undo.place };
  const person = { id: by.id, name: by.name };
  const hashes = undone?.sha256 && { sha256: undone.sha256 };
  const step = { at: now, by: person, act: 'undone' as const, organisationId: undone?.organisationId ?? null, ...hashes };
  return withStep(assignment, change, step, [
    event(AssignmentActUndoneSchema, {
      assignmentId: assignment.id,
      organisationId: assignment.organisationId,
      undoneBy: person,
      undoneAt: timestampFromDate(now),
      act: undo.act,
      status: undo.place.status,
      reviewerOrganisationId: undo.place.reviewerId ?? '',
      ...toldOf(subtask),
    }),
  ]);
}
