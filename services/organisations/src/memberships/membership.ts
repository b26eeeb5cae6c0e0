import { addDays, day as dayIn } from '@aigaq/calendar';
import { event, MembershipEndedSchema, MembershipGrantedSchema, MembershipHandedOverSchema } from '@aigaq/contracts';
import type { Actor, Decision, Role } from '@aigaq/kernel';
import { membershipErrors } from './membership.errors.js';

/** From one day to another, both included; null = without an end. */
export interface Term {
  from: string;
  until: string | null;
}

/** A person's role in a body, from one day to another (both included). */
export interface Membership extends Term {
  /** `<person>:<body>:<role>`: a role is held once. */
  id: string;
  personId: string;
  personName: string;
  /** The language in which the person is written to. */
  locale: 'kk' | 'ru';
  email: string;
  organisationId: string;
  role: Role;
  /** From whom it was taken over; the end of the giver's role follows. */
  receivedFrom?: Handover | null;
  /** The account and the identity server are to hear of this state; absent = they have. */
  unsettled?: boolean;
}

export interface Handover {
  membershipId: string;
  personId: string;
  reason: string;
  /** Who handed it over: the end of the giver's role is his act too. */
  by: Pick<Actor, 'id' | 'name'>;
  /** The role of the giver has ended and the hand-over was told. */
  isDone: boolean;
}

export type MembershipDraft = Omit<Membership, 'id' | 'receivedFrom' | 'unsettled'>;

export function membershipId({ personId, organisationId, role }: Pick<Membership, 'personId' | 'organisationId' | 'role'>): string {
  return `${personId}:${organisationId}:${role}`;
}

export const dayBefore = (day: string): string => addDays(dayIn(day), -1);
export const dayAfter = (day: string): string => addDays(dayIn(day), 1);

/** In force on the day, or to be later. */
export function isStanding({ until }: Pick<Term, 'until'>, day: string): boolean {
  return until === null || until >= day;
}

interface LivingBody {
  id: string;
  validUntil: string | null;
}

/** Gives a person a role in a body that is in the register. */
export function grantMembership(draft: MembershipDraft, body: LivingBody | undefined): Decision<Membership> {
  if (!body) {
    throw membershipErrors.unknown_body({ organisationId: draft.organisationId });
  }
  refuseWrongTerm(draft, body);
  const next: Membership = { id: membershipId(draft), ...draft, unsettled: true };
  return { next, events: [granted(next)] };
}

/** A role may not outlive its body. */
function refuseWrongTerm({ from, until }: Term, { validUntil }: LivingBody): void {
  if (until !== null && until < from) {
    throw membershipErrors.wrong_dates({ from, until });
  }
  if (validUntil !== null && (until === null || until > validUntil)) {
    throw membershipErrors.body_closed({ closed: validUntil });
  }
}

/**
 * Gives a role again, or with other dates, to somebody who has held it.
 * @throws `membership.already_held` when nothing would change; an end before today is not set by a grant
 */
export function renewMembership(held: Membership, draft: MembershipDraft, body: LivingBody, day: string): Decision<Membership> {
  const isHeld = isStanding(held, day);
  if (isHeld && held.from === draft.from && held.until === draft.until) {
    throw membershipErrors.already_held({ personName: held.personName });
  }
  if (isHeld && draft.until !== null && draft.until < day) {
    throw membershipErrors.end_in_the_past({ until: draft.until });
  }
  const { next, events } = grantMembership(draft, body);
  return { next: { ...next, receivedFrom: held.receivedFrom ?? null }, events };
}

/** Who gives a role away has it on the day before, and not to himself. */
export function refuseHandover(given: Membership, toPersonId: string, from: string, day: string): void {
  if (!isStanding(given, day)) {
    throw membershipErrors.already_ended({ until: given.until ?? '' });
  }
  if (toPersonId === given.personId) {
    throw membershipErrors.already_held({ personName: given.personName });
  }
  if (from < day) {
    throw membershipErrors.end_in_the_past({ until: dayBefore(from) });
  }
  if (given.until !== null && from > given.until) {
    throw membershipErrors.wrong_dates({ from, until: given.until });
  }
}

/** A role passes to somebody else, who may have had it once: one write on his side names the giver. */
export function receiveMembership(held: Membership | undefined, draft: MembershipDraft, body: LivingBody, source: Handover): Decision<Membership> {
  if (held && isStanding(held, draft.from)) {
    throw membershipErrors.already_held({ personName: held.personName });
  }
  const { next, events } = grantMembership(draft, body);
  return { next: { ...next, receivedFrom: source }, events };
}

/** The giver's role has ended: the hand-over is told. */
export function tellHandover(membership: Membership): Decision<Membership> | undefined {
  const { id, organisationId, role, from, personId, receivedFrom } = membership;
  if (!receivedFrom || receivedFrom.isDone) {
    return undefined;
  }
  const told = { membershipId: id, fromPersonId: receivedFrom.personId, toPersonId: personId, organisationId, role, from, reason: receivedFrom.reason };
  return { next: { ...membership, receivedFrom: { ...receivedFrom, isDone: true } }, events: [event(MembershipHandedOverSchema, told)] };
}

/**
 * The last day of a role that somebody ends. @param wanted absent = yesterday, so that today is the first day without it
 * @throws when it is over, for days that are over, and where it would be longer than it was
 */
export function lastDayOf(membership: Membership, wanted: string | undefined, day: string): string {
  if (!isStanding(membership, day)) {
    throw membershipErrors.already_ended({ until: membership.until ?? '' });
  }
  const until = wanted ?? dayBefore(day);
  if (until < dayBefore(day)) {
    throw membershipErrors.end_in_the_past({ until });
  }
  if (wanted !== undefined && (wanted < membership.from || (membership.until !== null && wanted > membership.until))) {
    throw membershipErrors.wrong_dates({ from: membership.from, until: wanted });
  }
  return until;
}

/** Ends a role on that day. @returns undefined when it is over by then */
export function endMembership(membership: Membership, until: string, reason: string): Decision<Membership> | undefined {
  if (membership.until !== null && membership.until <= until) {
    return undefined;
  }
  const { id: ended, personId, organisationId, role } = membership;
  return {
    next: { ...membership, until, unsettled: true },
    events: [event(MembershipEndedSchema, { membershipId: ended, personId, organisationId, role, until, reason })],
  };
}

function granted({ id, until, personId, personName, locale, email, organisationId, role, from }: Membership) {
  const told = { personId, personName, locale, email, organisationId, role, from };
  return event(MembershipGrantedSchema, { membershipId: id, until: until ?? '', ...told });
}
