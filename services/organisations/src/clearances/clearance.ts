import { ClearanceEndedSchema, ClearanceGrantedSchema, event } from '@aigaq/contracts';
import type { Actor, Decision, Secrecy } from '@aigaq/kernel';
import { dayBefore, isStanding, type Membership, type Term } from '../memberships/membership.js';
import { clearanceErrors } from './clearance.errors.js';

/** One line of a name list: a person may see what is secret for that reason, as far as his role in the body reaches. */
export interface Clearance extends Term {
  /** `<person>:<body>:<reason of secrecy>` */
  id: string;
  personId: string;
  personName: string;
  organisationId: string;
  secrecy: Secrecy;
  /** Order or list by which the person was named. */
  basis: string;
}

export type ClearanceDraft = Omit<Clearance, 'id'>;

export function clearanceId({ personId, organisationId, secrecy }: Pick<Clearance, 'personId' | 'organisationId' | 'secrecy'>): string {
  return `${personId}:${organisationId}:${secrecy}`;
}

/** Puts a person on a name list; who has no role in the body has nothing to see there. */
export function grantClearance(draft: ClearanceDraft, held: readonly Membership[], by: Pick<Actor, 'id'>, day: string): Decision<Clearance> {
  if (by.id === draft.personId) {
    throw clearanceErrors.own_person();
  }
  if (draft.until !== null && draft.until < draft.from) {
    throw clearanceErrors.wrong_dates({ from: draft.from, until: draft.until });
  }
  if (!hasRole(held, draft.organisationId, day)) {
    throw clearanceErrors.no_membership({ personName: draft.personName });
  }
  const next = { id: clearanceId(draft), ...draft };
  const { id, until, personId, organisationId, secrecy, from, basis } = next;
  return { next, events: [event(ClearanceGrantedSchema, { clearanceId: id, personId, organisationId, secrecy, from, until: until ?? '', basis })] };
}

/** Who was on the list once may be put on it again, with new dates. */
export function refuseStanding(clearance: Clearance | undefined, day: string): void {
  if (clearance && isStanding(clearance, day)) {
    throw clearanceErrors.already_granted({ personName: clearance.personName });
  }
}

/** Today is the first day on which the person is not on the list. */
export function endClearance(clearance: Clearance, reason: string, day: string): Decision<Clearance> {
  if (!isStanding(clearance, day)) {
    throw clearanceErrors.already_ended({ until: clearance.until ?? '' });
  }
  const { id, personId, organisationId, secrecy } = clearance;
  const until = dayBefore(day);
  return { next: { ...clearance, until }, events: [event(ClearanceEndedSchema, { clearanceId: id, personId, organisationId, secrecy, until, reason })] };
}

/** The lines that fall with the last role in their body. */
export function withoutRole(clearances: readonly Clearance[], held: readonly Membership[], day: string): Clearance[] {
  return clearances.filter((clearance) => isStanding(clearance, day) && !hasRole(held, clearance.organisationId, day));
}

/** For which reasons of secrecy a person is on a list on this day. @param held roles in force */
export function clearedOn(day: string, clearances: readonly Clearance[], held: readonly Membership[]): Secrecy[] {
  const inForce = clearances.filter((clearance) => clearance.from <= day && isStanding(clearance, day) && hasRole(held, clearance.organisationId, day));
  return [...new Set(inForce.map(({ secrecy }) => secrecy))].sort();
}

function hasRole(held: readonly Membership[], organisationId: string, day: string): boolean {
  return held.some((membership) => membership.organisationId === organisationId && isStanding(membership, day));
}
