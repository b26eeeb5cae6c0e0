import { type Act, ACTS, type Relation } from '@aigaq/identity';
import type { Role } from '@aigaq/kernel';
import type { Standing } from './country.js';

/** The relations of the table in which each standing is. */
const RELATIONS: Record<Standing, readonly Relation[]> = {
  own: ['own', 'all'],
  below: ['below', 'all'],
  supervised: ['supervised', 'all'],
  above: ['all'],
  sibling: ['all'],
  foreign: ['all'],
  none: [],
  ended: [],
};

/**
 * allowed: done, or refused by a rule that comes after the decision about access; refused: no act, 403; seen: he may look at it and not do
 * this, 403; hidden: as if it were not there, 404.
 */
export type Expectation = 'allowed' | 'refused' | 'seen' | 'hidden';

/** What follows from the table of accesses alone. @param reads the act that shows the thing, where it is another one */
export function expectationOf(act: Act, role: Role, standing: Standing, reads: Act = act): Expectation {
  if (standing === 'none' || standing === 'ended' || !relationsOf(act, role)) {
    return 'refused';
  }
  if (reaches(act, role, standing)) {
    return 'allowed';
  }
  return reaches(reads, role, standing) ? 'seen' : 'hidden';
}

export function reaches(act: Act, role: Role, standing: Standing): boolean {
  return (relationsOf(act, role) ?? []).some((relation) => RELATIONS[standing].includes(relation));
}

function relationsOf(act: Act, role: Role): readonly Relation[] | undefined {
  return (ACTS[act] as Partial<Record<Role, readonly Relation[]>>)[role];
}
