import type { AssignmentStatus, ClockReasons, HistoryAct, PeriodDates, Place, RequestKind, Rescheduled, ReturnReason } from '@aigaq/api';
import { dayOf } from '@aigaq/calendar';
import type { Decision, Localised } from '@aigaq/kernel';
import type { VerdictChange } from './verdict-change.js';

export interface PersonNamed {
  id: string;
  name: string;
}

/** One step of the work, as stored. What does not belong to its act is absent in what is older than it. */
export interface Step {
  at: Date;
  by: PersonNamed;
  /** The body for which, or as which, it was done. */
  organisationId: string | null;
  /** Of handing in: the body of the membership by which the person did it; absent when that was not recorded. */
  from?: string;
  act: HistoryAct;
  submission: number | null;
  evidenceIds: string[];
  reason: ReturnReason | null;
  remark: string | null;
  place: Place | null;
  /** Of a newer calendar: which days it moved. */
  rescheduled?: Rescheduled;
  /** Of an acceptance, and of what took it back: the hashes for which it stands. */
  sha256?: string[];
  zeroCase?: boolean;
  /** Of a request and the answer to it. */
  day?: string;
}

/** A body that reviews, and for what it answers when others review beside it. */
export interface ReviewParty {
  organisationId: string;
  subject: Localised | null;
}

/** Somebody of a reviewing body has taken the case. */
export interface Holding {
  organisationId: string;
  by: PersonNamed;
  at: Date;
}

/** What the body asks for and nobody has decided yet; what was decided stands in the history. */
export interface PendingRequest {
  kind: RequestKind;
  reason: string;
  day: string;
  by: PersonNamed;
  at: Date;
  /** The body that decides. */
  to: string;
}

/** Where the review stands. */
export interface ReviewPlace {
  status: AssignmentStatus;
  /** The body that reviews now; of several side by side the first that has not agreed. */
  reviewerId: string | null;
  /** Those beside it that have not agreed either. */
  besideIds?: string[] | undefined;
  holders?: Holding[] | undefined;
  approved?: Approval | undefined;
}

export interface Approval {
  at: Date;
  by: PersonNamed;
  organisationId: string;
  sha256: string[];
}

/** What one body owes for one subtask and period. */
export interface Assignment extends ReviewPlace {
  id: string;
  edition: string;
  /** Version of the edition by which it is done: that of its rollout; absent in what is older than versions: 1. */
  cardVersion?: number;
  year: number;
  subtask: string;
  project: string;
  kindOfProof: 'upload' | 'agency-confirms';
  organisationId: string;
  organisationKind: string;
  scope: string[];
  period: string;
  opensOn: string;
  /** By the card; an extension does not change it. */
  dueOn: string;
  /** The last day on time, when that is not the due day of the card. */
  extendedTo?: string;
  lockedOn: string;
  /** Why the clocks show their days; absent: as the card says. */
  reasons?: ClockReasons;
  rolloutId: string;
  /** The day by which the queue is sorted: `urgencyOf`. */
  urgentOn: string;
  /** How often it was handed in. */
  submissions: number;
  /** The day on which it was first handed in; decides on time or late. */
  submittedOn: string | null;
  submittedAt: Date | null;
  evidenceIds: string[];
  /** Handed in last with the statement that there are no facts. */
  zeroCase?: boolean | undefined;
  machineVerdict: 'passed' | 'person' | 'failed' | null;
  /** What the machine said otherwise since the last handing in, oldest first. */
  verdictChanges?: VerdictChange[];
  /** Everybody who uploaded or handed in anything here: none of them reviews it. */
  authors: string[];
  /** Reviewing bodies in order, fixed when it is handed in. */
  chain: string[];
  /** The same by steps, where several bodies of a step review side by side. */
  steps?: ReviewParty[][] | undefined;
  request?: PendingRequest | undefined;
  excused?: { until: string; reason: string } | undefined;
  /** How the last act is taken back. */
  undo?: { by: string; until: Date; act: 'passed-on' | 'returned' | 'accepted'; place: ReviewPlace } | undefined;
  history: Step[];
}

/** An assignment as the rollout stores it: nothing has happened yet. */
export function openAssignment(planned: {
  id: string;
  edition: string;
  cardVersion: number;
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
    urgentOn: dates.dueOn,
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

/** The last day on time: of the card, or of a granted extension. */
export function onTimeUntil({ dueOn, extendedTo }: Pick<Assignment, 'dueOn' | 'extendedTo'>): string {
  return extendedTo ?? dueOn;
}

export type Timing = 'on-time' | 'on-time-extended' | 'late';

/**
 * On time, on time by extension, late: decided by the day on which it was first handed in, and never changed by what follows. A return does
 * not make it late. Null while it was not handed in; what the Agency confirms has no day to miss.
 */
export function timingOf({ kindOfProof, submittedOn, dueOn, extendedTo }: Assignment): Timing | null {
  if (kindOfProof === 'agency-confirms') {
    return 'on-time';
  }
  if (submittedOn === null) {
    return null;
  }
  return submittedOn <= dueOn ? 'on-time' : submittedOn <= (extendedTo ?? dueOn) ? 'on-time-extended' : 'late';
}

/**
 * The one rule of the queue: what is returned is due on the day of its return, if that is earlier; everything else on its last day on time.
 * So what is overdue leads, and what came back stands before what is not due yet. Stored, because an index has to serve it.
 */
export function urgencyOf({ status, history, ...assignment }: Assignment): string {
  const due = onTimeUntil(assignment);
  const last = history.findLast(({ act }) => act === 'returned' || act === 'reopened');
  const returnedOn = status === 'returned' && last ? dayOf(last.at) : undefined;
  return returnedOn !== undefined && returnedOn < due ? returnedOn : due;
}

export type NewStep = Pick<Step, 'at' | 'by' | 'act' | 'organisationId'> & Partial<Step>;

/** Adds a step to the history and tells it. What the act before it left to be taken back can be taken back no more. */
export function withStep(assignment: Assignment, change: Partial<Assignment>, step: NewStep, events: Decision<Assignment>['events']): Decision<Assignment> {
  const whole: Step = { submission: null, evidenceIds: [], reason: null, remark: null, place: null, ...step };
  const { undo: _, ...before } = assignment;
  const next: Assignment = { ...before, ...change, history: [...assignment.history, whole] };
  return { next: { ...next, urgentOn: urgencyOf(next) }, events };
}
