import type { Actor } from '@aigaq/kernel';
import { type Act, ACTS, type Relation, type Scoped } from './acts.js';

const NEAREST_FIRST: readonly Relation[] = ['own', 'below', 'all'];

/**
 * The actor with the membership by which he may do this with the thing, the nearest first; unchanged where none allows it.
 * Without a thing, for acts that belong to no body: the one whose role may.
 */
export function under(actor: Actor, act: Act, thing?: Scoped): Actor {
  const row: Readonly<Partial<Record<string, Relation>>> = ACTS[act];
  for (const relation of NEAREST_FIRST) {
    const found = actor.memberships.find(({ role, organisationId }) => row[role] === relation && (!thing || reaches(relation, organisationId, thing)));
    if (found) {
      return { ...actor, under: found };
    }
  }
  return actor;
}

function reaches(relation: Relation, body: string, thing: Scoped): boolean {
  return { own: body === thing.organisationId, below: thing.scope.includes(body), all: true }[relation];
}
