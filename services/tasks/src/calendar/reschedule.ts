import { AssignmentRescheduledSchema, event, timestampFromDate } from '@aigaq/contracts';
import type { WorkingCalendar } from '@aigaq/calendar';
import type { Decision } from '@aigaq/kernel';
import { type Assignment, withStep } from '../assignments/assignment.js';
import { toldOf, type ToldSubtask } from '../assignments/told-subtask.js';
import { recount } from './recount.js';

export interface RescheduleFacts {
  calendar: WorkingCalendar;
  /** The calendar that is new: `2026:2`. */
  reference: string;
  /** Who imported it. */
  by: { id: string; name: string };
  subtask: ToldSubtask;
  today: string;
  now: Date;
}

/** Only what waits for its executor has dates that may still move; what was handed in, even if returned, keeps its own, and so does what people extended. */
export function isReschedulable({ status, submissions, extendedTo }: Pick<Assignment, 'status' | 'submissions' | 'extendedTo'>): boolean {
  return status === 'open' && submissions === 0 && extendedTo === undefined;
}

/** Gives the assignment the days of the newer calendar; undefined when it keeps its days, so repeating changes nothing. */
export function rescheduleAssignment(assignment: Assignment, facts: RescheduleFacts): Decision<Assignment> | undefined {
  const moved = isReschedulable(assignment) ? recount(assignment, facts.calendar, facts.today) : undefined;
  if (!moved) {
    return undefined;
  }
  const { opensOn, dueOn, lockedOn, reasons } = moved;
  const days = { dueOn: { before: assignment.dueOn, after: dueOn }, lockedOn: { before: assignment.lockedOn, after: lockedOn } };
  const step = { at: facts.now, by: facts.by, act: 'rescheduled' as const, organisationId: null, rescheduled: { ...days, calendar: facts.reference } };
  return withStep(assignment, { opensOn, dueOn, lockedOn, ...(reasons && { reasons }) }, step, [
    event(AssignmentRescheduledSchema, {
      assignmentId: assignment.id,
      organisationId: assignment.organisationId,
      ...{ dueOnBefore: assignment.dueOn, dueOn, lockedOnBefore: assignment.lockedOn, lockedOn },
      calendar: facts.reference,
      rescheduledAt: timestampFromDate(facts.now),
      ...toldOf(facts.subtask),
    }),
  ]);
}

/** Was it moved by this calendar, in this run or before a process was killed? */
export function wasMovedBy({ history }: Assignment, reference: string): boolean {
  return history.some(({ rescheduled }) => rescheduled?.calendar === reference);
}
