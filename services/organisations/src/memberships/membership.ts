import { event, MembershipGrantedSchema } from '@aigaq/contracts';
import type { Decision, Role } from '@aigaq/kernel';
import { membershipErrors } from './membership.errors.js';

/** A person's role in a body, from one day to another (both included). */
export interface Membership {
  /** `<person>:<body>:<role>`: a role is held once. */
  id: string;
  personId: string;
  personName: string;
  /** The language in which the person is written to. */
  locale: 'kk' | 'ru';
  email: string;
  organisationId: string;
  role: Role;
  from: string;
  until: string | null;
}

export type MembershipDraft = Omit<Membership, 'id'>;

export function membershipId({ personId, organisationId, role }: Pick<Membership, 'personId' | 'organisationId' | 'role'>): string {
  return `${personId}:${organisationId}:${role}`;
}

/** Gives a person a role in a body that is in the register. */
export function grantMembership(draft: MembershipDraft, body: { id: string } | undefined): Decision<Membership> {
  if (!body) {
    throw membershipErrors.unknown_body({ organisationId: draft.organisationId });
  }
  if (draft.until !== null && draft.until < draft.from) {
    throw membershipErrors.wrong_dates({ from: draft.from, until: draft.until });
  }
  const next = { id: membershipId(draft), ...draft };
  const { id, until, ...told } = next;
  return { next, events: [event(MembershipGrantedSchema, { membershipId: id, until: until ?? '', ...told })] };
}
