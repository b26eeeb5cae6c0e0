import type { MembershipView } from '@aigaq/api';
import type { Actor } from '@aigaq/kernel';
import type { Body } from '../bodies/body.js';
import { mayGrant } from './grantable.js';
import { isStanding, type Membership } from './membership.js';

/** A role as it is shown to the actor on this day. */
export function membershipView(actor: Actor, membership: Membership, body: Body, day: string): MembershipView {
  const { id, personId, personName, role, from, until } = membership;
  return {
    id,
    person: { id: personId, name: personName },
    organisation: { id: body.id, name: body.name, kind: body.kind },
    role,
    from,
    until,
    inForce: from <= day && isStanding(membership, day),
    mayEnd: isStanding(membership, day) && actor.id !== personId && mayGrant(actor, role, body),
  };
}
