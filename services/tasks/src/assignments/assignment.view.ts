import type { AssignmentRow, AssignmentView, BodyName, ClockReason, DatedReason, HistoryEntry } from '@aigaq/api';
import type { Day, WorkingCalendar } from '@aigaq/calendar';
import { type Evaluation, signersFor } from '@aigaq/evidence-rule';
import type { Actor, BodyKind } from '@aigaq/kernel';
import type { CardSubtask } from '@aigaq/reference';
import { allowedTo } from './allowed.js';
import { type Assignment, onTimeUntil, type PendingRequest, type ReviewParty, type Step, timingOf } from './assignment.js';
import { askableDays, type RequestFacts } from './requests.js';
import { holderIn } from './review.js';
import { AGENCY, decidingNow, stepNow, stepsOf } from './review-chain.js';
import { mayUndo } from './undo.js';

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
  if (assignment.status === 'not-applicable') {
    return 'not-applicable';
  }
  if (assignment.submittedOn === null && assignment.status !== 'accepted') {
    return today > onTimeUntil(assignment) ? 'overdue' : 'not-due';
  }
  return timingOf(assignment) ?? 'on-time';
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
    extendedTo: assignment.extendedTo ?? null,
    punctuality: punctualityOf(assignment, today),
    workingDaysLeft: calendar.workingDaysBetween(today, onTimeUntil(assignment) as Day),
    reviewer: assignment.reviewerId ? nameOf(names, assignment.reviewerId) : null,
    machineVerdict: assignment.machineVerdict,
    holder: assignment.reviewerId ? (holderIn(assignment, assignment.reviewerId)?.by ?? null) : null,
    zeroCase: assignment.zeroCase ?? false,
    request: assignment.request?.kind ?? null,
    steps: assignment.history.length,
  };
}

/**
 * What those see who are on no name list: that it exists, whose it is, until when, and how far the work is. A head has to know that all is
 * done; what it is about he does not.
 */
export function maskedRow(assignment: Assignment, facts: ViewFacts): AssignmentRow {
  const { id, edition, subtask, organisation, period, status, secrecy, reviewer, ...row } = assignmentRow(assignment, facts);
  const { opensOn, dueOn, extendedTo, punctuality, workingDaysLeft, steps } = row;
  return {
    ...{ id, edition, subtask, organisation, period, status, opensOn, dueOn, extendedTo, punctuality, workingDaysLeft, reviewer, secrecy, steps },
    masked: true,
    title: { kk: '', ru: '' },
    kkProposed: false,
    machineVerdict: null,
    holder: null,
    // That there were no facts is what it is about.
    zeroCase: false,
    request: null,
  };
}

export interface DetailFacts extends ViewFacts {
  actor: Actor;
  /** May the one who asks hand in for this body? */
  maySubmit: boolean;
  /** Who would review, step by step, if it were handed in now. */
  steps: ReviewParty[][];
  limits: RequestFacts['limits'];
  now: Date;
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
    clocks: clocksOf(assignment),
    chain: chainOf(assignment, facts),
    history: assignment.history.map((step) => historyEntry(step, names)),
    evidenceIds: assignment.evidenceIds,
    verdictChanges: (assignment.verdictChanges ?? []).map(({ at, ...change }) => ({ ...change, at: at.toISOString() })),
    ...requestsOf(assignment, facts),
    approved: assignment.status === 'accepted' ? approvalOf(assignment) : null,
    undoUntil: mayUndo(assignment, facts.actor, facts.now) ? (assignment.undo?.until.toISOString() ?? null) : null,
    allowed: allowedTo(assignment, facts),
  };
}

function requestsOf(assignment: Assignment, { names, ...facts }: DetailFacts): Pick<AssignmentView, 'asked' | 'excused' | 'askable'> {
  const { request, excused } = assignment;
  const asked = ({ kind, reason, day, by }: PendingRequest) => ({ kind, reason, day, by });
  return {
    asked: request ? { ...asked(request), at: request.at.toISOString(), decider: nameOf(names, request.to) } : null,
    excused: excused ?? null,
    askable: { extension: askableDays(assignment, 'extension', facts), notApplicable: askableDays(assignment, 'not-applicable', facts) },
  };
}

