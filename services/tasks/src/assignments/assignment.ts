import type { AssignmentStatus, ClockReasons, HistoryEntry, PeriodDates, Place, Rescheduled, ReturnReason } from '@aigaq/api';
import type { Decision } from '@aigaq/kernel';
import type { VerdictChange } from './verdict-change.js';

/** One step of the work, as stored. */
export interface Step {
  at: Date;
  by: { id: string; name: string };
  /** The body for which, or as which, it was done. */
  organisationId: string | null;
  /** Of handing in: the body of the membership by which the person did it; absent when that was not recorded. */
  from?: string;
  act: HistoryEntry['act'];
  submission: number | null;
  evidenceIds: string[];
  reason: ReturnReason | null;
  remark: string | null;
  place: Place | null;
  /** Of a newer calendar: which days it moved. */
  rescheduled?: Rescheduled;
}

/** What one body owes for one subtask and period. */
export interface Assignment {
  id: string;
  edition: string;
  year: number;
  subtask: string;
  project: string;
  kindOfProof: 'upload' | 'agency-confirms';
  organisationId: string;
  organisationKind: string;
  scope: string[];
  period: string;
  opensOn: string;
  dueOn: string;
  /** The last day that counts as on time, where it is not the due day: an extension. */
  onTimeOn?: string;
  lockedOn: string;
  /** Why the clocks show their days; absent: as the card says. */
  reasons?: ClockReasons;
  rolloutId: string;
  status: AssignmentStatus;
  /** How often it was handed in. */
  submissions: number;
  /** The day on which it was first handed in; decides on time or late. */
  submittedOn: string | null;
  submittedAt: Date | null;
  evidenceIds: string[];
  machineVerdict: 'passed' | 'person' | 'failed' | null;
  /** What the machine said otherwise since the last handing in, oldest first. */
  verdictChanges?: VerdictChange[];
  /** Everybody who uploaded or handed in anything here: none of them reviews it. */
  authors: string[];
  /** Reviewing bodies in order, fixed when it is handed in. */
  chain: string[];
  reviewerId: string | null;
  history: Step[];
}

/** An assignment as the rollout stores it: nothing has happened yet. */
export function openAssignment(planned: {
  id: string;
  edition: string;
  year: number;
  subtask: string;
  project: string;
  submission: 'upload' | 'agency-confirms';
  organisation: { id: string; kind: string; scope: string[] };
  dates: PeriodDates;
  rolloutId: string;
}): Assignment {
  const { organisation, dates, submission, ...named } = planned;
  return {
    ...named,
    ...{ period: dates.period, opensOn: dates.opensOn, dueOn: dates.dueOn, lockedOn: dates.lockedOn },
    ...(dates.reasons && { reasons: dates.reasons }),
    kindOfProof: submission,
    organisationId: organisation.id,
    organisationKind: organisation.kind,
    scope: organisation.scope,
    status: 'open',
    submissions: 0,
    submittedOn: null,
    submittedAt: null,
    evidenceIds: [],
    machineVerdict: null,
    authors: [],
    chain: [],
    reviewerId: null,
    history: [],
  };
}

/** The last day that counts as on time. */
export function lastDayOnTime({ onTimeOn, dueOn }: Assignment): string {
  return onTimeOn !== undefined && onTimeOn > dueOn ? onTimeOn : dueOn;
}

/** On time means: handed in for the first time by the end of that day. A return does not make it late. */
export function isOnTime(assignment: Assignment): boolean {
  return assignment.submittedOn !== null && assignment.submittedOn <= lastDayOnTime(assignment);
}

/** The next body of the chain after the one that reviews now; null at its end. */
export function nextReviewer({ chain, reviewerId }: Assignment): string | null {
  return chain[chain.indexOf(reviewerId ?? '') + 1] ?? null;
}

/** Adds a step to the history and tells it. */
export function withStep(
  assignment: Assignment,
  change: Partial<Assignment>,
  step: Pick<Step, 'at' | 'by' | 'act' | 'organisationId'> & Partial<Step>,
  events: Decision<Assignment>['events'],
): Decision<Assignment> {
  const whole: Step = { submission: null, evidenceIds: [], reason: null, remark: null, place: null, ...step };
  return { next: { ...assignment, ...change, history: [...assignment.history, whole] }, events };
}
