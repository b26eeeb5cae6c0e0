import type { OrganisationKind } from '@aigaq/api';
import { type Role, ROLES } from '@aigaq/kernel';

/** A small country: enough for every relation between a person's body and the body of a thing. */
const AGENCY = 'agency';
export const REGION = 'akimat-kostanay';
export const DISTRICT = 'akimat-kostanay-auliekol';
const SIBLING = 'akimat-kostanay-mendykara';
export const FOREIGN = 'akimat-zhambyl';
export const ENTITY = 'qs-980140900002';
/** Below the entity. */
const BRANCH = 'qs-121140900740';
const SIBLING_ENTITY = 'qs-050640900374';
export const FOREIGN_ENTITY = 'qs-180340903700';

export interface BodyOf {
  id: string;
  kind: OrganisationKind;
  parent: string | null;
  supervisor: string | null;
  region: string | null;
  bin: string | null;
}

const state = (id: string, kind: OrganisationKind, parent: string | null, region: string | null): BodyOf => ({ id, kind, parent, supervisor: null, region, bin: null });
const entity = (id: string, supervisor: string, parent: string | null = null): BodyOf => ({ id, kind: 'quasi-state', parent, supervisor, region: null, bin: id.slice(3) });

export const BODIES: readonly BodyOf[] = [
  state(AGENCY, 'agency', null, null),
  state(REGION, 'akimat-region', AGENCY, 'kostanay'),
  state(DISTRICT, 'akimat-district', REGION, 'kostanay'),
  state(SIBLING, 'akimat-district', REGION, 'kostanay'),
  state(FOREIGN, 'akimat-region', AGENCY, 'zhambyl'),
  state('akimat-zhambyl-zhualy', 'akimat-district', FOREIGN, 'zhambyl'),
  state('cgo-mf', 'central', AGENCY, null),
  state('cgo-mf-committee', 'committee', 'cgo-mf', null),
  entity(ENTITY, REGION),
  entity(SIBLING_ENTITY, REGION),
  entity(BRANCH, REGION, ENTITY),
  entity(FOREIGN_ENTITY, FOREIGN),
];

/** How the person's body stands to the body of the thing; the last two persons have no role (any more). */
export const STANDINGS = ['own', 'below', 'supervised', 'above', 'sibling', 'foreign', 'none', 'ended'] as const;
export type Standing = (typeof STANDINGS)[number];

/** The person's body and the body of the thing. */
type Places = Readonly<Record<Standing, readonly [from: string, target: string]>>;

export const PLACES = {
  /** A thing of an akimat; the supervised one is an entity's. */
  state: {
    own: [DISTRICT, DISTRICT],
    below: [REGION, DISTRICT],
    supervised: [REGION, ENTITY],
    above: [DISTRICT, REGION],
    sibling: [SIBLING, DISTRICT],
    foreign: [FOREIGN, DISTRICT],
    none: [DISTRICT, DISTRICT],
    ended: [DISTRICT, DISTRICT],
  },
  /** A thing of a quasi-state entity. */
  entity: {
    own: [ENTITY, ENTITY],
    below: [ENTITY, BRANCH],
    supervised: [REGION, ENTITY],
    above: [BRANCH, ENTITY],
    sibling: [SIBLING_ENTITY, ENTITY],
    foreign: [FOREIGN, ENTITY],
    none: [ENTITY, ENTITY],
    ended: [ENTITY, ENTITY],
  },
} as const satisfies Record<string, Places>;
export type Family = keyof typeof PLACES;

export interface Person {
  id: string;
  name: string;
  memberships: { organisationId: string; role: Role; until: string | null }[];
}

export const YESTERDAY = '2026-05-19';
export const NOBODY: Person = { id: 'nobody', name: 'Никто', memberships: [] };

function person(role: Role, organisationId: string, until: string | null = null): Person {
  const id = `${role}@${organisationId}${until === null ? '' : '@ended'}`;
  return { id, name: id, memberships: [{ organisationId, role, until }] };
}

export function personOf(role: Role, standing: Standing, family: Family): Person {
  const [from] = PLACES[family][standing];
  return standing === 'none' ? NOBODY : person(role, from, standing === 'ended' ? YESTERDAY : null);
}

/** Reviews besides: he is an executor below and a coordinator above. */
export const BOTH: Person = { id: 'both', name: 'Оба', memberships: [...person('executor', DISTRICT).memberships, ...person('coordinator', REGION).memberships] };

/** Publishes what the first administrator prepared. */
export const SECOND_ADMIN: Person = { ...person('agency-admin', AGENCY), id: 'second-admin', name: 'Второй' };

export const as = (role: Role, organisationId: string): Person => person(role, organisationId);
/** Bodies from which somebody asks for a thing. */
const FROM: readonly string[] = [...new Set([AGENCY, ...Object.values(PLACES).flatMap((places) => Object.values(places).map(([from]) => from))])];
/** Each role in these, each role that ended yesterday, and whom single tests need besides. */
export const PEOPLE: readonly Person[] = [
  ...ROLES.flatMap((role) => [...FROM.map((id) => person(role, id)), person(role, DISTRICT, YESTERDAY), person(role, ENTITY, YESTERDAY)]),
  ...[as('executor', 'cgo-mf'), as('coordinator', 'cgo-mf'), as('compliance-officer', FOREIGN_ENTITY)],
  BOTH,
  SECOND_ADMIN,
];
/** Bodies of which there are assignments and papers. */
export const TARGETS: readonly string[] = [...new Set(Object.values(PLACES).flatMap((places) => Object.values(places).map(([, target]) => target)))];

/** Somebody who works in the body, and somebody who left it yesterday: his role is over, his account closed. */
export const worksIn = (bodyId: string): Person => as('executor', bodyId);
export const leftFrom = (bodyId: string): Person => ({ ...person('executor', bodyId, YESTERDAY), id: `left@${bodyId}` });
export const LEFT: readonly Person[] = TARGETS.map(leftFrom);
