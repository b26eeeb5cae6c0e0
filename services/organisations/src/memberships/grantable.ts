import type { OrganisationKind } from '@aigaq/api';
import { type Actor, type Role, supervised } from '@aigaq/kernel';
import { membershipErrors } from './membership.errors.js';

/** Where, seen from the body in which the giver holds his role: below = in the tree under it, or supervised by it. */
type Relation = 'own' | 'below' | 'all';

interface Grantable {
  by: Role;
  roles: readonly Role[];
  relations: readonly Relation[];
  kinds: 'agency' | 'quasi-state' | 'not-agency' | 'any';
}

/**
 * Who may give (and end, hand over, keep) which role where: delegated administration. What no row names nobody may.
 * A coordinator manages accounts below, never above or beside: another coordinator of his own body would be his equal.
 */
export const GRANTABLE: readonly Grantable[] = [
  { by: 'agency-admin', roles: ['agency-admin', 'curator', 'analyst', 'auditor'], relations: ['all'], kinds: 'agency' },
  // A coordinator of the Agency would reach the whole country.
  { by: 'agency-admin', roles: ['coordinator'], relations: ['all'], kinds: 'not-agency' },
  { by: 'agency-admin', roles: ['executor', 'ethics-officer', 'head'], relations: ['all'], kinds: 'any' },
  { by: 'agency-admin', roles: ['compliance-officer'], relations: ['all'], kinds: 'quasi-state' },
  { by: 'coordinator', roles: ['coordinator'], relations: ['below'], kinds: 'not-agency' },
  { by: 'coordinator', roles: ['executor', 'ethics-officer', 'head'], relations: ['own', 'below'], kinds: 'not-agency' },
  { by: 'coordinator', roles: ['compliance-officer'], relations: ['own', 'below'], kinds: 'quasi-state' },
];

/** The body in which a role is given. */
export interface GrantPlace {
  id: string;
  kind: OrganisationKind;
  scope: readonly string[];
}

/** May the actor give this role in this body, to anybody but himself? */
export function mayGrant(actor: Actor, role: Role, body: GrantPlace): boolean {
  return actor.memberships.some((own) =>
    GRANTABLE.some(
      ({ by, roles, relations, kinds }) =>
        by === own.role && roles.includes(role) && isOfKind(body.kind, kinds) && relations.some((relation) => stands(body, relation, own.organisationId)),
    ),
  );
}

/** As `mayGrant`, throwing; and nobody decides about himself, not even by another of his roles. */
export function refuseUngrantable(actor: Actor, personId: string, role: Role, body: GrantPlace): void {
  if (actor.id === personId) {
    throw membershipErrors.own_person({ role });
  }
  if (!mayGrant(actor, role, body)) {
    throw membershipErrors.not_grantable({ role, organisationId: body.id });
  }
}

function isOfKind(kind: OrganisationKind, wanted: Grantable['kinds']): boolean {
  const isAgency = kind === 'agency' || kind === 'agency-department';
  return { agency: isAgency, 'not-agency': !isAgency, 'quasi-state': kind === 'quasi-state', any: true }[wanted];
}

function stands(body: GrantPlace, relation: Relation, rootId: string): boolean {
  if (relation === 'all') {
    return true;
  }
  const isOwn = body.id === rootId;
  return relation === 'own' ? isOwn : !isOwn && (body.scope.includes(rootId) || body.scope.includes(supervised(rootId)));
}
