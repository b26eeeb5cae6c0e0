import type { Actor, Membership, Role } from '@aigaq/kernel';
import { type Act, ACTS, type Relation, type Scoped } from './acts.js';

/**
 * The actor with the membership by which he may do this with this very thing: the nearest one, that is the body's own before one of a body
 * above (the lower first) before one for the whole country. Whoever may not do it is given back as he came.
 */
export function under(actor: Actor, act: Act, thing: Scoped): Actor {
  const [nearest] = actor.memberships
    .map((membership) => ({ membership, distance: distanceOf(membership, act, thing) }))
    .filter(({ distance }) => distance !== Infinity)
    .sort((a, b) => a.distance - b.distance);
  return nearest ? { ...actor, under: nearest.membership } : actor;
}

/** 0 for the body itself, then its place in the scope, then the whole country; Infinity: does not reach it. */
function distanceOf({ organisationId, role }: Membership, act: Act, { organisationId: own, scope }: Scoped): number {
  const relation = (ACTS[act] as Readonly<Partial<Record<Role, Relation>>>)[role];
  if (relation === 'all') {
    return scope.length + 1;
  }
  if (organisationId === own && relation !== undefined) {
    return 0;
  }
  const place = relation === 'below' ? scope.indexOf(organisationId) : -1;
  return place === -1 ? Infinity : place + 1;
}
