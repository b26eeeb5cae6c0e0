import type { GrantClearance } from '@aigaq/api';
import { isPeriod, isReason, orNull } from '../../ui/filled.js';
import type { Found } from '../../ui/search-field.js';
import type { Secrecy } from './clearances.js';

interface Entered {
  person: Found[];
  body: Found[];
  secrecy: Secrecy | null;
  from: string;
  until: string;
  basis: string;
}

/** What is sent; undefined while something is missing or wrong. */
export function grantOf(entered: Entered): GrantClearance | undefined {
  const { person, body, secrecy, from, until, basis } = entered;
  const personId = person[0]?.value;
  const organisationId = body[0]?.value;
  if (personId === undefined || organisationId === undefined || secrecy === null || !isPeriod(entered) || !isReason(basis)) {
    return undefined;
  }
  return { personId, organisationId, secrecy, from, until: orNull(until), basis: basis.trim() };
}
