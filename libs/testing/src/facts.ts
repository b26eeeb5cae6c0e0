import {
  ClearanceEndedSchema,
  ClearanceGrantedSchema,
  event,
  HeadAppointedSchema,
  MembershipGrantedSchema,
  OrganisationRegisteredSchema,
} from '@aigaq/contracts';
import type { StoredEvent } from '@aigaq/events';
import { type Localised, type Secrecy, sortableId } from '@aigaq/kernel';
import type { DescMessage, MessageInitShape } from '@bufbuild/protobuf';
import type { TestPerson } from './people.js';

interface FactHeaders {
  key: string;
  actor?: { id: string; name: string };
  time?: Date;
  id?: string;
}

/** An event of a neighbour, as it would come off the wire. */
export function fact<D extends DescMessage>(
  schema: D,
  fields: MessageInitShape<D>,
  { key, actor = { id: 'test', name: 'Test' }, time = new Date(), id = sortableId(time) }: FactHeaders,
): StoredEvent {
  return { ...event(schema, fields), id, key, time: time.toISOString(), correlationId: id, actor: { id: actor.id, name: actor.name } };
}

export interface BodyRow {
  id: string;
  kind: string;
  name: Localised;
  bin?: string;
  parentId?: string;
  ancestorIds?: string[];
  supervisorIds?: string[];
  regionId?: string;
  validUntil?: string;
  names?: { name: Localised; shortName?: Localised; from: string; until?: string }[];
  version?: number;
}

export interface HeadRow {
  id: string;
  organisationId: string;
  chairId?: string;
  personName: Localised;
  position: Localised;
  level: string;
  from?: string;
  until?: string;
  acting?: { orderNumber: string; orderDate: string };
}

export interface DirectoryRows {
  bodies?: readonly BodyRow[];
  heads?: readonly HeadRow[];
  people?: readonly TestPerson[];
}

const FROM = '2021-01-01';

/** Facts of the organisations service from which a directory is made. */
export function factsOfDirectory({ bodies = [], heads = [], people = [] }: DirectoryRows): StoredEvent[] {
  return [...bodies.map(bodyFact), ...heads.map(headFact), ...people.flatMap(membershipFacts)];
}

function bodyFact({ version = 1, ...row }: BodyRow): StoredEvent {
  return fact(OrganisationRegisteredSchema, { organisation: { validFrom: FROM, version, ...row } }, { key: row.id });
}

function headFact({ id, acting, ...row }: HeadRow): StoredEvent {
  return fact(
    HeadAppointedSchema,
    { headId: id, chairId: row.level, acting: acting !== undefined, from: FROM, ...acting, ...row },
    { key: row.organisationId },
  );
}

function membershipFacts(person: TestPerson): StoredEvent[] {
  return person.memberships.map(({ organisationId, role }) => {
    const membershipId = `${person.id}:${organisationId}:${role}`;
    const { id: personId, name: personName, locale } = person;
    return fact(
      MembershipGrantedSchema,
      { membershipId, personId, personName, locale, email: `${personId}@example.kz`, organisationId, role, from: FROM },
      { key: membershipId },
    );
  });
}

const clearanceId = (person: TestPerson, secrecy: Secrecy): string => `${person.id}:${secrecy}`;

/** Puts a person on a name list of what is secret. */
export function clearance(person: TestPerson, secrecy: Secrecy, { from = FROM, until = '' }: { from?: string; until?: string } = {}): StoredEvent {
  const key = clearanceId(person, secrecy);
  const organisationId = person.memberships[0]?.organisationId ?? '';
  return fact(ClearanceGrantedSchema, { clearanceId: key, personId: person.id, organisationId, secrecy, from, until, basis: 'Order 1' }, { key });
}

/** Takes the person off the list again; told a moment after the grant, whenever it is made. @param until the last day on it */
export function clearanceEnd(person: TestPerson, secrecy: Secrecy, until: string): StoredEvent {
  const key = clearanceId(person, secrecy);
  const organisationId = person.memberships[0]?.organisationId ?? '';
  const told = { clearanceId: key, personId: person.id, organisationId, secrecy, until, reason: 'Other work' };
  return fact(ClearanceEndedSchema, told, { key, time: new Date(Date.now() + 1000) });
}
