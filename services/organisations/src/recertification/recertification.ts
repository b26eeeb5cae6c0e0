import type { RecertificationAnswer } from '@aigaq/api';
import { addDays, day as dayIn } from '@aigaq/calendar';
import { event, RecertificationAnsweredSchema, RecertificationBegunSchema, RecertificationDueSchema } from '@aigaq/contracts';
import type { Actor, Decision, Role } from '@aigaq/kernel';
import { isStanding, type Membership } from '../memberships/membership.js';
import { recertificationErrors } from './recertification.errors.js';

/** A campaign: every membership in force on the day it began is asked about. */
export interface Recertification {
  /** The quarter: there is one for each. */
  id: string;
  /** The last day on which answers are taken. */
  deadline: string;
  begunOn: string;
  status: 'open' | 'closed';
  /** The last membership about which a question was made. */
  askedUpTo: string;
  isAsked: boolean;
  isReminded: boolean;
}

/** Is this role still needed? */
export interface Question {
  /** `<campaign>:<membership>` */
  id: string;
  recertificationId: string;
  membershipId: string;
  personId: string;
  personName: string;
  organisationId: string;
  /** Of the body, for the lists; who may answer is asked of the register itself. */
  scope: readonly string[];
  role: Role;
  since: string;
  /** `lapsed`: nobody answered by the deadline. */
  answer: RecertificationAnswer | 'lapsed' | null;
  answeredBy: Pick<Actor, 'id' | 'name'> | null;
  answeredAt: Date | null;
  /** What the answer means for the role is done; absent = there is nothing to do. */
  isDone?: boolean;
}

const REMINDED_DAYS_BEFORE = 5;

export function beginRecertification(quarter: string, deadline: string, day: string): Decision<Recertification> {
  if (deadline <= day) {
    throw recertificationErrors.wrong_deadline({ deadline });
  }
  const next = { id: quarter, deadline, begunOn: day, status: 'open' as const, askedUpTo: '', isAsked: false, isReminded: false };
  return { next, events: [event(RecertificationBegunSchema, told(next))] };
}

/** Asking again for the same campaign gives that campaign. */
export function refuseOtherDeadline({ id, deadline }: Recertification, wanted: string): void {
  if (deadline !== wanted) {
    throw recertificationErrors.already_begun({ quarter: id, deadline });
  }
}

export function refuseClosed({ status, deadline }: Recertification, day: string): void {
  if (status === 'closed' || day > deadline) {
    throw recertificationErrors.closed({ deadline });
  }
}

/** Five days before the deadline those who have not answered are reminded, once. */
export function remind(campaign: Recertification, day: string): Decision<Recertification> | undefined {
  const { deadline, isReminded } = campaign;
  const isNear = day >= addDays(dayIn(deadline), -REMINDED_DAYS_BEFORE) && day <= deadline;
  return isNear && !isReminded ? { next: { ...campaign, isReminded: true }, events: [event(RecertificationDueSchema, told(campaign))] } : undefined;
}

/** The questions are made piece by piece. @param last absent = that was the last piece */
export function askedUpTo(campaign: Recertification, last: string | undefined): Decision<Recertification> {
  return { next: last === undefined ? { ...campaign, isAsked: true } : { ...campaign, askedUpTo: last }, events: [] };
}

export function questionAbout(membership: Membership, campaignId: string, scope: readonly string[]): Question {
  const { id: membershipId, personId, personName, organisationId, role, from: since } = membership;
  const about = { membershipId, personId, personName, organisationId, scope, role, since };
  return { id: `${campaignId}:${membershipId}`, recertificationId: campaignId, ...about, answer: null, answeredBy: null, answeredAt: null };
}

export function answerQuestion(question: Question, answer: RecertificationAnswer, { id, name }: Actor, now: Date): Decision<Question> {
  if (question.answer !== null) {
    throw recertificationErrors.already_answered({ questionId: question.id });
  }
  return answered({ ...question, answer, answeredBy: { id, name }, answeredAt: now, ...(answer === 'end' && { isDone: false }) });
}

/** The deadline is over and nobody said that the role is needed. */
export function lapse(question: Question, now: Date): Decision<Question> | undefined {
  return question.answer === null ? answered({ ...question, answer: 'lapsed', answeredAt: now, isDone: false }) : undefined;
}

/** Does the answer still concern the role? One that was given anew since then was decided about anew. */
export function concerns(question: Question, membership: Membership | undefined, day: string): boolean {
  return membership !== undefined && membership.from === question.since && isStanding(membership, day);
}

function answered(next: Question): Decision<Question> {
  const { recertificationId, membershipId, personId, organisationId, answer } = next;
  return { next, events: [event(RecertificationAnsweredSchema, { recertificationId, membershipId, personId, organisationId, answer: answer ?? '' })] };
}

function told({ id, deadline }: Recertification) {
  return { recertificationId: id, quarter: id, deadline };
}
