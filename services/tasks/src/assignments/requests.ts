import type { AskRequest, RequestKind } from '@aigaq/api';
import { addDays, type Day, type WorkingCalendar } from '@aigaq/calendar';
import {
  AssignmentExcusedSchema,
  AssignmentExcuseEndedSchema,
  AssignmentExtendedSchema,
  AssignmentRequestMadeSchema,
  AssignmentRequestRefusedSchema,
  event,
  timestampFromDate,
} from '@aigaq/contracts';
import { type Actor, type Decision, isSecret, SYSTEM } from '@aigaq/kernel';
import type { ReviewChains } from '@aigaq/reference';
import { assignmentErrors } from './assignment.errors.js';
import { type Assignment, onTimeUntil, type PendingRequest, withStep } from './assignment.js';
import { type ReviewFacts, reviewsFor } from './review.js';
import { mustBeSeen, wrongStatus } from './seen.js';
import { personOf } from './submission.js';
import { toldOf } from './told-subtask.js';

type Limits = Pick<ReviewChains, 'extension' | 'notApplicable'>;

export interface RequestFacts extends ReviewFacts {
  limits: Limits;
  calendar: WorkingCalendar;
  today: Day;
}

/** The first and the last day that may be asked for. */
export interface DayRange {
  from: Day;
  until: Day;
}

/**
 * The days that a request may name; null when it may not be made now. More time is asked for before the last day on time has passed, and
 * what does not apply is said before the lock: afterwards it would only hide that something was late.
 */
export function askableDays(assignment: Assignment, kind: RequestKind, { limits, calendar, today }: Omit<RequestFacts, keyof ReviewFacts>): DayRange | null {
  if (assignment.status !== 'open' || assignment.kindOfProof !== 'upload' || today > assignment.lockedOn) {
    return null;
  }
  if (kind === 'not-applicable') {
    return { from: addDays(today, 1), until: addDays(today, limits.notApplicable.longestDays) };
  }
  const onTime = onTimeUntil(assignment) as Day;
  const range = { from: calendar.addWorkingDays(onTime, 1), until: calendar.addWorkingDays(assignment.dueOn as Day, limits.extension.longestWorkingDays) };
  return today <= onTime && range.from <= range.until ? range : null;
}

const ASKED = { extension: 'extension-asked', 'not-applicable': 'excuse-asked' } as const;
const GRANTED = { extension: 'extension-granted', 'not-applicable': 'excuse-granted' } as const;
const REFUSED = { extension: 'extension-refused', 'not-applicable': 'excuse-refused' } as const;

/**
 * The body asks for more time, or says until when the subtask does not apply to it. One request at a time.
 * @param to the body that decides
 * @throws assignment.changed, wrong_status, no_upload, request_pending, request_too_late, request_day, day_off
 */
export function askRequest(assignment: Assignment, by: Actor, { kind, reason, day, seen }: AskRequest, to: string, facts: RequestFacts): Decision<Assignment> {
  const { id: assignmentId } = assignment;
  mustBeSeen(assignment, seen);
  if (assignment.kindOfProof !== 'upload') {
    throw assignmentErrors.no_upload({ assignmentId });
  }
  if (assignment.status !== 'open') {
    throw wrongStatus(assignment);
  }
  if (assignment.request) {
    throw assignmentErrors.request_pending({ assignmentId });
  }
  const range = askableDays(assignment, kind, facts);
  if (!range) {
    throw assignmentErrors.request_too_late({ assignmentId, onTimeOn: onTimeUntil(assignment) });
  }
  mustBeWithin(assignmentId, kind, day as Day, range, facts.calendar);
  const request: PendingRequest = { kind, reason, day, by: personOf(by), at: facts.now, to };
  const step = { at: facts.now, by: personOf(by), act: ASKED[kind], organisationId: assignment.organisationId, remark: reason, day };
  return withStep(assignment, { request }, step, [
    event(AssignmentRequestMadeSchema, {
      ...told(assignment, facts),
      ...{ kind, madeBy: personOf(by), madeAt: timestampFromDate(facts.now), day, deciderOrganisationId: to },
      ...(!isSecret(facts.subtask.secrecy) && { reason }),
    }),
  ]);
}

/** The body that asked takes its request back. @throws assignment.changed, no_request */
export function withdrawRequest(assignment: Assignment, by: Actor, facts: ReviewFacts): Decision<Assignment> {
  mustBeSeen(assignment, facts.seen);
  if (!assignment.request) {
    throw assignmentErrors.no_request({ assignmentId: assignment.id });
  }
  const step = { at: facts.now, by: personOf(by), act: 'request-withdrawn' as const, organisationId: assignment.organisationId };
  return withStep(assignment, { request: undefined }, step, []);
}

/** May this person decide on what is asked for? Nobody decides on his own request, nor on work in which he has a part. */
export function mayDecide({ request, authors }: Assignment, actor: Actor): boolean {
  return !!request && reviewsFor(actor, request.to) && request.by.id !== actor.id && !authors.includes(actor.id);
}

