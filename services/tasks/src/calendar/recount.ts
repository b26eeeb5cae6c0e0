import type { ClockReason, ClockReasons } from '@aigaq/api';
import type { Day, DueDate, DueReason, WorkingCalendar } from '@aigaq/calendar';

/** Clocks of an assignment or of a period of the card. */
export interface Clocked {
  opensOn: string;
  dueOn: string;
  lockedOn: string;
  reasons?: ClockReasons | undefined;
}

/**
 * The same clocks, counted by the same rules with another calendar; undefined when no day moves. Days that people set stay, and no day
 * that is still to come is moved into the past: nobody becomes late by a decree.
 */
export function recount<T extends Clocked>(clocks: T, calendar: WorkingCalendar, today: string): T | undefined {
  const { reasons, dueOn, lockedOn } = clocks;
  if (!reasons) {
    return undefined;
  }
  const opens = again(clocks.opensOn, reasons.opens, calendar);
  const due = again(dueOn, reasons.due, calendar);
  const locked = again(lockedOn, followed(reasons.locked, dueOn, due.day), calendar);
  const lastDay = locked.day < due.day ? due.day : locked.day;
  const isMoved = opens.day !== clocks.opensOn || due.day !== dueOn || lastDay !== lockedOn;
  if (!isMoved || wouldBeMissed(dueOn, due.day, today) || wouldBeMissed(lockedOn, lastDay, today)) {
    return undefined;
  }
  const said = { opens: opens.reason, due: due.reason, locked: locked.reason, ...(reasons.onTime && { onTime: reasons.onTime }) };
  return { ...clocks, opensOn: opens.day, dueOn: due.day, lockedOn: lastDay, reasons: said };
}

const wouldBeMissed = (before: string, after: string, today: string): boolean => before >= today && after < today;

function again(day: string, reason: ClockReason, calendar: WorkingCalendar): { day: string; reason: ClockReason } {
  return isCounted(reason) ? (calendar.recount(reason) satisfies DueDate) : { day, reason };
}

/** What is counted from the due day follows it. */
function followed(reason: ClockReason, dueBefore: string, due: string): ClockReason {
  const isFromDue = isCounted(reason) && 'anchor' in reason.data && reason.data.anchor === (dueBefore as Day);
  return isFromDue ? { ...reason, data: { ...reason.data, anchor: due } } : reason;
}

/** Was the day counted with a calendar, and not set by people? */
export function isCounted(reason: ClockReason): reason is ClockReason & DueReason {
  return Array.isArray(reason.data['calendars']);
}
