import type { ClearanceEnded, ClearanceGranted, HeadAppointed, MembershipEnded, MembershipGranted, Organisation } from '@aigaq/contracts';
import type { BodyKind, Localised, Role, Secrecy } from '@aigaq/kernel';
import { type Body, type Head, type HeadLevel, reportsTo } from './body.js';

/** A role in a body, as the copy keeps it. */
export interface MembershipCopy {
  personId: string;
  personName: string;
  locale: 'kk' | 'ru';
  email: string;
  organisationId: string;
  role: Role;
  from: string;
  until: string | null;
}

/** A line of a name list of what is secret, as the copy keeps it. */
export interface ClearanceCopy {
  personId: string;
  secrecy: Secrecy;
  from: string;
  until: string | null;
}

export type BodyCopy = Omit<Body, 'id'> & { reportsToId: string | null };
export type HeadCopy = Omit<Head, 'id'>;

// Proto has no null: an empty text says "none".
const orNull = (text: string): string | null => (text === '' ? null : text);
const name = (localised: { kk: string; ru: string } | undefined): Localised => ({
  kk: localised?.kk ?? '',
  ru: localised?.ru ?? '',
});

export function bodyCopy(told: Organisation): BodyCopy {
  const tree = { parentId: orNull(told.parentId), supervisorIds: [...told.supervisorIds] };
  return {
    ...tree,
    kind: told.kind as BodyKind,
    name: name(told.name),
    names: told.names.map((called) => ({ name: name(called.name), shortName: name(called.shortName), from: called.from, until: orNull(called.until) })),
    legalForm: orNull(told.legalForm),
    bin: orNull(told.bin),
    ancestorIds: [...told.ancestorIds],
    regionId: orNull(told.regionId),
    validFrom: told.validFrom,
    validUntil: orNull(told.validUntil),
    successorIds: [...told.successorIds],
    reportsToId: reportsTo(tree),
  };
}

export function headCopy(told: HeadAppointed): HeadCopy {
  return {
    organisationId: told.organisationId,
    chairId: told.chairId,
    personName: name(told.personName),
    position: name(told.position),
    level: told.level as HeadLevel,
    acting: told.acting ? { orderNumber: told.orderNumber, orderDate: told.orderDate } : null,
    from: told.from,
    until: orNull(told.until),
  };
}

export function membershipCopy(told: MembershipGranted): MembershipCopy {
  return {
    personId: told.personId,
    personName: told.personName,
    locale: told.locale === 'ru' ? 'ru' : 'kk',
    email: told.email,
    organisationId: told.organisationId,
    role: told.role as Role,
    from: told.from,
    until: orNull(told.until),
  };
}

/** What the end of a membership says about its copy; the rest stays as it was granted. */
export function membershipEnd(told: MembershipEnded): Pick<MembershipCopy, 'personId' | 'organisationId' | 'role' | 'until'> {
  return {
    personId: told.personId,
    organisationId: told.organisationId,
    role: told.role as Role,
    until: orNull(told.until),
  };
}

export function clearanceCopy({ personId, secrecy, from, until }: ClearanceGranted): ClearanceCopy {
  return { personId, secrecy: secrecy as Secrecy, from, until: orNull(until) };
}

/** Told before its grant it is a line that was never in force. */
export function clearanceEnd({ personId, secrecy, until }: ClearanceEnded): Omit<ClearanceCopy, 'from'> {
  return { personId, secrecy: secrecy as Secrecy, until: orNull(until) };
}
