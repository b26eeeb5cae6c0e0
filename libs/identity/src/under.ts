import { type Actor, type Membership, unmarked } from '@aigaq/kernel';
import { type Act, allow, covers, type Scoped } from './acts.js';

/**
 * The actor with the membership by which he may do this with this very thing: the nearest one, that is the body's own before one of a body
 * above it. Without a thing, for acts that belong to no body: the one whose role may. Whoever may not do it is given back as he came.
 */
export function under(actor: Actor, act: Act, thing?: Scoped): Actor {
  const [nearest] = actor.memberships
    .filter((membership) => mayWith({ ...actor, memberships: [membership] }, act, thing))
    .sort((one, other) => distance(one, thing) - distance(other, thing));
  return nearest ? { ...actor, under: nearest } : actor;
}

function mayWith(actor: Actor, act: Act, thing: Scoped | undefined): boolean {
  return thing ? covers(actor, act, thing) : allow(actor, act);
}

/** 0 for the body itself, then its place in the scope, then the whole country. */
function distance({ organisationId }: Membership, thing: Scoped | undefined): number {
  const places = thing ? thing.scope.map(unmarked) : [];
  const place = organisationId === thing?.organisationId ? 0 : places.indexOf(organisationId);
  return place === -1 ? places.length : place;
}
