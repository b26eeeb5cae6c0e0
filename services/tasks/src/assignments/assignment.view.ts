import type { AssignmentRow, AssignmentView, BodyName, ClockReason, DatedReason, HistoryEntry } from '@aigaq/api';
import type { Day, WorkingCalendar } from '@aigaq/calendar';
import { type Evaluation, signersFor } from '@aigaq/evidence-rule';
import type { Actor, BodyKind } from '@aigaq/kernel';
import type { CardSubtask } from '@aigaq/reference';
import { type Assignment, isOnTime, lastDayOnTime, nextReviewer, type Step } from './assignment.js';
import { AGENCY, mayReview, reviewsFor } from './review.js';
import { acceptsWork } from './submission.js';

/** What views need besides the assignment itself. */
export interface ViewFacts {
  subtask: CardSubtask;
  names: ReadonlyMap<string, BodyName>;
  calendar: WorkingCalendar;
  today: Day;
}

function nameOf(names: ReadonlyMap<string, BodyName>, id: string): BodyName {
  return names.get(id) ?? { id, name: { kk: id, ru: id }, kind: 'central' };
}

function punctualityOf(assignment: Assignment, today: string): AssignmentRow['punctuality'] {
  if (assignment.submittedOn === null && assignment.status !== 'accepted') {
    return today > lastDayOnTime(assignment) ? 'overdue' : 'not-due';
  }
  return assignment.submittedOn === null || isOnTime(assignment) ? 'on-time' : 'late';
}

export function assignmentRow(assignment: Assignment, { subtask, names, calendar, today }: ViewFacts): AssignmentRow {
  return {
    id: assignment.id,
    edition: assignment.edition,
    subtask: assignment.subtask,
    secrecy: subtask.secrecy,
    masked: false,
    title: subtask.title,
    kkProposed: subtask.kkStatus !== 'official',
    organisation: nameOf(names, assignment.organisationId),
    period: assignment.period,
    status: assignment.status,
    opensOn: assignment.opensOn,
    dueOn: assignment.dueOn,
    punctuality: punctualityOf(assignment, today),
    workingDaysLeft: calendar.workingDaysBetween(today, lastDayOnTime(assignment) as Day),
    reviewer: assignment.reviewerId ? nameOf(names, assignment.reviewerId) : null,
    machineVerdict: assignment.machineVerdict,
  };
}

/**
 * What those see who are on no name list: that it exists, whose it is, until when, and how far the work is. A head has to know that all is
 * done; what it is about he does not.
 */
export function maskedRow(assignment: Assignment, facts: ViewFacts): AssignmentRow {
  const { id, edition, subtask, organisation, period, status, opensOn, dueOn, punctuality, workingDaysLeft, reviewer, secrecy } = assignmentRow(assignment, facts);
  return {
    ...{ id, edition, subtask, organisation, period, status, opensOn, dueOn, punctuality, workingDaysLeft, reviewer, secrecy },
    masked: true,
    title: { kk: '', ru: '' },
    kkProposed: false,
    machineVerdict: null,
  };
}

export interface DetailFacts extends ViewFacts {
  actor: Actor;
  /** May the one who asks hand in for this body? */
  maySubmit: boolean;
  /** Reviewing bodies in order, as they would be now. */
  chain: readonly string[];
  /** Reviewing bodies in which nobody can review. */
  vacant: ReadonlySet<string>;
  /** How the papers stand by the rule: before it is handed in all of them, then those that were handed in. */
  evaluation: Evaluation;
}

export function assignmentView(assignment: Assignment, facts: DetailFacts): AssignmentView {
  const { subtask, names } = facts;
  const rule = subtask.evidence;
  return {
    ...assignmentRow(assignment, facts),
    description: subtask.description,
    executors: subtask.executors.text,
    rule,
    signers: [...signersFor(rule, assignment.organisationKind as BodyKind)],
    ...facts.evaluation,
    hasNoFacts: assignment.hasNoFacts ?? false,
    clocks: clocksOf(assignment),
    chain: chainOf(assignment, facts),
    history: assignment.history.map((step) => historyEntry(step, names)),
    evidenceIds: assignment.evidenceIds,
    verdictChanges: (assignment.verdictChanges ?? []).map(({ at, ...change }) => ({ ...change, at: at.toISOString() })),
    allowed: allowedTo(assignment, facts),
  };
}

function historyEntry({ at, organisationId, from, ...step }: Step, names: DetailFacts['names']): HistoryEntry {
  // Whoever reviews does it as his own body.
  const actedFrom = step.act === 'submitted' ? from : organisationId;
  return {
    ...step,
    at: at.toISOString(),
    organisation: organisationId ? nameOf(names, organisationId) : null,
    from: actedFrom ? nameOf(names, actedFrom) : null,
  };
}

/** Every date is said with its reason (the catalogues of the portal have the words). */
function clocksOf(assignment: Assignment): AssignmentView['clocks'] {
  const { edition, year, reasons, opensOn, dueOn, lockedOn } = assignment;
  const common = { edition, year: String(year), dueOn };
  const dated = (day: string, reason: ClockReason | undefined, otherwise: string): DatedReason => ({
    day,
    reason: { code: reason?.code ?? otherwise, data: { ...common, ...reason?.data } },
  });
  return {
    opens: dated(opensOn, reasons?.opens, 'date.opens_by_card'),
    due: dated(dueOn, reasons?.due, 'date.due_by_card'),
    onTime: dated(lastDayOnTime(assignment), reasons?.onTime, 'date.by_due'),
    locked: dated(lockedOn, reasons?.locked, 'date.locked_by_card'),
  };
}

/** Those who review it now, fixed when it was handed in; before that, those who would. */
export function reviewingBodies({ kindOfProof, chain, status }: Assignment, wouldReview: readonly string[]): readonly string[] {
  if (kindOfProof === 'agency-confirms') {
    return [AGENCY];
  }
  return chain.length > 0 && status !== 'returned' ? chain : wouldReview;
}

function chainOf(assignment: Assignment, { chain, vacant, names }: DetailFacts): AssignmentView['chain'] {
  const order = reviewingBodies(assignment, chain);
  const now = assignment.kindOfProof === 'agency-confirms' ? 0 : order.indexOf(assignment.reviewerId ?? '');
  return order.map((id, place) => ({
    organisation: nameOf(names, id),
    state: assignment.status === 'accepted' || place < now ? 'done' : place === now ? 'now' : 'waiting',
    vacant: vacant.has(id),
  }));
}

function allowedTo(assignment: Assignment, facts: DetailFacts): AssignmentView['allowed'] {
  if (assignment.kindOfProof === 'agency-confirms') {
    return assignment.status === 'open' && reviewsFor(facts.actor, AGENCY) ? ['accept'] : [];
  }
  if (facts.maySubmit && acceptsWork(assignment, facts.today)) {
    return ['upload', 'submit'];
  }
  return mayReview(assignment, facts.actor) ? ['return', nextReviewer(assignment) ? 'pass-on' : 'accept'] : [];
}
