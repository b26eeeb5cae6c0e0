import type { ErrorData } from '@aigaq/kernel';
import { assignmentErrors } from './assignment.errors.js';
import type { Assignment } from './assignment.js';

/** What happened last: who did what and when, for whoever comes second. */
export function lastDone({ history }: Pick<Assignment, 'history'>): ErrorData {
  const last = history.at(-1);
  return last ? { by: last.by.name, act: last.act, at: last.at.toISOString() } : {};
}

/**
 * Has the person seen all that happened? An act is decided on what one looked at.
 * @param seen how many steps of the history the person has seen; undefined: he does not say
 * @throws assignment.changed with the last step
 */
export function mustBeSeen(assignment: Assignment, seen: number | undefined): void {
  if (seen !== undefined && seen !== assignment.history.length) {
    throw assignmentErrors.changed({ assignmentId: assignment.id, ...lastDone(assignment) });
  }
}

/** @throws assignment.wrong_status, told with what happened last */
export function wrongStatus(assignment: Assignment) {
  return assignmentErrors.wrong_status({ assignmentId: assignment.id, status: assignment.status, ...lastDone(assignment) });
}
