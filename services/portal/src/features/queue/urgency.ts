import type { AssignmentRow } from '@aigaq/api';

/** Working days before the due day from which a thing counts as due soon. */
const SOON = 5;

export const URGENCIES = ['overdue', 'returned', 'soon', 'later'] as const;
export type Urgency = (typeof URGENCIES)[number];

export function urgencyOf({ status, punctuality, workingDaysLeft }: AssignmentRow): Urgency {
  if (punctuality === 'overdue') {
    return 'overdue';
  }
  if (status === 'returned') {
    return 'returned';
  }
  return workingDaysLeft <= SOON ? 'soon' : 'later';
}

/** The groups of the queue, most urgent first; inside a group by due day, returned before open. */
export function byUrgency(rows: readonly AssignmentRow[]): { urgency: Urgency; rows: AssignmentRow[] }[] {
  const inOrder = rows.toSorted(
    (one, other) =>
      one.workingDaysLeft - other.workingDaysLeft ||
      Number(other.status === 'returned') - Number(one.status === 'returned') ||
      one.dueOn.localeCompare(other.dueOn) ||
      one.subtask.localeCompare(other.subtask, 'en', { numeric: true }),
  );
  return URGENCIES.map((urgency) => ({ urgency, rows: inOrder.filter((row) => urgencyOf(row) === urgency) })).filter(
    (group) => group.rows.length > 0,
  );
}