/** What was accepted before hashes were kept with the acceptance has none. */
function approvalOf({ approved, history }: Assignment): AssignmentView['approved'] {
  const accepted = approved ?? history.findLast(({ act }) => act === 'accepted');
  return accepted ? { at: accepted.at.toISOString(), by: accepted.by, sha256: accepted.sha256 ?? [] } : null;
}

function historyEntry({ at, organisationId, from, sha256 = [], zeroCase = false, day, ...step }: Step, names: DetailFacts['names']): HistoryEntry {
  // Whoever reviews does it as his own body.
  const actedFrom = step.act === 'submitted' ? from : organisationId;
  return {
    ...{ ...step, sha256, zeroCase, day: day ?? null },
    at: at.toISOString(),
    organisation: organisationId ? nameOf(names, organisationId) : null,
    from: actedFrom ? nameOf(names, actedFrom) : null,
  };
}

/** Who gave the time: those who decided on a request, or the end of an excuse. */
function extensionReason({ history }: Assignment): string {
  const given = history.findLast(({ act }) => act === 'extension-granted' || act === 'excuse-ended')?.act;
  return given === 'excuse-ended' ? 'date.extended_after_excuse' : 'date.extended';
}

/** Every date is said with its reason (the catalogues of the portal have the words). */
function clocksOf(assignment: Assignment): AssignmentView['clocks'] {
  const { edition, year, reasons, opensOn, dueOn, extendedTo, lockedOn } = assignment;
  const common = { edition, year: String(year), dueOn };
  const dated = (day: string, reason: ClockReason | undefined, otherwise: string): DatedReason => ({
    day,
    reason: { code: reason?.code ?? otherwise, data: { ...common, ...reason?.data } },
  });
  const isExtended = extendedTo !== undefined;
  return {
    opens: dated(opensOn, reasons?.opens, 'date.opens_by_card'),
    due: dated(dueOn, reasons?.due, 'date.due_by_card'),
    onTime: isExtended ? dated(extendedTo, undefined, extensionReason(assignment)) : dated(dueOn, reasons?.onTime, 'date.by_due'),
    locked: dated(lockedOn, isExtended ? undefined : reasons?.locked, isExtended ? 'date.locked_by_extension' : 'date.locked_by_card'),
  };
}

/** Those who review it now, fixed when it was handed in; before that, those who would. */
export function reviewingSteps(assignment: Assignment, wouldReview: ReviewParty[][]): ReviewParty[][] {
  if (assignment.kindOfProof === 'agency-confirms') {
    return [[{ organisationId: AGENCY, subject: null }]];
  }
  return assignment.chain.length > 0 && assignment.status !== 'returned' ? stepsOf(assignment) : wouldReview;
}

function chainOf(assignment: Assignment, { steps, vacant, names }: DetailFacts): AssignmentView['chain'] {
  const order = reviewingSteps(assignment, steps);
  const now = assignment.kindOfProof === 'agency-confirms' ? 0 : stepNow(assignment);
  const deciding = assignment.kindOfProof === 'agency-confirms' ? [AGENCY] : decidingNow(assignment);
  const stateOf = (step: number, id: string): AssignmentView['chain'][number]['state'] => {
    const isDone = assignment.status === 'accepted' || step < now || (step === now && !deciding.includes(id));
    return isDone ? 'done' : step === now ? 'now' : 'waiting';
  };
  return order.flatMap((parties, step) =>
    parties.map(({ organisationId, subject }) => ({
      organisation: nameOf(names, organisationId),
      state: stateOf(step, organisationId),
      vacant: vacant.has(organisationId),
      ...{ step, subject, holder: holderIn(assignment, organisationId)?.by ?? null },
    })),
  );
}
