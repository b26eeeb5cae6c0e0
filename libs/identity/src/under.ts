import { type Actor, type Membership, unmarked } from '@aigaq/kernel';
import { type Act, covers, type Scoped } from './acts.js';

/**
 * The actor with the membership by which he may do this with this very thing: the nearest one, that is the body's own before one of a body
 * above it. Whoever may not do it is given back as he came.
 */
export function under(actor: Actor, act: Act, thing: Scoped): Actor {
  const places = thing.scope.map(unmarked);
  const distance = ({ organisationId }: Membership): number => {
    const place = organisationId === thing.organisationId ? 0 : places.indexOf(organisationId);
    return place === -1 ? places.length : place;
  };
  const [nearest] = actor.memberships
    .filter((membership) => covers({ ...actor, memberships: [membership] }, act, thing))
    .sort((one, other) => distance(one) - distance(other));
  return nearest ? { ...actor, under: nearest } : actor;
}