/**
 * Grants what was asked for, or less: an earlier day.
 * @throws assignment.changed, no_request, not_decider, own_work, request_day, day_off
 */
export function grantRequest(assignment: Assignment, by: Actor, asked: string | undefined, facts: RequestFacts): Decision<Assignment> {
  const { kind, day: wanted, reason, to } = mustDecide(assignment, by, facts);
  const day = (asked ?? wanted) as Day;
  // Nothing may have changed since it was asked for that makes the day meaningless.
  const first = kind === 'extension' ? facts.calendar.addWorkingDays(onTimeUntil(assignment) as Day, 1) : facts.today;
  mustBeWithin(assignment.id, kind, day, { from: first, until: wanted as Day }, facts.calendar);
  const step = { at: facts.now, by: personOf(by), act: GRANTED[kind], organisationId: to, day };
  const grant = { grantedBy: personOf(by), grantedAt: timestampFromDate(facts.now) };
  if (kind === 'not-applicable') {
    const change: Partial<Assignment> = { request: undefined, status: 'not-applicable', excused: { until: day, reason } };
    return withStep(assignment, change, step, [event(AssignmentExcusedSchema, { ...told(assignment, facts), ...grant, until: day })]);
  }
  const more = extendedTo(assignment, day, facts.calendar);
  const days = { dueOn: assignment.dueOn, ...more };
  return withStep(assignment, { request: undefined, ...more }, step, [event(AssignmentExtendedSchema, { ...told(assignment, facts), ...grant, ...days })]);
}

/** @throws assignment.changed, no_request, not_decider, own_work */
export function refuseRequest(assignment: Assignment, by: Actor, remark: string, facts: ReviewFacts): Decision<Assignment> {
  const { kind, to } = mustDecide(assignment, by, facts);
  const step = { at: facts.now, by: personOf(by), act: REFUSED[kind], organisationId: to, remark };
  return withStep(assignment, { request: undefined }, step, [
    event(AssignmentRequestRefusedSchema, {
      ...told(assignment, facts),
      ...{ kind, refusedBy: personOf(by), refusedAt: timestampFromDate(facts.now) },
      ...(!isSecret(facts.subtask.secrecy) && { remark }),
    }),
  ]);
}

/**
 * The day has passed until which it did not apply: it is open again, with time for the work. Undefined while it still does not apply.
 */
export function endExcuse(assignment: Assignment, facts: RequestFacts): Decision<Assignment> | undefined {
  const { excused, status } = assignment;
  if (status !== 'not-applicable' || !excused || excused.until >= facts.today) {
    return undefined;
  }
  const least = facts.calendar.addWorkingDays(excused.until as Day, facts.limits.notApplicable.workingDaysAfterEnd);
  const more = least > onTimeUntil(assignment) ? extendedTo(assignment, least, facts.calendar) : {};
  const change: Partial<Assignment> = { status: 'open', excused: undefined, ...more };
  const next = { ...assignment, ...change };
  const person = { id: SYSTEM.id, name: SYSTEM.name };
  const step = { at: facts.now, by: person, act: 'excuse-ended' as const, organisationId: null, day: onTimeUntil(next) };
  const days = { onTimeOn: onTimeUntil(next), lockedOn: next.lockedOn };
  return withStep(assignment, change, step, [
    event(AssignmentExcuseEndedSchema, { ...told(assignment, facts), endedAt: timestampFromDate(facts.now), ...days }),
  ]);
}

/** The lock keeps its distance in working days. */
function extendedTo(assignment: Assignment, day: Day, calendar: WorkingCalendar): { extendedTo: string; lockedOn: string } {
  const distance = calendar.workingDaysBetween(onTimeUntil(assignment) as Day, assignment.lockedOn as Day);
  return { extendedTo: day, lockedOn: calendar.addWorkingDays(day, distance) };
}

function mustBeWithin(assignmentId: string, kind: RequestKind, day: Day, { from, until }: DayRange, calendar: WorkingCalendar): void {
  if (day < from || day > until) {
    throw assignmentErrors.request_day({ assignmentId, from, until });
  }
  if (kind === 'extension' && !calendar.isWorkingDay(day)) {
    throw assignmentErrors.day_off({ assignmentId, day });
  }
}

function mustDecide(assignment: Assignment, by: Actor, { seen }: ReviewFacts): PendingRequest {
  const { id: assignmentId, request, authors } = assignment;
  mustBeSeen(assignment, seen);
  if (!request) {
    throw assignmentErrors.no_request({ assignmentId });
  }
  if (!reviewsFor(by, request.to)) {
    throw assignmentErrors.not_decider({ assignmentId });
  }
  if (request.by.id === by.id || authors.includes(by.id)) {
    throw assignmentErrors.own_work({ assignmentId });
  }
  return request;
}

function told({ id, organisationId }: Assignment, { subtask }: ReviewFacts) {
  return { assignmentId: id, organisationId, ...toldOf(subtask) };
}
